//! The log: every change, who made it, when and why, chained by hashes.
//!
//! An entry names the hash of the one before it, and the hashes of what the record was before and after.
//! The content itself lies beside the entry, salted: it can be erased (for privacy) while the chain still
//! verifies, and a hash left behind tells nothing about a content that could be guessed.

mod chain;
mod erase;
mod read;
mod verify;

pub(crate) use chain::{LOG, PAYLOAD, append, put};
pub use read::LogFilter;
pub use verify::{LogFault, LogFaultKind, LogVerdict};

use crate::{Error, Record};
use jiff::Timestamp;

/// What was done to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// It was added.
    Insert,
    /// It was changed.
    Update,
    /// It was removed.
    Delete,
    /// Content of earlier entries was removed from the log.
    Erase,
}

impl Act {
    /// As the log holds it.
    pub fn as_str(self) -> &'static str {
        match self {
            Act::Insert => "insert",
            Act::Update => "update",
            Act::Delete => "delete",
            Act::Erase => "erase",
        }
    }

    fn parse(text: &str) -> Option<Act> {
        [Act::Insert, Act::Update, Act::Delete, Act::Erase].into_iter().find(|a| a.as_str() == text)
    }
}

/// A change that has no position yet.
pub(crate) struct Draft {
    pub act: Act,
    pub who: String,
    pub doing: String,
    pub table: String,
    pub id: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What a record was before or after a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Payload {
    /// It was not there.
    Nothing,
    /// The record as canonical JSON.
    Text(String),
    /// Removed from the log since, or missing; [`crate::Store::verify_log`] tells which.
    Erased,
}

impl Payload {
    /// The record, if it was there and is not erased.
    ///
    /// # Errors
    /// [`Error::Damaged`] when it does not read as `R`.
    pub fn read<R: Record>(&self) -> Result<Option<R>, Error> {
        match self {
            Payload::Text(body) => crate::store::decode(R::TABLE.name, body).map(Some),
            Payload::Nothing | Payload::Erased => Ok(None),
        }
    }
}

/// An entry of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 1 for the first, one more for each; no gaps; in the order of commits.
    pub position: i64,
    /// When the change was made, by the clock of the node that made it.
    pub at: Timestamp,
    /// Who made it ([`crate::Actor::who`]).
    pub who: String,
    /// What they did ([`crate::Actor::doing`]).
    pub doing: String,
    /// What was done to the record.
    pub act: Act,
    /// The record's table.
    pub table: String,
    /// The record's id.
    pub id: String,
    /// The record before.
    pub before: Payload,
    /// The record after. For an erasure: the positions it erased, as a JSON list.
    pub after: Payload,
    /// The hash that chains it.
    pub hash: String,
}

/// A place in the log with its hash: whoever remembers one can tell later whether the log up to there is
/// still the same.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The position; 0 before the first entry.
    pub position: i64,
    /// The hash of the entry there; empty before the first.
    pub hash: String,
}
