//! The form of a party: what it says of itself.

use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::conflict::{self, Conflict, Part};
use crate::pages::party::party_id;
use askama::Template;
use axum::extract::Path;
use pul_app::live::history::Subject;
use pul_app::live::parties::{self, Field, PartyForm, PartyShown};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::{PartyId, PartyKind};
use std::collections::BTreeMap;

/// Kinds of party with their words.
pub(crate) const KINDS: [(&str, PartyKind); 7] = [
    ("firm", PartyKind::Firm),
    ("professional", PartyKind::Professional),
    ("startup", PartyKind::Startup),
    ("investor", PartyKind::Investor),
    ("mentor", PartyKind::Mentor),
    ("institution", PartyKind::Institution),
    ("agency", PartyKind::Agency),
];

#[derive(Template)]
#[template(path = "party_form.html")]
struct FormPage {
    f: Frame,
    action: String,
    version: i64,
    form: PartyForm,
    kinds: Vec<(&'static str, bool)>,
    sides: Vec<(String, String, bool)>,
    cities: Vec<(String, String, bool)>,
    faults: BTreeMap<String, String>,
}

impl FormPage {
    fn fault(&self, field: &str) -> Option<&String> {
        self.faults.get(field)
    }
}

fn form_page(
    ask: &Ask,
    id: Option<&str>,
    version: i64,
    form: PartyForm,
    refusal: Option<&Refusal>,
) -> FormPage {
    let (labels, pack) = (Labels::of(ask), ask.node().pack());
    let side = |s: &pul_pack::Side| {
        let id = s.id.to_string();
        let chosen = form.sides.contains(&id);
        (id.clone(), labels.side(&id), chosen)
    };
    let city = |c: &pul_pack::City| {
        let id = c.id.to_string();
        let chosen = form.city == id;
        (id.clone(), labels.city(&id), chosen)
    };
    let findings = refusal.map(|r| &r.findings.0).into_iter().flatten();
    let faults = findings.map(|finding| {
        let (field, cause, cure) = crate::fault::told(ask, finding);
        (field.unwrap_or_default(), format!("{cause} {cure}"))
    });
    FormPage {
        f: ask.own_frame(if id.is_some() { "party-edit" } else { "party-new" }),
        action: ask.to(&id.map_or_else(|| "/parties/new".to_owned(), |id| format!("/parties/{id}/edit"))),
        version,
        kinds: KINDS.map(|(word, kind)| (word, kind == form.kind)).into(),
        sides: pack.sides().iter().map(side).collect(),
        cities: pack.sides().iter().flat_map(|s| &s.cities).map(city).collect(),
        faults: faults.collect(),
        form,
    }
}

fn empty() -> PartyForm {
    PartyForm {
        kind: PartyKind::Firm,
        name: String::new(),
        about: String::new(),
        sides: Vec::new(),
        city: String::new(),
        website: String::new(),
        email: String::new(),
        phone: String::new(),
    }
}

fn read(fields: &Fields) -> PartyForm {
    let text = |name: &str| fields.text(name).to_owned();
    let kind = KINDS.iter().find(|(word, _)| *word == fields.text("kind"));
    PartyForm {
        kind: kind.map_or(PartyKind::Firm, |(_, kind)| *kind),
        name: text("name"),
        about: text("about"),
        sides: fields.all("sides").map(str::to_owned).collect(),
        city: text("city"),
        website: text("website"),
        email: text("email"),
        phone: text("phone"),
    }
}

/// The form of a new party.
pub(crate) async fn new(ask: Ask) -> Answer {
    ask.who.signed_in()?;
    html(&form_page(&ask, None, 0, empty(), None))
}

/// Makes it.
pub(crate) async fn create(form: Form) -> Answer {
    let ask = &form.ask;
    let stated = read(&form.fields);
    match parties::create(ask.node(), &ask.who, &stated).await {
        Ok(id) => ask.onwards(&format!("/parties/{id}"), "party-made"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&form_page(ask, None, 0, stated, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

/// The form of a party as it is.
pub(crate) async fn edit(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = parties::show(ask.node(), &ask.who, &party_id(&id)?).await?;
    if !(shown.own || ask.who.is_organiser()) {
        return Err(Refusal::forbidden().into());
    }
    let form = stated(&shown);
    html(&form_page(&ask, Some(&id), shown.version, form, None))
}

/// What a party says of itself, as its members see it.
fn stated(shown: &PartyShown) -> PartyForm {
    let text = |field: &Field| match field {
        Field::Open(text) => text.clone(),
        Field::Closed | Field::Unstated => String::new(),
    };
    PartyForm {
        kind: shown.kind,
        name: shown.name.clone(),
        about: shown.about.clone(),
        sides: shown.sides.iter().map(ToString::to_string).collect(),
        city: shown.city.as_ref().map_or_else(String::new, ToString::to_string),
        website: shown.website.clone().unwrap_or_default(),
        email: text(&shown.email),
        phone: text(&shown.phone),
    }
}

/// Changes it, from the version that was read. Where somebody was quicker, both versions are shown.
pub(crate) async fn save(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let party = party_id(&id)?;
    let version = form.fields.number("version").unwrap_or(0);
    let shown = parties::show(ask.node(), &ask.who, &party).await?;
    let mut fields = conflict::without_choices(&form.fields);
    // Choices made between versions of which one has changed again are asked for anew.
    if conflict::answers(&form.fields) && shown.version == version {
        fields = conflict::settled(&form.fields, &fields_of(&stated(&shown)), &parts(ask));
    }
    let written = read(&fields);
    if fields.get("step") == Some("mend") {
        return html(&form_page(ask, Some(&id), version, written, None));
    }
    match parties::edit(ask.node(), &ask.who, &party, version, &written).await {
        Ok(_) => ask.onwards(&format!("/parties/{id}"), "saved"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&form_page(ask, Some(&id), version, written, Some(&refusal)))
        }
        Err(refusal) if refusal.code == "changed" => conflicting(ask, &party, version, &written).await,
        Err(other) => Err(other.into()),
    }
}

/// The fields of a form as they are sent.
fn fields_of(form: &PartyForm) -> Fields {
    let kind = KINDS.iter().find(|(_, kind)| *kind == form.kind).map_or("firm", |(word, _)| *word);
    let mut sides = form.sides.clone();
    sides.sort();
    let one = |name: &str, value: &str| (name.to_owned(), value.trim().to_owned());
    let mut fields = vec![one("name", &form.name), one("kind", kind)];
    fields.extend(sides.iter().map(|side| one("sides", side)));
    fields.push(one("city", &form.city));
    fields.push(one("about", &form.about));
    fields.extend([one("website", &form.website), one("email", &form.email), one("phone", &form.phone)]);
    Fields(fields)
}

/// What may be taken from either of two versions.
fn parts(ask: &Ask) -> Vec<Part> {
    let all = [
        ("name", "browse-name"),
        ("kind", "party-kind"),
        ("sides", "party-sides"),
        ("city", "head-city"),
        ("about", "party-about"),
        ("website", "party-website"),
        ("email", "private-email"),
        ("phone", "private-phone"),
    ];
    all.into_iter().map(|(key, label)| Part::one(key, ask.locale().say(label, &[]))).collect()
}

async fn conflicting(ask: &Ask, id: &PartyId, version: i64, written: &PartyForm) -> Answer {
    let shown = parties::show(ask.node(), &ask.who, id).await?;
    let base = parties::as_read(ask.node(), &ask.who, id, version).await?;
    let (labels, locale) = (Labels::of(ask), ask.locale());
    let words = |part: &Part, fields: &Fields| {
        let told = fields.all(part.key).map(|value| match part.key {
            "kind" => locale.say(&format!("party-{value}"), &[]),
            "sides" => labels.side(value),
            "city" => labels.city(value),
            _ => value.to_owned(),
        });
        locale.list_and(told.collect::<Vec<_>>())
    };
    let both = Conflict {
        subject: Subject::Party(id.clone()),
        action: ask.to(&format!("/parties/{id}/edit")),
        there: ask.to(&format!("/parties/{id}")),
        version: shown.version,
        mine: fields_of(written),
        theirs: fields_of(&stated(&shown)),
        base: base.as_ref().map(fields_of),
        parts: parts(ask),
        words: &words,
    };
    conflict::page(ask, both).await
}
