//! The corridor's data: skills, roles, parameters by date, sources.

use super::answer::{list, thing, value};
use super::caller::Caller;
use super::operation::{Operation, Takes, get};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::facts::{self, Wanted};
use pul_app::live::{Page, Paging, Refusal, RefusalKind};
use pul_pack::spelling::fold;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    const WORDS: Takes = Takes::Text(200);
    vec![
        get("/pack", about)
            .named("pack.about", "The pack: id, version, hash, how much it holds.")
            .gives(200, Some("Pack")),
        get("/pack/skills", skills)
            .named("pack.skills", "Skills, all or those a text finds.")
            .query("q", WORDS, "Words of the name or an alias.")
            .paged()
            .csv()
            .gives(200, Some("SkillList")),
        get("/pack/skills/{id}", skill)
            .named("pack.skill", "Everything the pack says of a skill.")
            .gives(200, Some("Card")),
        get("/pack/roles", roles)
            .named("pack.roles", "Roles with their NOC codes.")
            .query("q", WORDS, "Words of the name or a title.")
            .paged()
            .csv()
            .gives(200, Some("RoleList")),
        get("/pack/roles/{id}", role)
            .named("pack.role", "Everything the pack says of a role.")
            .gives(200, Some("Card")),
        get("/pack/sources", sources)
            .named("pack.sources", "Who says so: every source.")
            .paged()
            .csv()
            .gives(200, Some("SourceList")),
        get("/pack/parameters", parameters)
            .named("pack.parameters", "Every dated value with its source and age.")
            .query("topic", WORDS, "Only values of this topic.")
            .query("stale", Takes::Bool, "Only those past their review date.")
            .paged()
            .csv()
            .gives(200, Some("ParameterList")),
    ]
}

async fn about(call: Caller) -> Answer {
    let pack = call.node().pack();
    let counts: serde_json::Map<String, Value> =
        pack.counts().into_iter().map(|(kind, n)| (kind.replace(' ', "_"), json!(n))).collect();
    thing(
        json!({ "id": pack.about().id, "version": pack.about().version, "sha256": pack.hash(), "counts": counts }),
    )
}

/// A page of what is in memory; the cursor is the number of the item it begins with.
pub(super) fn page_of(all: Vec<Value>, paging: &Paging) -> Result<Page<Value>, Refusal> {
    let bad = || Refusal { place: Some("after".into()), ..Refusal::new(RefusalKind::Bad, "cursor") };
    let from: usize = paging.after.as_deref().map_or(Ok(0), str::parse).map_err(|_| bad())?;
    let until = from.saturating_add(paging.limit() as usize);
    let next = (until < all.len()).then(|| until.to_string());
    Ok(Page { items: all.into_iter().skip(from).take(paging.limit() as usize).collect(), next })
}

fn answer(call: &Caller, all: Vec<Value>, columns: &[&str]) -> Answer {
    let page = page_of(all, &call.paging()?)?;
    list(call, page.items, page.next, columns)
}

async fn skills(call: Caller) -> Answer {
    let pack = call.node().pack();
    let wanted = fold(call.fields.text("q"));
    let found = pack.skills().iter().filter(|s| {
        let names = s.labels.all().chain(s.aliases.iter().map(String::as_str));
        wanted.is_empty() || fold(&names.collect::<Vec<_>>().join(" ")).contains(&wanted)
    });
    let told = found.map(|s| {
        let broader = s.broader.map(|ix| pack.skill(ix).id.clone());
        Ok(json!({ "id": s.id, "labels": s.labels, "domain": s.domain, "kind": value(&s.kind)?, "aliases": s.aliases,
            "broader": broader, "esco": s.esco, "onet": s.onet, "stackoverflow": s.stackoverflow }))
    });
    let all: Result<Vec<_>, Refusal> = told.collect();
    answer(
        &call,
        all?,
        &[
            "id",
            "labels.en",
            "labels.fr",
            "labels.ur",
            "domain",
            "kind",
            "aliases",
            "broader",
            "esco",
            "onet",
            "stackoverflow",
        ],
    )
}

async fn roles(call: Caller) -> Answer {
    let pack = call.node().pack();
    let wanted = fold(call.fields.text("q"));
    let found = pack.roles().iter().filter(|r| {
        let names = r.labels.all().chain(r.titles.iter().map(String::as_str));
        wanted.is_empty() || fold(&names.collect::<Vec<_>>().join(" ")).contains(&wanted)
    });
    let all = found.map(|r| {
        let skills: Vec<Value> = r
            .skills
            .iter()
            .map(|(ix, weight)| json!({ "skill": pack.skill(*ix).id, "weight": weight }))
            .collect();
        json!({ "id": r.id, "labels": r.labels, "group": r.group, "noc2021": r.noc2021, "noc2016": r.noc2016,
            "titles": r.titles, "skills": skills })
    });
    answer(
        &call,
        all.collect(),
        &["id", "labels.en", "labels.fr", "labels.ur", "group", "noc2021", "noc2016", "titles"],
    )
}

async fn sources(call: Caller) -> Answer {
    let all = call.node().pack().sources().values().map(|s| {
        json!({ "id": s.id, "producer": s.producer, "title": s.title, "address": s.address, "published": s.published,
            "read": s.read.to_string(), "licence": s.licence })
    });
    answer(&call, all.collect(), &["id", "producer", "title", "address", "published", "read", "licence"])
}

async fn parameters(call: Caller) -> Answer {
    let topic = call.fields.get("topic").map(str::to_owned);
    let wanted = Wanted { stale: call.flag("stale")?, topic };
    let found = facts::list(call.node().prices(), call.node().today(), &wanted)?;
    let all: Result<Vec<Value>, Refusal> = found.rows.iter().map(value).collect();
    answer(
        &call,
        all?,
        &[
            "topic",
            "id",
            "at",
            "value",
            "unit",
            "from",
            "until",
            "assumed",
            "source",
            "locator",
            "confidence",
            "review",
            "stale",
            "age_days",
            "note",
        ],
    )
}

async fn skill(call: Caller, Path(id): Path<String>) -> Answer {
    card(&call, "skill", &id)
}

async fn role(call: Caller, Path(id): Path<String>) -> Answer {
    card(&call, "role", &id)
}

fn card(call: &Caller, kind: &'static str, id: &str) -> Answer {
    let card = call.node().pack().show(kind, id).map_err(|_| Refusal::missing(kind))?;
    thing(value(&card)?)
}
