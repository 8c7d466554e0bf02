//! Shortlists that someone saved, and perhaps shares.

use super::{AccountId, ShortlistId};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::ShortlistFile;
use serde::{Deserialize, Serialize};

/// A shortlist as it was found, with everything needed to find it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedShortlist {
    /// Its id.
    pub id: ShortlistId,
    /// Whose.
    pub account: AccountId,
    /// What its owner calls it.
    pub title: String,
    /// The shortlist with its inputs.
    pub file: ShortlistFile,
    /// SHA-256 of the secret in its link, while it is shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// When it was saved.
    pub created: Timestamp,
}

impl Record for SavedShortlist {
    const TABLE: Table = Table {
        name: "saved_shortlist",
        keys: &[("account", Kind::Text), ("share", Kind::Text), ("created", Kind::Int)],
    };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.account).into(), self.share.as_ref().into(), self.created.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE saved_shortlist (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, share TEXT NOT NULL, created BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX saved_shortlist_account_created ON saved_shortlist (account, created)",
    "CREATE UNIQUE INDEX saved_shortlist_share ON saved_shortlist (share) WHERE share <> ''",
];
