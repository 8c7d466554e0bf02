//! Each person's day: one place at a time, and time to travel.

use super::time::travel;
use super::{Checking, MissionFault, minutes};
use pul_domain::{DelegateId, PlannedMeeting};
use std::collections::BTreeMap;

impl<'a> Checking<'a> {
    pub(super) fn days(&self) -> BTreeMap<&'a DelegateId, Vec<&'a PlannedMeeting>> {
        let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for meeting in &self.plan.meetings {
            for delegate in &meeting.delegates {
                days.entry(delegate).or_default().push(meeting);
            }
        }
        days.values_mut().for_each(|day| day.sort_by_key(|m| (m.start, m.end)));
        days
    }

    pub(super) fn travel(&self, from: &PlannedMeeting, to: &PlannedMeeting) -> i64 {
        let venue = |m: &PlannedMeeting| self.mission.venues.iter().find(|v| v.id == m.venue);
        match (venue(from), venue(to)) {
            (Some(a), Some(b)) => travel(self.mission, a, b),
            _ => 0,
        }
    }

    pub(super) fn people(&mut self) {
        for (delegate, day) in self.days() {
            for (at, first) in day.iter().enumerate() {
                for second in &day[at + 1..] {
                    let gap = minutes(first.end, second.start);
                    let says = || format!("{delegate}: {} and {}", first.wish, second.wish);
                    if gap < 0 {
                        self.object(MissionFault::TwoPlaces, says());
                    } else if gap < self.travel(first, second) {
                        self.object(MissionFault::Travel, says());
                    }
                }
            }
        }
    }
}
