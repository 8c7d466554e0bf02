//! Quotes that someone saved.

use super::{AccountId, QuoteId};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::PostId;
use serde::{Deserialize, Serialize};

/// A quote as it was computed, with its inputs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedQuote {
    /// Its id.
    pub id: QuoteId,
    /// Whose.
    pub account: AccountId,
    /// What its owner calls it.
    pub title: String,
    /// The ask it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<PostId>,
    /// The offer it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<PostId>,
    /// What was entered; the quote can be computed again from it.
    pub inputs: serde_json::Value,
    /// The quote, line by line, with its trace.
    pub quote: serde_json::Value,
    /// SHA-256 of the secret in its link, while it is shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<String>,
    /// When it was saved.
    pub created: Timestamp,
}

impl Record for SavedQuote {
    const TABLE: Table = Table {
        name: "saved_quote",
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
    "CREATE TABLE saved_quote (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, share TEXT NOT NULL, created BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX saved_quote_account_created ON saved_quote (account, created)",
    "CREATE UNIQUE INDEX saved_quote_share ON saved_quote (share) WHERE share <> ''",
];
