//! Links that sign in, sent by e-mail.

use super::Account;
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use pul_domain::{LanguageCode, Private};
use serde::{Deserialize, Serialize};

/// A link that signs in once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignInLink {
    /// SHA-256 of the secret in the link.
    pub hash: String,
    /// Where it was sent.
    pub email: Private<String>,
    /// The language it was asked for in.
    pub language: LanguageCode,
    /// The path to go on to.
    pub then: String,
    /// When it was asked for.
    pub created: Timestamp,
    /// Not valid from then on.
    pub expires: Timestamp,
    /// When it was used; never twice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Timestamp>,
}

impl Record for SignInLink {
    const TABLE: Table =
        Table { name: "sign_in_link", keys: &[("email", Kind::Text), ("expires", Kind::Int)] };

    fn id(&self) -> String {
        self.hash.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![Value::Text(Account::email_key(self.email.open_with_consent())), self.expires.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for SignInLink {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE sign_in_link (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     email TEXT NOT NULL, expires BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX sign_in_link_email ON sign_in_link (email)",
    "CREATE INDEX sign_in_link_expires ON sign_in_link (expires)",
];
