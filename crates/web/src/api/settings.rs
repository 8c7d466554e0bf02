//! Settings organisers may change while the system runs.

use super::answer::{done, list};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, put};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::adjust::{self, Adjustable};
use serde::Deserialize;
use serde_json::json;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/settings", all)
            .named("settings.list", "Settings that may be changed, with what holds and their bounds.")
            .access(Access::Organise)
            .csv()
            .gives(200, Some("SettingList")),
        put("/settings/{name}", set)
            .named("settings.set", "Changes a setting; every node takes it up from the log.")
            .access(Access::Organise)
            .body("SettingForm")
            .gives(204, None),
        delete("/settings/{name}", reset)
            .named("settings.reset", "Takes a change back: what the configuration says holds again.")
            .access(Access::Organise),
    ]
}

async fn all(call: Caller) -> Answer {
    let items = adjust::list(call.node(), &call.who).await?;
    let items = items.iter().map(|s| {
        json!({ "name": s.which.name(), "value": s.value, "configured": s.configured, "least": s.least,
            "most": s.most, "changed": s.changed })
    });
    list(&call, items.collect(), None, &["name", "value", "configured", "least", "most", "changed"])
}

fn which(name: &str) -> Result<Adjustable, Refusal> {
    Adjustable::parse(name).ok_or_else(|| Refusal::missing("setting"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    value: i64,
}

async fn set(call: Caller, Path(name): Path<String>, Body(form): Body<Form>) -> Answer {
    adjust::set(call.node(), &call.who, which(&name)?, Some(form.value)).await?;
    done()
}

async fn reset(call: Caller, Path(name): Path<String>) -> Answer {
    adjust::set(call.node(), &call.who, which(&name)?, None).await?;
    done()
}
