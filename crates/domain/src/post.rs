//! Posts: what a party asks or offers.

use crate::{
    CertificationId, CityId, Importance, LanguageSkill, Level, PartyId, Period, PostId, Rate, RegistrationId,
    RoleId, SectorId, SideId, SkillId, Terms, WorkingHours,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The kind of a post. An ask meets offers of its own kind only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PostKind {
    /// Work: outsourcing, co-development, advice.
    Service,
    /// Money for a share or a loan.
    Capital,
    /// Advice over time.
    Mentorship,
    /// A way into the other side's market.
    MarketAccess,
    /// Joint research.
    Research,
    /// A person's place at a host: exchange, internship, fellowship.
    Placement,
    /// A joint venture.
    Venture,
    /// Good practice to share or to learn.
    Practice,
}

/// What asks and offers have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Common {
    /// Id of the post, unique among all posts of a run.
    pub id: PostId,
    /// Whose post it is.
    pub party: PartyId,
    /// Sides the party is on: one, or both for the diaspora.
    pub sides: Vec<SideId>,
    /// One line that says what it is about.
    #[serde(default)]
    pub title: String,
    /// The role of the pack it comes nearest to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleId>,
    /// Ask: the sector of the work. Offer: sectors the party has worked in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<SectorId>,
    /// City of the party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<CityId>,
    /// When the party works, in its own zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<WorkingHours>,
    /// Who is not to be matched.
    #[serde(default, skip_serializing_if = "Exclusions::is_empty")]
    pub exclude: Exclusions,
    /// What only posts of this kind state; its variant is the post's kind.
    pub terms: Terms,
}

impl Common {
    /// The kind of the post.
    pub fn kind(&self) -> PostKind {
        self.terms.kind()
    }
}

/// Parties, sides and skills a party will not deal with. Hard rules.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Exclusions {
    /// Parties never to be shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<PartyId>,
    /// Sectors never to be shown (an ask of such a sector; an offer that names one).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<SectorId>,
    /// Ask: offers that name this skill are out. Offer: asks that require it are out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillId>,
}

impl Exclusions {
    /// Whether nothing is excluded.
    pub fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.sectors.is_empty() && self.skills.is_empty()
    }
}

/// A skill asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Which skill.
    pub skill: SkillId,
    /// How well; 3 where none is stated.
    #[serde(default = "working")]
    pub level: Level,
    /// Must, should or nice.
    pub importance: Importance,
    /// How much it counts among the others, 1 to 100; the pack's weight for its
    /// importance where none is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<u8>,
}

/// A skill offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfferedSkill {
    /// Which skill.
    pub skill: SkillId,
    /// How well; 3 where none is stated.
    #[serde(default = "working")]
    pub level: Level,
}

fn working() -> Level {
    Level::WORKING
}

/// How much of the working day the two should share, in minutes, on the worst
/// day the engagement has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct OverlapWish {
    /// Hard rule: less than this is no match.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_minutes: Option<u16>,
    /// What would be enough; more earns nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wanted_minutes: Option<u16>,
}

/// Someone who vouches for past work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Who.
    pub client: String,
    /// The year the work ended, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<i16>,
}

/// What an offerer has done before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct TrackRecord {
    /// Years of professional work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub years: Option<u8>,
    /// Outcomes on this bridge that the client confirmed.
    pub confirmed_outcomes: u16,
    /// Clients who vouch.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
}

/// What a party asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What every post has.
    #[serde(flatten)]
    pub common: Common,
    /// Skills wanted.
    #[serde(default)]
    pub skills: Vec<Requirement>,
    /// The most the asker pays, all people of one unit of work each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Rate>,
    /// People wanted at once; 1 where none is stated.
    #[serde(default = "one")]
    pub people: u16,
    /// Hours a week per person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<u8>,
    /// First to last day of the work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Overlap wanted.
    #[serde(default)]
    pub overlap: OverlapWish,
    /// Languages each person must have, at least at this level. Hard rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageSkill>,
    /// Certifications the offerer must hold. Hard rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certifications: Vec<CertificationId>,
    /// Registrations the offerer must have. Hard rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registrations: Vec<RegistrationId>,
    /// Client references the offerer must show, at least. Hard rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_references: Option<u8>,
}

fn one() -> u16 {
    1
}

/// What a party offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// What every post has.
    #[serde(flatten)]
    pub common: Common,
    /// Skills on offer.
    #[serde(default)]
    pub skills: Vec<OfferedSkill>,
    /// The least the offerer works for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// People available at once; 1 where none is stated.
    #[serde(default = "one")]
    pub people: u16,
    /// Hours a week per person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<u8>,
    /// First day available; free now where none is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_from: Option<Date>,
    /// Last day available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub available_until: Option<Date>,
    /// Shortest engagement taken, in days. Hard rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_days: Option<u16>,
    /// Length the offerer would like, in days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wanted_days: Option<u16>,
    /// Sectors the offerer would like to work in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wanted_sectors: Vec<SectorId>,
    /// Overlap wanted.
    #[serde(default)]
    pub overlap: OverlapWish,
    /// Languages spoken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<LanguageSkill>,
    /// Certifications held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certifications: Vec<CertificationId>,
    /// Registrations held (PSEB, for instance).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub registrations: Vec<RegistrationId>,
    /// What was done before.
    #[serde(default)]
    pub record: TrackRecord,
}

/// An ask or an offer: one line of a JSON Lines file, told apart by `post`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "post", rename_all = "lowercase")]
pub enum Post {
    /// An ask.
    Ask(Box<Ask>),
    /// An offer.
    Offer(Box<Offer>),
}

impl Post {
    /// What every post has.
    pub fn common(&self) -> &Common {
        match self {
            Post::Ask(ask) => &ask.common,
            Post::Offer(offer) => &offer.common,
        }
    }
}
