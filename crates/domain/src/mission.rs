//! A mission: who comes, where they can sit, and whom they wish to meet.
//!
//! What these values mean, rule by rule, is stated in `docs/missions.md`.

use crate::mission_grid::{Block, Span, Travel, Venue};
use crate::{DelegateId, MissionId, PartyId, VenueId, WishId, WorkingHours};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// An event or campaign whose meetings are planned together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mission {
    /// `pul-mission/1`.
    pub format: String,
    /// Its id.
    pub id: MissionId,
    /// Its name in public.
    pub title: String,
    /// Where meetings can be.
    pub venues: Vec<Venue>,
    /// Minutes between areas, the same both ways. Within an area: none.
    #[serde(default)]
    pub travel: Vec<Travel>,
    /// Recurring times without meetings: prayer, lunch, Ramadan hours, holidays, agenda items.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Who takes part.
    pub attendees: Vec<Attendee>,
    /// Who wishes to meet whom.
    #[serde(default)]
    pub wishes: Vec<Wish>,
    /// Roles that may meet, in either order; empty: everybody may meet everybody.
    #[serde(default)]
    pub may_meet: Vec<(String, String)>,
    /// Pairs that met at an earlier mission.
    #[serde(default)]
    pub met_before: Vec<(PartyId, PartyId)>,
    /// What a wish of a pair that met before is worth, in per cent; 0 refuses it.
    #[serde(default = "whole")]
    pub repeat_percent: u8,
    /// A gap of at least this many idle minutes is a break; unstated: the shortest slot of the mission.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_break_minutes: Option<u16>,
}

fn whole() -> u8 {
    100
}

/// A party at a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// The party.
    pub party: PartyId,
    /// Its name.
    pub name: String,
    /// What it comes as: `supplier`, `buyer`, `investor` …
    pub role: String,
    /// IANA zone of its wall clock.
    pub zone: String,
    /// Its people at the mission, who share its wishes; each is in one meeting at a time. At least one.
    pub delegates: Vec<DelegateId>,
    /// Meetings promised to it.
    #[serde(default)]
    pub least: u16,
    /// Meetings it takes at most; unstated: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u16>,
    /// Promises and limits by the role of the other side.
    #[serde(default)]
    pub with_role: Vec<RoleLimit>,
    /// Its working hours; unstated: no limit at a venue, 08:00 to 20:00 of its zone online.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<WorkingHours>,
    /// Minutes before and after its hours it accepts, at the cost of discomfort.
    #[serde(default)]
    pub stretch_minutes: u16,
    /// When it cannot meet.
    #[serde(default)]
    pub away: Vec<Span>,
    /// When one of its delegates cannot meet: arrives late, leaves early.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delegate_away: Vec<DelegateAway>,
    /// Recurring blocks it keeps besides those that hold for everybody, by id.
    #[serde(default)]
    pub keeps: Vec<String>,
    /// Venues it can be at; empty: all.
    #[serde(default)]
    pub venues: Vec<VenueId>,
    /// Parties it will not meet. Private: never shown to them.
    #[serde(default)]
    pub no_thanks: Vec<PartyId>,
    /// Requests it may have standing at once, answered or not; unstated: no limit. A request that is declined,
    /// cancelled or expired counts no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_requests: Option<u16>,
}

/// When one delegate cannot meet, though its colleagues can.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegateAway {
    /// The delegate.
    pub delegate: DelegateId,
    /// When.
    pub span: Span,
}

/// How many meetings with one role are promised and allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleLimit {
    /// Role of another party in the meeting.
    pub role: String,
    /// Promised.
    #[serde(default)]
    pub least: u16,
    /// At most; unstated: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u16>,
}

/// Where a wish stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WishState {
    /// Asked for and not answered; blocks nothing and is not planned.
    Requested,
    /// All parties agree.
    Accepted,
    /// Agreed, and promised to be held.
    Must,
    /// Agreed, and waiting: it is not planned by itself, but offered a sitting that comes free.
    Waiting,
    /// Somebody said no.
    Declined,
    /// Withdrawn; its quota is free again.
    Cancelled,
    /// Not answered in time.
    Expired,
}

/// A wish of two or more parties to meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// Its id.
    pub id: WishId,
    /// The parties, two or more.
    pub parties: Vec<PartyId>,
    /// Mutual value in points: how much the meeting is worth to all of them together.
    pub value: u32,
    /// Where it stands.
    pub state: WishState,
    /// Delegates who must be the ones to come; of parties without one here, any delegate.
    #[serde(default)]
    pub delegates: Vec<DelegateId>,
    /// Venues it can be at; empty: all.
    #[serde(default)]
    pub venues: Vec<VenueId>,
    /// Wishes whose meetings, if held, must be over before this one starts.
    #[serde(default)]
    pub after: Vec<WishId>,
    /// Locked where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed: Option<Sitting>,
    /// The party that asked; nobody: the organiser added it, or it was agreed elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<PartyId>,
    /// Parties that accepted the request so far; the one that asked need not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted_by: Vec<PartyId>,
    /// A request not answered before this instant expires; unstated: never.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Timestamp>,
}

/// A venue at a start.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// The venue.
    pub venue: VenueId,
    /// When the slot starts.
    pub start: Timestamp,
}

impl Attendee {
    /// A party as it attends when nothing is said of what it wants or when it can.
    pub fn new(
        party: PartyId,
        name: String,
        role: String,
        zone: String,
        delegates: Vec<DelegateId>,
    ) -> Attendee {
        Attendee {
            party,
            name,
            role,
            zone,
            delegates,
            least: 0,
            most: None,
            with_role: Vec::new(),
            hours: None,
            stretch_minutes: 0,
            away: Vec::new(),
            delegate_away: Vec::new(),
            keeps: Vec::new(),
            venues: Vec::new(),
            no_thanks: Vec::new(),
            most_requests: None,
        }
    }

    /// The party as others may see it: who comes, in which role, in which zone. The rest is its own.
    #[must_use]
    pub fn to_others(&self) -> Attendee {
        let Attendee { party, name, role, zone, delegates, .. } = self;
        Attendee::new(party.clone(), name.clone(), role.clone(), zone.clone(), delegates.clone())
    }
}

impl Mission {
    /// The attendee of a party.
    pub fn attendee(&self, party: &PartyId) -> Option<&Attendee> {
        self.attendees.iter().find(|a| a.party == *party)
    }

    /// The wish with this id.
    pub fn wish(&self, id: &WishId) -> Option<&Wish> {
        self.wishes.iter().find(|w| w.id == *id)
    }

    /// The venue with this id.
    pub fn venue(&self, id: &VenueId) -> Option<&Venue> {
        self.venues.iter().find(|v| v.id == *id)
    }

    /// Whether those who come in two roles may meet.
    pub fn roles_may_meet(&self, one: &str, other: &str) -> bool {
        let pair = |(a, b): &(String, String)| (a == one && b == other) || (a == other && b == one);
        self.may_meet.is_empty() || self.may_meet.iter().any(pair)
    }

    /// The attendee that sends a delegate.
    pub fn sends(&self, delegate: &DelegateId) -> Option<&Attendee> {
        self.attendees.iter().find(|a| a.delegates.contains(delegate))
    }
}
