//! Messages to webhooks.

use super::{WebhookId, words};
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

words! {
    /// Where a message stands.
    DeliveryState {
        /// It is to be sent, or to be tried again.
        Waiting = "waiting",
        /// The address took it.
        Delivered = "delivered",
        /// It was given up.
        Failed = "failed",
    }
}

/// A message of one change to one webhook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivery {
    /// The webhook.
    pub webhook: WebhookId,
    /// The position of the change in the log.
    pub position: i64,
    /// Where it stands.
    pub state: DeliveryState,
    /// Attempts made.
    pub attempts: i64,
    /// The HTTP status of the last answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Why the last attempt failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// When it was last tried.
    pub changed: Timestamp,
}

impl Record for Delivery {
    const TABLE: Table = Table {
        name: "delivery",
        keys: &[
            ("webhook", Kind::Text),
            ("position", Kind::Int),
            ("state", Kind::Text),
            ("changed", Kind::Int),
        ],
    };

    fn id(&self) -> String {
        format!("{}/{}", self.webhook, self.position)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.webhook).into(), self.position.into(), self.state.into(), self.changed.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for Delivery {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE delivery (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     webhook TEXT NOT NULL, position BIGINT NOT NULL, state TEXT NOT NULL, changed BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE UNIQUE INDEX delivery_webhook_position ON delivery (webhook, position)",
    "CREATE INDEX delivery_changed ON delivery (changed)",
];
