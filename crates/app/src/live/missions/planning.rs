//! Planning as background work: asked for, watched, stopped, gone on with.

use super::begin::organising;
use super::held::{self, organiser};
use super::plans::lay_down;
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::{Refusal, RefusalKind};
use crate::live::who::Who;
use crate::mission::{Request, Standing, plan};
use jiff::SignedDuration;
use pul_domain::{MissionId, MissionPlan};
use pul_store::tables::{
    MissionPlanRow, MissionPlanning, MissionPlanningId, PlanMade, PlanningProgress, PlanningState,
};
use pul_store::{Actor, Claimed, Job, Order, Query};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Kind of the jobs that plan.
pub(crate) const JOB: &str = "mission-plan";
/// Most steps one planning may take.
const MOST_WORK: u64 = 50_000_000;
/// Most thousandths of the value that may be given up for quieter days.
const MOST_CALM: u16 = 100;
/// How often progress is written and a wish to stop is looked for.
const LOOK: Duration = Duration::from_millis(700);

/// What is asked of a planning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanningAsked {
    /// Seed of the search.
    pub seed: u64,
    /// Steps it may take.
    pub work: u64,
    /// Thousandths of the value that may be given up for quieter days.
    pub calm: u16,
    /// The number of the plan to go on from.
    pub from: Option<i64>,
}

/// Asks for a plan: from the beginning, or going on from a plan there is. One at a time for each mission.
///
/// # Errors
/// `forbidden`; `missing`; `planning-runs`; `mission-state`.
#[boxed]
pub async fn start(
    node: &Node,
    who: &Who,
    id: &MissionId,
    PlanningAsked { seed, work, calm, from }: PlanningAsked,
) -> Result<MissionPlanningId, Refusal> {
    let (mut write, _) = organising(node, who, "mission-plan-asked", id).await?;
    let by = who.signed_in()?.clone();
    let under_way = [PlanningState::Waiting, PlanningState::Running, PlanningState::Stopping];
    let running = Query::new().is("mission", id).one_of("state", under_way);
    if write.count::<MissionPlanning>(&running).await? > 0 {
        return Err(Refusal::state("planning-runs", "running"));
    }
    if let Some(number) = from {
        let former = write.get::<MissionPlanRow>(&MissionPlanRow::id_of(id, number)).await?;
        former.ok_or_else(|| Refusal::missing("plan"))?;
    }
    let (planning, now) = (node.new_id::<pul_store::tables::kind::MissionPlanning>(), node.now());
    let row = MissionPlanning {
        id: planning.clone(),
        mission: id.clone(),
        state: PlanningState::Waiting,
        seed,
        work: work.clamp(1, MOST_WORK),
        calm: calm.min(MOST_CALM),
        from,
        progress: PlanningProgress::default(),
        plan: None,
        whole: false,
        findings: pul_domain::Findings::new(),
        by,
        asked: now,
        changed: now,
    };
    write.insert(&row).await?;
    let body = serde_json::json!({ "planning": planning });
    write
        .enqueue(&Job { id: format!("{JOB}:{planning}"), kind: JOB.to_owned(), body, due: now, most: 3 })
        .await?;
    node.commit(write).await?;
    Ok(planning)
}

/// The plannings of a mission, the latest first.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn plannings(node: &Node, who: &Who, id: &MissionId) -> Result<Vec<MissionPlanning>, Refusal> {
    who.organiser()?;
    let query = Query::new().is("mission", id).order("asked", Order::Desc).limit(50);
    Ok(node.store().find::<MissionPlanning>(&query).await?.into_iter().map(|kept| kept.row).collect())
}

/// Stops a planning: the best plan so far is laid down, and can be gone on from.
///
/// # Errors
/// `forbidden`; `missing`; `planning-over`.
#[boxed]
pub async fn stop(node: &Node, who: &Who, planning: &MissionPlanningId) -> Result<(), Refusal> {
    organiser(who)?;
    let mut write = node.write(who, "mission-plan-stopped").await?;
    let kept = write.get::<MissionPlanning>(planning.as_str()).await?;
    let kept = kept.ok_or_else(|| Refusal::missing("planning"))?;
    if matches!(kept.row.state, PlanningState::Done | PlanningState::Failed) {
        return Err(Refusal::state("planning-over", kept.row.state.as_str()));
    }
    let row = MissionPlanning { state: PlanningState::Stopping, changed: node.now(), ..kept.row };
    write.update(&row, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Does the planning of a job. A worker that takes over begins it anew: the same seed and work give the same plan.
pub(crate) async fn work(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let id = job.body["planning"].as_str().unwrap_or_default().to_owned();
    let kept = node.store().get::<MissionPlanning>(&id).await?;
    let Some(kept) = kept.filter(|kept| kept.row.plan.is_none()) else {
        return Ok(node.store().done(job, node.now()).await?);
    };
    let asked = kept.row;
    let held = held::read(node.store(), &asked.mission).await?;
    let former = match asked.from {
        Some(number) => held::plan(node.store(), &asked.mission, number).await?,
        None => None,
    };
    let (stopping, progress) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(None::<Standing>)));
    let searching = search(held.mission, &asked, former, &stopping, &progress);
    tokio::pin!(searching);
    let planned = loop {
        tokio::select! {
            planned = &mut searching => break planned,
            () = tokio::time::sleep(LOOK) => {
                let standing = *progress.lock().unwrap_or_else(PoisonError::into_inner);
                let stop = note(node, job, &id, standing).await?;
                stopping.fetch_or(stop, Ordering::Relaxed);
            }
        }
    };
    let mut write = node.write_as(&Actor::account(&asked.by, "mission-planned")).await?;
    let kept = write.get::<MissionPlanning>(&id).await?.ok_or_else(|| Refusal::missing("planning"))?;
    let mut row = kept.row;
    row.changed = node.now();
    match planned {
        Ok(planned) => {
            let score = planned.plan.score;
            row.progress = PlanningProgress {
                work: planned.plan.work,
                missed: score.missed,
                value: score.value,
                value_at_most: planned.plan.bound.value(&score),
            };
            (row.state, row.whole, row.findings) = (PlanningState::Done, planned.whole, planned.findings);
            let (of, by) = ((&asked.mission, held.version), Some(asked.by.clone()));
            row.plan = Some(lay_down(&mut write, of, planned.plan, (PlanMade::Planned, 0, 0), by).await?);
        }
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            (row.state, row.findings) = (PlanningState::Failed, refusal.findings);
        }
        Err(refusal) => return Err(refusal),
    }
    write.update(&row, kept.version).await?;
    write.job_done(job).await?;
    node.commit(write).await?;
    Ok(())
}

async fn search(
    mission: pul_domain::Mission,
    asked: &MissionPlanning,
    former: Option<MissionPlan>,
    stopping: &Arc<AtomicBool>,
    progress: &Arc<Mutex<Option<Standing>>>,
) -> Result<crate::mission::Planned, Refusal> {
    let (stopping, progress) = (stopping.clone(), progress.clone());
    let (seed, work, calm) = (asked.seed, asked.work, asked.calm);
    let found = tokio::task::spawn_blocking(move || {
        plan(&mission, Request { seed, work, calm, former: former.as_ref() }, &mut |standing| {
            *progress.lock().unwrap_or_else(PoisonError::into_inner) = Some(standing);
            !stopping.load(Ordering::Relaxed)
        })
    });
    Ok(found.await.map_err(Refusal::internal)??)
}

/// Writes how far a search has come, keeps its job, and tells whether it is to stop.
async fn note(node: &Node, job: &Claimed, id: &str, standing: Option<Standing>) -> Result<bool, Refusal> {
    node.store().extend(job, SignedDuration::from_mins(5), node.now()).await?;
    let mut write = node.write_as(&Actor::system("mission-planning")).await?;
    let kept = write.get::<MissionPlanning>(id).await?.ok_or_else(|| Refusal::missing("planning"))?;
    let mut row = kept.row;
    let stop = row.state == PlanningState::Stopping;
    if !stop {
        row.state = PlanningState::Running;
    }
    if let Some(standing) = standing {
        let whole = |n: i64| u64::try_from(n).unwrap_or(0);
        row.progress = PlanningProgress {
            work: standing.work,
            missed: whole(standing.score.missed),
            value: whole(standing.score.value),
            value_at_most: standing.value_at_most,
        };
    }
    row.changed = node.now();
    write.update(&row, kept.version).await?;
    write.commit().await?;
    Ok(stop)
}
