//! What a letter about meetings carries: as much of the mission as tells of them, and nothing of what is private.

use crate::live::outbox::Letter;
use crate::live::refusal::Refusal;
use jiff::Timestamp;
use pul_domain::{Attendee, Mission, PartyId, PersonChange, PlannedMeeting};
use pul_store::tables::MissionAttendee;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a letter about meetings carries, so that whoever puts it into words can tell every clock and write the calendar
/// message: no more of the mission than these meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The part of the mission that these meetings need.
    pub mission: Mission,
    /// What changed for the person; in a reminder, its meetings as if they were new.
    pub change: PersonChange,
    /// What the person is called.
    pub person: String,
    /// How often people were told something new, and when last.
    pub version: u32,
    /// When people were told last.
    pub stamp: Timestamp,
}

/// Every meeting a change names.
fn named(change: &PersonChange) -> Vec<&PlannedMeeting> {
    let moved = change.moved.iter().flat_map(|(was, is)| [was, is]);
    change.lost.iter().chain(moved).chain(&change.gained).collect()
}

/// A change with as much of the mission as tells of it: what is private of those who come is left out.
pub(super) fn carried(
    mission: &Mission,
    row: &MissionAttendee,
    change: PersonChange,
    (version, stamp): (u32, Timestamp),
) -> Carried {
    let meetings = named(&change);
    let wishes: Vec<_> =
        mission.wishes.iter().filter(|w| meetings.iter().any(|m| m.wish == w.id)).cloned().collect();
    let parties: BTreeSet<&PartyId> = wishes.iter().flat_map(|wish| &wish.parties).collect();
    let come = mission.attendees.iter().filter(|a| parties.contains(&a.party)).map(Attendee::to_others);
    let venues = mission.venues.iter().filter(|v| meetings.iter().any(|m| m.venue == v.id)).cloned();
    let venues = venues.map(|mut venue| {
        venue.grids.clear();
        venue.closed.clear();
        venue
    });
    let attendees = come.collect();
    let person = row.people.iter().find(|card| card.id == change.delegate).map(|card| card.name.clone());
    let mission = Mission {
        format: mission.format.clone(),
        id: mission.id.clone(),
        title: mission.title.clone(),
        venues: venues.collect(),
        travel: Vec::new(),
        blocks: Vec::new(),
        attendees,
        wishes,
        may_meet: Vec::new(),
        met_before: Vec::new(),
        repeat_percent: mission.repeat_percent,
        least_break_minutes: mission.least_break_minutes,
    };
    Carried { mission, change, person: person.unwrap_or_default(), version, stamp }
}

/// The letter that carries it.
pub(super) fn letter(
    code: &'static str,
    mission: &Mission,
    row: &MissionAttendee,
    carried: &Carried,
) -> Result<Letter, Refusal> {
    let others =
        carried.mission.attendees.iter().filter(|a| a.party != row.attendee.party).map(|a| a.name.as_str());
    let meetings = serde_json::to_string(carried).map_err(Refusal::internal)?;
    let letter = Letter::new(code).value("mission", &mission.id).value("title", &mission.title);
    let letter =
        letter.value("party", &row.attendee.party).value("from", others.collect::<Vec<_>>().join(", "));
    Ok(letter.value("meetings", meetings))
}
