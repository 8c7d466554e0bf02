//! One meeting in one person's calendar.

use crate::content::{Content, quoted};
use crate::zone::{utc, wall};
use crate::{Clock, Issue, Mailbox};
use jiff::Timestamp;
use jiff::tz::AmbiguousOffset;
use pul_domain::{Appointment, DelegateId, on_wall};
use pul_locale::Length;

/// What happens with the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Held,
    Cancelled,
}

/// Writes `VEVENT`. `to` is the person's mailbox, where the message is for one.
pub(crate) fn event(
    content: &mut Content,
    issue: &Issue<'_>,
    (of, delegate): (&Appointment<'_>, &DelegateId),
    state: State,
    to: Option<&Mailbox>,
) {
    let locale = issue.locale;
    let language = locale.language().tag();
    let with = locale.list_and(of.others(delegate).map(|(a, _)| a.name.as_str()));
    let key = if state == State::Held { "calendar-summary" } else { "calendar-cancelled" };
    let who = || [("who", with.as_str().into())];
    content.line("BEGIN:VEVENT");
    content.line(&format!("UID:{}", uid(issue, of)));
    content.line(&format!("DTSTAMP:{}", utc(issue.stamp)));
    content.line(&format!("LAST-MODIFIED:{}", utc(issue.stamp)));
    content.line(&format!("SEQUENCE:{}", issue.version));
    let zone = of.mission.sends(delegate).map_or("UTC", |a| a.zone.as_str());
    let clock = readable(of, zone, issue.clock);
    content.line(&at("DTSTART", of.meeting.start, zone, clock));
    content.line(&at("DTEND", of.meeting.end, zone, clock));
    content.text(&format!("SUMMARY;LANGUAGE={language}"), &locale.say(key, &who()));
    let place = [("venue", of.venue.name.as_str().into()), ("table", of.meeting.table.into())];
    content.text(&format!("LOCATION;LANGUAGE={language}"), &locale.say("calendar-location", &place));
    content.text(&format!("DESCRIPTION;LANGUAGE={language}"), &description(issue, of, delegate));
    content.line(if state == State::Held { "STATUS:CONFIRMED" } else { "STATUS:CANCELLED" });
    content.line(if state == State::Held { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
    if let Some(organiser) = issue.organiser {
        content.line(&format!("ORGANIZER;CN={}:{}", quoted(&organiser.name), mailto(&organiser.address)));
    }
    if let Some(to) = to {
        let ask = if state == State::Held { ";PARTSTAT=NEEDS-ACTION;RSVP=TRUE" } else { "" };
        let name = quoted(&to.name);
        content.line(&format!("ATTENDEE;CN={name};ROLE=REQ-PARTICIPANT{ask}:{}", mailto(&to.address)));
    }
    if state == State::Held {
        for minutes in issue.remind {
            content.line("BEGIN:VALARM");
            content.line("ACTION:DISPLAY");
            content.text("DESCRIPTION", &locale.say("calendar-reminder", &who()));
            content.line(&format!("TRIGGER:-PT{minutes}M"));
            content.line("END:VALARM");
        }
    }
    content.line("END:VEVENT");
}

/// An id that stays through every plan of the mission.
pub(crate) fn uid(issue: &Issue<'_>, of: &Appointment<'_>) -> String {
    format!("{}.{}@{}", of.wish.id, issue.mission.id, issue.host)
}

/// A wall clock that shows the hour twice names its first showing (RFC 5545, section 3.3.5): a meeting in
/// such an hour is written in UTC.
fn readable(of: &Appointment<'_>, zone: &str, clock: Clock) -> Clock {
    let twice = |at: Timestamp| {
        let local = on_wall(at, zone);
        let reading = local.time_zone().to_ambiguous_timestamp(local.datetime());
        matches!(reading.offset(), AmbiguousOffset::Fold { .. })
    };
    if twice(of.meeting.start) || twice(of.meeting.end) { Clock::Utc } else { clock }
}

fn at(name: &str, at: Timestamp, zone: &str, clock: Clock) -> String {
    match clock {
        Clock::Utc => format!("{name}:{}", utc(at)),
        Clock::Zoned => {
            let local = on_wall(at, zone);
            // An unknown zone is read as UTC, and says so.
            match local.time_zone().iana_name() {
                Some(zone) if zone != "UTC" => format!("{name};TZID={zone}:{}", wall(local.datetime())),
                _ => format!("{name}:{}", utc(at)),
            }
        }
    }
}

/// Every wall clock that matters and everybody who comes.
fn description(issue: &Issue<'_>, of: &Appointment<'_>, delegate: &DelegateId) -> String {
    let locale = issue.locale;
    let mut lines = vec![locale.say("calendar-times", &[])];
    for zone in of.zones(Some(delegate)) {
        let (from, until) = (on_wall(of.meeting.start, zone), on_wall(of.meeting.end, zone));
        let time = locale.range(&locale.date_time(&from, Length::Full), &locale.time_zoned(&until));
        lines.push(format!("• {time} · {zone}"));
    }
    lines.push(String::new());
    lines.push(locale.say("calendar-who", &[]));
    lines.extend(of.who().map(|(attendee, delegate)| format!("• {} · {delegate}", attendee.name)));
    lines.push(String::new());
    let mission = issue.mission.title.as_str();
    let part = [("mission", mission.into()), ("version", issue.version.into())];
    lines.push(locale.say("calendar-mission", &part));
    lines.join("\n")
}

/// An address as a URI: what would end the line or the value early is percent-encoded.
fn mailto(address: &str) -> String {
    let safe = |b: u8| b.is_ascii_alphanumeric() || b"@.-_+!#$&'*/=?^`{|}~".contains(&b);
    let coded = |b: u8| if safe(b) { char::from(b).to_string() } else { format!("%{b:02X}") };
    format!("mailto:{}", address.bytes().map(coded).collect::<String>())
}
