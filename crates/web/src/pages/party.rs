//! A party's page: what it says of itself, private fields closed until it opens each, its posts.

use crate::ask::{Answer, Ask, Form, html, html_with_faults, redirect};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::directory::place;
use crate::pages::post_told::PostTold;
use askama::Template;
use axum::extract::Path;
use pul_app::live::parties::{self, Field, PartyForm, PartyShown};
use pul_app::live::{Audience, PrivateField, Refusal, RefusalKind};
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
#[template(path = "party.html")]
struct Page {
    f: Frame,
    id: String,
    kind: String,
    place: String,
    about: String,
    website: Option<String>,
    contacts: Vec<(&'static str, Option<String>)>,
    posts: Vec<PostTold>,
    own: bool,
    claimed: bool,
    may_edit: bool,
    introduced: bool,
    /// Private fields with the audience of each, for its members.
    opened: Vec<(&'static str, &'static str)>,
    audiences: Vec<&'static str>,
    version: i64,
}

/// The id of a path.
pub(crate) fn party_id(text: &str) -> Result<PartyId, Refusal> {
    PartyId::new(text).map_err(|_| Refusal::missing("party"))
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = parties::show(ask.node(), &ask.who, &party_id(&id)?).await?;
    if let Some(into) = &shown.merged_into {
        return redirect(&ask.to(&format!("/parties/{into}")));
    }
    html(&page(&ask, shown))
}

fn page(ask: &Ask, shown: PartyShown) -> Page {
    let labels = Labels::of(ask);
    let field = |name, field: Field| match field {
        Field::Unstated => None,
        Field::Closed => Some((name, None)),
        Field::Open(text) => Some((name, Some(text))),
    };
    let opened = shown.opened.as_ref().map(|opened| {
        let to = |field: &PrivateField| opened.get(field).map_or(Audience::Nobody, |c| c.to);
        PrivateField::ALL.iter().map(|f| (f.as_str(), to(f).as_str())).collect()
    });
    Page {
        f: ask.frame(shown.name.clone(), ask.who.is_signed_in()),
        kind: ask.locale().word(shown.kind),
        place: place(&labels, shown.city.as_ref().map(|c| c.as_str()), &shown.sides),
        contacts: [field("email", shown.email), field("phone", shown.phone)].into_iter().flatten().collect(),
        posts: shown.posts.iter().map(|p| PostTold::of(ask, p)).collect(),
        may_edit: shown.own || ask.who.is_organiser(),
        own: shown.own,
        claimed: shown.claimed,
        introduced: shown.introduced,
        opened: opened.unwrap_or_default(),
        audiences: Audience::ALL.iter().map(|a| a.as_str()).collect(),
        id: shown.id.to_string(),
        about: shown.about,
        website: shown.website,
        version: shown.version,
    }
}

/// Opens and closes private fields.
pub(crate) async fn consent(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let mut opened = BTreeMap::new();
    for field in PrivateField::ALL {
        if let Some(to) = Audience::parse(form.fields.text(field.as_str())) {
            opened.insert(*field, to);
        }
    }
    let version = form.fields.number("version").unwrap_or(0);
    parties::consent(ask.node(), &ask.who, &party_id(&id)?, version, &opened).await?;
    ask.onwards(&format!("/parties/{id}"), "saved")
}

/// Takes charge of a party that an import brought.
pub(crate) async fn claim(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    parties::claim(ask.node(), &ask.who, &party_id(&id)?).await?;
    ask.onwards(&format!("/parties/{id}"), "claimed")
}

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

fn read(form: &Form) -> PartyForm {
    let fields = &form.fields;
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
    let stated = read(&form);
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
    let text = |field: Field| match field {
        Field::Open(text) => text,
        Field::Closed | Field::Unstated => String::new(),
    };
    let form = PartyForm {
        kind: shown.kind,
        name: shown.name,
        about: shown.about,
        sides: shown.sides.iter().map(ToString::to_string).collect(),
        city: shown.city.map_or_else(String::new, |c| c.to_string()),
        website: shown.website.unwrap_or_default(),
        email: text(shown.email),
        phone: text(shown.phone),
    };
    html(&form_page(&ask, Some(&id), shown.version, form, None))
}

/// Changes it, from the version that was read.
pub(crate) async fn save(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let (stated, version) = (read(&form), form.fields.number("version").unwrap_or(0));
    match parties::edit(ask.node(), &ask.who, &party_id(&id)?, version, &stated).await {
        Ok(_) => ask.onwards(&format!("/parties/{id}"), "saved"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&form_page(ask, Some(&id), version, stated, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}
