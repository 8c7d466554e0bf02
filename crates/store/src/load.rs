//! Taking in a dump: whole, into empty tables, or not at all.

use crate::canonical::hex;
use crate::dump::{Layout, head, tables};
use crate::engine::Tx;
use crate::log::put;
use crate::{BODY_LIMIT, Error, Kind, LoadFault, Store, Value};
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use std::io::{BufRead, Read};

/// Rows put by one statement, and the bytes after which fewer are.
const BATCH: usize = 200;
const BATCH_BYTES: usize = 4 << 20;

/// The longest line: a record at its limit, escaped, with its keys.
const LINE_LIMIT: u64 = 3 * BODY_LIMIT as u64;

struct Lines<'a, R> {
    from: &'a mut R,
    sum: Sha256,
    number: u64,
}

impl<R: BufRead> Lines<'_, R> {
    fn fault(&self, why: LoadFault) -> Error {
        Error::Load { line: self.number, why }
    }

    /// The next line, and its text, which is not yet part of the sum.
    fn next(&mut self) -> Result<(Json, String), Error> {
        let mut text = String::new();
        self.number += 1;
        let read = self.from.by_ref().take(LINE_LIMIT).read_line(&mut text);
        match read {
            Ok(0) => return Err(self.fault(LoadFault::Sum)),
            Err(e) if e.kind() == std::io::ErrorKind::InvalidData => return Err(self.fault(LoadFault::Line)),
            other => other?,
        };
        let json = serde_json::from_str(&text).map_err(|_| self.fault(LoadFault::Line))?;
        Ok((json, text))
    }

    /// The next line, which must read so.
    fn expect(&mut self, wanted: &Json, otherwise: LoadFault) -> Result<(), Error> {
        let (line, text) = self.next()?;
        self.sum.update(text.as_bytes());
        if line == *wanted { Ok(()) } else { Err(self.fault(otherwise)) }
    }

    fn row(&self, line: &Json, layout: &Layout) -> Result<Vec<Value>, Error> {
        let cells = line.as_array().filter(|cells| cells.len() == layout.columns.len());
        let cells = cells.ok_or_else(|| self.fault(LoadFault::Line))?;
        let value = |(cell, (_, kind)): (&Json, &(&str, Kind))| match kind {
            Kind::Text => cell.as_str().filter(|text| !text.contains('\0')).map(Value::from),
            Kind::Int => cell.as_i64().map(Value::Int),
        };
        let row: Option<Vec<Value>> = cells.iter().zip(&layout.columns).map(value).collect();
        row.ok_or_else(|| self.fault(LoadFault::Line))
    }

    /// Takes the rows of a table; returns the line that follows them.
    async fn table(&mut self, tx: &mut Tx, layout: &Layout, rows: &mut u64) -> Result<(Json, String), Error> {
        let (mut batch, mut held, mut bytes) = (Vec::new(), 0, 0);
        loop {
            let (line, text) = self.next()?;
            let ends = !line.is_array();
            if !ends {
                self.sum.update(text.as_bytes());
                batch.extend(self.row(&line, layout)?);
                (held, bytes, *rows) = (held + 1, bytes + text.len(), *rows + 1);
            }
            if ends || held == BATCH || bytes > BATCH_BYTES {
                let done = put(tx, layout.name, &layout.columns, &batch).await;
                done.map_err(|e| match e.as_database_error() {
                    Some(told) if told.is_unique_violation() => self.fault(LoadFault::Twice),
                    _ => e.into(),
                })?;
                (held, bytes) = (0, 0);
                batch.clear();
            }
            if ends {
                return Ok((line, text));
            }
        }
    }
}

impl Store {
    /// Takes in a whole dump; how many rows. The tables must be there ([`Store::migrate`]) and empty, and
    /// the dump of the same version of them. Nothing is kept unless all of it is sound.
    ///
    /// # Errors
    /// [`Error::Load`] with the line and what is wrong there; [`Error::Schema`]; [`Error::Unavailable`].
    pub async fn load<R: BufRead + Send>(&self, from: &mut R) -> Result<u64, Error> {
        self.check_schema().await?;
        let mut tx = self.engine.begin().await?;
        for layout in tables() {
            let sql = format!("SELECT {} FROM {} LIMIT 1", layout.columns[0].0, layout.name);
            if !tx.ask(&sql, &[], &[layout.columns[0].1]).await?.is_empty() {
                return Err(Error::Load { line: 0, why: LoadFault::NotEmpty });
            }
        }
        let mut lines = Lines { from, sum: Sha256::new(), number: 0 };
        lines.expect(&head(), LoadFault::Schema)?;
        let mut rows = 0;
        let mut next = lines.next()?;
        for layout in tables() {
            if next.0 != layout.head() {
                return Err(lines.fault(LoadFault::Line));
            }
            lines.sum.update(next.1.as_bytes());
            next = lines.table(&mut tx, &layout, &mut rows).await?;
        }
        let sum = hex(&lines.sum.clone().finalize());
        let more = lines.from.fill_buf()?;
        if next.0 != json!({"rows": rows, "sha256": sum}) || !more.is_empty() {
            return Err(lines.fault(LoadFault::Sum));
        }
        tx.commit().await?;
        Ok(rows)
    }
}
