//! Accounts, for organisers: what each may do, and who is invited.

use super::answer::{changed, list, made, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, Takes, get, post, put};
use super::version;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::accounts;
use pul_app::live::records::{Account, AccountId, Role};
use pul_domain::LanguageCode;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/accounts", all)
            .named("accounts.list", "Accounts, the newest first.")
            .query("email", Takes::Text(254), "The account of this address alone.")
            .paged()
            .csv()
            .access(Access::Organise)
            .gives(200, Some("AccountList")),
        post("/accounts", invite)
            .named("accounts.invite", "Makes an account for an address, where it has none, and writes to it.")
            .access(Access::Organise)
            .body("Invitation")
            .gives(201, Some("Made")),
        put("/accounts/{id}", set)
            .named("accounts.set", "Says what an account may do, and whether it can be used.")
            .access(Access::Organise)
            .if_match()
            .body("AccountRights")
            .gives(200, Some("Changed")),
    ]
}

fn told(row: &Account, version: i64) -> Result<Value, Refusal> {
    let roles: Vec<&str> = row.roles.iter().map(|r| r.as_str()).collect();
    Ok(
        json!({ "id": row.id, "name": row.name, "email": row.email.open_with_consent(), "language": row.language,
        "roles": roles, "state": value(&row.state)?, "created": row.created.to_string(), "version": version }),
    )
}

async fn all(call: Caller) -> Answer {
    let found = accounts::list(call.node(), &call.who, call.fields.get("email"), &call.paging()?).await?;
    let items: Result<Vec<Value>, Refusal> = found.items.iter().map(|k| told(&k.row, k.version)).collect();
    let columns = ["id", "name", "email", "language", "roles", "state", "created", "version"];
    list(&call, items?, found.next, &columns)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Invitation {
    email: String,
    #[serde(default)]
    language: Option<String>,
}

async fn invite(call: Caller, Body(form): Body<Invitation>) -> Answer {
    let language = form.language.as_deref().map(LanguageCode::new);
    let language = match language {
        None => LanguageCode::ENGLISH,
        Some(code) => code.ok_or_else(|| Refusal::field("language", "format"))?,
    };
    let id = accounts::invite(call.node(), &call.who, &form.email, language).await?;
    made("/accounts", json!({ "id": id }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rights {
    roles: BTreeSet<Role>,
    suspended: bool,
}

async fn set(call: Caller, Path(id): Path<String>, Body(form): Body<Rights>) -> Answer {
    let version = version::of(&call)?;
    let id = AccountId::new(&id).map_err(|_| Refusal::missing("account"))?;
    changed(accounts::set(call.node(), &call.who, &id, version, form.roles, form.suspended).await?)
}
