//! Whether the log is what was written: every entry, every link, every content.

use super::chain::{entry_hash, payload_hash};
use super::read::{Stored, select, stored};
use super::{Act, Head};
use crate::boxed;
use crate::engine::Tx;
use crate::{Error, Store, Value};
use std::collections::BTreeSet;

/// Entries read at once.
const PAGE: i64 = 1000;

/// How far around its place an altered entry is tried, to tell whether it was only moved.
const AROUND: i64 = 10_000;

/// How many altered entries are tried so: a log that was rewritten whole should not take hours to tell.
const TRIED: usize = 100;

/// What is wrong at a place of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFault {
    /// The position.
    pub position: i64,
    /// What is wrong there.
    pub kind: LogFaultKind,
}

/// The ways a log can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogFaultKind {
    /// Entries are missing from the fault's position to this one.
    Missing {
        /// The last that is missing.
        to: i64,
    },
    /// The entry is not the one that was written.
    Altered,
    /// The entry stood at another position when it was written.
    Moved {
        /// That position.
        from: i64,
    },
    /// The entry does not follow the one before it: one of the two was put here later.
    Unlinked,
    /// The content beside the entry is not the one that was written.
    ContentAltered,
    /// The content is gone and no erasure names it.
    ContentMissing,
    /// An erasure names the content, but it is there.
    ContentNotErased,
    /// Content lies where no entry is.
    ContentAlone,
    /// The log ends here, before the head that was remembered.
    Truncated {
        /// The remembered position.
        remembered: i64,
    },
    /// The entry is sound, yet another one than was remembered: the log was written anew.
    Rewritten,
}

/// What a verification found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogVerdict {
    /// Entries read.
    pub entries: u64,
    /// Entries whose content was erased, as an erasure tells.
    pub erased: u64,
    /// The end of the log.
    pub head: Head,
    /// Everything that is wrong, by position.
    pub faults: Vec<LogFault>,
}

impl LogVerdict {
    /// Whether nothing is wrong.
    pub fn holds(&self) -> bool {
        self.faults.is_empty()
    }
}

impl Store {
    /// Reads the whole log as it is at this moment and tells every altered, missing or reordered entry.
    /// `progress` is told how many entries were read, every thousand.
    ///
    /// That the newest entries were cut off, or the whole log written anew, only a remembered head can
    /// tell: see [`Store::verify_log_against`].
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn verify_log(&self, progress: impl FnMut(u64) + Send) -> Result<LogVerdict, Error> {
        self.verify_log_against(&Head::default(), progress).await
    }

    /// As [`Store::verify_log`], and tells whether the log still holds a head that was remembered.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn verify_log_against(
        &self,
        remembered: &Head,
        mut progress: impl FnMut(u64) + Send,
    ) -> Result<LogVerdict, Error> {
        let mut tx = self.engine.snapshot().await?;
        let mut check = Check::new(erasures(&mut tx).await?);
        loop {
            let (sql, kinds) = select(&format!("WHERE log.position > $1 ORDER BY log.position LIMIT {PAGE}"));
            let rows = tx.ask(&sql, &[Value::Int(check.verdict.head.position)], &kinds).await?;
            if rows.is_empty() {
                break;
            }
            for entry in stored(rows) {
                check.entry(&entry, remembered);
            }
            progress(check.verdict.entries);
        }
        let sql = "SELECT position FROM log_payload WHERE position NOT IN (SELECT position FROM log)";
        for row in tx.ask(sql, &[], &[crate::Kind::Int]).await? {
            check.tell(row[0].int(), LogFaultKind::ContentAlone);
        }
        let mut verdict = check.verdict;
        if verdict.head.position < remembered.position {
            let kind = LogFaultKind::Truncated { remembered: remembered.position };
            verdict.faults.push(LogFault { position: verdict.head.position, kind });
        }
        verdict.faults.sort_by_key(|fault| fault.position);
        Ok(verdict)
    }
}

/// Positions whose content some later entry says it erased.
#[boxed]
async fn erasures(tx: &mut Tx) -> Result<BTreeSet<i64>, Error> {
    let (sql, kinds) = select("WHERE log.act = 'erase' ORDER BY log.position");
    let mut erased = BTreeSet::new();
    for entry in stored(tx.ask(&sql, &[], &kinds).await?) {
        let list = entry.payload.as_ref().map_or("", |[_, _, after]| after.as_str());
        let positions: Vec<i64> = serde_json::from_str(list).unwrap_or_default();
        erased.extend(positions.into_iter().filter(|p| *p < entry.position()));
    }
    Ok(erased)
}

struct Check {
    erased: BTreeSet<i64>,
    tried: usize,
    verdict: LogVerdict,
}

impl Check {
    fn new(erased: BTreeSet<i64>) -> Check {
        let verdict = LogVerdict { entries: 0, erased: 0, head: Head::default(), faults: Vec::new() };
        Check { erased, tried: 0, verdict }
    }

    fn tell(&mut self, position: i64, kind: LogFaultKind) {
        self.verdict.faults.push(LogFault { position, kind });
    }

    fn entry(&mut self, entry: &Stored, remembered: &Head) {
        let position = entry.position();
        let before = std::mem::take(&mut self.verdict.head);
        let next = before.position + 1;
        if position > next {
            self.tell(next, LogFaultKind::Missing { to: position - 1 });
        }
        let (own, rest) = entry.columns.split_at(entry.columns.len() - 1);
        let hash = rest[0].text();
        if entry_hash(own) != hash {
            let kind = self.moved(own, hash, position);
            self.tell(position, kind);
        } else if position == next && entry.text(9) != before.hash {
            self.tell(position, LogFaultKind::Unlinked);
        } else if position == remembered.position && hash != remembered.hash {
            self.tell(position, LogFaultKind::Rewritten);
        }
        self.content(entry);
        self.verdict.entries += 1;
        self.verdict.head = Head { position, hash: hash.to_owned() };
    }

    /// An entry that is sound at another position was moved here, else it was altered.
    fn moved(&mut self, own: &[Value], hash: &str, position: i64) -> LogFaultKind {
        self.tried += 1;
        if self.tried <= TRIED {
            let mut columns = own.to_vec();
            for from in (position - AROUND).max(1)..=position + AROUND {
                columns[0] = Value::Int(from);
                if entry_hash(&columns) == hash {
                    return LogFaultKind::Moved { from };
                }
            }
        }
        LogFaultKind::Altered
    }

    fn content(&mut self, entry: &Stored) {
        let erased = self.erased.contains(&entry.position());
        match &entry.payload {
            None if erased && entry.text(4) != Act::Erase.as_str() => self.verdict.erased += 1,
            None => self.tell(entry.position(), LogFaultKind::ContentMissing),
            Some(_) if erased => self.tell(entry.position(), LogFaultKind::ContentNotErased),
            Some([salt, before, after]) => {
                let same =
                    payload_hash(salt, before) == entry.text(7) && payload_hash(salt, after) == entry.text(8);
                if !same {
                    self.tell(entry.position(), LogFaultKind::ContentAltered);
                }
            }
        }
    }
}
