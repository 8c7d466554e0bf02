//! Missions and plans from JSON: everything wrong at once, each with its place.

use super::plain::read_plain;
use pul_domain::{Attendee, Block, Finding, Findings, Mission, MissionPlan, Place, Travel, Venue, Wish};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

const CURE: &str = "Write it as docs/missions.md says.";

/// Reads a mission (`pul-mission/1`), or the plain case, from the bytes of a file of that name.
///
/// Every entry that cannot be read is told by its list and number, counted from 0, and left out; the mission is
/// there when the rest makes one. A caller that must not lose an entry looks whether the findings have faults.
pub fn read_mission(name: &str, bytes: &[u8]) -> (Option<Mission>, Findings) {
    let mut findings = Findings::new();
    let Some(mut file) = object(name, bytes, &mut findings) else { return (None, findings) };
    if file.contains_key("participants") && !file.contains_key("format") {
        return read_plain(name, bytes);
    }
    format(name, &file, "pul-mission/1", &mut findings);
    entries::<Venue>(name, &mut file, "venues", &mut findings);
    entries::<Travel>(name, &mut file, "travel", &mut findings);
    entries::<Block>(name, &mut file, "blocks", &mut findings);
    entries::<Attendee>(name, &mut file, "attendees", &mut findings);
    entries::<Wish>(name, &mut file, "wishes", &mut findings);
    let mission = whole(name, file, &mut findings);
    (mission, findings)
}

/// Reads a plan (`pul-mission-plan/1`).
pub fn read_plan(name: &str, bytes: &[u8]) -> (Option<MissionPlan>, Findings) {
    let mut findings = Findings::new();
    let Some(mut file) = object(name, bytes, &mut findings) else { return (None, findings) };
    format(name, &file, "pul-mission-plan/1", &mut findings);
    entries::<pul_domain::PlannedMeeting>(name, &mut file, "meetings", &mut findings);
    entries::<pul_domain::LeftOut>(name, &mut file, "left_out", &mut findings);
    let plan = whole(name, file, &mut findings);
    (plan, findings)
}

fn object(name: &str, bytes: &[u8], findings: &mut Findings) -> Option<Map<String, Value>> {
    match serde_json::from_slice::<Value>(bytes) {
        Ok(Value::Object(file)) => return Some(file),
        Ok(_) => findings.push(Finding::fault(
            "not-an-object",
            Place::file(name),
            "The file is JSON, but no object.",
            CURE,
        )),
        Err(error) => findings.push(Finding::fault(
            "not-json",
            Place::line(name, u32::try_from(error.line()).unwrap_or(u32::MAX)),
            format!("The file is not JSON: {error}."),
            "Mend the file at that line; a missing comma or quote stands just before it.",
        )),
    }
    None
}

fn format(name: &str, file: &Map<String, Value>, known: &str, findings: &mut Findings) {
    let told = file.get("format").and_then(Value::as_str).unwrap_or("missing");
    if told != known {
        findings.push(Finding::fault(
            "format",
            Place::file(name).field("format"),
            format!("The format is {told}, this version reads {known}."),
            "Hand in a file of that format.",
        ));
    }
}

/// Takes entries that cannot be read out of a list and tells them.
fn entries<T: DeserializeOwned>(
    name: &str,
    file: &mut Map<String, Value>,
    field: &str,
    findings: &mut Findings,
) {
    let Some(Value::Array(list)) = file.get_mut(field) else { return };
    let mut number = 0;
    list.retain(|entry| {
        let read = serde_json::from_value::<T>(entry.clone());
        if let Err(error) = &read {
            let id = ["id", "party", "wish"].iter().find_map(|key| entry.get(key)?.as_str());
            let id = id.map_or_else(String::new, |id| format!(" {id}"));
            findings.push(Finding::fault(
                "unreadable-entry",
                Place::file(name).field(format!("{field}[{number}]{id}")),
                format!("It cannot be read: {error}."),
                CURE,
            ));
        }
        number += 1;
        read.is_ok()
    });
}

fn whole<T: DeserializeOwned>(name: &str, file: Map<String, Value>, findings: &mut Findings) -> Option<T> {
    match serde_json::from_value(Value::Object(file)) {
        Ok(whole) => Some(whole),
        Err(error) => {
            let cause = format!("It cannot be read: {error}.");
            findings.push(Finding::fault("unreadable", Place::file(name), cause, CURE));
            None
        }
    }
}
