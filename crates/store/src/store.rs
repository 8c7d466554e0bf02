//! The store: one door to the data, whichever engine keeps it.

use crate::boxed;
use crate::engine::{Dialect, Engine, Values};
use crate::{Actor, Address, Error, Kept, Kind, Options, Query, Record, Value, Write};
use jiff::Timestamp;
use tokio::sync::watch;

/// The data of one deployment. Cloning is cheap; clones share their connections.
#[derive(Clone)]
pub struct Store {
    pub(crate) engine: Engine,
    pub(crate) address: Address,
    committed: watch::Sender<i64>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({:?})", self.address)
    }
}

impl Store {
    /// Opens the database; a SQLite file that is not there is made, without tables (see
    /// [`Store::migrate`]).
    ///
    /// # Errors
    /// [`Error::Unavailable`] when it cannot be reached.
    #[boxed]
    pub async fn open(address: &Address, options: Options) -> Result<Store, Error> {
        let engine = Engine::open(address, &options).await?;
        Ok(Store { engine, address: address.clone(), committed: watch::Sender::new(0) })
    }

    /// Which engine, and where.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Whether many nodes may share it.
    pub fn many_nodes(&self) -> bool {
        self.engine.dialect() == Dialect::Postgres
    }

    /// The record with this id, if there is one.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Damaged`].
    pub async fn get<R: Record>(&self, id: &str) -> Result<Option<Kept<R>>, Error> {
        let Some((sql, values)) = select_one::<R>(id) else { return Ok(None) };
        one(self.engine.ask(&sql, &values, &KEPT).await?)
    }

    /// The records a query asks for, in its order.
    ///
    /// # Errors
    /// [`Error::Query`] when the table has no such key; [`Error::Unavailable`], [`Error::Damaged`].
    pub async fn find<R: Record>(&self, query: &Query) -> Result<Vec<Kept<R>>, Error> {
        let (sql, values) = select_many::<R>(query)?;
        self.engine.ask(&sql, &values, &KEPT).await?.into_iter().map(kept).collect()
    }

    /// How many records hold the tests of a query; its order, place and limit count for nothing.
    ///
    /// # Errors
    /// As [`Store::find`].
    pub async fn count<R: Record>(&self, query: &Query) -> Result<i64, Error> {
        let (sql, values) = select_count::<R>(query)?;
        number(self.engine.ask(&sql, &values, &[Kind::Int]).await?)
    }

    /// How many records there are for each value of a key, by that value.
    ///
    /// # Errors
    /// As [`Store::find`].
    pub async fn count_by<R: Record>(&self, query: &Query, key: &str) -> Result<Vec<(Value, i64)>, Error> {
        let kind = R::TABLE.key(key).ok_or(Error::Query { table: R::TABLE.name, key: key.to_owned() })?;
        let (tests, values) = query.clone().unplaced().sql(&R::TABLE, false)?;
        let sql =
            format!("SELECT {key}, count(*) FROM {}{tests} GROUP BY {key} ORDER BY {key}", R::TABLE.name);
        let rows = self.engine.ask(&sql, &values, &[kind, Kind::Int]).await?;
        let pair = |row: Values| {
            let mut row = row.into_iter();
            Some((row.next()?, row.next()?.int()))
        };
        Ok(rows.into_iter().filter_map(pair).collect())
    }

    /// Begins to write: everything done through the [`Write`] is kept together by its commit, or not at
    /// all. `now` is the time the log tells.
    ///
    /// # Errors
    /// [`Error::Unavailable`]; [`Error::Contended`] when another writer holds the database for longer
    /// than [`Options::patience`].
    #[boxed]
    pub async fn write(&self, actor: &Actor, now: Timestamp) -> Result<Write, Error> {
        Ok(Write::new(self.engine.begin().await?, actor.clone(), now, self.committed.clone()))
    }

    /// Wakes whoever waits on it when this store (not another node's) commits something to the log, and
    /// tells the position.
    pub fn commits(&self) -> watch::Receiver<i64> {
        self.committed.subscribe()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    #[boxed]
    pub async fn ping(&self) -> Result<(), Error> {
        self.engine.ask("SELECT 'here'", &[], &[Kind::Text]).await.map(|_| ())
    }

    /// Waits for open work and closes every connection.
    #[boxed]
    pub async fn close(&self) {
        self.engine.close().await;
    }
}

const KEPT: [Kind; 3] = [Kind::Text, Kind::Int, Kind::Text];

/// None when the id could not be one of a stored record: no engine is asked about U+0000.
pub(crate) fn select_one<R: Record>(id: &str) -> Option<(String, [Value; 1])> {
    let sql = format!("SELECT id, version, body FROM {} WHERE id = $1", R::TABLE.name);
    (!id.contains('\0')).then(|| (sql, [Value::from(id)]))
}

pub(crate) fn select_many<R: Record>(query: &Query) -> Result<(String, Values), Error> {
    let (tests, values) = query.sql(&R::TABLE, true)?;
    Ok((format!("SELECT id, version, body FROM {}{tests}", R::TABLE.name), values))
}

pub(crate) fn select_count<R: Record>(query: &Query) -> Result<(String, Values), Error> {
    let (tests, values) = query.clone().unplaced().sql(&R::TABLE, false)?;
    Ok((format!("SELECT count(*) FROM {}{tests}", R::TABLE.name), values))
}

pub(crate) fn number(rows: Vec<Values>) -> Result<i64, Error> {
    Ok(rows.first().and_then(|row| row.first()).map_or(0, Value::int))
}

pub(crate) fn one<R: Record>(rows: Vec<Values>) -> Result<Option<Kept<R>>, Error> {
    rows.into_iter().next().map(kept).transpose()
}

pub(crate) fn kept<R: Record>(row: Values) -> Result<Kept<R>, Error> {
    let (id, version, body) = match row.as_slice() {
        [Value::Text(id), Value::Int(version), Value::Text(body)] => (id, *version, body),
        _ => {
            return Err(Error::Damaged {
                table: R::TABLE.name.into(),
                id: String::new(),
                why: "columns".into(),
            });
        }
    };
    Ok(Kept { row: decode(id, body)?, version })
}

/// The reader's own words may quote the content, which may be private: only the place is told.
pub(crate) fn decode<R: Record>(id: &str, body: &str) -> Result<R, Error> {
    serde_json::from_str(body).map_err(|e| Error::Damaged {
        table: R::TABLE.name.into(),
        id: id.to_owned(),
        why: format!("{:?} at column {}", e.classify(), e.column()),
    })
}
