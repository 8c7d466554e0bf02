//! The log, for organisers: every change, and whether it is whole.

use super::answer::{list, thing};
use super::caller::Caller;
use super::history;
use super::operation::{Access, Operation, Takes, get, post};
use crate::ask::Answer;
use pul_app::live::Refusal;
use pul_app::live::log::{self, Change, Wanted};
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/log", browse)
            .named("log.browse", "Every change, the newest first; private fields closed.")
            .query("doing", Takes::Text(60), "What was done: a word of the log.")
            .query("table", Takes::Text(60), "The table of the record.")
            .query("id", Takes::Text(200), "The record.")
            .query("account", Takes::Text(200), "The account that did it.")
            .paged()
            .csv()
            .access(Access::Organise)
            .gives(200, Some("LogList")),
        post("/log/verify", verify)
            .named("log.verify", "Whether every entry is there, unaltered and in its place.")
            .access(Access::Organise)
            .gives(200, Some("LogVerdict")),
    ]
}

fn told(change: &Change) -> Result<Value, Refusal> {
    let mut it = history::told(&change.happened)?;
    (it["table"], it["id"]) = (json!(change.table), json!(change.id));
    Ok(it)
}

async fn browse(call: Caller) -> Answer {
    let text = |name: &str| call.fields.text(name).to_owned();
    let wanted =
        Wanted { doing: text("doing"), table: text("table"), id: text("id"), account: text("account") };
    let found = log::browse(call.node(), &call.who, &wanted, &call.paging()?).await?;
    let items: Result<Vec<Value>, Refusal> = found.items.iter().map(told).collect();
    let columns = ["position", "at", "by", "name", "doing", "act", "table", "id", "hash"];
    list(&call, items?, found.next, &columns)
}

async fn verify(call: Caller) -> Answer {
    let verdict = log::verify(call.node(), &call.who).await?;
    let faults: Vec<Value> = verdict
        .faults
        .iter()
        .map(|fault| json!({ "position": fault.position, "fault": log::fault(&fault.kind) }))
        .collect();
    thing(json!({ "entries": verdict.entries, "erased": verdict.erased, "position": verdict.head.position,
        "hash": verdict.head.hash, "faults": faults }))
}
