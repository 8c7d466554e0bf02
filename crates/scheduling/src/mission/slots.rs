//! The slots of a mission's venues, in the order of time.

use super::clock::{self, Reading};
use jiff::{Timestamp, ToSpan};
use pul_domain::{Finding, Findings, Grid, Mission, Place, Span, Venue};

/// The most slots of all venues together.
const MOST: usize = 2_500;

/// One start of one venue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub(super) start: i64,
    pub(super) end: i64,
    pub(super) venue: usize,
    pub(super) session: String,
}

pub(super) fn instant(minute: i64) -> Timestamp {
    Timestamp::from_second(minute.saturating_mul(60)).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(super) fn slots(mission: &Mission, findings: &mut Findings) -> Vec<Slot> {
    let mut slots = Vec::new();
    for (at, venue) in mission.venues.iter().enumerate() {
        let Some(zone) = clock::zone(&venue.zone) else {
            findings.push(unknown_zone(&format!("venue {}", venue.id), &venue.zone));
            continue;
        };
        let closed = spans(&venue.closed, &format!("venue {}", venue.id), findings);
        for grid in &venue.grids {
            for index in 0..i64::from(grid.slots) {
                let wall = clock::on(
                    grid.date,
                    i64::from(grid.start.minutes())
                        + index * i64::from(grid.minutes.saturating_add(grid.pause)),
                );
                let start = match clock::read(&zone, wall) {
                    Reading::Instant(start) => start.as_second().div_euclid(60),
                    Reading::Gap => {
                        findings.push(odd_hour(
                            venue,
                            grid,
                            wall,
                            "does not exist: the clock is put forward",
                            "slot-in-gap",
                        ));
                        continue;
                    }
                    Reading::Fold => {
                        findings.push(odd_hour(
                            venue,
                            grid,
                            wall,
                            "happens twice: the clock is put back",
                            "slot-in-fold",
                        ));
                        continue;
                    }
                };
                let end = start + i64::from(grid.minutes);
                if closed.iter().all(|(from, until)| end <= *from || *until <= start) {
                    slots.push(Slot { start, end, venue: at, session: grid.session.clone() });
                }
                if slots.len() > MOST {
                    findings.push(Finding::fault(
                        "too-many-slots",
                        Place::file("mission").field("venues"),
                        format!("The venues have more than {MOST} slots together."),
                        "Plan the mission in parts, or make slots longer.",
                    ));
                    return Vec::new();
                }
            }
        }
    }
    overlaps(mission, &mut slots, findings);
    slots
}

/// Slots in the order of time; of two slots of one venue that overlap, the earlier is kept.
fn overlaps(mission: &Mission, slots: &mut Vec<Slot>, findings: &mut Findings) {
    slots.sort_by_key(|slot| (slot.start, slot.end, slot.venue));
    let mut until = vec![i64::MIN; mission.venues.len()];
    slots.retain(|slot| {
        let free = until[slot.venue] <= slot.start && slot.start < slot.end;
        if free {
            until[slot.venue] = slot.end;
        } else {
            let venue = &mission.venues[slot.venue].id;
            findings.push(Finding::fault(
                "overlapping-slots",
                Place::file("mission").field(format!("venue {venue}")),
                format!(
                    "The slot at {} is empty or overlaps another of the same venue.",
                    instant(slot.start)
                ),
                "Give the venue one grid at a time, with slots of at least a minute.",
            ));
        }
        free
    });
}

pub(super) fn unknown_zone(place: &str, zone: &str) -> Finding {
    Finding::fault(
        "unknown-zone",
        Place::file("mission").field(place),
        format!("{zone:?} is no time zone of the bundled database."),
        "Write an IANA name, such as America/Toronto or Asia/Karachi.",
    )
    .with("text", zone)
}

fn odd_hour(venue: &Venue, grid: &Grid, wall: jiff::civil::DateTime, what: &str, code: &str) -> Finding {
    Finding::fault(
        code,
        Place::file("mission").field(format!("venue {} {}", venue.id, grid.date)),
        format!("{wall} {what} in {} that day. The slot is left out.", venue.zone),
        "Start the grid an hour earlier or later, or write it in a zone without the change, such as UTC.",
    )
}

/// Spans in minutes; one that is empty or in an unknown zone is told and left out.
pub(super) fn spans(spans: &[Span], place: &str, findings: &mut Findings) -> Vec<(i64, i64)> {
    let mut read = Vec::new();
    for span in spans {
        let Some(zone) = clock::zone(&span.zone) else {
            findings.push(unknown_zone(place, &span.zone));
            continue;
        };
        for wall in [span.from, span.until] {
            if !matches!(clock::read(&zone, wall), Reading::Instant(_)) {
                findings.push(Finding::warning(
                    "span-at-clock-change",
                    Place::file("mission").field(place),
                    format!("{wall} does not exist or happens twice in {} that day.", span.zone),
                    "Check that the span means what was meant: a skipped time is moved forward, of two the earlier is taken.",
                ));
            }
        }
        let (from, until) = (clock::minute(&zone, span.from), clock::minute(&zone, span.until));
        if from < until {
            read.push((from, until));
        } else {
            findings.push(Finding::fault(
                "empty-span",
                Place::file("mission").field(place),
                format!("The span from {} to {} is empty.", span.from, span.until),
                "Let it end after it starts.",
            ));
        }
    }
    read
}

/// The civil days the slots touch, one day wider on either side.
pub(super) fn days(slots: &[Slot]) -> (jiff::civil::Date, jiff::civil::Date) {
    let day = |minute: i64, shift: i64| {
        let date = instant(minute).to_zoned(jiff::tz::TimeZone::UTC).date();
        date.checked_add(shift.days()).unwrap_or(date)
    };
    let first = slots.iter().map(|s| s.start).min().unwrap_or(0);
    let last = slots.iter().map(|s| s.end).max().unwrap_or(0);
    (day(first, -1), day(last, 1))
}
