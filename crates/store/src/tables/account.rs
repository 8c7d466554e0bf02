//! People who sign in.

use super::{AccountId, Preferences, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{LanguageCode, Private};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// What an account may do beyond what its parties let it.
    Role {
        /// Reviews posts, imports, merges, runs missions, changes settings.
        Organiser = "organiser",
        /// Reads figures and exports without private fields.
        Analyst = "analyst",
    }
}

words! {
    /// Whether an account can be used.
    AccountState {
        /// It can sign in.
        Active = "active",
        /// An organiser closed it.
        Suspended = "suspended",
        /// Its person had it erased; only the id is left.
        Erased = "erased",
    }
}

/// Someone who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// Where its links go, as its person wrote it; empty once erased.
    pub email: Private<String>,
    /// What its person is called.
    pub name: String,
    /// The language it is written to in.
    pub language: LanguageCode,
    /// What it may do beyond its parties.
    #[serde(default)]
    pub roles: BTreeSet<Role>,
    /// Whether it can be used.
    pub state: AccountState,
    /// Since when it is there.
    pub created: Timestamp,
    /// How its person wants to read, and what they want to be written to about.
    #[serde(default, skip_serializing_if = "Preferences::is_default")]
    pub preferences: Preferences,
}

impl Account {
    /// The form of an e-mail address that is unique among accounts: without spaces around it, in lower
    /// case. Providers differ on what else is the same box, so nothing more is taken away.
    pub fn email_key(email: &str) -> String {
        email.trim().to_lowercase()
    }
}

impl Record for Account {
    const TABLE: Table = Table {
        name: "account",
        keys: &[("email", Kind::Text), ("state", Kind::Text), ("created", Kind::Int)],
    };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![
            Value::Text(Account::email_key(self.email.open_with_consent())),
            self.state.into(),
            self.created.into(),
        ]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE account (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     email TEXT NOT NULL, state TEXT NOT NULL, created BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE UNIQUE INDEX account_email ON account (email) WHERE email <> ''",
    "CREATE INDEX account_state_created ON account (state, created)",
];
