//! Missions: their documents.

use super::words;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::Mission;
use serde::{Deserialize, Serialize};

words! {
    /// Where a mission stands.
    MissionState {
        /// Organisers prepare it.
        Draft = "draft",
        /// Its attendees state their wishes.
        Open = "open",
        /// A plan of it is adopted.
        Planned = "planned",
        /// It is over.
        Closed = "closed",
    }
}

/// A mission as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionRow {
    /// Its document.
    pub mission: Mission,
    /// Where it stands.
    pub state: MissionState,
    /// The number of the plan that holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<i64>,
    /// When it was begun.
    pub created: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
}

impl Record for MissionRow {
    const TABLE: Table = Table { name: "mission", keys: &[("state", Kind::Text), ("changed", Kind::Int)] };

    fn id(&self) -> String {
        self.mission.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![self.state.into(), self.changed.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     state TEXT NOT NULL, changed BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_state_changed ON mission (state, changed)",
];
