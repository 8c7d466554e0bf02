//! Background work: a queue in the database, safe to retry.
//!
//! A job is put into the queue by the same [`Write`] as the change that calls for it, so neither is ever
//! there without the other. It is done at least once: a worker that dies lets its lease run out and
//! another takes over. Work whose effect lies in this database is done exactly once, by marking the job
//! done in the same [`Write`] as the effect ([`Write::job_done`]).

use crate::{Actor, BODY_LIMIT, Error, KEY_LIMIT, Kind, Refusal, Store, Value, Write, canonical};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// Wait before the second attempt; it doubles with each one more.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(5);

/// No wait is longer.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

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

impl Write {
    /// Puts a job into the queue, unless one with its id is or was there; whether it was put.
    ///
    /// # Errors
    /// [`Error::Refused`] when its id or kind is too long or a text holds U+0000.
    pub async fn enqueue(&mut self, job: &Job) -> Result<bool, Error> {
        self.sound()?;
        let refuse = |why| Error::Refused { table: "job", id: canonical::printable(&job.id), why };
        let mut body = String::new();
        let clean =
            canonical::write(&job.body, &mut body) && !job.id.contains('\0') && !job.kind.contains('\0');
        if !clean {
            return Err(refuse(Refusal::Nul));
        }
        if job.id.len() > KEY_LIMIT || job.kind.len() > KEY_LIMIT {
            return Err(refuse(Refusal::KeyTooLong));
        }
        if body.len() > BODY_LIMIT {
            return Err(refuse(Refusal::BodyTooLong));
        }
        let sql = "INSERT INTO job (id, kind, state, due, attempts, most, worker, lease, ended, problem, body) \
                   VALUES ($1, $2, 'waiting', $3, 0, $4, '', 0, 0, '', $5) ON CONFLICT DO NOTHING";
        let most = i64::from(job.most.max(1));
        let values =
            [Value::from(&job.id), Value::from(&job.kind), job.due.into(), Value::Int(most), body.into()];
        Ok(self.run(sql, &values).await? > 0)
    }

    /// Marks a job done, together with everything else this write does.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the lease ran out and another worker has it: drop the write.
    pub async fn job_done(&mut self, job: &Claimed) -> Result<(), Error> {
        let sql = "UPDATE job SET state = 'done', ended = $4, problem = '' \
                   WHERE id = $1 AND worker = $2 AND attempts = $3 AND state = 'running'";
        let ended = Value::from(self.now);
        self.hold(sql, job, vec![ended]).await
    }

    /// Runs a statement on a job that this worker must still have.
    async fn hold(&mut self, sql: &str, job: &Claimed, more: Vec<Value>) -> Result<(), Error> {
        self.sound()?;
        let mut values = vec![Value::from(&job.id), Value::from(&job.worker), Value::Int(job.attempt)];
        values.extend(more);
        match self.run(sql, &values).await? {
            0 => Err(Error::Conflict { table: "job", id: job.id.clone(), now_is: None }),
            _ => Ok(()),
        }
    }

    /// Takes a job that is due, or none. See [`Store::claim`].
    async fn take(
        &mut self,
        kinds: &[&str],
        worker: &str,
        until: Timestamp,
    ) -> Result<Option<Claimed>, Error> {
        let places: Vec<String> = (4..4 + kinds.len()).map(|i| format!("${i}")).collect();
        let sql = format!(
            "UPDATE job SET state = 'running', worker = $1, lease = $2, attempts = attempts + 1 WHERE id = \
             (SELECT id FROM job WHERE kind IN ({}) AND state IN ('waiting', 'running') \
              AND due <= $3 AND lease <= $3 ORDER BY due, id LIMIT 1{}) \
             RETURNING id, kind, body, attempts, most",
            places.join(", "),
            self.tx.dialect().skip_locked(),
        );
        let mut values = vec![Value::from(worker), Value::from(until), Value::from(self.now)];
        values.extend(kinds.iter().map(|kind| Value::from(*kind)));
        let columns = [Kind::Text, Kind::Text, Kind::Text, Kind::Int, Kind::Int];
        loop {
            let rows = self.ask(&sql, &values, &columns).await?;
            let Some(row) = rows.first() else { return Ok(None) };
            let [id, kind, body] = [0, 1, 2].map(|i| row[i].text().to_owned());
            let (attempt, most) = (row[3].int(), row[4].int());
            if attempt <= most {
                let damaged = |_| Error::Damaged { table: "job".into(), id: id.clone(), why: "body".into() };
                let body = serde_json::from_str(&body).map_err(damaged)?;
                return Ok(Some(Claimed { id, kind, body, attempt, worker: worker.to_owned() }));
            }
            // Its last worker vanished without a word: nobody told that the attempts are used up.
            let dead = "UPDATE job SET state = 'dead', attempts = most, ended = $2, problem = 'abandoned' \
                        WHERE id = $1";
            let now = Value::from(self.now);
            self.run(dead, &[Value::from(&id), now]).await?;
        }
    }
}

impl Store {
    /// Takes the job of these kinds that is due longest, for `lease`; none when none is due. Two workers
    /// never hold the same job; a lease that ran out is as good as none.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn claim(
        &self,
        kinds: &[&str],
        worker: &str,
        lease: SignedDuration,
        now: Timestamp,
    ) -> Result<Option<Claimed>, Error> {
        // A look first: a worker that finds nothing should not hold up those who write.
        let places: Vec<String> = (2..2 + kinds.len()).map(|i| format!("${i}")).collect();
        let sql = format!(
            "SELECT id FROM job WHERE kind IN ({}) AND state IN ('waiting', 'running') \
             AND due <= $1 AND lease <= $1 LIMIT 1",
            places.join(", ")
        );
        let mut values = vec![Value::from(now)];
        values.extend(kinds.iter().map(|kind| Value::from(*kind)));
        if kinds.is_empty() || self.engine.ask(&sql, &values, &[Kind::Text]).await?.is_empty() {
            return Ok(None);
        }
        let mut write = self.write(&Actor::system("job"), now).await?;
        let claimed = write.take(kinds, worker, until(now, lease)).await?;
        write.commit().await?;
        Ok(claimed)
    }

    /// Marks a job done.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the lease ran out and another worker has it.
    pub async fn done(&self, job: &Claimed, now: Timestamp) -> Result<(), Error> {
        let mut write = self.write(&Actor::system("job"), now).await?;
        write.job_done(job).await?;
        write.commit().await.map(|_| ())
    }

    /// Tells that an attempt failed: the job waits 5 seconds, then twice as long each time up to an hour,
    /// until its attempts are used up; then it is dead. Where it stands now.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the lease ran out and another worker has it.
    pub async fn fail(&self, job: &Claimed, problem: &str, now: Timestamp) -> Result<JobState, Error> {
        let mut write = self.write(&Actor::system("job"), now).await?;
        let sql = "UPDATE job SET state = CASE WHEN attempts >= most THEN 'dead' ELSE 'waiting' END, \
                   due = $4, ended = CASE WHEN attempts >= most THEN $5 ELSE 0 END, lease = 0, problem = $6 \
                   WHERE id = $1 AND worker = $2 AND attempts = $3 AND state = 'running'";
        let doublings = u32::try_from(job.attempt - 1).unwrap_or(0).min(20);
        let wait = FIRST_WAIT.saturating_mul(1 << doublings).min(LONGEST_WAIT);
        let problem: String = problem.replace('\0', "").chars().take(2000).collect();
        let more = vec![until(now, wait).into(), now.into(), problem.into()];
        write.hold(sql, job, more).await?;
        let sql = "SELECT state FROM job WHERE id = $1";
        let rows = write.ask(sql, &[Value::from(&job.id)], &[Kind::Text]).await?;
        write.commit().await?;
        let state = rows.first().and_then(|row| JobState::parse(row[0].text()));
        Ok(state.unwrap_or(JobState::Dead))
    }

    /// Keeps a job for longer.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the lease ran out and another worker has it.
    pub async fn extend(&self, job: &Claimed, lease: SignedDuration, now: Timestamp) -> Result<(), Error> {
        let mut write = self.write(&Actor::system("job"), now).await?;
        let sql = "UPDATE job SET lease = $4 \
                   WHERE id = $1 AND worker = $2 AND attempts = $3 AND state = 'running'";
        write.hold(sql, job, vec![until(now, lease).into()]).await?;
        write.commit().await.map(|_| ())
    }

    /// Jobs in a state, those due longest first.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Damaged`].
    pub async fn jobs(&self, state: JobState, limit: u32) -> Result<Vec<JobStanding>, Error> {
        let sql = format!(
            "SELECT id, kind, due, attempts, problem FROM job WHERE state = $1 ORDER BY due, id LIMIT {limit}"
        );
        let kinds = [Kind::Text, Kind::Text, Kind::Int, Kind::Int, Kind::Text];
        let rows = self.engine.ask(&sql, &[Value::from(state.as_str())], &kinds).await?;
        let standing = |row: Vec<Value>| {
            let due = Timestamp::from_microsecond(row[2].int());
            Ok(JobStanding {
                id: row[0].text().to_owned(),
                kind: row[1].text().to_owned(),
                state,
                due: due.map_err(|_| Error::Damaged {
                    table: "job".into(),
                    id: row[0].text().to_owned(),
                    why: "due".into(),
                })?,
                attempts: row[3].int(),
                problem: row[4].text().to_owned(),
            })
        };
        rows.into_iter().map(standing).collect()
    }

    /// How many jobs of a kind stand in each state, by kind and state.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn job_counts(&self) -> Result<Vec<(String, JobState, i64)>, Error> {
        let sql = "SELECT kind, state, count(*) FROM job GROUP BY kind, state ORDER BY kind, state";
        let rows = self.engine.ask(sql, &[], &[Kind::Text, Kind::Text, Kind::Int]).await?;
        let count =
            |row: Vec<Value>| Some((row[0].text().to_owned(), JobState::parse(row[1].text())?, row[2].int()));
        Ok(rows.into_iter().filter_map(count).collect())
    }

    /// Lets a dead job try again from the start. Whether there was such a job.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn revive(&self, id: &str, now: Timestamp) -> Result<bool, Error> {
        if id.contains('\0') {
            return Ok(false);
        }
        let mut write = self.write(&Actor::system("job"), now).await?;
        let sql = "UPDATE job SET state = 'waiting', attempts = 0, lease = 0, ended = 0, due = $2 \
                   WHERE id = $1 AND state = 'dead'";
        let found = write.run(sql, &[Value::from(id), now.into()]).await?;
        write.commit().await?;
        Ok(found > 0)
    }

    /// Forgets jobs that were done before a time; how many. Until then their ids keep them from being
    /// asked for twice.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn forget_jobs(&self, done_before: Timestamp, now: Timestamp) -> Result<u64, Error> {
        let mut write = self.write(&Actor::system("job"), now).await?;
        let sql = "DELETE FROM job WHERE state = 'done' AND ended < $1";
        let forgotten = write.run(sql, &[done_before.into()]).await?;
        write.commit().await?;
        Ok(forgotten)
    }
}

/// A time later by a span; the end of time where there is none so late.
fn until(now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).unwrap_or(Timestamp::MAX)
}
