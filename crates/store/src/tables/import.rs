//! Imports: a file on its way to published posts.

use super::{AccountId, ImportId, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::Finding;
use serde::{Deserialize, Serialize};

words! {
    /// Where an import stands.
    ImportState {
        /// The file is here and waits to be read.
        Uploaded = "uploaded",
        /// It was read: what it would bring, and its findings, can be looked at. Nothing is changed yet.
        Checked = "checked",
        /// Its rows are being put in.
        Publishing = "publishing",
        /// All of its rows are in.
        Published = "published",
        /// What it brought was taken out again.
        Undone = "undone",
        /// It could not be read.
        Failed = "failed",
    }
}

/// A file of parties and posts that someone hands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Who handed it in.
    pub account: AccountId,
    /// The name of the file.
    pub name: String,
    /// Which columns mean what: the name of a mapping of the pack.
    pub mapping: String,
    /// Where it stands.
    pub state: ImportState,
    /// Rows read.
    pub rows: i64,
    /// Rows that can be put in.
    pub taken: i64,
    /// Rows put in so far.
    pub done: i64,
    /// Findings, by row and column, as they are shown.
    #[serde(default)]
    pub findings: Vec<Finding>,
    /// When it was handed in.
    pub created: Timestamp,
    /// When it last went on.
    pub changed: Timestamp,
}

impl Record for Import {
    const TABLE: Table = Table {
        name: "import",
        keys: &[("account", Kind::Text), ("state", Kind::Text), ("created", Kind::Int)],
    };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.account).into(), self.state.into(), self.created.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE import (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, state TEXT NOT NULL, created BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX import_state_created ON import (state, created)",
    "CREATE INDEX import_account_created ON import (account, created)",
];
