//! A plan read person by person, with the names of things.

use crate::{Attendee, DelegateId, Mission, MissionPlan, PlannedMeeting, Venue, Wish};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, Zoned};
use std::sync::OnceLock;

/// A meeting of a plan with what the mission says of it.
#[derive(Debug, Clone, Copy)]
pub struct Appointment<'m> {
    /// When, at which table, who comes.
    pub meeting: &'m PlannedMeeting,
    /// The wish it meets.
    pub wish: &'m Wish,
    /// Where.
    pub venue: &'m Venue,
    /// The mission.
    pub mission: &'m Mission,
}

impl<'m> Appointment<'m> {
    /// A meeting with what the mission says of it; nothing if the mission knows its wish or venue no more.
    pub fn of(mission: &'m Mission, meeting: &'m PlannedMeeting) -> Option<Appointment<'m>> {
        let (wish, venue) = (mission.wish(&meeting.wish)?, mission.venue(&meeting.venue)?);
        Some(Appointment { meeting, wish, venue, mission })
    }

    /// Who comes: each party with its delegate, in the order of the wish.
    pub fn who(&self) -> impl Iterator<Item = (&'m Attendee, &'m DelegateId)> {
        let mission = self.mission;
        let parties = self.wish.parties.iter().filter_map(move |p| mission.attendee(p));
        parties.zip(&self.meeting.delegates)
    }

    /// The other parties with their delegates.
    pub fn others(&self, delegate: &DelegateId) -> impl Iterator<Item = (&'m Attendee, &'m DelegateId)> {
        self.who().filter(move |(a, _)| !a.delegates.contains(delegate))
    }

    /// Every zone in which the meeting has a wall clock: the delegate's own first, then the place's if people
    /// go there, then the others'; each once.
    pub fn zones(&self, delegate: Option<&DelegateId>) -> Vec<&'m str> {
        let own = delegate.and_then(|d| self.mission.sends(d)).map(|a| a.zone.as_str());
        let place = self.venue.area.is_some().then_some(self.venue.zone.as_str());
        let others = self.who().map(|(a, _)| a.zone.as_str());
        let mut zones: Vec<&str> = Vec::new();
        for zone in own.into_iter().chain(place).chain(others) {
            if !zones.contains(&zone) {
                zones.push(zone);
            }
        }
        zones
    }
}

impl MissionPlan {
    /// All meetings with what the mission says of them, in the order of the plan.
    pub fn appointments<'m>(&'m self, mission: &'m Mission) -> Vec<Appointment<'m>> {
        self.meetings.iter().filter_map(|m| Appointment::of(mission, m)).collect()
    }

    /// The meetings of one delegate, by start.
    pub fn day<'m>(&'m self, mission: &'m Mission, delegate: &DelegateId) -> Vec<Appointment<'m>> {
        let all = self.appointments(mission).into_iter();
        all.filter(|a| a.meeting.delegates.contains(delegate)).collect()
    }
}

/// The wall clock of a zone at an instant, by the bundled time-zone database; UTC's where the zone is unknown,
/// which the planner has told as a fault.
pub fn on_wall(at: Timestamp, zone: &str) -> Zoned {
    static BUNDLED: OnceLock<TimeZoneDatabase> = OnceLock::new();
    let rules = BUNDLED.get_or_init(TimeZoneDatabase::bundled).get(zone);
    at.to_zoned(rules.unwrap_or(TimeZone::UTC))
}
