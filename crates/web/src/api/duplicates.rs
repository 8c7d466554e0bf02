//! Duplicates and their merging.

use super::answer::{done, list, made};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, get, post};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::{duplicates, merges};
use pul_domain::PartyId;
use serde::Deserialize;
use serde_json::json;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/duplicates", find)
            .named("duplicates.find", "Parties that may be one, the likeliest first.")
            .access(Access::Organise)
            .csv()
            .gives(200, Some("DuplicateList")),
        get("/merges", all)
            .named("merges.list", "Merges, the newest first.")
            .access(Access::Organise)
            .paged()
            .csv()
            .gives(200, Some("MergeList")),
        post("/merges", merge)
            .named("merges.merge", "Makes two parties one; can be undone.")
            .access(Access::Organise)
            .body("MergeForm")
            .gives(201, Some("Made")),
        post("/merges/{id}/undo", undo)
            .named("merges.undo", "Makes two parties of one again.")
            .access(Access::Organise)
            .gives(204, None),
    ]
}

async fn find(call: Caller) -> Answer {
    let found = duplicates::find(call.node(), &call.who).await?;
    let items = found.iter().map(|c| {
        let signs: Vec<&str> = c.signs.iter().map(|s| s.name()).collect();
        json!({ "one": c.one.id, "one_name": c.one.name, "other": c.other.id, "other_name": c.other.name, "signs": signs, "likeness": c.likeness })
    });
    list(&call, items.collect(), None, &["one", "one_name", "other", "other_name", "signs", "likeness"])
}

async fn all(call: Caller) -> Answer {
    let page = merges::list(call.node(), &call.who, &call.paging()?).await?;
    let items = page.items.iter().map(|m| {
        json!({ "id": m.id, "kept": m.kept, "merged": m.merged, "moved": m.moved.len(), "at": m.at.to_string(),
            "undone": m.undone.map(|at| at.to_string()) })
    });
    list(&call, items.collect(), page.next, &["id", "kept", "merged", "moved", "at", "undone"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    kept: PartyId,
    merged: PartyId,
}

async fn merge(call: Caller, Body(form): Body<Form>) -> Answer {
    let merge = merges::merge(call.node(), &call.who, &form.kept, &form.merged).await?;
    made("/merges", json!({ "id": merge.id }))
}

async fn undo(call: Caller, Path(id): Path<String>) -> Answer {
    merges::undo(call.node(), &call.who, &id).await?;
    done()
}
