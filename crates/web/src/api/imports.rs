//! Imports: a file on its way to published posts.

use super::answer::{done, list, made, thing};
use super::body;
use super::caller::Caller;
use super::operation::{Access, Operation, Takes, get, post};
use crate::ask::Answer;
use axum::extract::{Path, Request};
use pul_app::live::imports::{self, Upload};
use pul_app::live::records::Import;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/imports", all)
            .named("imports.list", "Imports, the newest first.")
            .access(Access::Organise)
            .paged()
            .csv()
            .gives(200, Some("ImportList")),
        post("/imports", upload)
            .named("imports.upload", "Hands in a file: it is read and checked, nothing is published yet.")
            .access(Access::Organise)
            .needs("name", Takes::Text(200), "The name of the file; its ending tells the format.")
            .query("mapping", Takes::Text(120), "A mapping of the pack; none for Pul's own lines.")
            .file()
            .gives(201, Some("Made")),
        get("/imports/{id}", show)
            .named("imports.show", "How far an import is, with every finding by row and column.")
            .access(Access::Organise)
            .gives(200, Some("Import")),
        post("/imports/{id}/publish", publish)
            .named("imports.publish", "Publishes the sound rows of a checked import.")
            .access(Access::Organise)
            .gives(204, None),
        post("/imports/{id}/undo", undo)
            .named("imports.undo", "Takes out what an import brought.")
            .access(Access::Organise)
            .gives(204, None),
    ]
}

fn told(call: &Caller, import: &Import) -> Value {
    let findings: Vec<Value> = import.findings.iter().map(|found| call.finding(found)).collect();
    json!({ "id": import.id, "name": import.name, "mapping": import.mapping, "state": import.state.as_str(),
        "rows": import.rows, "taken": import.taken, "done": import.done, "findings": findings,
        "created": import.created.to_string(), "changed": import.changed.to_string() })
}

async fn all(call: Caller) -> Answer {
    let page = imports::list(call.node(), &call.who, &call.paging()?).await?;
    let items = page.items.iter().map(|import| told(&call, import)).collect();
    list(
        &call,
        items,
        page.next,
        &["id", "name", "mapping", "state", "rows", "taken", "done", "created", "changed"],
    )
}

async fn upload(call: Caller, request: Request) -> Answer {
    call.who.organiser()?;
    let name = call.needed("name")?.to_owned();
    let mapping = call.fields.text("mapping").to_owned();
    let bytes = body::all(request.into_body(), call.node().settings().import_bytes).await?.to_vec();
    let id = imports::upload(call.node(), &call.who, &Upload { name, mapping, bytes }).await?;
    made(&format!("/imports/{id}"), json!({ "id": id }))
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    let import = imports::show(call.node(), &call.who, &id).await?;
    thing(told(&call, &import))
}

async fn publish(call: Caller, Path(id): Path<String>) -> Answer {
    imports::publish(call.node(), &call.who, &id).await?;
    done()
}

async fn undo(call: Caller, Path(id): Path<String>) -> Answer {
    imports::undo(call.node(), &call.who, &id).await?;
    done()
}
