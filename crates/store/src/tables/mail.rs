//! The outbox.

use super::{MailId, words};
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use pul_domain::{LanguageCode, Private};
use serde::{Deserialize, Serialize};

words! {
    /// Where a letter stands.
    MailState {
        /// It is to be sent.
        Waiting = "waiting",
        /// A server took it.
        Sent = "sent",
        /// No server would take it.
        Failed = "failed",
    }
}

/// A letter to someone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// Where it goes.
    pub to: Private<String>,
    /// Its language.
    pub language: LanguageCode,
    /// Which letter it is: `sign-in`, `introduction-requested` …
    pub code: String,
    /// What is filled into its words.
    pub values: std::collections::BTreeMap<String, Private<String>>,
    /// Where it stands.
    pub state: MailState,
    /// Why it could not be sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// When it was written.
    pub created: Timestamp,
    /// When it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Timestamp>,
}

impl Record for Mail {
    const TABLE: Table = Table { name: "mail", keys: &[("state", Kind::Text), ("created", Kind::Int)] };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![self.state.into(), self.created.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for Mail {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mail (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     state TEXT NOT NULL, created BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mail_state_created ON mail (state, created)",
    "CREATE INDEX mail_created ON mail (created)",
];
