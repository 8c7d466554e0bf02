//! The caller's own account and data.

use super::answer::{changed, done, list, thing, value, versioned};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post, put};
use super::version;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::accounts::{self, AccountForm};
use pul_app::live::records::Preferences;
use pul_app::live::{my_data, sessions};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/me", show)
            .named("me.show", "The caller's account.")
            .access(Access::Read)
            .gives(200, Some("Me")),
        put("/me", edit)
            .named(
                "me.edit",
                "Changes name and language, and how the caller reads and is written to where that is named.",
            )
            .access(Access::Write)
            .if_match()
            .body("MeForm")
            .gives(200, Some("Changed")),
        get("/me/data", export)
            .named("me.export", "Everything kept about the caller.")
            .access(Access::Read)
            .gives(200, Some("MyData")),
        post("/me/erase", erase)
            .named("me.erase", "Erases the caller's account and data. It cannot be undone.")
            .access(Access::Write)
            .body("Erase")
            .gives(204, None),
        get("/me/sessions", all)
            .named("me.sessions", "Browsers that are signed in.")
            .access(Access::Read)
            .gives(200, Some("SessionList")),
        delete("/me/sessions/{id}", end)
            .named("me.end-session", "Signs one browser out.")
            .access(Access::Write),
    ]
}

async fn show(call: Caller) -> Answer {
    let own = accounts::own(call.node(), &call.who).await?;
    let roles: Vec<&str> = own.row.roles.iter().map(|r| r.as_str()).collect();
    let scopes: Option<Vec<&str>> =
        call.who.scopes.as_ref().map(|all| all.iter().map(|s| s.as_str()).collect());
    let told = json!({ "id": own.row.id, "name": own.row.name, "language": own.row.language, "email": own.row.email.open_with_consent(),
        "preferences": value(&own.row.preferences)?, "roles": roles, "parties": call.who.parties, "scopes": scopes, "created": own.row.created.to_string() });
    versioned(told, own.version)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    name: String,
    language: String,
    #[serde(default)]
    preferences: Option<Preferences>,
}

async fn edit(call: Caller, Body(form): Body<Form>) -> Answer {
    let version = version::of(&call)?;
    let form = AccountForm { name: form.name, language: form.language, preferences: form.preferences };
    changed(accounts::change(call.node(), &call.who, version, &form).await?)
}

async fn export(call: Caller) -> Answer {
    thing(my_data::export(call.node(), &call.who).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Erase {
    confirmation: String,
}

async fn erase(call: Caller, Body(form): Body<Erase>) -> Answer {
    my_data::erase(call.node(), &call.who, &form.confirmation).await?;
    done()
}

async fn all(call: Caller) -> Answer {
    let items: Vec<Value> = sessions::list(call.node(), &call.who).await?.iter().map(|s| {
        json!({ "id": s.id, "agent": s.agent, "created": s.created.to_string(), "seen": s.seen.to_string() })
    }).collect();
    list(&call, items, None, &["id", "agent", "created", "seen"])
}

async fn end(call: Caller, Path(id): Path<String>) -> Answer {
    sessions::end(call.node(), &call.who, Some(&id)).await?;
    done()
}
