//! Slots and free time of a mission, from the statement alone.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use pul_domain::{Attendee, DelegateId, Mission, Span, TimeOfDay, Venue, Weekday};
use std::sync::OnceLock;

fn zone(name: &str) -> Option<TimeZone> {
    static ZONES: OnceLock<TimeZoneDatabase> = OnceLock::new();
    ZONES.get_or_init(TimeZoneDatabase::bundled).get(name).ok()
}

/// The instant of a wall clock that shows it exactly once.
fn exact(zone: &TimeZone, wall: DateTime) -> Option<Timestamp> {
    let reading = zone.to_ambiguous_timestamp(wall);
    match reading.offset() {
        AmbiguousOffset::Unambiguous { .. } => reading.unambiguous().ok(),
        _ => None,
    }
}

/// The instant of a wall clock: moved forward in a gap, the earlier of two.
fn lenient(zone: &TimeZone, wall: DateTime) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(wall).compatible().ok()
}

fn wall(date: Date, minutes: i64) -> Option<DateTime> {
    date.at(0, 0, 0, 0).checked_add(minutes.minutes()).ok()
}

/// A slot: start, end, session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot<'m> {
    pub(super) start: Timestamp,
    pub(super) end: Timestamp,
    pub(super) session: &'m str,
}

/// The slots of a venue that exist and are open, by start; of overlapping ones the earlier.
pub(super) fn slots(venue: &Venue) -> Vec<Slot<'_>> {
    let Some(rules) = zone(&venue.zone) else { return Vec::new() };
    let mut slots = Vec::new();
    for grid in &venue.grids {
        for index in 0..i64::from(grid.slots) {
            let at =
                i64::from(grid.start.minutes()) + index * i64::from(grid.minutes.saturating_add(grid.pause));
            let Some(start) = wall(grid.date, at).and_then(|w| exact(&rules, w)) else { continue };
            let Ok(end) = start.checked_add(i64::from(grid.minutes).minutes()) else { continue };
            let closed = venue.closed.iter().filter_map(instants);
            let open = closed.into_iter().all(|span| !overlap(span, (start, end)));
            if open && start < end {
                slots.push(Slot { start, end, session: &grid.session });
            }
        }
    }
    slots.sort_by_key(|s| (s.start, s.end));
    let mut until = Timestamp::MIN;
    slots.retain(|s| {
        let keep = until <= s.start;
        if keep {
            until = s.end;
        }
        keep
    });
    slots
}

/// Why an attendee cannot be somewhere then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bar {
    Zone,
    Venue,
    Away,
    Block,
    Hours,
}

/// Minutes outside its hours if the attendee can be at this venue from start to end.
pub(super) fn comfort(
    mission: &Mission,
    attendee: &Attendee,
    venue: &Venue,
    start: Timestamp,
    end: Timestamp,
) -> Result<i64, Bar> {
    let own = zone(&attendee.zone).ok_or(Bar::Zone)?;
    if !attendee.venues.is_empty() && !attendee.venues.contains(&venue.id) {
        return Err(Bar::Venue);
    }
    if attendee.away.iter().filter_map(instants).any(|span| overlap(span, (start, end))) {
        return Err(Bar::Away);
    }
    let kept = mission.blocks.iter().filter(|b| b.everybody || attendee.keeps.contains(&b.id));
    for block in kept {
        let rules = match &block.zone {
            Some(name) => zone(name),
            None => Some(own.clone()),
        };
        let Some(rules) = rules else { continue };
        for (date, from, until) in around(&rules, start, (block.start, block.end)) {
            let on = block.days.has(Weekday::of(date))
                && block.first.is_none_or(|d| d <= date)
                && block.last.is_none_or(|d| date <= d);
            if on && from < end && start < until {
                return Err(Bar::Block);
            }
        }
    }
    let outside = hours(attendee, &own, venue, start, end)?;
    Ok(outside + i64::from(venue.overflow_minutes))
}

/// When a span is; nothing if its zone is unknown or it is empty.
fn instants(span: &Span) -> Option<(Timestamp, Timestamp)> {
    let rules = zone(&span.zone)?;
    let (from, until) = (lenient(&rules, span.from)?, lenient(&rules, span.until)?);
    (from < until).then_some((from, until))
}

/// Whether two spans share an instant; the ends are not part of them.
pub(super) fn overlap(a: (Timestamp, Timestamp), b: (Timestamp, Timestamp)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

/// When each delegate of an attendee cannot meet though its colleagues can.
pub(super) fn absences(attendee: &Attendee) -> Vec<(&DelegateId, Vec<(Timestamp, Timestamp)>)> {
    let spans = |d: &DelegateId| {
        attendee.delegate_away.iter().filter(|a| a.delegate == *d).filter_map(|a| instants(&a.span)).collect()
    };
    attendee.delegates.iter().map(|d| (d, spans(d))).collect()
}

fn hours(
    attendee: &Attendee,
    own: &TimeZone,
    venue: &Venue,
    start: Timestamp,
    end: Timestamp,
) -> Result<i64, Bar> {
    let (rules, times, days) = match (&attendee.hours, &venue.area) {
        (Some(hours), _) => match zone(&hours.zone) {
            Some(rules) => (rules, (hours.start, hours.end), Some(hours.days)),
            None => return Ok(0),
        },
        (None, Some(_)) => return Ok(0),
        (None, None) => {
            let of = |minutes| TimeOfDay::from_minutes(minutes).ok_or(Bar::Hours);
            (own.clone(), (of(480)?, of(1200)?), None)
        }
    };
    let stretch = i64::from(attendee.stretch_minutes) * 60;
    let mut best = None;
    for (date, from, until) in around(&rules, start, times) {
        let works = days.is_none_or(|d| d.has(Weekday::of(date)));
        let fits =
            from.as_second() - stretch <= start.as_second() && end.as_second() <= until.as_second() + stretch;
        if works && fits {
            let inside = (end.min(until).as_second() - start.max(from).as_second()).max(0);
            let outside = (end.as_second() - start.as_second() - inside) / 60;
            best = Some(best.map_or(outside, |b: i64| b.min(outside)));
        }
    }
    best.ok_or(Bar::Hours)
}

/// A daily time on the four civil days around an instant.
fn around(
    rules: &TimeZone,
    start: Timestamp,
    (from, until): (TimeOfDay, TimeOfDay),
) -> Vec<(Date, Timestamp, Timestamp)> {
    let today = start.to_zoned(rules.clone()).date();
    let (low, mut high) = (i64::from(from.minutes()), i64::from(until.minutes()));
    if high <= low {
        high += 1440;
    }
    (-2..=2)
        .filter_map(|shift: i64| {
            let date = today.checked_add(shift.days()).ok()?;
            Some((date, lenient(rules, wall(date, low)?)?, lenient(rules, wall(date, high)?)?))
        })
        .collect()
}

/// Minutes of travel from one venue to another.
pub(super) fn travel(mission: &Mission, from: &Venue, to: &Venue) -> i64 {
    match (&from.area, &to.area) {
        (Some(a), Some(b)) if a != b => mission
            .travel
            .iter()
            .find(|t| (&t.from, &t.to) == (a, b) || (&t.from, &t.to) == (b, a))
            .map_or(1440, |t| i64::from(t.minutes)),
        _ => 0,
    }
}
