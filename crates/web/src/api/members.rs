//! Who acts for a party, and whom it never wants to meet.

use super::answer::{done, list, value};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post, put};
use super::parties::party_id;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::parties;
use pul_app::live::records::MemberLevel;
use pul_app::live::{Refusal, introductions};
use serde::Deserialize;
use serde_json::json;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/parties/{id}/members", members)
            .named("parties.members", "Who acts for a party.")
            .access(Access::Read)
            .gives(200, Some("MemberList")),
        post("/parties/{id}/members", add_member)
            .named("parties.add-member", "Lets somebody act for a party: an account is made where the address has none, and a letter tells of it.")
            .access(Access::Write)
            .body("Member")
            .gives(204, None),
        put("/parties/{id}/members/{account}", change_member)
            .named("parties.change-member", "Says what somebody who acts for a party may do for it.")
            .access(Access::Write)
            .body("MemberLevel")
            .gives(204, None),
        delete("/parties/{id}/members/{account}", remove_member)
            .named("parties.remove-member", "Ends that somebody acts for a party.")
            .access(Access::Write),
        get("/parties/{id}/exclusions", exclusions)
            .named("parties.exclusions", "Whom a party never wants to be shown; nobody else learns it.")
            .access(Access::Read)
            .gives(200, Some("ExclusionList")),
        put("/parties/{id}/exclusions/{other}", exclude)
            .named("parties.exclude", "Never to be shown a party, nor shown to it.")
            .access(Access::Write)
            .gives(204, None),
        delete("/parties/{id}/exclusions/{other}", include)
            .named("parties.include", "To be shown a party again.")
            .access(Access::Write),
    ]
}

async fn members(call: Caller, Path(id): Path<String>) -> Answer {
    let (members, _) = parties::members(call.node(), &call.who, &party_id(&id)?).await?;
    let items = members.iter().map(|m| {
        Ok(json!({ "account": m.account, "name": m.name, "email": m.email, "level": value(&m.level)?,
            "since": m.since.to_string() }))
    });
    let columns = ["account", "name", "email", "level", "since"];
    list(&call, items.collect::<Result<_, Refusal>>()?, None, &columns)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    email: String,
    level: MemberLevel,
}

async fn add_member(call: Caller, Path(id): Path<String>, Body(member): Body<Member>) -> Answer {
    parties::add_member(call.node(), &call.who, &party_id(&id)?, &member.email, member.level).await?;
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Level {
    level: MemberLevel,
}

async fn change_member(
    call: Caller,
    Path((id, account)): Path<(String, String)>,
    Body(to): Body<Level>,
) -> Answer {
    parties::change_member(call.node(), &call.who, &party_id(&id)?, &account, to.level).await?;
    done()
}

async fn remove_member(call: Caller, Path((id, account)): Path<(String, String)>) -> Answer {
    parties::remove_member(call.node(), &call.who, &party_id(&id)?, &account).await?;
    done()
}

async fn exclusions(call: Caller, Path(id): Path<String>) -> Answer {
    let found = introductions::exclusions(call.node(), &call.who, &party_id(&id)?).await?;
    let items = found.iter().map(|e| json!({ "party": e.party, "other": e.other })).collect();
    list(&call, items, None, &["party", "other"])
}

async fn exclude(call: Caller, Path((id, other)): Path<(String, String)>) -> Answer {
    introductions::exclude(call.node(), &call.who, &party_id(&id)?, &party_id(&other)?, true).await?;
    done()
}

async fn include(call: Caller, Path((id, other)): Path<(String, String)>) -> Answer {
    introductions::exclude(call.node(), &call.who, &party_id(&id)?, &party_id(&other)?, false).await?;
    done()
}
