//! Settings that organisers change while the system runs.

use crate::{Record, Table, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: serde_json::Value,
    /// When it was last changed.
    pub changed: Timestamp,
}

impl Record for Setting {
    const TABLE: Table = Table { name: "setting", keys: &[] };

    fn id(&self) -> String {
        self.name.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![]
    }

    /// How far a follower of the log has come (`cursor:…`) is nobody's decision; and noting it in the log
    /// would give the follower something new to read.
    fn logged(&self) -> bool {
        !self.name.starts_with("cursor:")
    }
}

pub(super) const CREATE: &[&str] =
    &["CREATE TABLE setting (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     body TEXT NOT NULL)"];
