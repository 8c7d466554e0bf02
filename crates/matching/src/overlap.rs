//! Shared working time, with daylight saving on either side.

use crate::zone::{DAY, ZoneTable};
use pul_domain::{DaySet, Weekday, WorkingHours};
use std::sync::Arc;

/// Working hours with their zone looked up.
#[derive(Debug, Clone)]
pub(crate) struct Window {
    zone: Option<Arc<ZoneTable>>,
    start: i64,
    end: i64,
    days: DaySet,
}

/// Minutes of a day that does not count.
const NOT_COUNTED: u16 = u16::MAX;
/// Minutes of a weekday that does not occur.
const UNKNOWN: u16 = u16::MAX - 1;

impl Window {
    pub(crate) fn new(hours: &WorkingHours, zone: Option<Arc<ZoneTable>>) -> Window {
        let start = i64::from(hours.start.minutes()) * 60;
        let end = i64::from(hours.end.minutes()) * 60;
        Window { zone, start, end: if end > start { end } else { end + DAY }, days: hours.days }
    }

    /// The same hours moved along the wall clock.
    pub(crate) fn shifted(&self, minutes: i64) -> Window {
        Window { start: self.start + minutes * 60, end: self.end + minutes * 60, ..self.clone() }
    }

    /// What tells windows apart: the zone by where it lies in memory, start, end, days.
    pub(crate) fn key(&self) -> (Option<usize>, i64, i64, DaySet) {
        let zone = self.zone.as_ref().map(|zone| Arc::as_ptr(zone) as usize);
        (zone, self.start, self.end, self.days)
    }

    /// How far two windows are apart on a winter's day: 0 the same, 100 half a day or more.
    pub(crate) fn apart(&self, other: &Window) -> u32 {
        let ends = |w: &Window| w.zone.as_deref().map(|zone| w.instants(zone, 0));
        let (Some(a), Some(b)) = (ends(self), ends(other)) else {
            return 100;
        };
        let seconds = (a.0 - b.0).abs().max((a.1 - b.1).abs());
        (seconds * 100 / (DAY / 2)).min(100) as u32
    }

    /// Start in minutes after midnight.
    pub(crate) fn start_minutes(&self) -> i64 {
        self.start / 60
    }

    /// Length in minutes on the wall clock.
    pub(crate) fn minutes(&self) -> i64 {
        (self.end - self.start) / 60
    }

    fn instants(&self, zone: &ZoneTable, day: i32) -> (i64, i64) {
        let midnight = i64::from(day) * DAY;
        (zone.instant(midnight + self.start), zone.instant(midnight + self.end))
    }
}

/// The weekday of a day counted from 1970-01-01, a Thursday.
fn weekday(day: i32) -> Weekday {
    Weekday::ALL[(day + 3).rem_euclid(7) as usize]
}

/// Two parties' windows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) asker: &'a Window,
    pub(crate) offerer: &'a Window,
}

impl Pair<'_> {
    /// Least overlap in minutes over the days from `first` to `last` that count, 0 when
    /// none does or a zone is unknown.
    pub(crate) fn least(self, first: i32, last: i32) -> u16 {
        let mut least = NOT_COUNTED;
        for (from, until) in self.stretches(first, last) {
            for day in from..=until.min(from.saturating_add(6)) {
                least = least.min(self.on(day));
                if least == 0 {
                    return 0;
                }
            }
        }
        if least == NOT_COUNTED { 0 } else { least }
    }

    /// The days from `first` to `last` cut so that within a stretch the overlap depends on
    /// the weekday alone: long stretches far from any change of offset, single days near one.
    pub(crate) fn stretches(self, first: i32, last: i32) -> Vec<(i32, i32)> {
        let mut changes: Vec<i32> = [self.asker, self.offerer]
            .iter()
            .filter_map(|w| w.zone.as_deref())
            .flat_map(|zone| {
                let from = zone.days.partition_point(|d| d + NEAR < first);
                zone.days[from..].iter().copied().take_while(|d| d - NEAR <= last)
            })
            .collect();
        changes.sort_unstable();
        let (mut out, mut day) = (Vec::new(), first);
        for change in changes {
            if day < change - NEAR {
                out.push((day, change - NEAR - 1));
                day = change - NEAR;
            }
            while day <= change.saturating_add(NEAR).min(last) {
                out.push((day, day));
                day += 1;
            }
        }
        if day <= last {
            out.push((day, last));
        }
        out
    }

    /// Overlap of one day in minutes, [`NOT_COUNTED`] if the day does not count.
    pub(crate) fn on(self, day: i32) -> u16 {
        let today = weekday(day);
        if !self.asker.days.has(today) || !self.offerer.days.has(today) {
            return NOT_COUNTED;
        }
        let (Some(asker), Some(offerer)) = (&self.asker.zone, &self.offerer.zone) else {
            return 0;
        };
        let (from, until) = self.asker.instants(asker, day);
        let (mut shared, mut counted_to) = (0, from);
        for other in [day - 1, day, day + 1] {
            if !self.offerer.days.has(weekday(other)) {
                continue;
            }
            let (start, end) = self.offerer.instants(offerer, other);
            let (start, end) = (start.max(counted_to), end.min(until));
            if end > start {
                shared += end - start;
                counted_to = end;
            }
        }
        (shared / 60) as u16
    }
}

/// Days around a change of offset in which a window may touch it: a window lasts a day,
/// the other's date may be one off, and zones are up to 14 hours from Greenwich.
const NEAR: i32 = 4;

/// The overlap of one pair of windows over some years, for many periods.
#[derive(Debug)]
pub(crate) struct Calendar {
    stretches: Vec<Stretch>,
}

#[derive(Debug)]
struct Stretch {
    from: i32,
    until: i32,
    /// Least of the counted days of a week in it.
    least: u16,
    /// Minutes by weekday, Monday first; all are known where there are seven days.
    week: [u16; 7],
}

impl Calendar {
    pub(crate) fn new(pair: Pair<'_>, first: i32, last: i32) -> Calendar {
        let mut stretches: Vec<Stretch> = Vec::new();
        for (from, until) in pair.stretches(first, last) {
            let mut week = [UNKNOWN; 7];
            for day in from..=until.min(from + 6) {
                week[(day + 3).rem_euclid(7) as usize] = pair.on(day);
            }
            match stretches.last_mut() {
                Some(before) if before.agrees(&week) => before.join(until, &week),
                _ => stretches.push(Stretch { from, until, least: least(&week), week }),
            }
        }
        Calendar { stretches }
    }

    /// As [`Pair::least`]; both days must lie within the years of the calendar.
    pub(crate) fn least(&self, first: i32, last: i32) -> u16 {
        let start = self.stretches.partition_point(|s| s.until < first);
        let mut least = NOT_COUNTED;
        for stretch in &self.stretches[start..] {
            if stretch.from > last {
                break;
            }
            let (from, until) = (stretch.from.max(first), stretch.until.min(last));
            if until - from >= 6 || (from, until) == (stretch.from, stretch.until) {
                least = least.min(stretch.least);
            } else {
                for day in from..=until {
                    least = least.min(stretch.week[(day + 3).rem_euclid(7) as usize]);
                }
            }
        }
        if least == NOT_COUNTED { 0 } else { least }
    }
}

impl Stretch {
    /// Whether days that follow have the same overlap as far as their weekdays are known.
    fn agrees(&self, week: &[u16; 7]) -> bool {
        self.week.iter().zip(week).all(|(a, b)| a == b || *a == UNKNOWN || *b == UNKNOWN)
    }

    /// Takes days that follow in: most days around a change of offset are like those before or after it.
    fn join(&mut self, until: i32, week: &[u16; 7]) {
        self.until = until;
        for (known, more) in self.week.iter_mut().zip(week).filter(|(known, _)| **known == UNKNOWN) {
            *known = *more;
        }
        self.least = least(&self.week);
    }
}

/// The least of the days that count.
fn least(week: &[u16; 7]) -> u16 {
    week.iter().copied().min().map_or(NOT_COUNTED, |least| if least == UNKNOWN { NOT_COUNTED } else { least })
}

#[cfg(test)]
mod tests;
