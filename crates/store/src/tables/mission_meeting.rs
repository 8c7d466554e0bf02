//! What became of the meetings of missions: one row each, from the first word anybody says of it.

use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{Attendance, MissionId, PartyId, Private, WishId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a party wrote of a meeting; read by the parties of the meeting and by organisers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingNote {
    /// What came of it.
    pub outcome: Private<String>,
    /// What is to be done next.
    pub next_step: Private<String>,
    /// When it was written.
    pub at: Timestamp,
}

/// A meeting after its time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionMeeting {
    /// The mission.
    pub mission: MissionId,
    /// What its parties say about who was there.
    pub attendance: Attendance,
    /// What its parties wrote.
    #[serde(default)]
    pub notes: BTreeMap<PartyId, MeetingNote>,
    /// When it last changed.
    pub changed: Timestamp,
}

impl MissionMeeting {
    /// The id of a meeting's row: a wish is met once.
    pub fn id_of(mission: &MissionId, wish: &WishId) -> String {
        format!("{mission}/{wish}")
    }
}

impl Record for MissionMeeting {
    const TABLE: Table = Table { name: "mission_meeting", keys: &[("mission", Kind::Text)] };

    fn id(&self) -> String {
        Self::id_of(&self.mission, &self.attendance.wish)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_meeting (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_meeting_mission ON mission_meeting (mission)",
];
