//! The same moment on several clocks.

use jiff::{Timestamp, Zoned};
use pul_domain::on_wall;
use pul_locale::Locale;

/// A span on the clock of its place, and on the clocks elsewhere: each with its zone. Elsewhere a time on another day
/// than at the place says so.
pub(super) fn span(
    locale: &Locale,
    (from, until): (Timestamp, Timestamp),
    zones: &[&str],
) -> (String, Vec<String>) {
    let (first, others) = zones.split_first().map_or(("UTC", &[][..]), |(first, others)| (*first, others));
    let (start, end) = (on_wall(from, first), on_wall(until, first));
    let end = beside(locale, &end, &start, locale.time_zoned(&end));
    let here = locale.range(&locale.time(start.time()), &end);
    let elsewhere = others.iter().map(|zone| {
        let (from, until) = (on_wall(from, zone), on_wall(until, zone));
        let begins = beside(locale, &from, &start, locale.time(from.time()));
        locale.range(&begins, &beside(locale, &until, &start, locale.time_zoned(&until)))
    });
    (here, elsewhere.collect())
}

/// A time on a clock, with the day where it is not that of the other clock.
fn beside(locale: &Locale, at: &Zoned, other: &Zoned, time: String) -> String {
    let key = match at.date().cmp(&other.date()) {
        std::cmp::Ordering::Less => "missions-day-before",
        std::cmp::Ordering::Equal => return time,
        std::cmp::Ordering::Greater => "missions-day-after",
    };
    locale.say(key, &[("time", time.into())])
}

/// Zones without those whose clocks show the same at an instant as one before.
pub(super) fn different<'z>(
    zones: impl Iterator<Item = &'z str>,
    at: Timestamp,
    most: usize,
) -> Vec<&'z str> {
    let mut kept: Vec<&str> = Vec::new();
    for zone in zones {
        let offset = on_wall(at, zone).offset();
        if kept.len() < most && kept.iter().all(|known| on_wall(at, known).offset() != offset) {
            kept.push(zone);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use pul_locale::Language;

    #[test]
    fn a_time_on_another_day_says_so() {
        let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
        let day = (at("2027-02-16T14:00:00Z"), at("2027-02-16T21:30:00Z"));
        let told = |zones: &[&str]| {
            let (here, elsewhere) = span(&Locale::new(Language::English), day, zones);
            format!("{here} | {}", elsewhere.join(" | ")).replace(['\u{a0}', '\u{202f}'], " ")
        };
        insta::assert_snapshot!(told(&["America/Toronto", "Asia/Karachi"]), @"9:00 a.m.–4:30 p.m. EST (UTC−05:00) | 7:00 p.m.–2:30 a.m. PKT (UTC+05:00) the day after");
        insta::assert_snapshot!(told(&["Asia/Karachi", "America/Vancouver", "Asia/Tokyo"]), @"7:00 p.m.–2:30 a.m. PKT (UTC+05:00) the day after | 7:00 a.m.–2:30 p.m. MST (UTC−07:00) | 11:00 p.m.–6:30 a.m. JST (UTC+09:00) the day after");
        let zones = ["America/Toronto", "America/Montreal", "America/New_York", "Asia/Karachi", "Asia/Tokyo"];
        assert_eq!(different(zones.into_iter(), day.0, 2), ["America/Toronto", "Asia/Karachi"]);
    }
}
