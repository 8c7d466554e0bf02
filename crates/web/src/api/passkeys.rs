//! The caller's passkeys. One is added by a browser, on a page: no program holds a device's lock.

use super::answer::{done, list};
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::passkey;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/me/passkeys", all)
            .named("me.passkeys", "The caller's passkeys; never their keys. A browser adds them.")
            .access(Access::Read)
            .gives(200, Some("PasskeyList")),
        delete("/me/passkeys/{id}", remove)
            .named("me.remove-passkey", "Forgets a passkey.")
            .access(Access::Write),
    ]
}

async fn all(call: Caller) -> Answer {
    let found = passkey::list(call.node(), &call.who).await?;
    let items: Vec<Value> = found
        .iter()
        .map(|kept| {
            let used = kept.row.used.map(|at| at.to_string());
            json!({ "id": kept.row.credential, "name": kept.row.name, "created": kept.row.created.to_string(), "used": used })
        })
        .collect();
    list(&call, items, None, &["id", "name", "created", "used"])
}

async fn remove(call: Caller, Path(id): Path<String>) -> Answer {
    passkey::remove(call.node(), &call.who, &id).await?;
    done()
}
