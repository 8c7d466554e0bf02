//! Posts: asks and offers, from a draft to the public, and their review.

use super::answer::{changed, list, made, value, versioned};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, get, post, put};
use super::version;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::posts::{self, Draft, PostShown};
use pul_app::live::{Refusal, RefusalKind, review};
use pul_domain::{PartyId, Post, PostId};
use serde::Deserialize;
use serde_json::{Value, json};

const COLUMNS: &[&str] = &[
    "id",
    "party",
    "party_name",
    "state",
    "content.post",
    "content.title",
    "content.role",
    "submitted",
    "published",
    "expires",
    "version",
];

pub(super) fn operations() -> Vec<Operation> {
    let step = |operation: Operation| operation.access(Access::Write).if_match().gives(200, Some("Changed"));
    vec![
        get("/posts", own)
            .named("posts.own", "Every post of the caller's parties.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("PostList")),
        post("/posts", draft)
            .named("posts.draft", "Begins an ask or an offer.")
            .access(Access::Write)
            .body("PostForm")
            .gives(201, Some("Made")),
        get("/posts/{id}", show)
            .named("posts.show", "A post as the caller may see it.")
            .gives(200, Some("Post")),
        step(
            put("/posts/{id}", edit)
                .named("posts.edit", "Changes a post; a published one goes back to review.")
                .body("PostForm"),
        ),
        step(post("/posts/{id}/submit", submit).named("posts.submit", "Hands a draft in for review.")),
        step(post("/posts/{id}/withdraw", withdraw).named("posts.withdraw", "Takes a post back.")),
        step(post("/posts/{id}/renew", renew).named("posts.renew", "Says that a post still holds.")),
        get("/review", queue)
            .named("review.queue", "Posts that wait for review, the oldest first.")
            .access(Access::Organise)
            .paged()
            .csv()
            .gives(200, Some("PostList")),
        post("/posts/{id}/approve", approve)
            .named("review.approve", "Publishes a post.")
            .access(Access::Organise)
            .if_match()
            .gives(200, Some("Changed")),
        post("/posts/{id}/refuse", refuse)
            .named("review.refuse", "Sends a post back with the reason.")
            .access(Access::Organise)
            .if_match()
            .body("Reason")
            .gives(200, Some("Changed")),
    ]
}

pub(super) fn post_id(text: &str) -> Result<PostId, Refusal> {
    PostId::new(text).map_err(|_| Refusal::missing("post"))
}

/// A post as it is told.
pub(super) fn told(shown: &PostShown) -> Result<Value, Refusal> {
    Ok(
        json!({ "id": shown.id, "party": shown.party, "party_name": shown.party_name, "content": value(&shown.post)?,
        "closed": value(&shown.closed)?, "state": shown.state.as_str(), "brief": shown.brief, "reason": shown.reason,
        "import": shown.import, "submitted": value(&shown.submitted)?, "published": value(&shown.published)?,
        "expires": value(&shown.expires)?, "changed": shown.changed.to_string(), "version": shown.version }),
    )
}

async fn own(call: Caller) -> Answer {
    let all: Result<Vec<Value>, Refusal> =
        posts::own(call.node(), &call.who).await?.iter().map(told).collect();
    list(&call, all?, None, COLUMNS)
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    let shown = posts::show(call.node(), &call.who, &post_id(&id)?).await?;
    versioned(told(&shown)?, shown.version)
}

/// A post as it is handed in. Its id and sides are ours to set and need not be told.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    party: PartyId,
    content: serde_json::Map<String, Value>,
    #[serde(default)]
    brief: String,
}

impl Form {
    fn draft(self) -> Result<Draft, Refusal> {
        let Form { party, mut content, brief } = self;
        content.insert("id".into(), json!("new"));
        content.insert("party".into(), json!(party));
        content.entry("sides").or_insert_with(|| json!([]));
        let post: Post = serde_path_to_error::deserialize(Value::Object(content)).map_err(|error| {
            let path = error.path().to_string();
            let place = if path == "." { "content".to_owned() } else { format!("content.{path}") };
            let why = error.into_inner().to_string();
            Refusal { place: Some(place), ..Refusal::new(RefusalKind::Invalid, "content").value("what", why) }
        })?;
        Ok(Draft { party, post, brief })
    }
}

async fn draft(call: Caller, Body(form): Body<Form>) -> Answer {
    let id = posts::draft(call.node(), &call.who, &form.draft()?).await?;
    made(&format!("/posts/{id}"), json!({ "id": id }))
}

async fn edit(call: Caller, Path(id): Path<String>, Body(form): Body<Form>) -> Answer {
    let version = version::of(&call)?;
    changed(posts::edit(call.node(), &call.who, &post_id(&id)?, version, &form.draft()?).await?)
}

async fn submit(call: Caller, Path(id): Path<String>) -> Answer {
    let version = version::of(&call)?;
    changed(posts::submit(call.node(), &call.who, &post_id(&id)?, version).await?)
}

async fn withdraw(call: Caller, Path(id): Path<String>) -> Answer {
    let version = version::of(&call)?;
    changed(posts::withdraw(call.node(), &call.who, &post_id(&id)?, version).await?)
}

async fn renew(call: Caller, Path(id): Path<String>) -> Answer {
    let version = version::of(&call)?;
    changed(posts::renew(call.node(), &call.who, &post_id(&id)?, version).await?)
}

async fn queue(call: Caller) -> Answer {
    let page = review::queue(call.node(), &call.who, &call.paging()?).await?;
    let all: Result<Vec<Value>, Refusal> = page.items.iter().map(told).collect();
    list(&call, all?, page.next, COLUMNS)
}

async fn approve(call: Caller, Path(id): Path<String>) -> Answer {
    let version = version::of(&call)?;
    changed(review::approve(call.node(), &call.who, &post_id(&id)?, version).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reason {
    reason: String,
}

async fn refuse(call: Caller, Path(id): Path<String>, Body(form): Body<Reason>) -> Answer {
    let version = version::of(&call)?;
    changed(review::refuse(call.node(), &call.who, &post_id(&id)?, version, &form.reason).await?)
}
