//! Sittings of missions that came free, held for pairs on the waiting list until they answer.

use super::{MissionOfferId, word};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{MissionId, SittingOffer};
use serde::{Deserialize, Serialize};

/// An offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionOffer {
    /// Its id.
    pub id: MissionOfferId,
    /// The mission.
    pub mission: MissionId,
    /// What is offered, to whom, and what became of it.
    pub offer: SittingOffer,
    /// When it was made.
    pub made: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
}

impl Record for MissionOffer {
    const TABLE: Table = Table {
        name: "mission_offer",
        keys: &[("mission", Kind::Text), ("state", Kind::Text), ("until_at", Kind::Int)],
    };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), word(&self.offer.state), self.offer.until.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_offer (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, state TEXT NOT NULL, until_at BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_offer_mission ON mission_offer (mission)",
    "CREATE INDEX mission_offer_state_until ON mission_offer (state, until_at)",
];
