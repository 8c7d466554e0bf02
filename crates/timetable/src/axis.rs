//! The columns of the picture: every start of a slot, on the wall clocks that most people read.

use crate::slots::slots;
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{Mission, MissionPlan, on_wall};
use std::collections::{BTreeMap, BTreeSet};

/// Wall clocks that a picture shows.
const CLOCKS: usize = 2;

/// The starts from left to right, and the zones they are read in.
pub(crate) struct Axis {
    pub(crate) starts: Vec<Timestamp>,
    pub(crate) zones: Vec<String>,
}

impl Axis {
    /// Every start of a slot or meeting. The zones are those of most attendees, the one
    /// of most places first where attendees come from it too.
    pub(crate) fn of(mission: &Mission, plan: &MissionPlan) -> Axis {
        let open = mission.venues.iter().flat_map(|v| slots(v).into_iter().map(|(start, _)| start));
        let starts: BTreeSet<Timestamp> = open.chain(plan.meetings.iter().map(|m| m.start)).collect();
        let mut people: BTreeMap<&str, usize> = BTreeMap::new();
        for attendee in &mission.attendees {
            *people.entry(&attendee.zone).or_default() += attendee.delegates.len().max(1);
        }
        let mut zones: Vec<(&str, usize)> = people.into_iter().collect();
        let places =
            |zone: &str| mission.venues.iter().filter(|v| v.zone == zone && v.area.is_some()).count();
        zones.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        zones.truncate(CLOCKS);
        zones.sort_by_key(|(zone, n)| (std::cmp::Reverse(places(zone)), std::cmp::Reverse(*n)));
        let zones = zones.into_iter().map(|(zone, _)| zone.to_owned()).collect();
        Axis { starts: starts.into_iter().collect(), zones }
    }

    /// The columns a meeting covers: from its start to the first column that starts when it is over.
    pub(crate) fn span(&self, start: Timestamp, end: Timestamp) -> (usize, usize) {
        let from = self.starts.partition_point(|s| *s < start);
        (from, self.starts.partition_point(|s| *s < end).max(from + 1))
    }

    /// The date of a column on the first wall clock.
    pub(crate) fn date(&self, column: usize) -> Date {
        on_wall(self.starts[column], self.zones.first().map_or("UTC", String::as_str)).date()
    }

    /// Days with their first column and the column after their last.
    pub(crate) fn days(&self) -> Vec<(Date, usize, usize)> {
        let mut days: Vec<(Date, usize, usize)> = Vec::new();
        for column in 0..self.starts.len() {
            let date = self.date(column);
            match days.last_mut() {
                Some(day) if day.0 == date => day.2 = column + 1,
                _ => days.push((date, column, column + 1)),
            }
        }
        days
    }

    /// A column's time on a wall clock, `14:30`; with the days by which its date is another: `02:30 +1`.
    pub(crate) fn time(&self, column: usize, zone: &str) -> String {
        let local = on_wall(self.starts[column], zone);
        let days = (local.date() - self.date(column)).get_days();
        let shift = if days == 0 { String::new() } else { format!(" {days:+}") };
        format!("{:02}:{:02}{shift}", local.hour(), local.minute())
    }
}

/// The place an IANA zone is named after: `Karachi`.
pub(crate) fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}
