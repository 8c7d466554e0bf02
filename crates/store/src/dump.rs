//! The whole content as JSON Lines, in one stated order: the same bytes from either engine.
//!
//! ```text
//! {"format":"pul-dump/1","schema":1}
//! {"table":"log","columns":["position","at",…]}
//! [1,1800000000000000,…]
//! …
//! {"rows":2,"sha256":"…"}
//! ```
//! Tables stand in the order of [`tables`], rows by their primary key, bytewise. The sum is that of every
//! line before it, with its line break. Migrations are not content: the number of the last is in the head.

use crate::canonical::hex;
use crate::engine::Tx;
use crate::log::{LOG, PAYLOAD};
use crate::{Error, Kind, SCHEMA, Store, Value, job, tables};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::io::Write;

/// Rows read at once.
const PAGE: usize = 500;

/// A table as a dump sees it: its name and columns, the primary key first.
pub(crate) struct Layout {
    pub name: &'static str,
    pub columns: Vec<(&'static str, Kind)>,
}

impl Layout {
    pub(crate) fn head(&self) -> serde_json::Value {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| *name).collect();
        json!({"table": self.name, "columns": names})
    }
}

/// Every table with content.
pub(crate) fn tables() -> Vec<Layout> {
    let own = [("log", LOG.to_vec()), ("log_payload", PAYLOAD.to_vec()), ("job", job::JOB.to_vec())];
    let own = own.into_iter().map(|(name, columns)| Layout { name, columns });
    own.chain(tables::ALL.iter().map(|t| Layout { name: t.name, columns: t.columns() })).collect()
}

/// The first line.
pub(crate) fn head() -> serde_json::Value {
    json!({"format": "pul-dump/1", "schema": SCHEMA})
}

struct Out<'a, W> {
    to: &'a mut W,
    sum: Sha256,
    rows: u64,
}

impl<W: Write> Out<'_, W> {
    fn line(&mut self, line: &serde_json::Value) -> Result<(), Error> {
        let mut text = line.to_string();
        text.push('\n');
        self.sum.update(text.as_bytes());
        Ok(self.to.write_all(text.as_bytes())?)
    }

    async fn table(&mut self, tx: &mut Tx, layout: &Layout) -> Result<(), Error> {
        self.line(&layout.head())?;
        let names: Vec<&str> = layout.columns.iter().map(|(name, _)| *name).collect();
        let kinds: Vec<Kind> = layout.columns.iter().map(|(_, kind)| *kind).collect();
        let (columns, key) = (names.join(", "), names[0]);
        let mut last: Option<Value> = None;
        loop {
            let after = if last.is_some() { format!(" WHERE {key} > $1") } else { String::new() };
            let sql = format!("SELECT {columns} FROM {}{after} ORDER BY {key} LIMIT {PAGE}", layout.name);
            let rows = tx.ask(&sql, last.as_slice(), &kinds).await?;
            for row in &rows {
                let cells = row.iter().map(|value| match value {
                    Value::Text(text) => json!(text),
                    Value::Int(number) => json!(number),
                });
                self.line(&cells.collect())?;
            }
            self.rows += rows.len() as u64;
            match rows.into_iter().last() {
                Some(row) => last = row.into_iter().next(),
                None => return Ok(()),
            }
        }
    }
}

impl Store {
    /// Writes the whole content as it is at this moment; how many rows.
    ///
    /// # Errors
    /// [`Error::Schema`] when the tables are not those this program knows; [`Error::Unavailable`];
    /// [`Error::File`] and [`Error::Full`] when `to` takes no more.
    pub async fn dump<W: Write + Send>(&self, to: &mut W) -> Result<u64, Error> {
        self.check_schema().await?;
        let mut tx = self.engine.snapshot().await?;
        let mut out = Out { to, sum: Sha256::new(), rows: 0 };
        out.line(&head())?;
        for layout in tables() {
            out.table(&mut tx, &layout).await?;
        }
        let rows = out.rows;
        let sum = hex(&out.sum.clone().finalize());
        out.line(&json!({"rows": rows, "sha256": sum}))?;
        to.flush()?;
        Ok(rows)
    }
}
