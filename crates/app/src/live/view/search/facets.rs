//! What parties can be told apart by.

use crate::live::view::{PartyCard, Published};
use pul_domain::{PartyKind, Post, PostKind, SkillId};
use pul_pack::Pack;
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

/// A value of a facet as a number: the facet in the high byte, below it its number in the
/// pack, or in the list of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Code(pub u32);

impl Code {
    fn new(facet: Facet, number: usize) -> Code {
        Code(((facet as u32) << 24) | (number as u32 & 0x00ff_ffff))
    }

    pub(super) fn facet(self) -> Facet {
        Facet::ALL[(self.0 >> 24) as usize % Facet::ALL.len()]
    }

    fn number(self) -> usize {
        (self.0 & 0x00ff_ffff) as usize
    }
}

const KINDS: [(PartyKind, &str); 7] = [
    (PartyKind::Firm, "firm"),
    (PartyKind::Professional, "professional"),
    (PartyKind::Startup, "startup"),
    (PartyKind::Investor, "investor"),
    (PartyKind::Mentor, "mentor"),
    (PartyKind::Institution, "institution"),
    (PartyKind::Agency, "agency"),
];

const SORTS: [(PostKind, &str); 8] = [
    (PostKind::Service, "service"),
    (PostKind::Capital, "capital"),
    (PostKind::Mentorship, "mentorship"),
    (PostKind::MarketAccess, "market-access"),
    (PostKind::Research, "research"),
    (PostKind::Placement, "placement"),
    (PostKind::Venture, "venture"),
    (PostKind::Practice, "practice"),
];

const POSTS: [&str; 2] = ["ask", "offer"];

/// The word of a party's kind.
pub fn kind_name(kind: PartyKind) -> &'static str {
    KINDS.iter().find(|(k, _)| *k == kind).map_or("", |(_, name)| name)
}

/// The word of a post's kind.
pub fn sort_name(kind: PostKind) -> &'static str {
    SORTS.iter().find(|(k, _)| *k == kind).map_or("", |(_, name)| name)
}

fn city_number(pack: &Pack, id: &str) -> Option<usize> {
    pack.sides().iter().flat_map(|s| &s.cities).position(|c| c.id.as_str() == id)
}

/// The code of a value in words, if there is such a value.
pub(super) fn code(pack: &Pack, facet: Facet, value: &str) -> Option<Code> {
    let number = match facet {
        Facet::Side => pack.sides().iter().position(|s| s.id.as_str() == value),
        Facet::Kind => KINDS.iter().position(|(_, name)| *name == value),
        Facet::Post => POSTS.iter().position(|name| *name == value),
        Facet::Sort => SORTS.iter().position(|(_, name)| *name == value),
        Facet::Sector => pack.sectors().iter().position(|s| s.id.as_str() == value),
        Facet::Skill => pack.skill_ix(value).map(|ix| usize::from(ix.0)),
        Facet::City => city_number(pack, value),
    };
    number.map(|number| Code::new(facet, number))
}

/// A value in words.
pub(super) fn value(pack: &Pack, code: Code) -> String {
    let at = code.number();
    let found = match code.facet() {
        Facet::Side => pack.sides().get(at).map(|s| s.id.to_string()),
        Facet::Kind => KINDS.get(at).map(|(_, name)| (*name).to_owned()),
        Facet::Post => POSTS.get(at).map(|name| (*name).to_owned()),
        Facet::Sort => SORTS.get(at).map(|(_, name)| (*name).to_owned()),
        Facet::Sector => pack.sectors().get(at).map(|s| s.id.to_string()),
        Facet::Skill => pack.skills().get(at).map(|s| s.id.to_string()),
        Facet::City => pack.sides().iter().flat_map(|s| &s.cities).nth(at).map(|c| c.id.to_string()),
    };
    found.unwrap_or_default()
}

/// The skills a post asks for or offers.
pub(super) fn skills(post: &Post) -> Vec<&SkillId> {
    match post {
        Post::Ask(ask) => ask.skills.iter().map(|s| &s.skill).collect(),
        Post::Offer(offer) => offer.skills.iter().map(|s| &s.skill).collect(),
    }
}

/// The codes of a party with its posts, sorted, each once.
pub(super) fn codes(pack: &Pack, card: &PartyCard, posts: &[&Published]) -> Vec<Code> {
    let mut found = Vec::new();
    let mut take = |facet, value: &str| found.extend(code(pack, facet, value));
    card.sides.iter().for_each(|s| take(Facet::Side, s.as_str()));
    take(Facet::Kind, kind_name(card.kind));
    card.city.iter().for_each(|c| take(Facet::City, c.as_str()));
    for published in posts {
        let common = published.post.common();
        take(Facet::Post, POSTS[usize::from(matches!(published.post, Post::Offer(_)))]);
        take(Facet::Sort, sort_name(common.kind()));
        common.sectors.iter().for_each(|s| take(Facet::Sector, s.as_str()));
        common.city.iter().for_each(|c| take(Facet::City, c.as_str()));
        skills(&published.post).into_iter().for_each(|s| take(Facet::Skill, s.as_str()));
    }
    found.sort();
    found.dedup();
    found
}
