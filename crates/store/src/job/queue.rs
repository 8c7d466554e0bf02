//! What workers, and those who look after them, ask of the queue.

use super::{Claimed, JobStanding, JobState};
use crate::boxed;
use crate::{Actor, Error, Kind, Store, Value};
use jiff::{SignedDuration, Timestamp};

/// Wait before the second attempt; it doubles with each one more.
const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(5);

/// No wait is longer.
const LONGEST_WAIT: SignedDuration = SignedDuration::from_hours(1);

impl Store {
    /// Takes the job of these kinds that is due longest, for `lease`; none when none is due. Two workers
    /// never hold the same job; a lease that ran out is as good as none.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    #[boxed]
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
    #[boxed]
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
    #[boxed]
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
    #[boxed]
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
    #[boxed]
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
    #[boxed]
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
    #[boxed]
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

    /// Drops a dead job for good. Whether there was such a job.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    #[boxed]
    pub async fn drop_dead(&self, id: &str, now: Timestamp) -> Result<bool, Error> {
        if id.contains('\0') {
            return Ok(false);
        }
        let mut write = self.write(&Actor::system("job"), now).await?;
        let dropped =
            write.run("DELETE FROM job WHERE id = $1 AND state = 'dead'", &[Value::from(id)]).await?;
        write.commit().await?;
        Ok(dropped > 0)
    }

    /// Forgets jobs that were done before a time; how many. Until then their ids keep them from being
    /// asked for twice.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    #[boxed]
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
