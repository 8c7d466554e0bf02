//! Addresses that are told of changes.

use super::{AccountId, WebhookId, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::Private;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// Whether a webhook is told of anything.
    WebhookState {
        /// It is told.
        Active = "active",
        /// Its owner stopped it, or it failed too often.
        Paused = "paused",
    }
}

/// An address that is told of changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhook {
    /// Its id.
    pub id: WebhookId,
    /// Whose.
    pub account: AccountId,
    /// The address.
    pub url: String,
    /// What its messages are signed with.
    pub secret: Private<String>,
    /// What it is told of: words of the log such as `post-published`.
    #[serde(default)]
    pub events: BTreeSet<String>,
    /// Whether it is told.
    pub state: WebhookState,
    /// It is told of what comes after this position of the log.
    pub from: i64,
    /// When it was made.
    pub created: Timestamp,
}

impl Record for Webhook {
    const TABLE: Table = Table { name: "webhook", keys: &[("account", Kind::Text), ("state", Kind::Text)] };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.account).into(), self.state.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE webhook (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, state TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX webhook_account ON webhook (account)",
    "CREATE INDEX webhook_state ON webhook (state)",
];
