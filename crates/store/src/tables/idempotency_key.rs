//! Requests of the API that must happen once, however often they are sent.

use super::AccountId;
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use pul_domain::Private;
use serde::{Deserialize, Serialize};

/// A request that was answered, and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IdempotencyKey {
    /// Who sent it.
    pub account: AccountId,
    /// The key it was sent with.
    pub key: String,
    /// SHA-256 of method, path and body: the same key with another request is refused.
    pub request: String,
    /// The HTTP status of the answer; none while it is worked on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The body of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Private<String>>,
    /// What it changed, as `table/id`, written together with the change itself; none while nothing of it
    /// is kept. A request with this and without an answer was done by a node that died.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Vec<String>>,
    /// When it came.
    pub created: Timestamp,
}

impl Record for IdempotencyKey {
    const TABLE: Table = Table { name: "idempotency_key", keys: &[("created", Kind::Int)] };

    fn id(&self) -> String {
        format!("{}/{}", self.account, self.key)
    }

    fn keys(&self) -> Vec<Value> {
        vec![self.created.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for IdempotencyKey {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE idempotency_key (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     created BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX idempotency_key_created ON idempotency_key (created)",
];
