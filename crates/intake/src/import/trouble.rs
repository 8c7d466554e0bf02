//! What is wrong with one value.

use crate::table::short;
use pul_domain::{Finding, Place, Severity};

/// Why a value is not taken; the place is added where the value stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub code: &'static str,
    pub cause: String,
    pub cure: String,
    /// What its words in another language need.
    values: Vec<(&'static str, String)>,
}

impl Trouble {
    pub fn new(code: &'static str, cause: impl Into<String>, cure: impl Into<String>) -> Trouble {
        Trouble { code, cause: cause.into(), cure: cure.into(), values: Vec::new() }
    }

    /// The same with a value for its words in another language.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Trouble {
        self.values.push((name, value.to_string()));
        self
    }

    /// A fault at a place.
    pub fn fault(self, place: Place) -> Finding {
        let finding = Finding::fault(self.code, place, self.cause, self.cure);
        self.values.into_iter().fold(finding, |finding, (name, value)| finding.with(name, value))
    }

    /// The same as a warning: what nobody knows was dropped.
    pub fn warning(self, place: Place) -> Finding {
        Finding { severity: Severity::Warning, ..self.fault(place) }
    }

    /// A value that names nothing the pack has.
    pub fn unknown<'c>(
        code: &'static str,
        noun: &str,
        text: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Trouble {
        let near = pul_pack::reader::nearest(text, candidates);
        let told = near.map_or_else(String::new, str::to_owned);
        let cure = match near {
            Some(near) => format!("Did you mean `{near}`? In a table, `values` of the mapping can say so."),
            None => {
                format!(
                    "Name a {noun} of the pack; in a table, `values` of the mapping can say which is meant."
                )
            }
        };
        Trouble::new(code, format!("{:?} is no {noun} of the pack.", short(text)), cure)
            .with("text", short(text))
            .with("near", told)
    }
}
