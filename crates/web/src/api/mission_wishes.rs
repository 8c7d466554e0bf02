//! Wishes of missions: asked, answered, withdrawn, added.

use super::answer::{done, list, made, thing, value};
use super::body::Body;
use super::caller::Caller;
use super::missions::mission_id;
use super::operation::{Access, Operation, get, post, put};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions;
use pul_domain::{PartyId, Wish, WishId, WishStep};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    let step = |operation: Operation| {
        operation.access(Access::Write).body("WishAnswer").gives(200, Some("WishStands"))
    };
    vec![
        get("/missions/{id}/wishes", all)
            .named("missions.wishes", "The wishes the caller may know of.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("WishList")),
        post("/missions/{id}/requests", request)
            .named("missions.request", "A party asks others for a meeting.")
            .access(Access::Write)
            .body("WishRequest")
            .gives(201, Some("Made")),
        post("/missions/{id}/wishes", add)
            .named("missions.add-wish", "The organiser adds a wish, agreed elsewhere or to be answered.")
            .access(Access::Organise)
            .body("Wish")
            .gives(201, Some("Made")),
        step(
            post("/missions/{id}/wishes/{wish}/accept", accept)
                .named("missions.accept-wish", "A party accepts a request."),
        ),
        step(
            post("/missions/{id}/wishes/{wish}/decline", decline)
                .named("missions.decline-wish", "A party declines a request."),
        ),
        step(
            post("/missions/{id}/wishes/{wish}/cancel", cancel)
                .named("missions.cancel-wish", "A party withdraws what it asked or agreed to."),
        ),
        put("/missions/{id}/wishes/{wish}/must", must)
            .named("missions.must", "Says that an agreed meeting must be held, or need not.")
            .access(Access::Write)
            .body("Must")
            .gives(204, None),
    ]
}

fn wish_id(text: &str) -> Result<WishId, Refusal> {
    WishId::new(text).map_err(|_| Refusal::missing("wish"))
}

async fn all(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::wishes(call.node(), &call.who, &mission_id(&id)?).await?;
    let item = |(wish, message): &(Wish, String)| -> Result<Value, Refusal> {
        let mut it = value(wish)?;
        it["message"] = json!(message);
        Ok(it)
    };
    let items: Result<Vec<Value>, Refusal> = found.iter().map(item).collect();
    list(&call, items?, None, &["id", "parties", "value", "state", "asked_by", "answer_by", "message"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    from: PartyId,
    to: Vec<PartyId>,
    #[serde(default)]
    message: String,
}

async fn request(call: Caller, Path(id): Path<String>, Body(asks): Body<Request>) -> Answer {
    let mission = mission_id(&id)?;
    let wish =
        missions::request(call.node(), &call.who, &mission, &asks.from, &asks.to, &asks.message).await?;
    made(&format!("/missions/{id}/wishes"), json!({ "id": wish }))
}

async fn add(call: Caller, Path(id): Path<String>, Body(wish): Body<Wish>) -> Answer {
    missions::add(call.node(), &call.who, &mission_id(&id)?, &wish).await?;
    made(&format!("/missions/{id}/wishes"), json!({ "id": wish.id }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Says {
    party: PartyId,
}

async fn step(call: Caller, (id, wish): (String, String), says: Says, step: WishStep) -> Answer {
    let (mission, wish) = (mission_id(&id)?, wish_id(&wish)?);
    let state = missions::step(call.node(), &call.who, &mission, &wish, &says.party, step).await?;
    thing(json!({ "id": wish, "state": value(&state)? }))
}

async fn accept(call: Caller, Path(at): Path<(String, String)>, Body(says): Body<Says>) -> Answer {
    step(call, at, says, WishStep::Accept).await
}

async fn decline(call: Caller, Path(at): Path<(String, String)>, Body(says): Body<Says>) -> Answer {
    step(call, at, says, WishStep::Decline).await
}

async fn cancel(call: Caller, Path(at): Path<(String, String)>, Body(says): Body<Says>) -> Answer {
    step(call, at, says, WishStep::Cancel).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Must {
    must: bool,
}

async fn must(call: Caller, Path((id, wish)): Path<(String, String)>, Body(says): Body<Must>) -> Answer {
    missions::must(call.node(), &call.who, &mission_id(&id)?, &wish_id(&wish)?, says.must).await?;
    done()
}
