//! Parties, what they say of themselves, and who may see it.

use super::{ImportId, cut, word, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{Party, PartyId, Private};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! {
    /// Whether a party takes part.
    PartyState {
        /// It takes part.
        Active = "active",
        /// It is kept, and shown to nobody but its members and organisers.
        Hidden = "hidden",
        /// It was a duplicate; another party stands for it.
        Merged = "merged",
        /// It had itself erased; only the id is left.
        Erased = "erased",
    }
}

words! {
    /// A field that is closed until consent opens it.
    PrivateField {
        /// The e-mail address.
        Email = "email",
        /// The telephone number.
        Phone = "phone",
        /// Rates and budgets.
        Rate = "rate",
        /// Who vouches for past work.
        References = "references",
    }
}

words! {
    /// Who may see a private field. Each includes the ones before it.
    Audience {
        /// Its members only.
        Nobody = "nobody",
        /// Parties whose introduction was accepted.
        Introduced = "introduced",
        /// Everyone signed in.
        Members = "members",
        /// Everyone.
        Public = "public",
    }
}

/// To whom a party opened a field, and when it said so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Who may see it.
    pub to: Audience,
    /// When it was said.
    pub since: Timestamp,
}

/// A party as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartyRow {
    /// The party.
    pub party: Party,
    /// Whether it takes part.
    pub state: PartyState,
    /// The party that stands for it once merged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<PartyId>,
    /// What it says of itself.
    pub about: String,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<String>,
    /// Its telephone number; never shown without consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Private<String>>,
    /// Fields it opened. What is not named is closed.
    #[serde(default)]
    pub consents: BTreeMap<PrivateField, Consent>,
    /// Whether someone who signed in proved to act for it.
    pub claimed: bool,
    /// The import that brought it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<ImportId>,
    /// Since when it is there.
    pub created: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
}

impl Record for PartyRow {
    const TABLE: Table = Table {
        name: "party",
        keys: &[
            ("name", Kind::Text),
            ("kind", Kind::Text),
            ("city", Kind::Text),
            ("state", Kind::Text),
            ("import", Kind::Text),
            ("changed", Kind::Int),
        ],
    };

    fn id(&self) -> String {
        self.party.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![
            Value::Text(cut(&self.party.name)),
            word(&self.party.kind),
            self.party.city.as_ref().into(),
            self.state.into(),
            self.import.as_ref().into(),
            self.changed.into(),
        ]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE party (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     name TEXT NOT NULL, kind TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL, import TEXT NOT NULL, changed BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX party_name ON party (name)",
    "CREATE INDEX party_state_changed ON party (state, changed)",
    "CREATE INDEX party_import ON party (import) WHERE import <> ''",
];
