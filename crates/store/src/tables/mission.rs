//! Missions: their documents, without the attendees and wishes, which have rows of their own.

use super::{AccountId, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::Mission;
use serde::{Deserialize, Serialize};

words! {
    /// Where a mission stands.
    MissionState {
        /// Organisers prepare it.
        Draft = "draft",
        /// Its attendees answer their invitations and state their wishes.
        Open = "open",
        /// A plan of it was published.
        Planned = "planned",
        /// It is over.
        Closed = "closed",
    }
}

/// What the organiser decided about how a mission is run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionRules {
    /// Days a request waits for its answer.
    pub answer_days: u16,
    /// Whether attendees may state that an agreed meeting must be held.
    pub members_must: bool,
    /// Requests a party may have standing where nothing else is said of it.
    pub most_requests: u16,
    /// Hours after a meeting within which its parties say whether it was held. Who is said to be missing and says nothing
    /// until then did not come.
    #[serde(default = "two_days")]
    pub witness_hours: u16,
}

fn two_days() -> u16 {
    48
}

impl Default for MissionRules {
    fn default() -> MissionRules {
        MissionRules { answer_days: 14, members_must: false, most_requests: 20, witness_hours: two_days() }
    }
}

/// A mission as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionRow {
    /// Its document; attendees and wishes are empty here.
    pub mission: Mission,
    /// Where it stands.
    pub state: MissionState,
    /// How it is run.
    pub rules: MissionRules,
    /// Who began it; nobody: the system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
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
