//! The history of a record, from the log.

use super::answer::list;
use super::caller::Caller;
use super::operation::{Access, Operation, get};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::history::{self, By, Happened, Subject};
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/history/{what}/{id}", of)
            .named("history.of", "Everything that happened to a record: who, when, what, before and after.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("History")),
    ]
}

pub(super) fn told(it: &Happened) -> Result<Value, Refusal> {
    let (by, name) = match &it.by {
        By::Self_ => ("self", None),
        By::Named(name) => ("named", Some(name)),
        By::Somebody => ("somebody", None),
        By::System => ("system", None),
    };
    let fields: Vec<Value> = it
        .fields
        .iter()
        .map(|f| json!({ "field": f.field, "before": f.before, "after": f.after, "private": f.private }))
        .collect();
    Ok(json!({ "position": it.position, "at": it.at.to_string(), "by": by, "name": name, "doing": it.doing,
        "act": it.act.as_str(), "fields": fields, "erased": it.erased, "hash": it.hash }))
}

async fn of(call: Caller, Path((what, id)): Path<(String, String)>) -> Answer {
    let subject = Subject::parse(&what, &id).ok_or_else(|| Refusal::missing("record"))?;
    let found = history::of(call.node(), &call.who, &subject).await?;
    let items: Result<Vec<Value>, Refusal> = found.iter().map(told).collect();
    list(&call, items?, None, &["position", "at", "by", "name", "doing", "act", "hash"])
}
