//! Who is signed in.

use super::AccountId;
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A browser that is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// SHA-256 of the secret in the cookie, in hexadecimal digits; the secret itself is nowhere.
    pub hash: String,
    /// Whose.
    pub account: AccountId,
    /// When it was opened.
    pub created: Timestamp,
    /// When it was last used, to the precision the rotation needs.
    pub seen: Timestamp,
    /// Not valid from then on.
    pub expires: Timestamp,
    /// The browser as it names itself, cut short, for the list of sessions.
    pub agent: String,
}

impl Record for Session {
    const TABLE: Table = Table { name: "session", keys: &[("account", Kind::Text), ("expires", Kind::Int)] };

    fn id(&self) -> String {
        self.hash.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.account).into(), self.expires.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for Session {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE session (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, expires BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX session_account ON session (account)",
    "CREATE INDEX session_expires ON session (expires)",
];
