//! What parties can be told apart by.

use pul_domain::{PartyKind, PostKind};
use std::collections::BTreeMap;

/// A facet of the directory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The side of the corridor, by id.
    Side,
    /// What kind of party: `firm`, `professional` …
    Kind,
    /// `ask` or `offer`: what it publishes.
    Post,
    /// What kind its posts are: `service`, `capital` …
    Sort,
    /// Sector, by id.
    Sector,
    /// Skill asked or offered, by id.
    Skill,
    /// City, by id.
    City,
}

impl Facet {
    /// Every facet, in the order they are shown.
    pub const ALL: [Facet; 7] =
        [Facet::Side, Facet::Kind, Facet::Post, Facet::Sort, Facet::Sector, Facet::Skill, Facet::City];

    /// Its name in addresses and messages.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Side => "side",
            Facet::Kind => "kind",
            Facet::Post => "post",
            Facet::Sort => "sort",
            Facet::Sector => "sector",
            Facet::Skill => "skill",
            Facet::City => "city",
        }
    }
}

/// Values wanted of a facet; a party with any of them passes.
pub type FacetValues = BTreeMap<Facet, Vec<String>>;

/// How many parties have a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetCount {
    /// The value: an id of the pack or a word of the design.
    pub value: String,
    /// Parties found that have it, the facet's own choice aside.
    pub count: u64,
    /// Whether it was asked for.
    pub chosen: bool,
}

/// Counts of every facet, the most frequent value first, then by value.
pub type Facets = BTreeMap<Facet, Vec<FacetCount>>;

pub(super) const KINDS: [(PartyKind, &str); 7] = [
    (PartyKind::Firm, "firm"),
    (PartyKind::Professional, "professional"),
    (PartyKind::Startup, "startup"),
    (PartyKind::Investor, "investor"),
    (PartyKind::Mentor, "mentor"),
    (PartyKind::Institution, "institution"),
    (PartyKind::Agency, "agency"),
];

pub(super) const SORTS: [(PostKind, &str); 8] = [
    (PostKind::Service, "service"),
    (PostKind::Capital, "capital"),
    (PostKind::Mentorship, "mentorship"),
    (PostKind::MarketAccess, "market-access"),
    (PostKind::Research, "research"),
    (PostKind::Placement, "placement"),
    (PostKind::Venture, "venture"),
    (PostKind::Practice, "practice"),
];

/// What a party publishes: asks, offers.
pub(super) const POSTS: [&str; 2] = ["ask", "offer"];

/// The word of a party's kind.
pub(super) fn kind_name(kind: PartyKind) -> &'static str {
    KINDS.iter().find(|(k, _)| *k == kind).map_or("", |(_, name)| name)
}

/// The word of a post's kind.
pub(super) fn sort_name(kind: PostKind) -> &'static str {
    SORTS.iter().find(|(k, _)| *k == kind).map_or("", |(_, name)| name)
}
