//! Reading the log: onwards for followers, by record for its history.

use super::chain::LOG;
use super::{Act, Entry, Head, Payload};
use crate::boxed;
use crate::{Error, Kind, Store, Value};
use jiff::Timestamp;

/// Columns of an entry beside its payload; whether the payload is there; and the payload.
const COLUMNS: &str = "log.position, log.at, log.who, log.doing, log.act, log.tbl, log.id, \
     log.before_hash, log.after_hash, log.previous, log.hash, \
     CAST(CASE WHEN log_payload.position IS NULL THEN 0 ELSE 1 END AS BIGINT), \
     coalesce(log_payload.salt, ''), coalesce(log_payload.before, ''), coalesce(log_payload.after, '')";

/// A row of the log with its payload, as stored.
pub(super) struct Stored {
    /// The eleven columns of `log`.
    pub columns: Vec<Value>,
    /// Salt, before, after; none when they are not there.
    pub payload: Option<[String; 3]>,
}

impl Stored {
    pub fn position(&self) -> i64 {
        self.columns[0].int()
    }

    pub fn text(&self, column: usize) -> &str {
        self.columns[column].text()
    }

    fn of(row: Vec<Value>) -> Stored {
        let text = |i: usize| row[i].text().to_owned();
        let payload = (row[LOG.len()].int() == 1).then(|| [text(12), text(13), text(14)]);
        Stored { payload, columns: row.into_iter().take(LOG.len()).collect() }
    }

    fn entry(self) -> Result<Entry, Error> {
        let damaged = |why: &str| Error::Damaged {
            table: "log".into(),
            id: self.position().to_string(),
            why: why.to_owned(),
        };
        let side = |hash: usize, payload: usize| match &self.payload {
            _ if self.text(hash).is_empty() => Payload::Nothing,
            Some(texts) => Payload::Text(texts[payload].clone()),
            None => Payload::Erased,
        };
        Ok(Entry {
            position: self.position(),
            at: Timestamp::from_microsecond(self.columns[1].int()).map_err(|_| damaged("instant"))?,
            who: self.text(2).to_owned(),
            doing: self.text(3).to_owned(),
            act: Act::parse(self.text(4)).ok_or_else(|| damaged("act"))?,
            table: self.text(5).to_owned(),
            id: self.text(6).to_owned(),
            before: side(7, 1),
            after: side(8, 2),
            hash: self.text(10).to_owned(),
        })
    }
}

/// Which entries of the log are wanted: those that are as every part that is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Who did it ([`Entry::who`]).
    pub who: Option<String>,
    /// What they did ([`Entry::doing`]).
    pub doing: Option<String>,
    /// The table of the record.
    pub table: Option<String>,
    /// The record.
    pub id: Option<String>,
}

/// The statement and kinds that read stored entries; what follows `FROM` tells which.
pub(super) fn select(which: &str) -> (String, Vec<Kind>) {
    let mut kinds: Vec<Kind> = LOG.iter().map(|(_, kind)| *kind).collect();
    kinds.extend([Kind::Int, Kind::Text, Kind::Text, Kind::Text]);
    let from = "FROM log LEFT JOIN log_payload ON log_payload.position = log.position";
    (format!("SELECT {COLUMNS} {from} {which}"), kinds)
}

pub(super) fn stored(rows: Vec<Vec<Value>>) -> impl Iterator<Item = Stored> {
    rows.into_iter().map(Stored::of)
}

impl Store {
    #[boxed]
    async fn entries(&self, which: &str, values: &[Value]) -> Result<Vec<Entry>, Error> {
        let (sql, kinds) = select(which);
        stored(self.engine.ask(&sql, values, &kinds).await?).map(Stored::entry).collect()
    }

    /// The entries after a position, at most `limit`, first things first. A follower asks again from the
    /// last position it saw.
    ///
    /// # Errors
    /// [`Error::Unavailable`], [`Error::Damaged`].
    #[boxed]
    pub async fn log_after(&self, position: i64, limit: u32) -> Result<Vec<Entry>, Error> {
        let which = format!("WHERE log.position > $1 ORDER BY log.position LIMIT {limit}");
        self.entries(&which, &[Value::Int(position)]).await
    }

    /// The entries before a position (`i64::MAX` for the newest), at most `limit`, last things first.
    ///
    /// # Errors
    /// As [`Store::log_after`].
    #[boxed]
    pub async fn log_before(&self, position: i64, limit: u32) -> Result<Vec<Entry>, Error> {
        let which = format!("WHERE log.position < $1 ORDER BY log.position DESC LIMIT {limit}");
        self.entries(&which, &[Value::Int(position)]).await
    }

    /// Everything that happened to a record, first things first.
    ///
    /// # Errors
    /// As [`Store::log_after`].
    #[boxed]
    pub async fn history(&self, table: &str, id: &str) -> Result<Vec<Entry>, Error> {
        if id.contains('\0') || table.contains('\0') {
            return Ok(Vec::new());
        }
        let which = "WHERE log.tbl = $1 AND log.id = $2 ORDER BY log.position";
        self.entries(which, &[Value::from(table), Value::from(id)]).await
    }

    /// Everything that someone did, at most `limit` after a position, first things first.
    ///
    /// # Errors
    /// As [`Store::log_after`].
    #[boxed]
    pub async fn deeds(&self, who: &str, after: i64, limit: u32) -> Result<Vec<Entry>, Error> {
        if who.contains('\0') {
            return Ok(Vec::new());
        }
        let which = format!("WHERE log.who = $1 AND log.position > $2 ORDER BY log.position LIMIT {limit}");
        self.entries(&which, &[Value::from(who), Value::Int(after)]).await
    }

    /// As [`Store::log_before`], of the entries that a filter lets through.
    ///
    /// # Errors
    /// As [`Store::log_after`].
    #[boxed]
    pub async fn log_where(
        &self,
        filter: &LogFilter,
        position: i64,
        limit: u32,
    ) -> Result<Vec<Entry>, Error> {
        let mut which = "WHERE log.position < $1".to_owned();
        let mut values = vec![Value::Int(position)];
        let columns =
            [("who", &filter.who), ("doing", &filter.doing), ("tbl", &filter.table), ("id", &filter.id)];
        for (column, wanted) in columns {
            let Some(wanted) = wanted else { continue };
            if wanted.contains('\0') {
                return Ok(Vec::new());
            }
            values.push(Value::from(wanted));
            which.push_str(&format!(" AND log.{column} = ${}", values.len()));
        }
        which.push_str(&format!(" ORDER BY log.position DESC LIMIT {limit}"));
        self.entries(&which, &values).await
    }

    /// The position of the last entry; 0 when there is none.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    #[boxed]
    pub async fn position(&self) -> Result<i64, Error> {
        Ok(self.head().await?.position)
    }

    /// The end of the log: to write down somewhere else, for [`Store::verify_log_against`].
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    #[boxed]
    pub async fn head(&self) -> Result<Head, Error> {
        let sql = "SELECT position, hash FROM log ORDER BY position DESC LIMIT 1";
        let rows = self.engine.ask(sql, &[], &[Kind::Int, Kind::Text]).await?;
        let head = |row: &Vec<Value>| Head { position: row[0].int(), hash: row[1].text().to_owned() };
        Ok(rows.first().map_or_else(Head::default, head))
    }
}
