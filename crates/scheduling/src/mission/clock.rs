//! Wall clocks to instants, with the bundled time-zone database.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone, TimeZoneDatabase};
use jiff::{Timestamp, ToSpan};
use pul_domain::{DaySet, TimeOfDay, Weekday};
use std::sync::OnceLock;

/// The rules of an IANA zone of the bundled database.
pub(super) fn zone(name: &str) -> Option<TimeZone> {
    static BUNDLED: OnceLock<TimeZoneDatabase> = OnceLock::new();
    BUNDLED.get_or_init(TimeZoneDatabase::bundled).get(name).ok()
}

/// What a wall clock reading is.
pub(super) enum Reading {
    Instant(Timestamp),
    /// The clock jumps over it.
    Gap,
    /// The clock shows it twice.
    Fold,
}

pub(super) fn read(zone: &TimeZone, wall: DateTime) -> Reading {
    let ambiguous = zone.to_ambiguous_timestamp(wall);
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => match ambiguous.unambiguous() {
            Ok(instant) => Reading::Instant(instant),
            Err(_) => Reading::Gap,
        },
        AmbiguousOffset::Gap { .. } => Reading::Gap,
        AmbiguousOffset::Fold { .. } => Reading::Fold,
    }
}

/// The instant of a wall clock reading in minutes since 1970; a reading in a gap is moved forward
/// by the gap, one in a fold is the earlier instant.
pub(super) fn minute(zone: &TimeZone, wall: DateTime) -> i64 {
    let instant = zone.to_ambiguous_timestamp(wall).compatible();
    instant.map_or(0, |t| t.as_second().div_euclid(60))
}

/// Minutes after midnight of a day, on to later days where they are 1440 or more.
pub(super) fn on(date: Date, minutes: i64) -> DateTime {
    let midnight = date.at(0, 0, 0, 0);
    midnight.checked_add(minutes.minutes()).unwrap_or(midnight)
}

/// The windows of a daily time on the given days of the week that touch the days from `first` to `last`.
pub(super) fn windows(
    zone: &TimeZone,
    days: DaySet,
    (start, end): (TimeOfDay, TimeOfDay),
    (first, last): (Date, Date),
) -> Vec<(i64, i64)> {
    let (start, mut end) = (i64::from(start.minutes()), i64::from(end.minutes()));
    if end <= start {
        end += 1440;
    }
    let mut windows = Vec::new();
    let mut date = first.yesterday().unwrap_or(first);
    let past = last.tomorrow().unwrap_or(last);
    while date <= past {
        if days.has(Weekday::of(date)) {
            windows.push((minute(zone, on(date, start)), minute(zone, on(date, end))));
        }
        match date.tomorrow() {
            Ok(next) => date = next,
            Err(_) => break,
        }
    }
    windows
}
