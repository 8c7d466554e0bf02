//! Introductions: one party asks to meet another, which may say no without saying so.

use super::{AccountId, IntroductionId, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{PartyId, PostId};
use serde::{Deserialize, Serialize};

words! {
    /// Where an introduction stands.
    IntroductionState {
        /// It waits for an answer. It keeps nobody from anything.
        Requested = "requested",
        /// Both sides said yes; what each consented to is open to the other.
        Accepted = "accepted",
        /// The other side said no, and lets it be known.
        Declined = "declined",
        /// The other side said no in private: the requester sees a request without an answer.
        Vetoed = "vetoed",
        /// Nobody answered in time.
        Expired = "expired",
        /// The requester took it back.
        Withdrawn = "withdrawn",
    }
}

/// A request of one party to be introduced to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Introduction {
    /// Its id.
    pub id: IntroductionId,
    /// Who asks to be introduced.
    pub from: PartyId,
    /// To whom.
    pub to: PartyId,
    /// The ask of the match.
    pub ask: PostId,
    /// The offer of the match.
    pub offer: PostId,
    /// Where it stands.
    pub state: IntroductionState,
    /// What the requester writes.
    pub message: String,
    /// What the other side writes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Who asked, for the party.
    pub by: AccountId,
    /// Who answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<AccountId>,
    /// When it was asked for.
    pub requested: Timestamp,
    /// When it was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Timestamp>,
    /// When it ends without an answer.
    pub expires: Timestamp,
}

impl Record for Introduction {
    const TABLE: Table = Table {
        name: "introduction",
        keys: &[
            ("from_party", Kind::Text),
            ("to_party", Kind::Text),
            ("ask", Kind::Text),
            ("offer", Kind::Text),
            ("state", Kind::Text),
            ("requested", Kind::Int),
            ("expires", Kind::Int),
        ],
    };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![
            (&self.from).into(),
            (&self.to).into(),
            (&self.ask).into(),
            (&self.offer).into(),
            self.state.into(),
            self.requested.into(),
            self.expires.into(),
        ]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE introduction (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     from_party TEXT NOT NULL, to_party TEXT NOT NULL, ask TEXT NOT NULL, offer TEXT NOT NULL, state TEXT NOT NULL, requested BIGINT NOT NULL, expires BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX introduction_from_party_requested ON introduction (from_party, requested)",
    "CREATE INDEX introduction_to_party_requested ON introduction (to_party, requested)",
    "CREATE INDEX introduction_ask_offer ON introduction (ask, offer)",
    "CREATE INDEX introduction_state_expires ON introduction (state, expires)",
];
