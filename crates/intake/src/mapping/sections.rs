//! The sections of a mapping that are more than one value.

use super::Pick;
use pul_domain::{Importance, Level};

/// A condition on rows: those that do not meet it are passed over, not refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Only {
    pub column: usize,
    pub name: String,
    pub test: Test,
}

/// What a condition asks of a cell. Texts are in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Test {
    Is(Vec<String>),
    IsNot(Vec<String>),
    Stated(bool),
    /// A whole number within bounds.
    Within(i64, i64),
}

/// From this many years on, this level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Band {
    pub from: u32,
    pub level: Level,
}

/// How the level of skills that state none is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LevelRule {
    pub pick: Option<Pick>,
    /// In rising order; empty if the value is a level itself.
    pub bands: Vec<Band>,
    /// Where the row says nothing.
    pub unstated: Level,
}

impl LevelRule {
    /// The level of a count of years; under the first band, the first band's.
    pub(crate) fn of_years(&self, years: u64) -> Level {
        let band = self.bands.iter().rev().find(|band| u64::from(band.from) <= years);
        band.or(self.bands.first()).map_or(self.unstated, |band| band.level)
    }
}

/// Columns that name skills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SkillColumns {
    pub pick: Pick,
    /// Asks only.
    pub importance: Importance,
    /// Asks only.
    pub weight: Option<u8>,
    /// The level of skills from here; the row's level if `None`.
    pub level: Option<Level>,
    /// What stands between a name and its level, as in `React:4`.
    pub level_mark: Option<String>,
}

/// Skills an ask wants, or an offer has, because of its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FromRole {
    /// Importance of the role's core skills.
    pub core: Importance,
    /// Importance of its other skills.
    pub others: Importance,
    /// Skills of a lower weight are left out.
    pub least_weight: u8,
    /// The level wanted; the row's level if `None`.
    pub level: Option<Level>,
    /// Only the core skills: who says what they are has at least those.
    pub only_core: bool,
}

/// Skills read from running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FromText {
    pub columns: Vec<(usize, String)>,
    /// Asks: where the text gives no hint.
    pub importance: Importance,
}

/// What to do with near duplicates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Near {
    /// Take them, with a warning.
    Warn,
    /// Refuse all but the first.
    Refuse,
    /// Say nothing.
    Ignore,
}

/// How duplicates are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Duplicates {
    pub near: Near,
    /// Columns in which rows may differ and so be two things, not one twice.
    pub apart: Vec<usize>,
}
