//! Background work that was given up, for organisers.

use super::answer::{done, list, thing};
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post};
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::jobs;
use pul_app::live::jobs::Standing;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/jobs", counts)
            .named("jobs.counts", "How many jobs stand in each state.")
            .access(Access::Organise)
            .gives(200, Some("JobCounts")),
        get("/jobs/dead", dead)
            .named("jobs.dead", "Jobs that were given up, the oldest first; at most two hundred.")
            .access(Access::Organise)
            .csv()
            .gives(200, Some("JobList")),
        get("/jobs/failing", failing)
            .named("jobs.failing", "Jobs that failed and wait for their next attempt; at most two hundred.")
            .access(Access::Organise)
            .csv()
            .gives(200, Some("JobList")),
        post("/jobs/{id}/retry", retry)
            .named("jobs.retry", "Lets a job that was given up begin anew.")
            .access(Access::Organise)
            .gives(204, None),
        delete("/jobs/{id}", drop_one)
            .named("jobs.drop", "Drops a job that was given up.")
            .access(Access::Organise),
    ]
}

fn told(job: &Standing) -> Value {
    json!({ "id": job.id, "kind": job.kind, "due": job.due.to_string(), "attempts": job.attempts,
        "problem": job.problem, "may_retry": jobs::may_retry(job) })
}

async fn counts(call: Caller) -> Answer {
    let queue = jobs::queue(call.node(), &call.who).await?;
    let counts: Vec<Value> = queue
        .counts
        .iter()
        .map(|(kind, state, n)| json!({ "kind": kind, "state": state.as_str(), "count": n }))
        .collect();
    thing(json!({ "counts": counts }))
}

async fn told_all(call: &Caller, of: &[Standing]) -> Answer {
    let columns = ["id", "kind", "due", "attempts", "problem", "may_retry"];
    list(call, of.iter().map(told).collect(), None, &columns)
}

async fn dead(call: Caller) -> Answer {
    let queue = jobs::queue(call.node(), &call.who).await?;
    told_all(&call, &queue.dead).await
}

async fn failing(call: Caller) -> Answer {
    let queue = jobs::queue(call.node(), &call.who).await?;
    told_all(&call, &queue.failing).await
}

async fn retry(call: Caller, Path(id): Path<String>) -> Answer {
    jobs::retry(call.node(), &call.who, &id).await?;
    done()
}

async fn drop_one(call: Caller, Path(id): Path<String>) -> Answer {
    jobs::drop(call.node(), &call.who, &id).await?;
    done()
}
