//! Letters about meetings: each meeting on every clock, and the message for the reader's calendar.

use pul_app::live::mailer::{CalendarPart, Mail};
use pul_app::live::missions::Carried;
use pul_calendar::{Clock, Issue, Mailbox};
use pul_domain::{Appointment, PlannedMeeting, on_wall};
use pul_locale::{Length, Locale};
use pul_timetable::Told;

/// Minutes before a meeting at which calendars remind.
pub(crate) const REMIND: [u16; 1] = [15];

/// What a letter carries of its meetings; nothing for other letters, and once it was sent.
pub(super) fn carried(mail: &Mail) -> Option<Carried> {
    serde_json::from_str(mail.values.get("meetings")?.open_with_consent()).ok()
}

/// When the first of the meetings is on the reader's own clock: the moment of a letter about one, the day of one about
/// several.
pub(super) fn when(carried: &Carried, locale: Locale) -> String {
    let zone = zone(carried);
    let change = &carried.change;
    let moved = change.moved.iter().map(|(_, is)| is);
    let Some(first) = change.gained.iter().chain(moved).chain(&change.lost).next() else {
        return String::new();
    };
    let start = on_wall(first.start, zone);
    if change.gained.len() > 1 {
        locale.date(start.date(), Length::Full)
    } else {
        locale.date_time(&start, Length::Full)
    }
}

fn zone(carried: &Carried) -> &str {
    carried.mission.sends(&carried.change.delegate).map_or("UTC", |a| a.zone.as_str())
}

/// The meetings in lines: on every clock, with whom, where; of one that moved, where it was.
pub(super) fn lines(carried: &Carried, locale: Locale) -> Vec<String> {
    let told = Told { locale, mission: &carried.mission };
    let delegate = &carried.change.delegate;
    let line = |meeting: &PlannedMeeting| {
        let of = Appointment::of(&carried.mission, meeting)?;
        let times = told.times(&of, Some(delegate)).join(" · ");
        Some(format!("{times} — {} — {}", told.parties(&of, Some(delegate)), told.place(&of)))
    };
    let was =
        |meeting: &PlannedMeeting| Some(format!("{}: {}", locale.say("mission-before", &[]), line(meeting)?));
    let change = &carried.change;
    let moved = change.moved.iter().flat_map(|(before, after)| [line(after), was(before)]);
    change.lost.iter().map(line).chain(moved).chain(change.gained.iter().map(line)).flatten().collect()
}

/// The message for the calendar of whoever gets the letter; only letters that tell of a change have one.
pub(super) fn calendar(
    mail: &Mail,
    carried: &Carried,
    (address, organiser): (&str, Option<&Mailbox>),
    locale: Locale,
) -> Option<CalendarPart> {
    if !mail.code.starts_with("mission-meeting-") {
        return None;
    }
    let issue = Issue {
        mission: &carried.mission,
        version: carried.version,
        stamp: carried.stamp,
        host: host(address),
        organiser,
        locale,
        clock: Clock::default(),
        remind: &REMIND,
    };
    let address = mail.to.open_with_consent().clone();
    let name = if carried.person.is_empty() { address.clone() } else { carried.person.clone() };
    let message =
        pul_calendar::messages(&issue, &carried.change, &Mailbox { name, address }).into_iter().next()?;
    Some(CalendarPart { method: message.method.name(), text: message.text })
}

/// The host of an address: it makes the ids of events unique in the world.
pub(crate) fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split([':', '/']).next().unwrap_or(rest)
}

/// The sender of letters as the one who invites: `Pul <pul@example.org>`, or an address alone.
pub(crate) fn organiser(from: &str) -> Option<Mailbox> {
    let (name, address) = match from.rsplit_once('<') {
        Some((name, rest)) => (name.trim().trim_matches('"'), rest.trim_end().strip_suffix('>')?),
        None => ("", from),
    };
    let address = address.trim();
    let name = if name.is_empty() { address } else { name };
    address.contains('@').then(|| Mailbox { name: name.to_owned(), address: address.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_read_as_letters_name_them() {
        let told =
            |from: &str| organiser(from).map(|m| format!("{} | {}", m.name, m.address)).unwrap_or_default();
        assert_eq!(told("Pul <pul@example.org>"), "Pul | pul@example.org");
        assert_eq!(told("\"Pul, bridge\" <pul@example.org>"), "Pul, bridge | pul@example.org");
        assert_eq!(told("pul@example.org"), "pul@example.org | pul@example.org");
        assert_eq!(told("nobody"), "");
        assert_eq!(host("https://pul.example:8443/x"), "pul.example");
    }
}
