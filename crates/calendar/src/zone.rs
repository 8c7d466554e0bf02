//! A zone's rules for the days that matter.

use crate::content::Content;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

/// A span in which a zone keeps one offset.
struct Observance {
    /// The wall clock it begins at, by the offset before it.
    from: DateTime,
    before: Offset,
    after: Offset,
    name: String,
    summer: bool,
}

/// Writes `VTIMEZONE` for a zone: every change of its clock from the last two before `first` up to `last`. Two, because
/// some readers want a standard time in every zone they read, whatever the season.
pub(crate) fn rules(content: &mut Content, name: &str, zone: &TimeZone, first: Timestamp, last: Timestamp) {
    let mut changes: Vec<_> = zone.preceding(first).take(2).collect();
    changes.reverse();
    // A change at `first` itself is already in force then.
    let just_before = first.checked_sub(1.second()).unwrap_or(first);
    changes.extend(zone.following(just_before).take_while(|change| change.timestamp() <= last));
    let mut observances: Vec<Observance> = Vec::new();
    for change in &changes {
        let info = |at| zone.to_offset_info(at);
        let eve = change.timestamp().checked_sub(1.second()).unwrap_or(change.timestamp());
        let before = info(eve).offset();
        observances.push(Observance {
            from: before.to_datetime(change.timestamp()),
            before,
            after: change.offset(),
            name: change.abbreviation().to_owned(),
            summer: change.dst().is_dst(),
        });
    }
    if observances.is_empty() {
        let info = zone.to_offset_info(first);
        observances.push(Observance {
            from: jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0),
            before: info.offset(),
            after: info.offset(),
            name: info.abbreviation().to_owned(),
            summer: false,
        });
    }
    if observances.iter().all(|o| o.summer) {
        observances.iter_mut().take(1).for_each(|o| o.summer = false);
    }
    content.line("BEGIN:VTIMEZONE");
    content.line(&format!("TZID:{name}"));
    for observance in &observances {
        write(content, observance);
    }
    content.line("END:VTIMEZONE");
}

fn write(content: &mut Content, observance: &Observance) {
    let kind = if observance.summer { "DAYLIGHT" } else { "STANDARD" };
    content.line(&format!("BEGIN:{kind}"));
    content.line(&format!("DTSTART:{}", wall(observance.from)));
    content.line(&format!("TZOFFSETFROM:{}", offset(observance.before)));
    content.line(&format!("TZOFFSETTO:{}", offset(observance.after)));
    content.text("TZNAME", &observance.name);
    content.line(&format!("END:{kind}"));
}

/// A wall clock: `20270210T100000`.
pub(crate) fn wall(at: DateTime) -> String {
    let (d, t) = (at.date(), at.time());
    format!("{:04}{:02}{:02}T{:02}{:02}{:02}", d.year(), d.month(), d.day(), t.hour(), t.minute(), t.second())
}

/// An instant in Coordinated Universal Time: `20270210T150000Z`.
pub(crate) fn utc(at: Timestamp) -> String {
    format!("{}Z", wall(at.to_zoned(TimeZone::UTC).datetime()))
}

/// An offset: `-0330`, with seconds where there are any.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{rest}", minutes / 60, minutes % 60)
}
