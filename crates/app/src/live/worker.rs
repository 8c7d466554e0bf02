//! Background work: a loop that takes jobs from the queue; any number may run, on any nodes.

use super::node::Node;
use super::outbox::{self, Mailer};
use super::refusal::{Refusal, RefusalKind};
use super::webhooks::{self, Caller};
use super::{attempts, idempotency, imports, introductions, missions, my_data, review, sessions, sign_in};
use crate::boxed;
use jiff::SignedDuration;
use pul_store::{Actor, Claimed, Job};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// How long a job may take before another worker may think its worker dead.
const LEASE: SignedDuration = SignedDuration::from_mins(5);
/// How often the queue is looked at where nothing wakes the worker.
const POLL: Duration = Duration::from_millis(500);
/// Jobs that are done are forgotten after this long; until then their ids keep them from
/// being asked for twice.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// The kind of the jobs that put away what has run out.
const SWEEP: &str = "sweep";

/// Everything a worker does.
const KINDS: [&str; 10] = [
    outbox::JOB,
    imports::JOB,
    webhooks::JOB,
    review::REMIND,
    my_data::ERASE,
    missions::JOB,
    missions::TELL,
    missions::REMIND,
    missions::MEND,
    SWEEP,
];

/// A worker.
pub struct Worker {
    node: Node,
    mailer: Arc<dyn Mailer>,
    caller: Arc<dyn Caller>,
    name: String,
    /// The minute a sweep was last asked for.
    swept: AtomicI64,
}

impl Worker {
    /// A worker of a node, with what sends letters and what calls webhooks.
    pub fn new(node: Node, mailer: Arc<dyn Mailer>, caller: Arc<dyn Caller>) -> Worker {
        let name = format!("worker-{}", node.new_id::<()>());
        Worker { node, mailer, caller, name, swept: AtomicI64::new(i64::MIN) }
    }

    /// Works until told to stop; a job under way is finished first. A store that is away is
    /// waited for.
    #[boxed]
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut commits = self.node.store().commits();
        while !*stop.borrow() {
            if self.work_off().await.is_err() {
                tokio::time::sleep(POLL).await;
            }
            tokio::select! {
                _ = tokio::time::sleep(POLL) => {}
                _ = commits.changed() => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Does everything that is due; how many jobs that were. A job that fails waits for its
    /// next attempt.
    ///
    /// # Errors
    /// Where the queue itself cannot be reached.
    #[boxed]
    pub async fn work_off(&self) -> Result<u64, Refusal> {
        self.ask_for_sweep().await?;
        if let Err(refusal) = webhooks::fan_out(&self.node).await
            && refusal.kind != RefusalKind::Conflict
        {
            return Err(refusal); // In a conflict another worker was first.
        }
        let mut done = 0;
        while let Some(job) = self.node.store().claim(&KINDS, &self.name, LEASE, self.node.now()).await? {
            if let Err(refusal) = self.one(&job).await {
                let why = refusal.values.get("why").cloned().unwrap_or_default();
                let told = format!("{}: {why}", refusal.code);
                // Another worker may have taken it over: then it is that one's to tell.
                let _ = self.node.store().fail(&job, &told, self.node.now()).await;
            }
            done += 1;
        }
        Ok(done)
    }

    async fn one(&self, job: &Claimed) -> Result<(), Refusal> {
        let node = &self.node;
        match job.kind.as_str() {
            outbox::JOB => outbox::deliver(node, &*self.mailer, job).await,
            imports::JOB => imports::work(node, job).await,
            webhooks::JOB => webhooks::deliver(node, &*self.caller, job).await,
            review::REMIND => review::remind(node, job).await,
            missions::JOB => missions::work(node, job).await,
            missions::TELL => missions::tell_people(node, job).await,
            missions::REMIND => missions::remind(node, job).await,
            missions::MEND => missions::mend(node, job).await,
            my_data::ERASE => my_data::erase_from_log(node, job).await,
            _ => self.sweep(job).await,
        }
    }

    /// Asks for a sweep each minute: the id of the job makes it one for all nodes.
    async fn ask_for_sweep(&self) -> Result<(), Refusal> {
        let now = self.node.now();
        let minute = now.as_second() / 60;
        if self.swept.swap(minute, Ordering::Relaxed) == minute {
            return Ok(());
        }
        let id = format!("{SWEEP}:{minute}");
        let job = Job { id, kind: SWEEP.to_owned(), body: serde_json::json!({}), due: now, most: 3 };
        let mut write = self.node.write_as(&Actor::system(SWEEP)).await?;
        if write.enqueue(&job).await? {
            write.commit().await?;
        }
        Ok(())
    }

    async fn sweep(&self, job: &Claimed) -> Result<(), Refusal> {
        let node = &self.node;
        while review::expire(node).await? > 0 {}
        while introductions::expire(node).await? > 0 {}
        while missions::expire(node).await? > 0 {}
        while missions::lapse(node).await? > 0 {}
        sessions::forget(node).await?;
        sign_in::forget(node).await?;
        attempts::forget(node).await?;
        idempotency::forget(node).await?;
        node.store().forget_jobs(node.now() - REMEMBERED, node.now()).await?;
        Ok(node.store().done(job, node.now()).await?)
    }
}
