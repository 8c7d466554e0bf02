//! Introductions: one party asks to meet another.

use super::answer::{done, list, made, thing, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, get, post};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::introductions::{self, IntroductionShown, Request};
use pul_domain::PostId;
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    let answer = |operation: Operation| operation.access(Access::Write).gives(204, None);
    vec![
        get("/introductions", all)
            .named("introductions.list", "The introductions of the caller's parties, the newest first.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("IntroductionList")),
        post("/introductions", request)
            .named("introductions.request", "Asks to be introduced to the other side of a pair.")
            .access(Access::Write)
            .body("IntroductionForm")
            .gives(201, Some("Made")),
        get("/introductions/{id}", show)
            .named("introductions.show", "One introduction.")
            .access(Access::Read)
            .gives(200, Some("Introduction")),
        answer(
            post("/introductions/{id}/accept", accept)
                .named("introductions.accept", "Says yes: what each consented to opens to the other.")
                .body("Answer"),
        ),
        answer(
            post("/introductions/{id}/decline", decline)
                .named("introductions.decline", "Says no, and lets it be known.")
                .body("Answer"),
        ),
        answer(
            post("/introductions/{id}/veto", veto).named(
                "introductions.veto",
                "Says no in private: the requester sees no answer, now or later.",
            ),
        ),
        answer(
            post("/introductions/{id}/withdraw", withdraw)
                .named("introductions.withdraw", "Takes a request back."),
        ),
    ]
}

/// An introduction as it is told.
pub(super) fn told(it: &IntroductionShown) -> Result<Value, Refusal> {
    Ok(
        json!({ "id": it.id, "from": it.from, "from_name": it.from_name, "to": it.to, "to_name": it.to_name, "ask": it.ask,
        "offer": it.offer, "state": it.state.as_str(), "message": it.message, "answer": it.answer,
        "requested": it.requested.to_string(), "answered": value(&it.answered)?, "expires": it.expires.to_string(), "asked": it.asked }),
    )
}

async fn all(call: Caller) -> Answer {
    let found = introductions::list(call.node(), &call.who).await?;
    let items: Result<Vec<Value>, Refusal> = found.iter().map(told).collect();
    list(
        &call,
        items?,
        None,
        &[
            "id",
            "from",
            "from_name",
            "to",
            "to_name",
            "ask",
            "offer",
            "state",
            "requested",
            "answered",
            "expires",
        ],
    )
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    thing(told(&introductions::show(call.node(), &call.who, &id).await?)?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    ask: PostId,
    offer: PostId,
    message: String,
}

async fn request(call: Caller, Body(form): Body<Form>) -> Answer {
    let request = Request { ask: form.ask, offer: form.offer, message: form.message };
    let id = introductions::request(call.node(), &call.who, &request).await?;
    made(&format!("/introductions/{id}"), json!({ "id": id }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    #[serde(default)]
    answer: String,
}

async fn accept(call: Caller, Path(id): Path<String>, Body(words): Body<Words>) -> Answer {
    introductions::accept(call.node(), &call.who, &id, &words.answer).await?;
    done()
}

async fn decline(call: Caller, Path(id): Path<String>, Body(words): Body<Words>) -> Answer {
    introductions::decline(call.node(), &call.who, &id, &words.answer).await?;
    done()
}

async fn veto(call: Caller, Path(id): Path<String>) -> Answer {
    introductions::veto(call.node(), &call.who, &id).await?;
    done()
}

async fn withdraw(call: Caller, Path(id): Path<String>) -> Answer {
    introductions::withdraw(call.node(), &call.who, &id).await?;
    done()
}
