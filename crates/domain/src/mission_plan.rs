//! The plan of a mission's meetings, what it is worth, and the proof of how good it is.

use crate::{DelegateId, MissionId, PartyId, Sitting, VenueId, WishId, WishState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A plan as a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionPlan {
    /// `pul-mission-plan/1`.
    pub format: String,
    /// The mission.
    pub mission: MissionId,
    /// Seed of the search.
    pub seed: u64,
    /// Work of the search, in steps.
    pub work: u64,
    /// Thousandths of the value that might be given up for quieter days.
    #[serde(default, skip_serializing_if = "none")]
    pub calm: u16,
    /// Meetings held, by start, venue and table.
    pub meetings: Vec<PlannedMeeting>,
    /// Wishes not held, each once, in the order of the mission.
    pub left_out: Vec<LeftOut>,
    /// What the plan is worth.
    pub score: PlanScore,
    /// How much better any plan could be.
    pub bound: PlanBound,
}

fn none(calm: &u16) -> bool {
    *calm == 0
}

/// A meeting of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlannedMeeting {
    /// The wish it meets.
    pub wish: WishId,
    /// Where.
    pub venue: VenueId,
    /// Table at the venue, from 1.
    pub table: u16,
    /// When it starts.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// Who comes: one delegate of each party, in the order of the wish's parties.
    pub delegates: Vec<DelegateId>,
}

/// The objective, in its order: each line counts only among plans equal in the lines above.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanScore {
    /// Promised meetings not held; fewer is better.
    pub missed: u64,
    /// Mutual value of the meetings held, in points; more is better.
    pub value: u64,
    /// Sum over parties of the square of the meetings missing to the fair share; less is better.
    pub unevenness: u64,
    /// Breaks of all delegates.
    pub breaks: u64,
    /// Idle minutes between meetings of one session.
    pub idle_minutes: u64,
    /// Minutes of travel between meetings.
    pub travel_minutes: u64,
    /// Minutes outside the parties' own hours.
    pub discomfort_minutes: u64,
}

/// What no plan can beat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanBound {
    /// No plan misses fewer promised meetings.
    pub missed_at_least: u64,
    /// No plan that misses so few has more value.
    pub value_at_most: u64,
    /// No plan that holds the same meetings with the same delegates has fewer breaks.
    pub breaks_at_least: u64,
    /// Prices that prove the first two (`docs/missions.md`, proof).
    pub proof: PriceProof,
}

impl PlanBound {
    /// The most value of any plan that misses as few promises; nothing while it is open whether a plan misses fewer,
    /// because the bound then counts the weight of those promises too.
    pub fn value(&self, score: &PlanScore) -> Option<u64> {
        (self.missed_at_least >= score.missed).then_some(self.value_at_most)
    }

    /// Whether promises and value are proven best possible.
    pub fn proves(&self, score: &PlanScore) -> bool {
        self.missed_at_least == score.missed && self.value_at_most == score.value
    }
}

/// Prices of scarce things, in `scale`ths of a point; those not listed are 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceProof {
    /// Units that make one point.
    pub scale: u64,
    /// Of a delegate at a start of some slot.
    pub delegates: Vec<(DelegateId, Timestamp, u64)>,
    /// Of a table of a venue in the slot that starts then.
    pub sittings: Vec<(Sitting, u64)>,
    /// Of a quota's upper limit.
    pub most: Vec<(QuotaOf, u64)>,
    /// Credit for a promise.
    pub least: Vec<(QuotaOf, u64)>,
}

/// What a quota counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case", deny_unknown_fields)]
pub enum QuotaOf {
    /// All meetings of a party.
    Party {
        /// The party.
        party: PartyId,
    },
    /// Its meetings with a role.
    Role {
        /// The party.
        party: PartyId,
        /// The role of another party in the meeting.
        role: String,
    },
    /// One wish that must be held.
    Must {
        /// The wish.
        wish: WishId,
    },
}

/// A wish that is not held, why, and what would admit it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeftOut {
    /// The wish.
    pub wish: WishId,
    /// Every limit that stands in its way.
    pub limits: Vec<Limit>,
    /// The least that would admit it, if one change is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admits: Option<Admits>,
}

/// A limit that keeps a wish out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "limit", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Limit {
    /// It is not accepted.
    State {
        /// Where it stands.
        state: WishState,
    },
    /// It names fewer than two attending parties, or one twice.
    Parties,
    /// One of the parties will not meet another; whose wish that is stays private.
    NotPossible,
    /// The roles may not meet.
    Roles,
    /// They met before, and the mission does not repeat meetings.
    MetBefore,
    /// There is no slot in which all of them could be there.
    NoCommonTime,
    /// The party has as many meetings as it takes.
    PartyFull {
        /// The party.
        party: PartyId,
    },
    /// The party sits elsewhere in every slot that would do.
    PartyBusy {
        /// The party.
        party: PartyId,
    },
    /// All of them have free slots, but never the same.
    NeverTogether,
    /// Where all of them are free the tables are taken.
    Tables,
    /// It would be out of order with another meeting.
    Order,
    /// It is worth so little more than it takes that it was given up for quieter days.
    GivenUp,
}

/// One change that would admit a wish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Admits {
    /// Its parties accept it.
    Acceptance,
    /// One more table there and then.
    Table {
        /// Where and when.
        sitting: Sitting,
    },
    /// The party takes one meeting more.
    OneMore {
        /// The party.
        party: PartyId,
    },
    /// These meetings make way; their value together is what it costs.
    Instead {
        /// Where and when it would be.
        sitting: Sitting,
        /// Meetings in the way.
        of: Vec<WishId>,
        /// Their value.
        value: u64,
    },
}
