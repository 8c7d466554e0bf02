//! Sign-ins under way that take two steps: passkeys, and a provider of identities.

use super::AccountId;
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What was asked of a browser, until it answers. It is answered once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ceremony {
    /// SHA-256 of the challenge or state that the answer must name.
    pub hash: String,
    /// `passkey-register`, `passkey-sign-in` or `oidc`.
    pub kind: String,
    /// SHA-256 of the secret that ties it to the browser it was begun in.
    pub browser: String,
    /// Whose it is, where somebody is signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// What the second step needs to know, by name.
    pub state: std::collections::BTreeMap<String, String>,
    /// Not valid from then on.
    pub expires: Timestamp,
}

impl Record for Ceremony {
    const TABLE: Table = Table { name: "ceremony", keys: &[("expires", Kind::Int)] };

    fn id(&self) -> String {
        self.hash.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![self.expires.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for Ceremony {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE ceremony (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     expires BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX ceremony_expires ON ceremony (expires)",
];
