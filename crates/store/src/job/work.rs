//! What a transaction does with the queue: a job is put, taken, held, done.

use super::{Claimed, Job};
use crate::boxed;
use crate::{BODY_LIMIT, Error, KEY_LIMIT, Kind, Refusal, Value, Write, canonical};
use jiff::Timestamp;

impl Write {
    /// Puts a job into the queue, unless one with its id is or was there; whether it was put.
    ///
    /// # Errors
    /// [`Error::Refused`] when its id or kind is too long or a text holds U+0000.
    #[boxed]
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
    #[boxed]
    pub async fn job_done(&mut self, job: &Claimed) -> Result<(), Error> {
        let sql = "UPDATE job SET state = 'done', ended = $4, problem = '' \
                   WHERE id = $1 AND worker = $2 AND attempts = $3 AND state = 'running'";
        let ended = Value::from(self.now);
        self.hold(sql, job, vec![ended]).await
    }

    /// Runs a statement on a job that this worker must still have.
    #[boxed]
    pub(super) async fn hold(&mut self, sql: &str, job: &Claimed, more: Vec<Value>) -> Result<(), Error> {
        self.sound()?;
        let mut values = vec![Value::from(&job.id), Value::from(&job.worker), Value::Int(job.attempt)];
        values.extend(more);
        match self.run(sql, &values).await? {
            0 => Err(Error::Conflict { table: "job", id: job.id.clone(), now_is: None }),
            _ => Ok(()),
        }
    }

    /// Takes a job that is due, or none. See [`Store::claim`].
    #[boxed]
    pub(super) async fn take(
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
