//! Quotes: a deal priced in every way, saved and shared.

use super::answer::{done, list, made, thing, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post, put};
use super::posts::post_id;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::quotes::{self, QuoteForm};
use pul_app::live::records::SavedQuote;
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        post("/quotes/price", price)
            .named(
                "quotes.price",
                "Prices a deal in every way, line by line, with trace and sources; nothing is saved.",
            )
            .body("QuoteForm")
            .gives(200, Some("Quote")),
        get("/pairs/{ask}/{offer}/quote-form", of_pair)
            .named("quotes.of-pair", "The form of a matched pair, to look at, change and price.")
            .access(Access::Read)
            .gives(200, Some("QuoteForm")),
        get("/quotes", all)
            .named("quotes.list", "Saved quotes.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("SavedQuoteList")),
        post("/quotes", save)
            .named("quotes.save", "Prices a deal and saves it with everything it was made from.")
            .access(Access::Write)
            .body("QuoteForm")
            .gives(201, Some("Made")),
        get("/quotes/{id}", show)
            .named("quotes.show", "A saved quote.")
            .access(Access::Read)
            .gives(200, Some("SavedQuote")),
        delete("/quotes/{id}", remove).named("quotes.remove", "Removes a saved quote.").access(Access::Write),
        put("/quotes/{id}/share", share)
            .named("quotes.share", "Opens or ends a secret link. The link is told once.")
            .access(Access::Write)
            .body("Share")
            .gives(200, Some("Shared")),
        get("/shared/quotes/{secret}", shared)
            .named("quotes.shared", "A quote by its secret link.")
            .gives(200, Some("SavedQuote")),
    ]
}

fn told(saved: &SavedQuote) -> Value {
    json!({ "id": saved.id, "title": saved.title, "ask": saved.ask, "offer": saved.offer, "inputs": saved.inputs,
        "quote": saved.quote, "shared": saved.share.is_some(), "created": saved.created.to_string() })
}

async fn price(call: Caller, Body(form): Body<QuoteForm>) -> Answer {
    thing(value(&quotes::of_form(call.node(), &form)?)?)
}

async fn of_pair(call: Caller, Path((ask, offer)): Path<(String, String)>) -> Answer {
    let form = quotes::form_of_pair(call.node(), &call.who, &post_id(&ask)?, &post_id(&offer)?).await?;
    thing(value(&form)?)
}

async fn all(call: Caller) -> Answer {
    let found = quotes::list(call.node(), &call.who).await?;
    let items = found.iter().map(|q| {
        json!({ "id": q.id, "title": q.title, "ask": q.ask, "offer": q.offer, "shared": q.share.is_some(), "created": q.created.to_string() })
    });
    list(&call, items.collect(), None, &["id", "title", "ask", "offer", "shared", "created"])
}

async fn save(call: Caller, Body(form): Body<QuoteForm>) -> Answer {
    let saved = quotes::save(call.node(), &call.who, &form, None).await?;
    made(&format!("/quotes/{}", saved.id), json!({ "id": saved.id }))
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    thing(told(&quotes::show(call.node(), &call.who, &id).await?))
}

async fn remove(call: Caller, Path(id): Path<String>) -> Answer {
    quotes::remove(call.node(), &call.who, &id).await?;
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Share {
    pub shared: bool,
}

/// The link of something shared, told this once.
pub(super) fn link(kind: &str, secret: Option<String>) -> Result<Value, Refusal> {
    let link = secret.as_ref().map(|secret| format!("{}/shared/{kind}/{secret}", super::BASE));
    Ok(json!({ "shared": secret.is_some(), "secret": secret, "address": link }))
}

async fn share(call: Caller, Path(id): Path<String>, Body(form): Body<Share>) -> Answer {
    thing(link("quotes", quotes::share(call.node(), &call.who, &id, form.shared).await?)?)
}

async fn shared(call: Caller, Path(secret): Path<String>) -> Answer {
    thing(told(&quotes::shared(call.node(), &secret).await?))
}
