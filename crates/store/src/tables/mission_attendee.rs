//! Attendees of missions: one row for each party.

use super::words;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{Attendee, DelegateId, MissionId, Private};
use serde::{Deserialize, Serialize};

words! {
    /// What a party answered to its invitation.
    Invitation {
        /// It has not answered.
        Invited = "invited",
        /// It comes.
        Coming = "coming",
        /// It does not come.
        Declined = "declined",
        /// It was to come, and dropped out.
        DroppedOut = "dropped-out",
    }
}

/// One of a party's people at a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegateCard {
    /// The id by which plans name them.
    pub id: DelegateId,
    /// What they are called; empty where it was not said.
    #[serde(default)]
    pub name: String,
    /// Where their invitations go; unstated: to everybody who acts for the party.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Private<String>>,
}

/// A party at a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionAttendee {
    /// The mission.
    pub mission: MissionId,
    /// What the planner knows of it.
    pub attendee: Attendee,
    /// Its people, in the order of the attendee's delegates.
    pub people: Vec<DelegateCard>,
    /// What it answered.
    pub invitation: Invitation,
    /// When it was invited.
    pub invited: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
}

impl MissionAttendee {
    /// The id of a party's row at a mission.
    pub fn id_of(mission: &MissionId, party: &pul_domain::PartyId) -> String {
        format!("{mission}/{party}")
    }
}

impl Record for MissionAttendee {
    const TABLE: Table = Table {
        name: "mission_attendee",
        keys: &[("mission", Kind::Text), ("party", Kind::Text), ("invitation", Kind::Text)],
    };

    fn id(&self) -> String {
        Self::id_of(&self.mission, &self.attendee.party)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), (&self.attendee.party).into(), self.invitation.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_attendee (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, party TEXT NOT NULL, invitation TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE UNIQUE INDEX mission_attendee_mission_party ON mission_attendee (mission, party)",
    "CREATE INDEX mission_attendee_party ON mission_attendee (party)",
];
