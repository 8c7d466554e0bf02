//! Background work: a queue in the database, safe to retry.
//!
//! A job is put into the queue by the same [`Write`] as the change that calls for it, so neither is ever
//! there without the other. It is done at least once: a worker that dies lets its lease run out and
//! another takes over. Work whose effect lies in this database is done exactly once, by marking the job
//! done in the same [`Write`] as the effect ([`Write::job_done`]).

mod queue;
mod work;

use crate::Kind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Columns of `job` with their kinds.
pub(crate) const JOB: [(&str, Kind); 11] = [
    ("id", Kind::Text),
    ("kind", Kind::Text),
    ("state", Kind::Text),
    ("due", Kind::Int),
    ("attempts", Kind::Int),
    ("most", Kind::Int),
    ("worker", Kind::Text),
    ("lease", Kind::Int),
    ("ended", Kind::Int),
    ("problem", Kind::Text),
    ("body", Kind::Text),
];

/// Work to be done later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    /// Its id. One that follows from what is to be done (`webhook:7:1234`) makes asking twice harmless.
    pub id: String,
    /// What kind of work: `mail`, `import`, `webhook` …
    pub kind: String,
    /// What the work needs to know.
    pub body: serde_json::Value,
    /// Not before this time.
    pub due: Timestamp,
    /// Attempts before it is given up.
    pub most: u16,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JobState {
    /// It waits for its time, or for the next attempt.
    Waiting,
    /// A worker is at it, until its lease ends.
    Running,
    /// It is done.
    Done,
    /// Every attempt failed.
    Dead,
}

impl JobState {
    /// As the database holds it.
    pub fn as_str(self) -> &'static str {
        match self {
            JobState::Waiting => "waiting",
            JobState::Running => "running",
            JobState::Done => "done",
            JobState::Dead => "dead",
        }
    }

    fn parse(text: &str) -> Option<JobState> {
        use JobState::{Dead, Done, Running, Waiting};
        [Waiting, Running, Done, Dead].into_iter().find(|s| s.as_str() == text)
    }
}

/// A job that a worker took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claimed {
    /// Id of the job.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// What the work needs to know.
    pub body: serde_json::Value,
    /// Which attempt this is, from 1.
    pub attempt: i64,
    /// Who took it.
    pub worker: String,
}

/// A job as it stands, for whoever looks after the queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobStanding {
    /// Id of the job.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Where it stands.
    pub state: JobState,
    /// When it is due, or was.
    pub due: Timestamp,
    /// Attempts begun.
    pub attempts: i64,
    /// What the last failed attempt told.
    pub problem: String,
}
