//! Where and when a mission's meetings can be, on wall clocks with their zones.

use crate::{DaySet, PartyId, TimeOfDay, VenueId};
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// Equal places with one grid of slots: the tables of a hall, a booth, video rooms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Venue {
    /// Its id.
    pub id: VenueId,
    /// Its name.
    pub name: String,
    /// IANA zone its grids are written in.
    pub zone: String,
    /// Area for travel, such as a city or a fairground; nothing: online, reached from anywhere at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Meetings it holds at once.
    pub tables: u16,
    /// Party whose booth it is: only its meetings are held here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<PartyId>,
    /// An overflow place: how many minutes of discomfort a meeting here costs each of its delegates, so that it
    /// is used where the ordinary places are full. 0: an ordinary place.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub overflow_minutes: u16,
    /// Its slots.
    pub grids: Vec<Grid>,
    /// When it is closed.
    #[serde(default)]
    pub closed: Vec<Span>,
}

fn is_zero(minutes: &u16) -> bool {
    *minutes == 0
}

/// A row of slots on one day. Slot *i* starts `i · (minutes + pause)` minutes after `start` on the wall clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// Session it belongs to. Idle time is counted inside a session, which may span grids and venues.
    pub session: String,
    /// Day on the venue's wall clock.
    pub date: Date,
    /// Start of the first slot.
    pub start: TimeOfDay,
    /// How many slots.
    pub slots: u16,
    /// Minutes of one slot.
    pub minutes: u16,
    /// Minutes between slots.
    #[serde(default)]
    pub pause: u16,
}

/// A span on a wall clock; `until` is not part of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// From.
    pub from: DateTime,
    /// Until.
    pub until: DateTime,
    /// IANA zone.
    pub zone: String,
}

/// A recurring time without meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Name by which attendees keep it.
    pub id: String,
    /// What it is, for people.
    pub title: String,
    /// Zone of its wall clock; unstated: the attendee's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Days of the week.
    pub days: DaySet,
    /// From, on the wall clock.
    pub start: TimeOfDay,
    /// Until; at or before `start`: of the next day.
    pub end: TimeOfDay,
    /// First day; unstated: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first: Option<Date>,
    /// Last day; unstated: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<Date>,
    /// Whether it holds for everybody.
    #[serde(default)]
    pub everybody: bool,
}

/// Travel between two areas.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Travel {
    /// One area.
    pub from: String,
    /// The other.
    pub to: String,
    /// Minutes from door to door.
    pub minutes: u16,
}
