//! Names in the languages of the pack, and where a thing is declared.

use crate::reader::Table;
use serde::Serialize;
use std::fmt;

/// The name of a thing in English, and in French and Urdu where it differs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Labels {
    /// English.
    pub en: String,
    /// French, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fr: Option<String>,
    /// Urdu, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ur: Option<String>,
}

impl Labels {
    /// The name in a language given by its code (`fr`, `ur`); English where the term does
    /// not differ or the language is another.
    pub fn get(&self, language: &str) -> &str {
        let own = match language {
            "fr" => self.fr.as_deref(),
            "ur" => self.ur.as_deref(),
            _ => None,
        };
        own.unwrap_or(&self.en)
    }

    /// Every name, English first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.en.as_str()).chain(self.fr.as_deref()).chain(self.ur.as_deref())
    }

    pub(crate) fn read(table: &Table<'_>) -> Labels {
        Labels {
            en: table.text("label").unwrap_or_default().to_owned(),
            fr: table.opt_text("fr").map(str::to_owned),
            ur: table.opt_text("ur").map(str::to_owned),
        }
    }
}

/// The file and line a thing of the pack is declared at.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Origin {
    /// Path within the pack.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

impl Origin {
    pub(crate) fn of(table: &Table<'_>) -> Origin {
        Origin { file: table.path().to_owned(), line: table.line() }
    }

    pub(crate) fn place(&self) -> pul_domain::Place {
        pul_domain::Place::line(self.file.as_str(), self.line)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}
