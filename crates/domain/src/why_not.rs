//! Why a pair is kept apart: the hard rules that fail, and what would mend them.

use crate::{Level, PostId, SkillId};
use serde::{Deserialize, Serialize};

/// A hard rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// Same kind of post.
    Kind,
    /// Opposite sides of the corridor, and not the same party.
    Sides,
    /// Neither excludes the other.
    Exclusion,
    /// Every must-have skill at the level asked.
    Skill,
    /// Rate within the budget.
    Budget,
    /// Enough people.
    Capacity,
    /// Enough hours a week.
    Hours,
    /// Available on every day of the work.
    Dates,
    /// Long enough for the offerer.
    Length,
    /// Least overlap of either.
    Overlap,
    /// Every language at the level asked.
    Language,
    /// Every certification.
    Certification,
    /// Every registration.
    Registration,
    /// Enough references.
    References,
}

/// One change that would make a failing rule pass.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// The asker accepts this level of the skill (0: drops the must).
    AskLevel {
        /// Skill.
        skill: SkillId,
        /// Highest level that passes; none when the requirement must cease to be a must.
        to: Option<Level>,
    },
    /// The offerer reaches this level of the skill.
    OfferLevel {
        /// Skill.
        skill: SkillId,
        /// Lowest level that passes.
        to: Level,
    },
    /// The asker raises a number to this (budget in minor units of its own currency and unit, days of work …).
    AskTo {
        /// Smallest change that passes.
        to: i64,
    },
    /// The offerer changes a number to this (rate in minor units of its own currency and unit, people, hours …).
    OfferTo {
        /// Smallest change that passes.
        to: i64,
    },
    /// The asker moves its period to start here (ISO date) or shortens it to end here.
    AskPeriod {
        /// First day that passes.
        from: jiff::civil::Date,
        /// Last day that passes.
        until: jiff::civil::Date,
    },
    /// The offerer is free on this day already, or still.
    OfferAvailable {
        /// The day.
        day: jiff::civil::Date,
    },
    /// The asker drops what it asks for, or stops excluding.
    AskDrops {
        /// What, by id.
        what: String,
    },
    /// The offerer obtains it, or stops excluding.
    OfferGains {
        /// What, by id.
        what: String,
    },
    /// The asker, or the offerer, moves its working hours by this many minutes (later if positive).
    ShiftHours {
        /// Whether it is the asker who moves.
        asker: bool,
        /// Minutes.
        minutes: i32,
    },
    /// No single change of a post mends it (another kind, the same side).
    None,
}

/// A hard rule that a pair fails, by how much, and the smallest single change on
/// either side that mends this rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failure {
    /// Which rule.
    pub rule: Rule,
    /// What it is about, by id: skill, language, certification …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What there is, in the rule's unit.
    pub have: i64,
    /// What the rule wants.
    pub want: i64,
    /// Smallest change of the ask that mends this rule.
    pub ask_change: Change,
    /// Smallest change of the offer that mends this rule.
    pub offer_change: Change,
    /// For a skill: the offered skill that comes nearest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<SkillId>,
}

/// Why a pair is not matched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyNot {
    /// The ask.
    pub ask: PostId,
    /// The offer.
    pub offer: PostId,
    /// Every rule that fails. Empty: the pair passes and only its rank keeps it off a list.
    pub failures: Vec<Failure>,
    /// Whether one change of one post admits the pair: exactly when one rule fails
    /// and that rule has a change.
    pub single_change_admits: bool,
    /// Score the pair would have if every rule passed.
    pub score_if_admitted: u32,
}
