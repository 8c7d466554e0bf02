//! Attempts that are counted, so that guessing is slow.

use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Something tried that may be tried only so often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// Its id.
    pub id: String,
    /// What is counted: a kind and the hash of an address or e-mail, `sign-in:…`.
    pub about: String,
    /// When.
    pub at: Timestamp,
}

impl Record for Attempt {
    const TABLE: Table = Table { name: "attempt", keys: &[("about", Kind::Text), ("at", Kind::Int)] };

    fn id(&self) -> String {
        self.id.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.about).into(), self.at.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for Attempt {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE attempt (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     about TEXT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX attempt_about_at ON attempt (about, at)",
    "CREATE INDEX attempt_at ON attempt (at)",
];
