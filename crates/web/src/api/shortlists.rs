//! Saved shortlists.

use super::answer::{done, list, made, thing, value};
use super::body::Body;
use super::caller::Caller;
use super::matches;
use super::operation::{Access, Operation, delete, get, post, put};
use super::quotes::{Share, link};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::matches::LONGEST;
use pul_app::live::shortlists::{self, SavedShown};
use pul_domain::PostId;
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/shortlists", all)
            .named("shortlists.list", "Saved shortlists.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("ShortlistList")),
        post("/shortlists", save)
            .named(
                "shortlists.save",
                "Saves the best matches of a post with everything needed to find them again.",
            )
            .access(Access::Write)
            .body("ShortlistForm")
            .gives(201, Some("Made")),
        get("/shortlists/{id}", show)
            .named("shortlists.show", "A saved shortlist.")
            .access(Access::Read)
            .gives(200, Some("Shortlist")),
        delete("/shortlists/{id}", remove)
            .named("shortlists.remove", "Removes a saved shortlist.")
            .access(Access::Write),
        put("/shortlists/{id}/share", share)
            .named("shortlists.share", "Opens or ends a secret link. The link is told once.")
            .access(Access::Write)
            .body("Share")
            .gives(200, Some("Shared")),
        get("/shared/shortlists/{secret}", shared)
            .named("shortlists.shared", "A shortlist by its secret link.")
            .gives(200, Some("Shortlist")),
    ]
}

fn told(shown: &SavedShown) -> Result<Value, Refusal> {
    let matches: Result<Vec<Value>, Refusal> = shown.matches.iter().map(matches::told).collect();
    let saved = &shown.saved;
    Ok(
        json!({ "id": saved.id, "title": saved.title, "file": value(&saved.file)?, "shared": saved.share.is_some(),
        "created": saved.created.to_string(), "matches": matches?, "gone": shown.gone }),
    )
}

async fn all(call: Caller) -> Answer {
    let found = shortlists::list(call.node(), &call.who).await?;
    let items = found.iter().map(|s| {
        json!({ "id": s.id, "title": s.title, "shared": s.share.is_some(), "created": s.created.to_string() })
    });
    list(&call, items.collect(), None, &["id", "title", "shared", "created"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    post: PostId,
    #[serde(default = "usual")]
    top: u32,
    #[serde(default)]
    title: String,
}

fn usual() -> u32 {
    20
}

async fn save(call: Caller, Body(form): Body<Form>) -> Answer {
    let top = form.top.clamp(1, LONGEST as u32) as usize;
    let saved = shortlists::save(call.node(), &call.who, &form.post, top, &form.title).await?;
    made(&format!("/shortlists/{}", saved.id), json!({ "id": saved.id }))
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    thing(told(&shortlists::show(call.node(), &call.who, &id).await?)?)
}

async fn remove(call: Caller, Path(id): Path<String>) -> Answer {
    shortlists::remove(call.node(), &call.who, &id).await?;
    done()
}

async fn share(call: Caller, Path(id): Path<String>, Body(form): Body<Share>) -> Answer {
    thing(link("shortlists", shortlists::share(call.node(), &call.who, &id, form.shared).await?)?)
}

async fn shared(call: Caller, Path(secret): Path<String>) -> Answer {
    thing(told(&shortlists::shared(call.node(), &call.who, &secret).await?)?)
}
