//! Tokens of the API.

use super::words;
use super::{AccountId, TokenId};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// What a token may do.
    Scope {
        /// Read what its account may read.
        Read = "read",
        /// Change what its account may change.
        Write = "write",
        /// Do what its account may do as an organiser.
        Organise = "organise",
    }
}

/// A secret that lets a program act for an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// SHA-256 of the secret; the secret is shown once and kept nowhere.
    pub hash: String,
    /// Whose.
    pub account: AccountId,
    /// What its owner calls it.
    pub name: String,
    /// What it may do.
    #[serde(default)]
    pub scopes: BTreeSet<Scope>,
    /// When it was made.
    pub created: Timestamp,
    /// Not valid from then on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Timestamp>,
    /// When it was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Timestamp>,
}

impl Record for Token {
    const TABLE: Table = Table { name: "token", keys: &[("hash", Kind::Text), ("account", Kind::Text)] };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.hash).into(), (&self.account).into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE token (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     hash TEXT NOT NULL, account TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE UNIQUE INDEX token_hash ON token (hash)",
    "CREATE INDEX token_account ON token (account)",
];
