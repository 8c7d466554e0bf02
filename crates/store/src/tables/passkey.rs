//! Passkeys: keys of a device that sign in.

use super::AccountId;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A public key that a device signs in with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passkey {
    /// Id of the credential, as base64url.
    pub credential: String,
    /// Whose.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// The public key and its counters, as the verifying library writes them.
    pub key: serde_json::Value,
    /// When it was registered.
    pub created: Timestamp,
    /// When it last signed in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Timestamp>,
}

impl Record for Passkey {
    const TABLE: Table = Table { name: "passkey", keys: &[("account", Kind::Text)] };

    fn id(&self) -> String {
        self.credential.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.account).into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE passkey (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX passkey_account ON passkey (account)",
];
