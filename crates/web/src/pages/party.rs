//! A party's page: what it says of itself, private fields closed until it opens each, its posts.

use crate::ask::{Answer, Ask, Form, html, redirect};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::directory::place;
use crate::pages::post_told::PostTold;
use askama::Template;
use axum::extract::Path;
use pul_app::live::parties::{self, Field, PartyShown};
use pul_app::live::{Audience, PrivateField, Refusal};
use pul_domain::PartyId;
use std::collections::BTreeMap;

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
