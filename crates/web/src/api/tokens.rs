//! Tokens of the API.

use super::answer::{done, list, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post};
use crate::ask::Answer;
use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use jiff::Timestamp;
use pul_app::live::Refusal;
use pul_app::live::records::{Scope, Token};
use pul_app::live::tokens::{self, TokenForm};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/tokens", all)
            .named("tokens.list", "The caller's tokens; never their secrets.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("TokenList")),
        post("/tokens", create)
            .named("tokens.create", "Makes a token; its secret is told this once.")
            .access(Access::Write)
            .body("TokenForm")
            .gives(201, Some("NewToken")),
        delete("/tokens/{id}", revoke).named("tokens.revoke", "Takes a token back.").access(Access::Write),
    ]
}

fn told(token: &Token) -> Result<Value, Refusal> {
    let scopes: Vec<&str> = token.scopes.iter().map(|s| s.as_str()).collect();
    Ok(json!({ "id": token.id, "name": token.name, "scopes": scopes, "created": token.created.to_string(),
        "expires": value(&token.expires)?, "revoked": value(&token.revoked)? }))
}

async fn all(call: Caller) -> Answer {
    let found = tokens::list(call.node(), &call.who).await?;
    let items: Result<Vec<Value>, Refusal> = found.iter().map(told).collect();
    list(&call, items?, None, &["id", "name", "scopes", "created", "expires", "revoked"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    name: String,
    scopes: BTreeSet<Scope>,
    #[serde(default)]
    expires: Option<Timestamp>,
}

async fn create(call: Caller, Body(form): Body<Form>) -> Answer {
    let form = TokenForm { name: form.name, scopes: form.scopes, expires: form.expires };
    let (token, secret) = tokens::create(call.node(), &call.who, &form).await?;
    let mut new = told(&token)?;
    new["secret"] = json!(secret);
    Ok((StatusCode::CREATED, Json(new)).into_response())
}

async fn revoke(call: Caller, Path(id): Path<String>) -> Answer {
    tokens::revoke(call.node(), &call.who, &id).await?;
    done()
}
