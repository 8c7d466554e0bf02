//! The asking after each meeting of a mission, and what came of it.

use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{Attendance, MissionId, PartyId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a party notes after a meeting, for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingNote {
    /// What came of it.
    pub outcome: String,
    /// What is to be done next.
    pub next_step: String,
    /// When it was written.
    pub at: Timestamp,
}

/// The asking after one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionAttendance {
    /// The mission.
    pub mission: MissionId,
    /// Who was asked, and what they said.
    pub attendance: Attendance,
    /// When the meeting began.
    pub start: Timestamp,
    /// When it ended.
    pub end: Timestamp,
    /// What each party noted.
    #[serde(default)]
    pub notes: BTreeMap<PartyId, MeetingNote>,
}

impl Record for MissionAttendance {
    const TABLE: Table = Table {
        name: "mission_attendance",
        keys: &[("mission", Kind::Text), ("start", Kind::Int), ("answer_by", Kind::Int)],
    };

    fn id(&self) -> String {
        format!("{}/{}", self.mission, self.attendance.wish)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), self.start.into(), self.attendance.answer_by.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_attendance (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, start BIGINT NOT NULL, answer_by BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_attendance_mission_start ON mission_attendance (mission, start)",
];
