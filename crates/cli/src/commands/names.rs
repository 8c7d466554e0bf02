//! Names of what posts name, from the pack and from what was imported.

use pul_domain::PartyId;
use pul_locale::Names;
use pul_pack::Pack;
use std::collections::BTreeMap;

/// The pack's labels in one language, and the names of parties that files told.
pub struct Labels<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Names of parties.
    pub parties: Vec<&'a BTreeMap<PartyId, String>>,
    /// Language code of the labels.
    pub language: &'static str,
}

impl Names for Labels<'_> {
    fn name(&self, id: &str) -> String {
        let label = |labels: &pul_pack::Labels| labels.get(self.language).to_owned();
        if let Some(ix) = self.pack.skill_ix(id) {
            return label(&self.pack.skill(ix).labels);
        }
        if let Some(sector) = self.pack.sectors().iter().find(|s| s.id.as_str() == id) {
            return label(&sector.labels);
        }
        if let Some(held) = self.pack.certifications().iter().find(|c| c.id.as_str() == id) {
            return label(&held.labels);
        }
        if let Some(held) = self.pack.registrations().iter().find(|r| r.id.as_str() == id) {
            return label(&held.labels);
        }
        let locale = pul_locale::Locale::new(pul_locale::Language::English);
        let party = self.parties.iter().find_map(|names| names.get(id)).cloned();
        party.or_else(|| locale.try_say(&format!("language-{id}"), &[])).unwrap_or_else(|| id.to_owned())
    }
}
