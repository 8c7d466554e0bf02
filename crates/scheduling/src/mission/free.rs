//! When and where an attendee can be, and how much it dislikes the hour.

use super::clock;
use super::slots::{Slot, days, spans, unknown_zone};
use pul_domain::{Attendee, DaySet, DelegateId, Finding, Findings, Mission, Place, Span, TimeOfDay, Weekday};

/// Per slot: minutes outside the attendee's hours, or nothing where it cannot be.
pub(super) fn comfort(
    mission: &Mission,
    attendee: &Attendee,
    slots: &[Slot],
    findings: &mut Findings,
) -> Vec<Option<u32>> {
    let place = format!("attendee {}", attendee.party);
    let Some(zone) = clock::zone(&attendee.zone) else {
        findings.push(unknown_zone(&place, &attendee.zone));
        return vec![None; slots.len()];
    };
    let range = days(slots);
    let mut closed = spans(&attendee.away, &place, findings);
    closed.extend(blocks(mission, attendee, range, findings));
    let hours = match &attendee.hours {
        Some(hours) => match clock::zone(&hours.zone) {
            Some(zone) => Some(clock::windows(&zone, hours.days, (hours.start, hours.end), range)),
            None => {
                findings.push(unknown_zone(&place, &hours.zone));
                None
            }
        },
        None => None,
    };
    let every_day = DaySet::from(Weekday::ALL.to_vec());
    let of = |minutes| TimeOfDay::from_minutes(minutes);
    let online = match (of(8 * 60), of(20 * 60)) {
        (Some(start), Some(end)) => clock::windows(&zone, every_day, (start, end), range),
        _ => Vec::new(),
    };
    let stretch = i64::from(attendee.stretch_minutes);
    let comfort: Vec<Option<u32>> = slots
        .iter()
        .map(|slot| {
            let venue = &mission.venues[slot.venue];
            let may = attendee.venues.is_empty() || attendee.venues.contains(&venue.id);
            if !may || closed.iter().any(|(from, until)| *from < slot.end && slot.start < *until) {
                return None;
            }
            let outside = match (&hours, &venue.area) {
                (Some(windows), _) => outside(windows, slot, stretch),
                (None, None) => outside(&online, slot, stretch),
                (None, Some(_)) => Some(0),
            };
            outside.map(|minutes| minutes + u32::from(venue.overflow_minutes))
        })
        .collect();
    if !slots.is_empty() && comfort.iter().all(Option::is_none) {
        findings.push(Finding::fault(
            "never-available",
            Place::file("mission").field(place),
            format!("{} is free in none of the {} slots.", attendee.party, slots.len()),
            "Check its hours and zone, its absences and the venues it can be at, or widen its stretch.",
        ));
    }
    comfort
}

/// When one delegate of the attendee cannot meet though its colleagues can.
pub(super) fn absences(
    attendee: &Attendee,
    delegate: &DelegateId,
    findings: &mut Findings,
) -> Vec<(i64, i64)> {
    let own = attendee.delegate_away.iter().filter(|a| a.delegate == *delegate);
    let own: Vec<Span> = own.map(|a| a.span.clone()).collect();
    spans(&own, &format!("attendee {}", attendee.party), findings)
}

/// Minutes of the slot outside the nearest window it lies in once that is stretched.
fn outside(windows: &[(i64, i64)], slot: &Slot, stretch: i64) -> Option<u32> {
    windows
        .iter()
        .filter(|(from, until)| from - stretch <= slot.start && slot.end <= until + stretch)
        .map(|(from, until)| {
            let inside = (slot.end.min(*until) - slot.start.max(*from)).max(0);
            (slot.end - slot.start - inside) as u32
        })
        .min()
}

fn blocks(
    mission: &Mission,
    attendee: &Attendee,
    range: (jiff::civil::Date, jiff::civil::Date),
    findings: &mut Findings,
) -> Vec<(i64, i64)> {
    for kept in attendee.keeps.iter().filter(|k| mission.blocks.iter().all(|b| b.id != **k)) {
        findings.push(Finding::fault(
            "unknown-block",
            Place::file("mission").field(format!("attendee {}", attendee.party)),
            format!("{kept:?} is no block of the mission."),
            "Name a block that is defined under blocks.",
        ));
    }
    let mut closed = Vec::new();
    for block in mission.blocks.iter().filter(|b| b.everybody || attendee.keeps.contains(&b.id)) {
        let name = block.zone.as_ref().unwrap_or(&attendee.zone);
        let Some(zone) = clock::zone(name) else { continue };
        let first = block.first.map_or(range.0, |d| d.max(range.0));
        let last = block.last.map_or(range.1, |d| d.min(range.1));
        if first > last {
            continue;
        }
        // The windows reach a day over the range on purpose, so the block's own days are cut here.
        let days = clock::windows(&zone, block.days, (block.start, block.end), (first, last));
        let starts =
            |d: jiff::civil::Date| clock::minute(&zone, clock::on(d, i64::from(block.start.minutes())));
        let (low, high) = (block.first.map(starts), block.last.map(starts));
        closed.extend(
            days.into_iter()
                .filter(|(from, _)| low.is_none_or(|l| l <= *from) && high.is_none_or(|h| *from <= h)),
        );
    }
    closed
}
