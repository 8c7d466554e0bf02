//! Editions of a mission's plan: which one is in work, which one people see.

use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{EditionEvent, MissionId, Stage};
use serde::{Deserialize, Serialize};

/// Where the plans of a mission stand, by their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionEdition {
    /// The mission.
    pub mission: MissionId,
    /// Where the plan in work stands.
    pub stage: Stage,
    /// The number of the plan in work.
    pub current: i64,
    /// The number of the plan people see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<i64>,
    /// The number of the plan people saw before, so that calendars tell what is cancelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<i64>,
    /// How often people were told something new.
    pub version: u32,
    /// When they were told last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told: Option<Timestamp>,
    /// Everything done, from the first.
    pub log: Vec<EditionEvent>,
}

impl Record for MissionEdition {
    const TABLE: Table = Table { name: "mission_edition", keys: &[("seen", Kind::Int)] };

    fn id(&self) -> String {
        self.mission.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![self.seen.unwrap_or(0).into()]
    }
}

pub(super) const CREATE: &[&str] =
    &["CREATE TABLE mission_edition (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     seen BIGINT NOT NULL, body TEXT NOT NULL)"];
