//! Secret addresses of calendars: whoever knows one reads one delegate's meetings.

use super::AccountId;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{DelegateId, LanguageCode, MissionId, PartyId};
use serde::{Deserialize, Serialize};

/// An address of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionFeed {
    /// SHA-256 of the secret in the address.
    pub hash: String,
    /// The mission.
    pub mission: MissionId,
    /// Whose delegate.
    pub party: PartyId,
    /// The delegate.
    pub delegate: DelegateId,
    /// The language of its words.
    pub language: LanguageCode,
    /// Who had it made.
    pub by: AccountId,
    /// When.
    pub created: Timestamp,
}

impl Record for MissionFeed {
    const TABLE: Table =
        Table { name: "mission_feed", keys: &[("mission", Kind::Text), ("delegate", Kind::Text)] };

    fn id(&self) -> String {
        self.hash.clone()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), (&self.delegate).into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_feed (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, delegate TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_feed_mission_delegate ON mission_feed (mission, delegate)",
];
