//! Shared working minutes, by laying every day of the period on the time line.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, ToSpan};
use pul_domain::{Period, TimeOfDay, Weekday, WorkingHours};

/// Least overlap in minutes over the days that count; 0 when no day counts.
///
/// Walks every date of the period: slow, and with nothing to get wrong.
pub fn least_minutes(asker: &WorkingHours, offerer: &WorkingHours, period: Period) -> u16 {
    let (Ok(asker_zone), Ok(offerer_zone)) = (TimeZone::get(&asker.zone), TimeZone::get(&offerer.zone))
    else {
        return 0;
    };
    let mut least: Option<i64> = None;
    let mut day = period.from();
    while day <= period.until() {
        let weekday = Weekday::of(day);
        if asker.days.has(weekday) && offerer.days.has(weekday) {
            let shared = shared_seconds(day, (asker, &asker_zone), (offerer, &offerer_zone)) / 60;
            least = Some(least.map_or(shared, |l| l.min(shared)));
        }
        let Ok(next) = day.tomorrow() else { break };
        day = next;
    }
    u16::try_from(least.unwrap_or(0)).unwrap_or(0)
}

/// Seconds of the asker's window of `day` that lie in the offerer's windows of the
/// day before, the day itself and the day after. Windows of one party may touch
/// or, across a change of clocks, overlap; each second counts once.
fn shared_seconds(
    day: Date,
    (asker, asker_zone): (&WorkingHours, &TimeZone),
    (offerer, offerer_zone): (&WorkingHours, &TimeZone),
) -> i64 {
    let (from, until) = window(day, asker, asker_zone);
    let around: [Span; 3] = [(-1).days(), 0.days(), 1.days()];
    let mut shared = 0;
    let mut counted_to = from;
    for span in around {
        let Ok(date) = day.checked_add(span) else { continue };
        if !offerer.days.has(Weekday::of(date)) {
            continue;
        }
        let (start, end) = window(date, offerer, offerer_zone);
        let (start, end) = (start.max(counted_to), end.min(until));
        if end > start {
            shared += end - start;
            counted_to = end;
        }
    }
    shared
}

/// A working window as seconds of the Unix epoch.
fn window(day: Date, hours: &WorkingHours, zone: &TimeZone) -> (i64, i64) {
    let end_day = if hours.end > hours.start { day } else { day.tomorrow().unwrap_or(day) };
    (instant(day, hours.start, zone), instant(end_day, hours.end, zone))
}

/// The instant of a wall-clock time: moved forward through a gap, the earlier of a fold.
fn instant(day: Date, time: TimeOfDay, zone: &TimeZone) -> i64 {
    let minutes = i64::from(time.minutes());
    let (day, minutes) = if minutes == 1440 { (day.tomorrow().unwrap_or(day), 0) } else { (day, minutes) };
    let wall = day.at((minutes / 60) as i8, (minutes % 60) as i8, 0, 0);
    zone.to_ambiguous_zoned(wall).compatible().map_or(0, |z| z.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(zone: &str, start: u16, end: u16) -> WorkingHours {
        WorkingHours {
            zone: zone.into(),
            start: TimeOfDay::from_minutes(start * 60).unwrap(),
            end: TimeOfDay::from_minutes(end * 60).unwrap(),
            days: pul_domain::DaySet::WORKING_WEEK,
        }
    }

    fn period(from: &str, until: &str) -> Period {
        Period::new(from.parse().unwrap(), until.parse().unwrap()).unwrap()
    }

    #[test]
    fn daylight_saving_takes_an_hour_in_winter() {
        let (toronto, karachi) = (hours("America/Toronto", 9, 17), hours("Asia/Karachi", 14, 22));
        // Summer: Karachi is nine hours ahead, 14–22 is 05–13 in Toronto.
        assert_eq!(least_minutes(&toronto, &karachi, period("2026-07-06", "2026-07-10")), 240);
        // Winter: ten hours ahead, 04–12.
        assert_eq!(least_minutes(&toronto, &karachi, period("2026-12-07", "2026-12-11")), 180);
        // A period over both has the worse.
        assert_eq!(least_minutes(&toronto, &karachi, period("2026-10-01", "2026-12-11")), 180);
    }

    #[test]
    fn vancouver_keeps_its_offset_from_november_2026() {
        // 08–16 at UTC−7 is 20–04 in Karachi; at UTC−8 the first overlap would be 180.
        let (vancouver, karachi) = (hours("America/Vancouver", 8, 16), hours("Asia/Karachi", 18, 24));
        assert_eq!(least_minutes(&vancouver, &karachi, period("2027-01-04", "2027-01-08")), 240);
        let night = hours("Asia/Karachi", 18, 2);
        assert_eq!(least_minutes(&vancouver, &night, period("2027-01-04", "2027-01-08")), 360);
    }
}
