//! Canonical posts: one JSON object a line, in the form the domain writes.

use super::check::check_post;
use super::duplicates::near_print;
use super::rows::{Importer, Teller};
use super::{Event, Summary};
use crate::mapping::Near;
use crate::table::{Input, Print, lines, short};
use pul_domain::{Finding, Findings, Place, Post};
use pul_pack::reader::nearest;
use serde_json::{Map, Value, json};

/// Keys both kinds of post have.
const COMMON: &[&str] = &[
    "post",
    "id",
    "party",
    "sides",
    "title",
    "role",
    "sectors",
    "city",
    "hours",
    "exclude",
    "terms",
    "skills",
    "people",
    "hours_per_week",
    "overlap",
    "languages",
    "certifications",
    "registrations",
];
/// Keys an ask has besides.
const ASK: &[&str] = &["budget", "period", "least_references"];
/// Keys an offer has besides.
const OFFER: &[&str] =
    &["rate", "available_from", "available_until", "least_days", "wanted_days", "wanted_sectors", "record"];
/// Keys that must be there.
const REQUIRED: &[&str] = &["id", "party", "sides", "terms"];

impl Importer<'_> {
    /// Reads canonical posts, telling each taken, each finding, and progress. Keys that no
    /// post has are faults; every fault of a line is told.
    pub fn posts(&mut self, input: &Input<'_>, on: &mut dyn FnMut(Event)) -> Summary {
        self.seen.next_file();
        let mut teller = Teller { summary: Summary::default(), on };
        let mut notes = Findings::new();
        if let Some(mut lines) = lines(input, &mut notes) {
            while let Some(line) = lines.next_line() {
                teller.summary.rows += 1;
                let mut place = Place::line(input.name, line.line);
                place.row = Some(line.row);
                match line.value {
                    Err(finding) => {
                        teller.summary.refused += 1;
                        teller.find(*finding);
                    }
                    Ok(value) => self.post(input.name, line.row, &place, &value, &mut teller),
                }
                teller.progress(lines.progress());
            }
        }
        teller.find_all(notes);
        teller.nothing_taken(input.name);
        teller.summary
    }

    fn post(&mut self, file: &str, row: u64, place: &Place, value: &Value, teller: &mut Teller<'_>) {
        let mut findings = Findings::new();
        let post = read(value, place, &mut findings);
        if let Some(post) = &post {
            check_post(post, self.pack, place, &mut findings);
        }
        let refused = findings.has_faults();
        teller.find_all(findings);
        match post.filter(|_| !refused) {
            None => teller.summary.refused += 1,
            Some(post) => {
                let mut print = Print::new();
                print.part(value.to_string().as_bytes());
                let title = [post.common().title.clone()];
                let near = near_print(None, &post, &title);
                self.take(file, (row, print.get(), near), Near::Warn, None, post, teller);
            }
        }
    }
}

/// A post from its JSON; every fault of it otherwise.
fn read(value: &Value, place: &Place, findings: &mut Findings) -> Option<Post> {
    let object = value.as_object()?;
    let own = match object.get("post").and_then(Value::as_str) {
        Some("ask") => ASK,
        Some("offer") => OFFER,
        _ => {
            findings.push(Finding::fault(
                "bad-value",
                place.clone().field("post"),
                "`post` says neither \"ask\" nor \"offer\".",
                "Write \"post\": \"ask\" or \"post\": \"offer\".",
            ));
            return None;
        }
    };
    unknown_keys(object, own, place, findings);
    for key in REQUIRED.iter().filter(|key| !object.contains_key(**key)) {
        findings.push(Finding::fault(
            "missing-key",
            place.clone().field(*key),
            format!("`{key}` is missing."),
            format!("Add `{key}`."),
        ));
    }
    if findings.has_faults() {
        bad_values(object, own, place, findings);
        return None;
    }
    match serde_json::from_value::<Post>(value.clone()) {
        Ok(post) => Some(post),
        Err(error) => {
            bad_values(object, own, place, findings);
            if !findings.has_faults() {
                findings.push(bad_value(place.clone(), &error));
            }
            None
        }
    }
}

/// Flattening hides unknown keys from the reader of JSON, so they are looked for here.
fn unknown_keys(object: &Map<String, Value>, own: &[&str], place: &Place, findings: &mut Findings) {
    for key in object.keys() {
        let known = || COMMON.iter().chain(own).copied();
        if known().any(|known| known == key) {
            continue;
        }
        let other = ASK.iter().chain(OFFER).any(|known| known == key);
        let cure = match nearest(key, known()) {
            _ if other => "It belongs to the other kind of post; take it away.".to_owned(),
            Some(near) => format!("Did you mean `{near}`?"),
            None => format!("Take it away; a post has: {}.", known().collect::<Vec<_>>().join(", ")),
        };
        let cause = format!("No such post has a key {:?}.", short(key));
        findings.push(Finding::fault("unknown-key", place.clone().field(short(key)), cause, cure));
    }
}

/// Reads each value in a post that is otherwise well-formed, so that all faults are seen.
fn bad_values(object: &Map<String, Value>, own: &[&str], place: &Place, findings: &mut Findings) {
    for (key, value) in object {
        if !COMMON.iter().chain(own).any(|known| known == key) {
            continue;
        }
        let mut whole = json!({
            "post": object.get("post"), "id": "x", "party": "x", "sides": ["x"],
            "terms": { "kind": "service" },
        });
        whole[key.as_str()] = value.clone();
        if let Err(error) = serde_json::from_value::<Post>(whole) {
            findings.push(bad_value(place.clone().field(key), &error));
        }
    }
}

fn bad_value(place: Place, error: &serde_json::Error) -> Finding {
    Finding::fault(
        "bad-value",
        place,
        format!("{}.", short(&error.to_string()).trim_end_matches('.')),
        "Mend the value; docs/import.md shows each.",
    )
}
