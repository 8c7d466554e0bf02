//! Who arrived at a mission, day by day.

use super::AccountId;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{DelegateId, MissionId, PartyId};
use serde::{Deserialize, Serialize};

/// A delegate arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionCheckIn {
    /// The mission.
    pub mission: MissionId,
    /// Whose delegate.
    pub party: PartyId,
    /// The delegate.
    pub delegate: DelegateId,
    /// The day of the mission, on the clock of its place.
    pub day: Date,
    /// When.
    pub at: Timestamp,
    /// Who said so.
    pub by: AccountId,
}

impl MissionCheckIn {
    /// The id of a delegate's row of a day.
    pub fn id_of(mission: &MissionId, delegate: &DelegateId, day: Date) -> String {
        format!("{mission}/{delegate}/{day}")
    }
}

impl Record for MissionCheckIn {
    const TABLE: Table =
        Table { name: "mission_check_in", keys: &[("mission", Kind::Text), ("day", Kind::Text)] };

    fn id(&self) -> String {
        Self::id_of(&self.mission, &self.delegate, self.day)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), self.day.to_string().into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_check_in (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, day TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_check_in_mission_day ON mission_check_in (mission, day)",
];
