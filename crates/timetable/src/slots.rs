//! The sittings a mission has: every slot of every venue that exists and is open.

use jiff::civil::DateTime;
use jiff::tz::AmbiguousOffset;
use jiff::{Timestamp, ToSpan};
use pul_domain::{Span, Venue, on_wall};

/// The slots of a venue by start, as `docs/missions.md` has them.
pub(crate) fn slots(venue: &Venue) -> Vec<(Timestamp, Timestamp)> {
    let zone = on_wall(Timestamp::UNIX_EPOCH, &venue.zone).time_zone().clone();
    let closed: Vec<_> = venue.closed.iter().filter_map(instants).collect();
    let mut slots = Vec::new();
    for grid in &venue.grids {
        for index in 0..i64::from(grid.slots) {
            let step = i64::from(grid.minutes.saturating_add(grid.pause));
            let minute = i64::from(grid.start.minutes()) + index * step;
            let Ok(wall) = grid.date.at(0, 0, 0, 0).checked_add(minute.minutes()) else { continue };
            let reading = zone.to_ambiguous_timestamp(wall);
            let AmbiguousOffset::Unambiguous { offset } = reading.offset() else { continue };
            let Ok(start) = offset.to_timestamp(wall) else { continue };
            let Ok(end) = start.checked_add(i64::from(grid.minutes).minutes()) else { continue };
            if start < end && closed.iter().all(|(from, until)| end <= *from || *until <= start) {
                slots.push((start, end));
            }
        }
    }
    slots.sort_unstable();
    let mut until = Timestamp::MIN;
    slots.retain(|(start, end)| {
        let keep = until <= *start;
        if keep {
            until = *end;
        }
        keep
    });
    slots
}

fn instants(span: &Span) -> Option<(Timestamp, Timestamp)> {
    let zone = on_wall(Timestamp::UNIX_EPOCH, &span.zone).time_zone().clone();
    let at = |wall: DateTime| zone.to_ambiguous_timestamp(wall).compatible().ok();
    Some((at(span.from)?, at(span.until)?)).filter(|(from, until)| from < until)
}
