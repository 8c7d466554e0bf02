//! The plain special case: participants, numbered slots, tables and wishes, as in
//! `{"participants":40,"slots":8,"tables":12,"wishes":[{"a":1,"b":20,"value":58}],"unavailable":[[0,1],[]]}`.
//!
//! It is read into a whole mission of one venue and one day, so that everything else, the checker
//! too, needs to know one kind of mission only.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use pul_domain::{
    Attendee, DelegateId, Finding, Findings, Grid, Id, Mission, MissionId, PartyId, Place, Span, TimeOfDay,
    Venue, VenueId, Wish, WishId, WishState,
};
use serde_json::Value;

const DAY: Date = date(2026, 1, 5);
/// Slots fit one day of 1440 minutes.
const MOST_SLOTS: u64 = 1440;

/// Reads a plain file. Nothing comes back if it is no such file at all; a faulty wish or
/// absence is told and left out.
pub fn read_plain(name: &str, bytes: &[u8]) -> (Option<Mission>, Findings) {
    let mut findings = Findings::new();
    let Ok(file) = serde_json::from_slice::<Value>(bytes) else {
        findings.push(Finding::fault(
            "not-json",
            Place::file(name),
            "The file is not JSON.",
            "Hand in a JSON object.",
        ));
        return (None, findings);
    };
    let mut number = |field: &str, most: u64| {
        let found = file.get(field).and_then(Value::as_u64).filter(|n| *n <= most);
        if found.is_none() {
            findings.push(Finding::fault(
                "not-a-number",
                Place::file(name).field(field),
                format!("{field:?} is missing or no whole number up to {most}."),
                "Write it as a whole number.",
            ));
        }
        found
    };
    let (participants, slots, tables) =
        (number("participants", 100_000), number("slots", MOST_SLOTS), number("tables", 65_535));
    let (Some(participants), Some(slots), Some(tables)) = (participants, slots, tables) else {
        return (None, findings);
    };
    let minutes = 1440u64.checked_div(slots).unwrap_or(30).min(30);
    let absences = file.get("unavailable").and_then(Value::as_array);
    let attendees = (0..participants).filter_map(|p| {
        attendee(name, p, absences.and_then(|a| a.get(p as usize)), (slots, minutes), &mut findings)
    });
    let attendees: Vec<Attendee> = attendees.collect();
    let wishes = file.get("wishes").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let wishes =
        wishes.iter().enumerate().filter_map(|(row, w)| wish(name, row, w, participants, &mut findings));
    let mission = Mission {
        format: "pul-mission/1".to_owned(),
        id: id::<MissionId>("plain"),
        title: name.to_owned(),
        venues: vec![Venue {
            id: id::<VenueId>("hall"),
            name: "Hall".to_owned(),
            zone: "UTC".to_owned(),
            area: Some("hall".to_owned()),
            tables: tables as u16,
            host: None,
            overflow_minutes: 0,
            grids: vec![Grid {
                session: "day".to_owned(),
                date: DAY,
                start: TimeOfDay::from_minutes(0).unwrap_or_else(|| unreachable!("0 is a time of day")),
                slots: slots as u16,
                minutes: minutes as u16,
                pause: 0,
            }],
            closed: Vec::new(),
        }],
        travel: Vec::new(),
        blocks: Vec::new(),
        wishes: wishes.collect(),
        attendees,
        may_meet: Vec::new(),
        met_before: Vec::new(),
        repeat_percent: 100,
        least_break_minutes: None,
    };
    (Some(mission), findings)
}

fn id<T>(text: &str) -> T
where
    T: std::str::FromStr,
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap_or_else(|e| unreachable!("{text} is an id: {e:?}"))
}

fn attendee(
    name: &str,
    number: u64,
    absences: Option<&Value>,
    (slots, minutes): (u64, u64),
    findings: &mut Findings,
) -> Option<Attendee> {
    let wall = |slot: u64| DAY.at(0, 0, 0, 0).checked_add(((slot * minutes) as i64).minutes()).ok();
    let mut away = Vec::new();
    for slot in absences.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default() {
        match slot.as_u64().filter(|s| *s < slots).and_then(|s| Some((wall(s)?, wall(s + 1)?))) {
            Some((from, until)) => away.push(Span { from, until, zone: "UTC".to_owned() }),
            None => findings.push(Finding::warning(
                "no-such-slot",
                Place::cell(name, number + 1, "unavailable"),
                format!("{slot} is no slot from 0 to {}.", slots.saturating_sub(1)),
                "Count slots from 0; this absence is left out.",
            )),
        }
    }
    let id = format!("p{number}");
    let delegates = vec![DelegateId::new(&id).ok()?];
    let attendee =
        Attendee::new(PartyId::new(&id).ok()?, id, "participant".to_owned(), "UTC".to_owned(), delegates);
    Some(Attendee { away, ..attendee })
}

fn wish(name: &str, row: usize, wish: &Value, participants: u64, findings: &mut Findings) -> Option<Wish> {
    let number = |field: &str, below: u64| wish.get(field).and_then(Value::as_u64).filter(|n| *n < below);
    let read = (number("a", participants), number("b", participants), number("value", 1 << 32));
    let (Some(a), Some(b), Some(value)) = read else {
        findings.push(Finding::fault(
            "not-a-wish",
            Place::cell(name, row as u64 + 1, "wishes"),
            format!("{wish} does not name two participants below {participants} and a value below 2³²."),
            "Write {\"a\":…,\"b\":…,\"value\":…} with participants counted from 0.",
        ));
        return None;
    };
    let party = |p: u64| Id::new(&format!("p{p}")).ok();
    Some(Wish {
        id: WishId::new(&format!("w{row}")).ok()?,
        parties: vec![party(a)?, party(b)?],
        value: value as u32,
        state: WishState::Accepted,
        delegates: Vec::new(),
        venues: Vec::new(),
        after: Vec::new(),
        fixed: None,
        asked_by: None,
        accepted_by: Vec::new(),
        answer_by: None,
    })
}
