//! Who has arrived at a mission.

use super::AccountId;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{DelegateId, MissionId, PartyId};
use serde::{Deserialize, Serialize};

/// A delegate who arrived, once for each day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionCheckIn {
    /// The mission.
    pub mission: MissionId,
    /// The party.
    pub party: PartyId,
    /// The delegate.
    pub delegate: DelegateId,
    /// The day, on the wall clock of the mission's first place.
    pub day: Date,
    /// When.
    pub at: Timestamp,
    /// Who said so.
    pub by: AccountId,
}

impl Record for MissionCheckIn {
    const TABLE: Table = Table {
        name: "mission_check_in",
        keys: &[("mission", Kind::Text), ("day", Kind::Text), ("at", Kind::Int)],
    };

    fn id(&self) -> String {
        format!("{}/{}/{}", self.mission, self.delegate, self.day)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), self.day.to_string().into(), self.at.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_check_in (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, day TEXT NOT NULL, at BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_check_in_mission_day ON mission_check_in (mission, day)",
];
