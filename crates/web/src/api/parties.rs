//! Parties: the directory, a party's page, its consents.

use super::answer::{changed, done, list, made, value, versioned};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, Takes, get, post, put};
use super::{posts, version};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::directory::{Facet, Wanted, search};
use pul_app::live::parties::{self, Field, PartyForm, PartyShown};
use pul_app::live::records::{Audience, PrivateField};
use pul_app::live::view::PartyCard;
use pul_domain::{PartyId, PartyKind};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn operations() -> Vec<Operation> {
    let mut directory = get("/parties", directory)
        .named("parties.search", "Parties by words, in three scripts, and facets.")
        .query("q", Takes::Text(200), "Words a party must have; the last may be the beginning of one.")
        .paged()
        .csv()
        .gives(200, Some("PartyList"));
    for facet in Facet::ALL {
        directory = directory.query(
            facet.name(),
            Takes::Text(120),
            "A value of this facet; may be given again for another.",
        );
    }
    vec![
        directory,
        post("/parties", create)
            .named("parties.create", "Makes a party of the caller's.")
            .access(Access::Write)
            .body("PartyForm")
            .gives(201, Some("Made")),
        get("/parties/{id}", show)
            .named("parties.show", "A party as the caller may see it.")
            .gives(200, Some("Party")),
        put("/parties/{id}", edit)
            .named("parties.edit", "Changes what a party says of itself.")
            .access(Access::Write)
            .if_match()
            .body("PartyForm")
            .gives(200, Some("Changed")),
        put("/parties/{id}/consents", consent)
            .named("parties.consent", "Opens or closes private fields.")
            .access(Access::Write)
            .if_match()
            .body("Consents")
            .gives(200, Some("Changed")),
        post("/parties/{id}/claim", claim)
            .named("parties.claim", "Says that the caller acts for a party nobody acts for yet.")
            .access(Access::Write)
            .gives(204, None),
    ]
}

pub(super) fn party_id(text: &str) -> Result<PartyId, Refusal> {
    PartyId::new(text).map_err(|_| Refusal::missing("party"))
}

fn card(card: &PartyCard) -> Result<Value, Refusal> {
    Ok(
        json!({ "id": card.id, "kind": value(&card.kind)?, "name": card.name, "about": card.about, "sides": card.sides,
        "city": card.city, "website": card.website, "claimed": card.claimed }),
    )
}

async fn directory(call: Caller) -> Answer {
    let paging = call.paging()?;
    let facets = Facet::ALL.into_iter().map(|f| (f, call.fields.all(f.name()).map(str::to_owned).collect()));
    let wanted = Wanted {
        text: call.fields.text("q").to_owned(),
        facets: facets.collect(),
        after: paging.after.clone(),
        limit: paging.limit() as usize,
    };
    let found = search(call.node(), &call.who, &wanted).await?;
    let items: Result<Vec<Value>, Refusal> = found.entries.iter().map(|entry| card(&entry.card)).collect();
    list(&call, items?, found.next, &["id", "name", "kind", "sides", "city", "website", "about"])
}

fn field(field: &Field) -> Value {
    match field {
        Field::Unstated => json!({ "state": "unstated" }),
        Field::Closed => json!({ "state": "closed" }),
        Field::Open(text) => json!({ "state": "open", "value": text }),
    }
}

fn told(shown: &PartyShown) -> Result<Value, Refusal> {
    let all: Result<Vec<Value>, Refusal> = shown.posts.iter().map(posts::told).collect();
    let consents = shown.opened.as_ref().map(value).transpose()?;
    Ok(
        json!({ "id": shown.id, "kind": value(&shown.kind)?, "name": shown.name, "about": shown.about, "sides": shown.sides,
        "city": shown.city, "website": shown.website, "claimed": shown.claimed, "email": field(&shown.email),
        "phone": field(&shown.phone), "own": shown.own, "introduced": shown.introduced, "consents": consents,
        "state": shown.state.as_str(), "merged_into": shown.merged_into, "version": shown.version,
        "changed": shown.changed.to_string(), "posts": all? }),
    )
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    let shown = parties::show(call.node(), &call.who, &party_id(&id)?).await?;
    versioned(told(&shown)?, shown.version)
}

/// What a party says of itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    kind: PartyKind,
    name: String,
    #[serde(default)]
    about: String,
    sides: Vec<String>,
    #[serde(default)]
    city: String,
    #[serde(default)]
    website: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
}

impl From<Form> for PartyForm {
    fn from(form: Form) -> PartyForm {
        let Form { kind, name, about, sides, city, website, email, phone } = form;
        PartyForm { kind, name, about, sides, city, website, email, phone }
    }
}

async fn create(call: Caller, Body(form): Body<Form>) -> Answer {
    let id = parties::create(call.node(), &call.who, &form.into()).await?;
    made(&format!("/parties/{id}"), json!({ "id": id }))
}

async fn edit(call: Caller, Path(id): Path<String>, Body(form): Body<Form>) -> Answer {
    let version = version::of(&call)?;
    changed(parties::edit(call.node(), &call.who, &party_id(&id)?, version, &form.into()).await?)
}

async fn consent(
    call: Caller,
    Path(id): Path<String>,
    Body(opened): Body<BTreeMap<PrivateField, Audience>>,
) -> Answer {
    let version = version::of(&call)?;
    changed(parties::consent(call.node(), &call.who, &party_id(&id)?, version, &opened).await?)
}

async fn claim(call: Caller, Path(id): Path<String>) -> Answer {
    parties::claim(call.node(), &call.who, &party_id(&id)?).await?;
    done()
}
