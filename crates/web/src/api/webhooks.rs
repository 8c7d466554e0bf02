//! Webhooks: addresses that are told of changes, by signed messages from the log.

use super::answer::{done, list, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post, put};
use crate::ask::Answer;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use pul_app::live::Refusal;
use pul_app::live::records::{Webhook, WebhookId};
use pul_app::live::webhooks::{self, WebhookForm};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/webhooks", all)
            .named("webhooks.list", "The caller's webhooks; never their secrets.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("WebhookList")),
        post("/webhooks", create)
            .named(
                "webhooks.create",
                "Adds an address; the secret its messages are signed with is told this once.",
            )
            .access(Access::Write)
            .body("WebhookForm")
            .gives(201, Some("NewWebhook")),
        put("/webhooks/{id}/paused", pause)
            .named("webhooks.pause", "Stops or goes on telling an address.")
            .access(Access::Write)
            .body("Paused")
            .gives(204, None),
        post("/webhooks/{id}/test", test)
            .named(
                "webhooks.test",
                "Sends one message that tells of nothing; it stands among the deliveries at position 0.",
            )
            .access(Access::Write)
            .gives(204, None),
        delete("/webhooks/{id}", remove)
            .named("webhooks.remove", "Removes an address.")
            .access(Access::Write),
        get("/webhooks/{id}/deliveries", deliveries)
            .named("webhooks.deliveries", "What was sent, and what came of it.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("DeliveryList")),
    ]
}

fn told(hook: &Webhook) -> Value {
    json!({ "id": hook.id, "url": hook.url, "events": hook.events, "state": hook.state.as_str(), "from": hook.from, "created": hook.created.to_string() })
}

async fn all(call: Caller) -> Answer {
    let items = webhooks::list(call.node(), &call.who).await?.iter().map(told).collect();
    list(&call, items, None, &["id", "url", "events", "state", "from", "created"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    url: String,
    events: BTreeSet<String>,
}

async fn create(call: Caller, Body(form): Body<Form>) -> Answer {
    let form = WebhookForm { url: form.url, events: form.events };
    let (hook, secret) = webhooks::create(call.node(), &call.who, &form).await?;
    let mut new = told(&hook);
    new["secret"] = json!(secret);
    Ok((StatusCode::CREATED, Json(new)).into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Paused {
    paused: bool,
}

async fn pause(call: Caller, Path(id): Path<String>, Body(form): Body<Paused>) -> Answer {
    webhooks::pause(call.node(), &call.who, &id, form.paused).await?;
    done()
}

async fn test(call: Caller, Path(id): Path<String>) -> Answer {
    webhooks::test(call.node(), &call.who, &id).await?;
    done()
}

async fn remove(call: Caller, Path(id): Path<String>) -> Answer {
    webhooks::remove(call.node(), &call.who, &id).await?;
    done()
}

async fn deliveries(call: Caller, Path(id): Path<String>) -> Answer {
    let id = WebhookId::new(&id).map_err(|_| Refusal::missing("webhook"))?;
    let found = webhooks::deliveries(call.node(), &call.who, &id).await?;
    let items = found.iter().map(|d| {
        Ok(json!({ "position": d.position, "state": d.state.as_str(), "attempts": d.attempts, "status": value(&d.status)?,
            "problem": d.problem, "changed": d.changed.to_string() }))
    });
    list(
        &call,
        items.collect::<Result<_, Refusal>>()?,
        None,
        &["position", "state", "attempts", "status", "problem", "changed"],
    )
}
