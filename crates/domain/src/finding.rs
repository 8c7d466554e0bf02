//! Findings: what is wrong with an input, where, why, and how to mend it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing; nothing is refused.
    Note,
    /// Accepted, but something was guessed or dropped.
    Warning,
    /// The thing at this place is refused.
    Fault,
}

/// Where a finding is. Every part is optional because inputs differ: a pack file
/// has lines, a sheet has rows and columns, a value has a field.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// File or other name of the input.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Data row of a table, from 1, the header not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u64>,
    /// Column heading or field name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Place {
    /// A place that is a whole file.
    pub fn file(name: impl Into<String>) -> Self {
        Place { file: Some(name.into()), ..Place::default() }
    }

    /// A line of a file, counted from 1.
    pub fn line(name: impl Into<String>, line: u32) -> Self {
        Place { file: Some(name.into()), line: Some(line), ..Place::default() }
    }

    /// A row (from 1) and column of a table.
    pub fn cell(name: impl Into<String>, row: u64, column: impl Into<String>) -> Self {
        Place { file: Some(name.into()), line: None, row: Some(row), field: Some(column.into()) }
    }

    /// The same place, narrowed to a field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.file.as_deref().unwrap_or("input"))?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(row) = self.row {
            write!(f, " row {row}")?;
        }
        if let Some(field) = &self.field {
            write!(f, " [{field}]")?;
        }
        Ok(())
    }
}

/// One thing to know about an input.
///
/// `code` is stable and names the kind of finding, so that a caller can count,
/// filter and translate; `cause` and `cure` are plain English sentences, and `values`
/// is what the same sentences in another language are filled with.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Stable kebab-case name of the kind of finding.
    pub code: String,
    /// Where it is.
    pub place: Place,
    /// What is wrong, with the offending value.
    pub cause: String,
    /// What to do about it.
    pub cure: String,
    /// What its words in another language need, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

impl Finding {
    /// A fault: the thing at `place` is refused.
    pub fn fault(code: &str, place: Place, cause: impl Into<String>, cure: impl Into<String>) -> Self {
        Self::new(Severity::Fault, code, place, cause, cure)
    }

    /// A warning: accepted, but something was guessed or dropped.
    pub fn warning(code: &str, place: Place, cause: impl Into<String>, cure: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, place, cause, cure)
    }

    /// A note: worth knowing.
    pub fn note(code: &str, place: Place, cause: impl Into<String>, cure: impl Into<String>) -> Self {
        Self::new(Severity::Note, code, place, cause, cure)
    }

    fn new(
        severity: Severity,
        code: &str,
        place: Place,
        cause: impl Into<String>,
        cure: impl Into<String>,
    ) -> Self {
        Finding {
            severity,
            code: code.to_owned(),
            place,
            cause: cause.into(),
            cure: cure.into(),
            values: BTreeMap::new(),
        }
    }

    /// The same with a value for its words in another language.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Fault => "fault",
        };
        write!(f, "{}: {word}[{}]: {} Cure: {}", self.place, self.code, self.cause, self.cure)
    }
}

/// Findings gathered while reading something; reading goes on after a fault so
/// that all of them are seen at once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Findings(pub Vec<Finding>);

impl Findings {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Adds all of another gathering.
    pub fn extend(&mut self, other: Findings) {
        self.0.extend(other.0);
    }

    /// Whether anything is refused.
    pub fn has_faults(&self) -> bool {
        self.0.iter().any(|f| f.severity == Severity::Fault)
    }

    /// How many are of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.0.iter().filter(|f| f.severity == severity).count()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The findings in the order they were made.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Findings {
    type Item = &'a Finding;
    type IntoIter = std::slice::Iter<'a, Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
