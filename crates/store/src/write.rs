//! Writing: changes and their log entries in one transaction.

use crate::boxed;
use crate::engine::Tx;
use crate::fault::taken;
use crate::log::{Act, Draft};
use crate::store::{decode, kept, number, one, select_count, select_many, select_one};
use crate::{Actor, Error, Kept, Kind, Query, Record, Value, canonical};
use jiff::Timestamp;
use tokio::sync::watch;

/// A transaction that writes. Dropped without [`Write::commit`], nothing of it is kept.
///
/// After an error of the engine (not after a [`Error::Conflict`] or a [`Error::Refused`]) it can only be
/// dropped: every further call tells [`Error::Broken`], alike on both engines.
pub struct Write {
    pub(crate) tx: Tx,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) now: Timestamp,
    actor: Actor,
    broken: bool,
    committed: watch::Sender<i64>,
}

impl Write {
    pub(crate) fn new(tx: Tx, actor: Actor, now: Timestamp, committed: watch::Sender<i64>) -> Write {
        Write { tx, drafts: Vec::new(), now, actor, broken: false, committed }
    }

    /// What is done from here on, for the log.
    pub fn doing(&mut self, doing: &str) {
        self.actor.doing = doing.to_owned();
    }

    /// The time this write happens at.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// The table and id of every record changed so far that goes to the log.
    pub fn changes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.drafts.iter().map(|draft| (draft.table.as_str(), draft.id.as_str()))
    }

    #[boxed]
    pub(crate) async fn run(&mut self, sql: &str, values: &[Value]) -> Result<u64, sqlx::Error> {
        let done = self.tx.run(sql, values).await;
        self.broken |= done.is_err();
        done
    }

    #[boxed]
    pub(crate) async fn ask(
        &mut self,
        sql: &str,
        values: &[Value],
        kinds: &[Kind],
    ) -> Result<Vec<Vec<Value>>, Error> {
        self.sound()?;
        let rows = self.tx.ask(sql, values, kinds).await;
        self.broken |= rows.is_err();
        rows
    }

    pub(crate) fn sound(&self) -> Result<(), Error> {
        if self.broken { Err(Error::Broken) } else { Ok(()) }
    }

    /// The record with this id as this transaction sees it. On PostgreSQL it is held until the end, so
    /// that what is decided by it still holds when it is written.
    ///
    /// # Errors
    /// As [`crate::Store::get`].
    pub async fn get<R: Record>(&mut self, id: &str) -> Result<Option<Kept<R>>, Error> {
        let Some((mut sql, values)) = select_one::<R>(id) else { return Ok(None) };
        sql.push_str(self.tx.dialect().for_update());
        one(self.ask(&sql, &values, &[Kind::Text, Kind::Int, Kind::Text]).await?)
    }

    /// The records a query asks for as this transaction sees them.
    ///
    /// # Errors
    /// As [`crate::Store::find`].
    pub async fn find<R: Record>(&mut self, query: &Query) -> Result<Vec<Kept<R>>, Error> {
        let (sql, values) = select_many::<R>(query)?;
        let rows = self.ask(&sql, &values, &[Kind::Text, Kind::Int, Kind::Text]).await?;
        rows.into_iter().map(kept).collect()
    }

    /// How many records hold the tests of a query as this transaction sees them.
    ///
    /// # Errors
    /// As [`crate::Store::find`].
    pub async fn count<R: Record>(&mut self, query: &Query) -> Result<i64, Error> {
        let (sql, values) = select_count::<R>(query)?;
        number(self.ask(&sql, &values, &[Kind::Int]).await?)
    }

    /// Adds a record, at version 1.
    ///
    /// # Errors
    /// [`Error::Exists`] when its id or a unique key is taken; [`Error::Refused`].
    pub async fn insert<R: Record>(&mut self, row: &R) -> Result<(), Error> {
        self.add(row, "").await.map(|_| ())
    }

    /// Adds a record unless its id or a unique key is taken; whether it was added.
    ///
    /// # Errors
    /// [`Error::Refused`] and errors of the engine.
    pub async fn insert_if_absent<R: Record>(&mut self, row: &R) -> Result<bool, Error> {
        self.add(row, " ON CONFLICT DO NOTHING").await
    }

    async fn add<R: Record>(&mut self, row: &R, otherwise: &str) -> Result<bool, Error> {
        self.sound()?;
        let body = canonical::body(row)?;
        let id = row.id();
        let columns = R::TABLE.columns();
        let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
        let places: Vec<String> = (1..=names.len()).map(|i| format!("${i}")).collect();
        let sql = format!(
            "INSERT INTO {} ({}) VALUES ({}){otherwise}",
            R::TABLE.name,
            names.join(", "),
            places.join(", ")
        );
        let mut values = vec![Value::from(&id), Value::Int(1)];
        values.extend(row.keys());
        values.push(Value::from(&body));
        let added = self.run(&sql, &values).await.map_err(|e| taken::<R>(&id, e))? > 0;
        if added && row.logged() {
            self.draft(Act::Insert, R::TABLE.name, id, None, Some(body));
        }
        Ok(added)
    }

    /// Changes a record that was read at `version`; its new version is one more.
    ///
    /// A record that already reads so is left as it is: nothing is written and nothing logged.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it has another version by now, or is gone; [`Error::Exists`] when a unique
    /// key is taken; [`Error::Refused`].
    pub async fn update<R: Record>(&mut self, row: &R, version: i64) -> Result<i64, Error> {
        let body = canonical::body(row)?;
        let id = row.id();
        let before = self.held::<R>(&id, version).await?;
        if before == body {
            return Ok(version);
        }
        let mut sets = vec!["version = $2".to_owned(), "body = $3".to_owned()];
        let mut values = vec![Value::from(&id), Value::Int(version + 1), Value::from(&body)];
        for ((name, _), value) in R::TABLE.keys.iter().zip(row.keys()) {
            values.push(value);
            sets.push(format!("{name} = ${}", values.len()));
        }
        let sql = format!("UPDATE {} SET {} WHERE id = $1", R::TABLE.name, sets.join(", "));
        self.run(&sql, &values).await.map_err(|e| taken::<R>(&id, e))?;
        if row.logged() {
            self.draft(Act::Update, R::TABLE.name, id, Some(before), Some(body));
        }
        Ok(version + 1)
    }

    /// Removes a record that was read at `version`.
    ///
    /// # Errors
    /// [`Error::Conflict`] when it has another version by now, or is gone.
    pub async fn delete<R: Record>(&mut self, id: &str, version: i64) -> Result<(), Error> {
        let before = self.held::<R>(id, version).await?;
        let row: R = decode(id, &before)?;
        let sql = format!("DELETE FROM {} WHERE id = $1", R::TABLE.name);
        self.run(&sql, &[Value::from(id)]).await?;
        if row.logged() {
            self.draft(Act::Delete, R::TABLE.name, id.to_owned(), Some(before), None);
        }
        Ok(())
    }

    /// Removes records without a word in the log; only of tables that are not logged (sessions, links).
    /// How many were removed.
    ///
    /// # Errors
    /// [`Error::Query`] when the table has no such key.
    pub async fn sweep<R: Record + Unlogged>(&mut self, query: &Query) -> Result<u64, Error> {
        self.sound()?;
        let (tests, values) = query.clone().unplaced().sql(&R::TABLE, false)?;
        Ok(self.run(&format!("DELETE FROM {}{tests}", R::TABLE.name), &values).await?)
    }

    /// The body of a record that is at `version`, held until the end.
    async fn held<R: Record>(&mut self, id: &str, version: i64) -> Result<String, Error> {
        let gone = || Error::Conflict { table: R::TABLE.name, id: id.to_owned(), now_is: None };
        let (mut sql, values) = select_one::<R>(id).ok_or_else(gone)?;
        sql.push_str(self.tx.dialect().for_update());
        let rows = self.ask(&sql, &values, &[Kind::Text, Kind::Int, Kind::Text]).await?;
        match rows.into_iter().next().as_deref() {
            Some([_, Value::Int(now_is), Value::Text(body)]) if *now_is == version => Ok(body.clone()),
            Some([_, Value::Int(now_is), _]) => {
                Err(Error::Conflict { table: R::TABLE.name, id: id.to_owned(), now_is: Some(*now_is) })
            }
            _ => Err(gone()),
        }
    }

    pub(crate) fn draft(
        &mut self,
        act: Act,
        table: &'static str,
        id: String,
        before: Option<String>,
        after: Option<String>,
    ) {
        let Actor { who, doing } = self.actor.clone();
        self.drafts.push(Draft { act, who, doing, table: table.to_owned(), id, before, after });
    }

    /// Keeps everything: the changes and their entries, which take their positions in the log now.
    /// Returns the position of the last entry, or of the log's head when nothing was logged.
    ///
    /// On PostgreSQL the log is locked from here to the end of the transaction, so that positions have no
    /// gaps and stand in the order of commits.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the database went away: the change is then kept whole or not at all,
    /// which reading it again tells.
    #[boxed]
    pub async fn commit(mut self) -> Result<i64, Error> {
        self.sound()?;
        let drafts = std::mem::take(&mut self.drafts);
        let wrote = !drafts.is_empty();
        let position = crate::log::append(&mut self.tx, self.now, drafts).await?;
        self.tx.commit().await?;
        if wrote {
            self.committed.send_modify(|at| *at = position.max(*at));
        }
        Ok(position)
    }
}

/// A record of a table that never goes to the log.
pub trait Unlogged {}
