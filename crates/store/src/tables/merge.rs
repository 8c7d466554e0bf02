//! Duplicates that were merged, with what it takes to undo it.

use super::{AccountId, MergeId};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::PartyId;
use serde::{Deserialize, Serialize};

/// A record that a merge changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moved {
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: String,
    /// The record as it was.
    pub before: serde_json::Value,
}

/// Two parties that turned out to be one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merge {
    /// Its id.
    pub id: MergeId,
    /// The party that stands for both.
    pub kept: PartyId,
    /// The duplicate.
    pub merged: PartyId,
    /// What was changed, in the order it was.
    #[serde(default)]
    pub moved: Vec<Moved>,
    /// Who merged them.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// When it was undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Timestamp>,
}

impl Record for Merge {
    const TABLE: Table =
        Table { name: "merge", keys: &[("kept", Kind::Text), ("merged", Kind::Text), ("at", Kind::Int)] };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.kept).into(), (&self.merged).into(), self.at.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE merge (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     kept TEXT NOT NULL, merged TEXT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX merge_kept ON merge (kept)",
    "CREATE INDEX merge_merged ON merge (merged)",
    "CREATE INDEX merge_at ON merge (at)",
];
