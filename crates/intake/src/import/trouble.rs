//! What is wrong with one value.

use crate::table::short;

/// Why a value is not taken; the place is added where the value stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    pub code: &'static str,
    pub cause: String,
    pub cure: String,
}

impl Trouble {
    pub fn new(code: &'static str, cause: impl Into<String>, cure: impl Into<String>) -> Trouble {
        Trouble { code, cause: cause.into(), cure: cure.into() }
    }

    /// A value that names nothing the pack has.
    pub fn unknown<'c>(
        code: &'static str,
        noun: &str,
        text: &str,
        candidates: impl IntoIterator<Item = &'c str>,
    ) -> Trouble {
        let near = pul_pack::reader::nearest(text, candidates);
        let cure = match near {
            Some(near) => format!("Did you mean `{near}`? In a table, `values` of the mapping can say so."),
            None => {
                format!(
                    "Name a {noun} of the pack; in a table, `values` of the mapping can say which is meant."
                )
            }
        };
        Trouble::new(code, format!("{:?} is no {noun} of the pack.", short(text)), cure)
    }
}
