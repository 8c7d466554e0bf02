//! What is wrong with the form, by field.

use crate::ask::Ask;
use pul_domain::Findings;

/// Findings by the field they are about; what is about none of them is told above the form.
pub(super) struct Faults(Vec<(String, String)>);

impl Faults {
    pub(super) fn of(ask: &Ask, findings: &Findings) -> Faults {
        let told = findings.iter().map(|finding| {
            let (field, cause, cure) = crate::fault::told(ask, finding);
            let field = field.unwrap_or_default();
            let member = field.strip_prefix("team ").and_then(|rest| rest.split_once(": "));
            let name = member.map_or(field.clone(), |(n, id)| format!("m{n}-{id}"));
            (name, format!("{cause} {cure}"))
        });
        Faults(told.collect())
    }

    pub(super) fn take(&mut self, name: &str) -> Vec<String> {
        let bare = name.strip_prefix("a.").unwrap_or(name);
        let (mine, rest) = std::mem::take(&mut self.0).into_iter().partition(|(field, _)| field == bare);
        self.0 = rest;
        let mine: Vec<(String, String)> = mine;
        mine.into_iter().map(|(_, words)| words).collect()
    }

    /// What no field takes: the place and the words.
    pub(super) fn left(self) -> Vec<(String, String)> {
        self.0
    }
}
