//! Matches: who fits, why, and why not.

use super::answer::{list, thing, value};
use super::caller::Caller;
use super::introductions;
use super::operation::{Access, Operation, Takes, get};
use super::posts::post_id;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::matches::{self, LONGEST, MatchShown};
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    let top = Takes::Number(1, LONGEST as u32);
    vec![
        get("/posts/{id}/matches", of_post)
            .named("matches.of-post", "The best matches of a published post, each point with its cause.")
            .query("top", top, "Longest list; 20 where none is told.")
            .csv()
            .gives(200, Some("MatchList")),
        get("/matches", mine)
            .named("matches.mine", "The best matches of every published post of the caller's.")
            .access(Access::Read)
            .query("top", top, "Longest list of each; 5 where none is told.")
            .gives(200, Some("MyMatches")),
        get("/pairs/{ask}/{offer}", pair)
            .named("matches.pair", "One pair: every point of it, and every rule that keeps it apart.")
            .gives(200, Some("Pair")),
    ]
}

/// A match as it is told.
pub(super) fn told(shown: &MatchShown) -> Result<Value, Refusal> {
    let introduction = shown.introduction.as_ref().map(introductions::told).transpose()?;
    Ok(json!({ "match": value(&shown.found)?, "rate_closed": shown.rate_closed, "post": value(&shown.post)?,
        "closed": value(&shown.closed)?, "party": shown.party, "party_name": shown.party_name,
        "party_kind": value(&shown.party_kind)?, "sides": shown.sides, "city": shown.city, "introduction": introduction }))
}

async fn of_post(call: Caller, Path(id): Path<String>) -> Answer {
    let top = call.number("top", 1, LONGEST as u32)?.unwrap_or(20) as usize;
    let found = matches::of_post(call.node(), &call.who, &post_id(&id)?, top).await?;
    let all: Result<Vec<Value>, Refusal> = found.matches.iter().map(told).collect();
    list(
        &call,
        all?,
        None,
        &[
            "match.ask",
            "match.offer",
            "match.score",
            "match.asker.points",
            "match.offerer.points",
            "party",
            "party_name",
            "city",
            "post.title",
        ],
    )
}

async fn mine(call: Caller) -> Answer {
    let top = call.number("top", 1, LONGEST as u32)?.unwrap_or(5) as usize;
    let lists = matches::mine(call.node(), &call.who, top).await?;
    let all = lists.iter().map(|l| {
        let matches: Result<Vec<Value>, Refusal> = l.matches.iter().map(told).collect();
        Ok(json!({ "of": l.of, "title": l.title, "party": l.party, "direction": value(&l.direction)?,
            "day": l.day.to_string(), "position": l.position, "matches": matches? }))
    });
    list(&call, all.collect::<Result<_, Refusal>>()?, None, &["of", "title", "party", "direction"])
}

async fn pair(call: Caller, Path((ask, offer)): Path<(String, String)>) -> Answer {
    let pair = matches::pair(call.node(), &call.who, &post_id(&ask)?, &post_id(&offer)?).await?;
    thing(
        json!({ "shown": told(&pair.shown)?, "why_not": value(&pair.why_not)?, "ask": value(&pair.ask)?, "offer": value(&pair.offer)? }),
    )
}
