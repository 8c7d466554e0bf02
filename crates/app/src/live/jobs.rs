//! Background work that was given up: looked at, tried again, or dropped, by organisers.

use super::node::Node;
use super::outbox;
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
pub use pul_store::JobStanding as Standing;
use pul_store::JobState;
use std::collections::BTreeMap;

/// Jobs shown at once.
const MOST: u32 = 200;

/// The queue as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    /// How many jobs of each kind stand in each state.
    pub counts: Vec<(String, JobState, i64)>,
    /// Those that were given up, the oldest first; at most two hundred.
    pub dead: Vec<Standing>,
    /// Those that failed and wait for their next attempt; at most two hundred.
    pub failing: Vec<Standing>,
}

impl Queue {
    /// How many jobs stand in each state.
    pub fn by_state(&self) -> BTreeMap<&'static str, i64> {
        let mut all = BTreeMap::new();
        for (_, state, n) in &self.counts {
            *all.entry(state.as_str()).or_default() += n;
        }
        all
    }
}

/// Whether a job that was given up can be tried again. A letter cannot: what it had to say is put away
/// once it is given up, for it is private.
pub fn may_retry(job: &Standing) -> bool {
    job.kind != outbox::JOB
}

/// The queue.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn queue(node: &Node, who: &Who) -> Result<Queue, Refusal> {
    who.organiser()?;
    let store = node.store();
    let mut failing = store.jobs(JobState::Waiting, MOST).await?;
    failing.retain(|job| job.attempts > 0);
    Ok(Queue { counts: store.job_counts().await?, dead: store.jobs(JobState::Dead, MOST).await?, failing })
}

/// Lets a job that was given up begin anew.
///
/// # Errors
/// `forbidden`; `missing`; `letter-spent` for a letter.
#[boxed]
pub async fn retry(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer()?;
    if id.starts_with(&format!("{}:", outbox::JOB)) {
        return Err(Refusal::state("letter-spent", "dead"));
    }
    match node.store().revive(id, node.now()).await? {
        true => Ok(()),
        false => Err(Refusal::missing("job")),
    }
}

/// Drops a job that was given up.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn drop(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer()?;
    match node.store().drop_dead(id, node.now()).await? {
        true => Ok(()),
        false => Err(Refusal::missing("job")),
    }
}
