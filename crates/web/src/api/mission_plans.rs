//! Plans of missions: made, looked at, published, locked, repaired.

use super::answer::{done, list, made, thing, value};
use super::body::Body;
use super::caller::Caller;
use super::missions::mission_id;
use super::operation::{Access, Operation, delete, get, post};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, Disruption, RepairShown};
use pul_app::live::records::{MissionPlanRow, MissionPlanning};
use pul_app::mission::{happened, left_out, locks};
use pul_domain::{EditionStep, Id, MissionId};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    let organise = |operation: Operation| operation.access(Access::Organise);
    let all = vec![
        get("/missions/{id}/plannings", plannings)
            .named("missions.plannings", "Plannings with their progress, the latest first: value, bound, steps.")
            .csv()
            .gives(200, Some("PlanningList")),
        post("/missions/{id}/plannings", start)
            .named("missions.plan", "Asks for a plan, from nothing or going on from one there is; a worker makes it.")
            .body("PlanningForm")
            .gives(201, Some("Made")),
        post("/missions/{id}/plannings/{planning}/stop", stop)
            .named("missions.stop", "Stops a planning; the best plan so far is kept.")
            .gives(204, None),
        get("/missions/{id}/plans", plans)
            .named("missions.plans", "The plans there are, the latest first, with value and bound.")
            .csv()
            .gives(200, Some("PlanList")),
        get("/missions/{id}/plans/{number}", plan)
            .named("missions.show-plan", "A plan with its meetings, what it is worth and the proof of how good it is.")
            .gives(200, Some("PlanShown")),
        get("/missions/{id}/plans/{number}/left-out", left)
            .named("missions.left-out", "What a plan leaves out, why, and what would admit it, by the mission as it is now.")
            .gives(200, Some("LeftOutList")),
        get("/missions/{id}/changes", changes)
            .named("missions.changes", "What publishing the plan in work would change, person by person.")
            .gives(200, Some("PersonChangeList")),
        post("/missions/{id}/edition", step)
            .named("missions.publish", "Submits the plan in work, returns it, publishes it, or withdraws what people see; what changed for each person.")
            .body("EditionStep")
            .gives(200, Some("PersonChangeList")),
        post("/missions/{id}/repair/look", look)
            .named("missions.look", "What a repair would move, lose and gain after all of this happened; nothing is changed.")
            .body("Happened")
            .gives(200, Some("Repair")),
        post("/missions/{id}/repair", repair)
            .named("missions.repair", "Takes in what happened and lays the repaired plan down as the draft.")
            .body("Happened")
            .gives(200, Some("Repair")),
        post("/missions/{id}/locks", lock)
            .named("missions.lock", "Locks meetings of the plan in work where they are.")
            .body("Locks")
            .gives(204, None),
        delete("/missions/{id}/locks", unlock).named("missions.unlock", "Unlocks every meeting."),
    ];
    all.into_iter().map(organise).collect()
}

async fn plannings(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::plannings(call.node(), &call.who, &mission_id(&id)?).await?;
    let told = |row: &MissionPlanning| -> Result<Value, Refusal> {
        Ok(
            json!({ "id": row.id, "state": row.state.as_str(), "seed": row.seed, "work": row.work, "calm": row.calm, "from": row.from,
            "progress": value(&row.progress)?, "plan": row.plan, "whole": row.whole, "findings": value(&row.findings)?,
            "asked": row.asked.to_string(), "changed": row.changed.to_string() }),
        )
    };
    let items: Result<Vec<Value>, Refusal> = found.iter().map(told).collect();
    let columns =
        ["id", "state", "seed", "work", "progress.work", "progress.value", "progress.value_at_most", "plan"];
    list(&call, items?, None, &columns)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    #[serde(default = "one")]
    seed: u64,
    work: u64,
    #[serde(default)]
    calm: u16,
    #[serde(default)]
    from: Option<i64>,
}

fn one() -> u64 {
    1
}

async fn start(call: Caller, Path(id): Path<String>, Body(form): Body<Start>) -> Answer {
    let mission = mission_id(&id)?;
    let Start { seed, work, calm, from } = form;
    let asked = missions::PlanningAsked { seed, work, calm, from };
    let planning = missions::start(call.node(), &call.who, &mission, asked).await?;
    made(&format!("/missions/{id}/plannings"), json!({ "id": planning }))
}

async fn stop(call: Caller, Path((id, planning)): Path<(String, String)>) -> Answer {
    mission_id(&id)?;
    let planning = Id::new(&planning).map_err(|_| Refusal::missing("planning"))?;
    missions::stop(call.node(), &call.who, &planning).await?;
    done()
}

fn summary(row: &MissionPlanRow) -> Value {
    json!({ "number": row.number, "of_version": row.of_version, "made": row.made.as_str(), "moved": row.moved,
        "moved_at_least": row.moved_at_least, "meetings": row.plan.meetings.len(), "missed": row.plan.score.missed,
        "value": row.plan.score.value, "value_at_most": row.plan.bound.value(&row.plan.score), "at": row.at.to_string() })
}

async fn plans(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::plans(call.node(), &call.who, &mission_id(&id)?).await?;
    let columns =
        ["number", "made", "meetings", "missed", "value", "value_at_most", "moved", "moved_at_least", "at"];
    list(&call, found.iter().map(summary).collect(), None, &columns)
}

fn numbered(text: &str) -> Result<i64, Refusal> {
    text.parse().map_err(|_| Refusal::missing("plan"))
}

async fn plan(call: Caller, Path((id, number)): Path<(String, String)>) -> Answer {
    let (_, row) = missions::plan(call.node(), &call.who, &mission_id(&id)?, numbered(&number)?).await?;
    let mut told = summary(&row);
    told["plan"] = value(&row.plan)?;
    thing(told)
}

async fn left(call: Caller, Path((id, number)): Path<(String, String)>) -> Answer {
    let (mission, row) =
        missions::plan(call.node(), &call.who, &mission_id(&id)?, numbered(&number)?).await?;
    let found = tokio::task::spawn_blocking(move || left_out(&mission, &row.plan));
    thing(json!({ "items": value(&found.await.map_err(Refusal::internal)?)?, "next": null }))
}

async fn changes(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::pending_changes(call.node(), &call.who, &mission_id(&id)?).await?;
    thing(json!({ "items": value(&found)?, "next": null }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    step: EditionStep,
}

async fn step(call: Caller, Path(id): Path<String>, Body(to): Body<Step>) -> Answer {
    let told = missions::take_step(call.node(), &call.who, &mission_id(&id)?, to.step).await?;
    thing(json!({ "items": value(&told)?, "next": null }))
}

/// What happened, written as on the command line: `party=2027-02-10T11:00[America/Toronto]`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Happened {
    #[serde(default)]
    drop_out: Vec<String>,
    #[serde(default)]
    late: Vec<String>,
    #[serde(default)]
    leaves: Vec<String>,
    #[serde(default)]
    close: Vec<String>,
}

/// The mission, and what is said to have happened to it.
async fn said(call: &Caller, id: &str, it: &Happened) -> Result<(MissionId, Vec<Disruption>), Refusal> {
    call.who.organiser()?;
    let id = mission_id(id)?;
    let shown = missions::show(call.node(), &call.who, &id).await?;
    let happened = happened(&shown.mission, &it.drop_out, &it.late, &it.leaves, &it.close)?;
    Ok((id, happened))
}

fn repaired(repair: &RepairShown) -> Answer {
    thing(json!({ "plan": repair.plan, "moved": repair.moved, "moved_at_least": repair.moved_at_least,
        "lost": repair.lost, "gained": repair.gained, "changes": value(&repair.changes)? }))
}

async fn look(call: Caller, Path(id): Path<String>, Body(it): Body<Happened>) -> Answer {
    let (id, said) = said(&call, &id, &it).await?;
    repaired(&missions::look(call.node(), &call.who, &id, &said).await?)
}

async fn repair(call: Caller, Path(id): Path<String>, Body(it): Body<Happened>) -> Answer {
    let (id, said) = said(&call, &id, &it).await?;
    repaired(&missions::disturb(call.node(), &call.who, &id, &said).await?)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Locks {
    locks: Vec<String>,
}

async fn lock(call: Caller, Path(id): Path<String>, Body(it): Body<Locks>) -> Answer {
    call.who.organiser()?;
    let id = mission_id(&id)?;
    let shown = missions::show(call.node(), &call.who, &id).await?;
    missions::lock_meetings(call.node(), &call.who, &id, &locks(&shown.mission, &it.locks)?).await?;
    done()
}

async fn unlock(call: Caller, Path(id): Path<String>) -> Answer {
    missions::unlock_all(call.node(), &call.who, &mission_id(&id)?).await?;
    done()
}
