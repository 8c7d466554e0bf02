//! Shortlists as values: planned by `matching`, verified by `checker`, saved and replayed.

use crate::{Cefr, LanguageCode, Level, PostId, SectorId, SkillId, Thirds};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Who is given a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Each ask is given offers.
    OffersForAsks,
    /// Each offer is given asks.
    AsksForOffers,
}

/// A part of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartName {
    /// Asker: skills, each up to the level asked.
    Skills,
    /// Asker: mastery above the level asked.
    Level,
    /// Both: room between the budget and the rate.
    Price,
    /// Asker: shared working time.
    Overlap,
    /// Asker: languages above the level asked.
    Language,
    /// Asker: what the offerer has done before.
    Record,
    /// Asker: people available beyond those asked.
    Capacity,
    /// Both: the sector.
    Sector,
    /// Offerer: how near the ask's role is to its own.
    Role,
    /// Offerer: hours a week asked beside those offered.
    Workload,
    /// Offerer: length of the engagement beside the one wanted.
    Length,
}

/// Why a part earned what it earned. The numbers are those the part was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cause", rename_all = "kebab-case")]
pub enum Cause {
    /// One requirement: what was asked and what it is worth through `via`.
    Skill {
        /// Skill asked.
        asked: SkillId,
        /// Level asked.
        level: Level,
        /// The offered skill that is worth most towards it (lowest id among equals); none if nothing is.
        via: Option<SkillId>,
        /// Level of the offered skill.
        offered: Option<Level>,
        /// Strength of `via` towards `asked`, per cent; 100 for the skill itself.
        strength: u8,
        /// What that is worth.
        worth: Thirds,
    },
    /// A quantity held against one wanted, in the part's own unit (minutes, people,
    /// hours, days, points of record, cents an hour, per cent of affinity …).
    Measure {
        /// What there is.
        have: i64,
        /// What earns full points.
        want: i64,
    },
    /// One language.
    Language {
        /// Which.
        language: LanguageCode,
        /// Level asked.
        asked: Cefr,
        /// Level offered.
        offered: Option<Cefr>,
    },
    /// A sector both name.
    SharedSector {
        /// Which (the lowest id among several).
        sector: SectorId,
    },
    /// Both name sectors and share none.
    NoSharedSector,
    /// One side states nothing: the pack's share for the unknown is given.
    Unstated,
    /// Nothing was asked here: full points.
    NothingAsked,
}

/// A part of a view with what it earned. For `Skills` and `Level` there is one part for
/// each requirement, in the order of the ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Which part.
    pub name: PartName,
    /// Points earned.
    pub points: u16,
    /// Points it could have earned.
    pub of: u16,
    /// Why.
    pub why: Cause,
}

/// How one of the two sees the match: parts that sum to `points`, of 10,000.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Sum of the parts.
    pub points: u16,
    /// The parts.
    pub parts: Vec<Part>,
}

/// An ask with an offer that passes every hard rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// The ask.
    pub ask: PostId,
    /// The offer.
    pub offer: PostId,
    /// Mutual score: `less · min(asker, offerer) + more · max(asker, offerer)` with the
    /// pack's two mutual weights; of `10,000 · (less + more)`.
    pub score: u32,
    /// The asker's view.
    pub asker: View,
    /// The offerer's view.
    pub offerer: View,
}

/// The list of one post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortlist {
    /// Whose list: the ask, or the offer in the other direction.
    pub of: PostId,
    /// How many pass every hard rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admitted: Option<u64>,
    /// Best first. Ties: higher score, then the higher view of the post the list is for, then the lower id.
    pub matches: Vec<Match>,
}

/// A file that went in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputFile {
    /// Path as it was given.
    pub path: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
    /// The mapping it was read through, if it was not in Pul's own form: a name of the
    /// pack's or a path, and its SHA-256.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<(String, String)>,
}

/// What a result was computed from, enough to compute it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// Id of the pack.
    pub pack: String,
    /// Version of the pack.
    pub pack_version: String,
    /// SHA-256 of the pack's files, hexadecimal.
    pub pack_hash: String,
    /// Where the asks came from.
    pub asks: InputFile,
    /// Where the offers came from.
    pub offers: InputFile,
    /// Day the match is made for, ISO 8601.
    pub as_of: jiff::civil::Date,
    /// Direction of the lists.
    pub direction: Direction,
    /// Longest list.
    pub top: u32,
    /// One post only, if one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<PostId>,
}

/// A result file: what went in, the weights, and the lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShortlistFile {
    /// `pul-shortlists/1`.
    pub format: String,
    /// What went in.
    pub inputs: Inputs,
    /// The weights used, by name, as in the pack's `scoring.toml`.
    pub weights: BTreeMap<String, u32>,
    /// The lists, in the order of the posts.
    pub shortlists: Vec<Shortlist>,
}
