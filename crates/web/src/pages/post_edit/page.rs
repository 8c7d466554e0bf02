//! The form of a post as a page.

use crate::ask::{Ask, Fields};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::post_form::{IMPORTANCES, KINDS, UNITS};
use askama::Template;
use pul_domain::{Findings, PartyId, PostId};
use std::collections::BTreeMap;

/// Empty rows for skills below those filled in.
const BLANK: usize = 3;

struct Row {
    n: usize,
    name: String,
    level: u8,
    importance: String,
}

/// Value, words, whether chosen.
type Choice = (String, String, bool);

#[derive(Template)]
#[template(path = "post_edit.html")]
pub(super) struct Page {
    f: Frame,
    action: String,
    version: i64,
    is_ask: bool,
    parties: Vec<Choice>,
    kinds: Vec<Choice>,
    lists: &'static [&'static str],
    numbers: &'static [&'static str],
    rows: Vec<Row>,
    importances: Vec<&'static str>,
    roles: Vec<Choice>,
    cities: Vec<Choice>,
    sectors: Vec<Choice>,
    currencies: Vec<Choice>,
    units: Vec<Choice>,
    languages: Vec<(String, String, String)>,
    levels: [u8; 5],
    cefr: [&'static str; 7],
    certifications: Vec<Choice>,
    registrations: Vec<Choice>,
    fields: Fields,
    faults: BTreeMap<String, String>,
    above: Vec<String>,
    pub(super) found: Option<usize>,
}

impl Page {
    fn v(&self, name: &str) -> &str {
        self.fields.text(name)
    }

    fn fault(&self, name: &str) -> Option<&String> {
        self.faults.get(name)
    }
}

/// What a page is of: a new post, or one being changed.
pub(super) struct Of<'a> {
    /// The post being changed.
    pub(super) id: Option<&'a PostId>,
    /// The version that was read.
    pub(super) version: i64,
}

/// The form with these fields and what is wrong with them.
pub(super) fn page(ask: &Ask, of: &Of<'_>, fields: Fields, findings: &Findings) -> Page {
    let (labels, pack) = (Labels::of(ask), ask.node().pack());
    let view = ask.node().view();
    let chosen = |name: &str, id: &str| fields.all(name).any(|v| v == id);
    let choice = |name: &str, id: String, words: String| {
        let on = chosen(name, &id);
        (id, words, on)
    };
    let kind = fields.get("kind").unwrap_or("service").to_owned();
    let terms = KINDS.iter().find(|(word, _, _)| *word == kind).unwrap_or(&KINDS[0]);
    let is_ask = fields.text("direction") != "offer";
    let mut roles: Vec<Choice> =
        pack.roles().iter().map(|r| choice("role", r.id.to_string(), labels.role(r.id.as_str()))).collect();
    roles.sort_by(|a, b| a.1.cmp(&b.1));
    let mut codes: Vec<&String> = pack.sides().iter().flat_map(|s| &s.languages).collect();
    codes.sort();
    codes.dedup();
    let party = |id: &PartyId| {
        let name = view.party(id).map_or_else(|| id.to_string(), |card| card.name.clone());
        choice("party", id.to_string(), name)
    };
    let (faults, above) = told(ask, findings);
    let title = match (of.id, is_ask) {
        (Some(_), _) => "desk-edit",
        (None, true) => "desk-new-ask",
        (None, false) => "desk-new-offer",
    };
    let action = of.id.map_or_else(|| "/desk/new".to_owned(), |id| format!("/posts/{id}/edit"));
    Page {
        f: ask.own_frame(title),
        action: ask.to(&action),
        version: of.version,
        is_ask,
        parties: ask.who.parties.iter().map(party).collect(),
        kinds: KINDS
            .iter()
            .map(|(word, _, _)| (*word).to_owned())
            .map(|word| {
                let words = labels.locale.say(&format!("kind-{word}"), &[]);
                let on = word == kind;
                (word, words, on)
            })
            .collect(),
        lists: terms.1,
        numbers: terms.2,
        rows: rows(&labels, &fields),
        importances: IMPORTANCES.map(|(word, _)| word).into(),
        cities: pack
            .sides()
            .iter()
            .flat_map(|s| &s.cities)
            .map(|c| choice("city", c.id.to_string(), labels.city(c.id.as_str())))
            .collect(),
        sectors: pack
            .sectors()
            .iter()
            .map(|s| choice("sector", s.id.to_string(), labels.sector(s.id.as_str())))
            .collect(),
        currencies: pack.currencies().map(|c| choice("currency", c.to_string(), c.to_string())).collect(),
        units: UNITS
            .map(|(word, _)| choice("unit", word.to_owned(), labels.locale.say(&format!("per-{word}"), &[])))
            .into(),
        languages: codes
            .into_iter()
            .map(|code| {
                let level = fields.text(&format!("language-{code}")).to_owned();
                (code.clone(), labels.language(code), level)
            })
            .collect(),
        levels: [1, 2, 3, 4, 5],
        cefr: ["a1", "a2", "b1", "b2", "c1", "c2", "native"],
        certifications: pack
            .certifications()
            .iter()
            .map(|c| choice("certification", c.id.to_string(), labels.held(c.id.as_str())))
            .collect(),
        registrations: pack
            .registrations()
            .iter()
            .map(|r| choice("registration", r.id.to_string(), labels.held(r.id.as_str())))
            .collect(),
        roles,
        faults,
        above,
        found: None,
        fields,
    }
}

/// Findings beside their fields, and those of no field of the form.
fn told(ask: &Ask, findings: &Findings) -> (BTreeMap<String, String>, Vec<String>) {
    let mut faults: BTreeMap<String, String> = BTreeMap::new();
    let mut above = Vec::new();
    for finding in findings.iter() {
        let (field, cause, cure) = crate::fault::told(ask, finding);
        let words = format!("{cause} {cure}");
        match field {
            Some(field) => {
                let beside = faults.entry(field).or_default();
                *beside = format!("{beside} {words}").trim().to_owned();
            }
            None => above.push(words),
        }
    }
    let shown = ["title", "skill", "rate", "people", "hours", "from", "until", "kind"];
    let elsewhere = faults.iter().filter(|(field, _)| !shown.contains(&field.as_str()));
    above.extend(elsewhere.map(|(field, words)| format!("{field}: {words}")));
    (faults, above)
}

fn rows(labels: &Labels<'_>, fields: &Fields) -> Vec<Row> {
    let column = |name: &str| -> Vec<&str> {
        fields.0.iter().filter(|(k, _)| k == name).map(|(_, v)| v.as_str()).collect()
    };
    let (levels, importances) = (column("level"), column("importance"));
    let named = column("skill").into_iter().enumerate().filter(|(_, text)| !text.trim().is_empty());
    let mut rows: Vec<Row> = named
        .map(|(at, text)| Row {
            n: 0,
            name: labels.skill(text.trim()),
            level: levels.get(at).and_then(|l| l.parse().ok()).unwrap_or(3),
            importance: importances.get(at).map_or("must", |i| *i).to_owned(),
        })
        .collect();
    rows.extend((0..BLANK).map(|_| Row {
        n: 0,
        name: String::new(),
        level: 3,
        importance: "must".to_owned(),
    }));
    for (at, row) in rows.iter_mut().enumerate() {
        row.n = at + 1;
    }
    rows
}
