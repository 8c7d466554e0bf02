//! Posting an ask or an offer: paste a brief, take the skills it names, correct, hand in. One
//! form in steps, whole without scripts: a button finds the skills and shows the form again.

use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::post_form::{self, IMPORTANCES, KINDS, UNITS};
use askama::Template;
use axum::extract::Path;
use pul_app::live::posts::{self, Draft};
use pul_app::live::{Refusal, RefusalKind};
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
struct Page {
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
    found: Option<usize>,
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
struct Of<'a> {
    id: Option<&'a PostId>,
    version: i64,
}

fn page(ask: &Ask, of: &Of<'_>, fields: Fields, findings: &Findings) -> Page {
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

/// The empty form, or one that begins with what the query names.
pub(crate) async fn new(ask: Ask) -> Answer {
    ask.who.signed_in()?;
    if ask.who.parties.is_empty() {
        return ask.onwards("/parties/new", "party-first");
    }
    html(&page(&ask, &Of { id: None, version: 0 }, ask.fields.clone(), &Findings::new()))
}

/// Finds the skills of the brief, changes the kind, or keeps the post as a draft.
pub(crate) async fn create(form: Form) -> Answer {
    let ask = &form.ask;
    let of = Of { id: None, version: 0 };
    if let Some(answer) = step(&form, &of) {
        return answer;
    }
    let party = party(&form)?;
    let (post, findings) = post_form::read(&form.fields, ask.node().pack(), &party);
    let Some(post) = post.filter(|_| !findings.has_faults()) else {
        return html_with_faults(&page(ask, &of, form.fields.clone(), &findings));
    };
    let draft = Draft { party, post, brief: form.fields.text("brief").to_owned() };
    match posts::draft(ask.node(), &ask.who, &draft).await {
        Ok(id) => ask.onwards(&format!("/posts/{id}"), "post-drafted"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&page(ask, &of, form.fields.clone(), &refusal.findings))
        }
        Err(other) => Err(other.into()),
    }
}

fn party(form: &Form) -> Result<PartyId, Refusal> {
    let first = || form.ask.who.parties.first().cloned();
    let named = form.fields.get("party").and_then(|id| PartyId::new(id).ok());
    named.or_else(first).ok_or_else(Refusal::forbidden)
}

/// The steps that only show the form again.
fn step(form: &Form, of: &Of<'_>) -> Option<Answer> {
    let ask = &form.ask;
    match form.fields.get("step")? {
        "skills" => {
            let mut fields = form.fields.clone();
            let reading = ask.node().read_brief(fields.text("brief"));
            let pack = ask.node().pack();
            let known: Vec<_> =
                fields.all("skill").filter_map(|t| pack.resolve_skill(t)).map(|(ix, _)| ix).collect();
            let mut found = 0;
            for skill in crate::pages::brief::skills(ask, &reading) {
                if pack.skill_ix(&skill.id).is_some_and(|ix| known.contains(&ix)) {
                    continue;
                }
                found += 1;
                let level = skill.level.unwrap_or(3).to_string();
                let importance = skill.importance.unwrap_or("must").to_owned();
                // Rows are read side by side, so blank ones must not come between.
                fields.0.extend([
                    ("skill".to_owned(), skill.id),
                    ("level".to_owned(), level),
                    ("importance".to_owned(), importance),
                ]);
            }
            if let Some((role, _)) = reading.role.filter(|_| fields.get("role").is_none()) {
                fields.0.push(("role".to_owned(), role.to_string()));
            }
            let mut page = page(ask, of, fields, &Findings::new());
            page.found = Some(found);
            Some(html(&page))
        }
        "kind" => Some(html(&page(ask, of, form.fields.clone(), &Findings::new()))),
        _ => None,
    }
}

/// The form of a post as it is.
pub(crate) async fn edit(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let id = post_id(&id)?;
    let shown = posts::show(ask.node(), &ask.who, &id).await?;
    if !(ask.who.speaks_for(&shown.party) || ask.who.is_organiser()) {
        return Err(Refusal::forbidden().into());
    }
    let fields = post_form::fields_of(&shown.post, &shown.brief);
    html(&page(&ask, &Of { id: Some(&id), version: shown.version }, fields, &Findings::new()))
}

/// Changes it, from the version that was read.
pub(crate) async fn save(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, id) = (&form.ask, post_id(&id)?);
    let of = Of { id: Some(&id), version: form.fields.number("version").unwrap_or(0) };
    if let Some(answer) = step(&form, &of) {
        return answer;
    }
    let shown = posts::show(ask.node(), &ask.who, &id).await?;
    let (post, findings) = post_form::read(&form.fields, ask.node().pack(), &shown.party);
    let Some(post) = post.filter(|_| !findings.has_faults()) else {
        return html_with_faults(&page(ask, &of, form.fields.clone(), &findings));
    };
    let draft = Draft { party: shown.party, post, brief: form.fields.text("brief").to_owned() };
    match posts::edit(ask.node(), &ask.who, &id, of.version, &draft).await {
        Ok(_) => ask.onwards(&format!("/posts/{id}"), "saved"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&page(ask, &of, form.fields.clone(), &refusal.findings))
        }
        Err(other) => Err(other.into()),
    }
}

/// The id of a path.
pub(crate) fn post_id(text: &str) -> Result<PostId, Refusal> {
    PostId::new(text).map_err(|_| Refusal::missing("post"))
}
