//! Names of what the pack names by ids, in the visitor's language.

use crate::visit::Visit;
use pul_locale::{Locale, Names};
use pul_pack::Pack;

/// A pack's names in one language, isolated for pages.
#[derive(Clone, Copy)]
pub(crate) struct Labels<'a> {
    pub pack: &'a Pack,
    pub locale: Locale,
}

impl<'a> Labels<'a> {
    /// The names for a visit.
    pub fn of(visit: &'a Visit) -> Labels<'a> {
        Labels { pack: visit.site.node().pack(), locale: visit.locale() }
    }

    fn pick(&self, labels: Option<&pul_pack::Labels>, id: &str) -> String {
        labels.map_or_else(|| id.to_owned(), |l| l.get(self.locale.language().code()).to_owned())
    }

    /// A skill.
    pub fn skill(&self, id: &str) -> String {
        self.pick(self.pack.skill_ix(id).map(|ix| &self.pack.skill(ix).labels), id)
    }

    /// A role.
    pub fn role(&self, id: &str) -> String {
        self.pick(self.pack.role_ix(id).map(|ix| &self.pack.role(ix).labels), id)
    }

    /// A sector.
    pub fn sector(&self, id: &str) -> String {
        self.pick(self.pack.sectors().iter().find(|s| s.id.as_str() == id).map(|s| &s.labels), id)
    }

    /// A city.
    pub fn city(&self, id: &str) -> String {
        self.pick(self.pack.city(id).map(|c| &c.labels), id)
    }

    /// A side.
    pub fn side(&self, id: &str) -> String {
        self.pick(self.pack.side(id).map(|s| &s.labels), id)
    }

    /// A certification or registration.
    pub fn held(&self, id: &str) -> String {
        let certification =
            self.pack.certifications().iter().find(|c| c.id.as_str() == id).map(|c| &c.labels);
        let registration =
            || self.pack.registrations().iter().find(|r| r.id.as_str() == id).map(|r| &r.labels);
        self.pick(certification.or_else(registration), id)
    }

    /// A language people speak.
    pub fn language(&self, code: &str) -> String {
        self.locale.try_say(&format!("language-{code}"), &[]).unwrap_or_else(|| code.to_owned())
    }
}

impl Names for Labels<'_> {
    fn name(&self, id: &str) -> String {
        let known = [self.skill(id), self.sector(id), self.held(id), self.language(id)];
        known.into_iter().find(|name| name != id).unwrap_or_else(|| id.to_owned())
    }
}
