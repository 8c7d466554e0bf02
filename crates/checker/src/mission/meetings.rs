//! Each meeting by itself: its wish, its place, who comes.

use super::options::{may_come, refused};
use super::time::{Bar, comfort};
use super::{Checking, MissionFault};
use pul_domain::{Attendee, DelegateId, PlannedMeeting, Wish};
use std::collections::BTreeSet;

impl Checking<'_> {
    pub(super) fn meetings(&mut self) {
        let mut seen = BTreeSet::new();
        let mut tables = BTreeSet::new();
        let plan = self.plan;
        for meeting in &plan.meetings {
            let id = &meeting.wish;
            let Some(wish) = self.wishes.get(id).copied() else {
                self.object(MissionFault::UnknownWish, format!("{id}"));
                continue;
            };
            if !seen.insert(id) {
                self.object(MissionFault::HeldTwice, format!("{id}"));
            }
            for fault in refused(self.mission, wish) {
                self.object(fault, format!("{id}"));
            }
            if !tables.insert((&meeting.venue, meeting.start, meeting.table)) {
                self.object(
                    MissionFault::TableTaken,
                    format!("{id}: table {} at {}", meeting.table, meeting.start),
                );
            }
            self.place(meeting, wish);
            self.delegates(meeting, wish);
        }
    }

    fn place(&mut self, meeting: &PlannedMeeting, wish: &Wish) {
        let id = &meeting.wish;
        let Some(at) = self.mission.venues.iter().position(|v| v.id == meeting.venue) else {
            return self.object(MissionFault::UnknownVenue, format!("{id}: {}", meeting.venue));
        };
        let venue = &self.mission.venues[at];
        if meeting.table == 0 || meeting.table > venue.tables {
            self.object(
                MissionFault::NoSuchTable,
                format!("{id}: table {} of {}", meeting.table, venue.tables),
            );
        }
        if !wish.venues.is_empty() && !wish.venues.contains(&venue.id) {
            self.object(MissionFault::WishVenue, format!("{id}: {}", venue.id));
        }
        if venue.host.as_ref().is_some_and(|h| !wish.parties.contains(h)) {
            self.object(MissionFault::Host, format!("{id}: {}", venue.id));
        }
        match self.options.slots[at].iter().find(|s| s.start == meeting.start) {
            None => {
                self.object(MissionFault::UnknownSlot, format!("{id}: {} at {}", meeting.start, venue.id))
            }
            Some(slot) if slot.end != meeting.end => {
                let says = format!("{id}: ends {}, its slot {}", meeting.end, slot.end);
                self.object(MissionFault::End, says);
            }
            Some(_) => {}
        }
        for party in &wish.parties {
            let Some(attendee) = self.mission.attendee(party) else { continue };
            let fault = match comfort(self.mission, attendee, venue, meeting.start, meeting.end) {
                Ok(_) => continue,
                Err(Bar::Zone | Bar::Hours) => MissionFault::Hours,
                Err(Bar::Venue) => MissionFault::AttendeeVenue,
                Err(Bar::Away) => MissionFault::Away,
                Err(Bar::Block) => MissionFault::Block,
            };
            self.object(fault, format!("{id}: {party} at {}", meeting.start));
        }
    }

    fn delegates(&mut self, meeting: &PlannedMeeting, wish: &Wish) {
        let attendees: Vec<&Attendee> =
            wish.parties.iter().filter_map(|p| self.mission.attendee(p)).collect();
        let own = attendees.len() == meeting.delegates.len()
            && attendees.iter().zip(&meeting.delegates).all(|(a, d)| a.delegates.contains(d));
        let away = |d: &&DelegateId| self.options.away(d, meeting.start, meeting.end);
        let gone: Vec<&DelegateId> = meeting.delegates.iter().filter(away).collect();
        for delegate in gone {
            self.object(MissionFault::Away, format!("{}: {delegate} at {}", meeting.wish, meeting.start));
        }
        if !own {
            self.object(MissionFault::Delegates, format!("{}: {:?}", meeting.wish, meeting.delegates));
        } else if !attendees.iter().zip(&meeting.delegates).all(|(a, d)| may_come(wish, a).contains(&d)) {
            self.object(MissionFault::OtherDelegate, format!("{}: {:?}", meeting.wish, meeting.delegates));
        }
    }
}
