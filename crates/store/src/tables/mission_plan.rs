//! Plans of missions: each a version, none ever changed.

use super::{AccountId, words};
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{MissionId, MissionPlan};
use serde::{Deserialize, Serialize};

words! {
    /// How a plan came to be.
    PlanMade {
        /// The planner made it.
        Planned = "planned",
        /// A plan before was repaired after something happened.
        Repaired = "repaired",
        /// A pair took a sitting that came free.
        Taken = "taken",
    }
}

/// A plan of a mission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionPlanRow {
    /// The mission.
    pub mission: MissionId,
    /// 1 for its first plan, one more for each.
    pub number: i64,
    /// The version of the mission it was made from.
    pub of_version: i64,
    /// How it came to be.
    pub made: PlanMade,
    /// Meetings held elsewhere than in the plan it repairs.
    #[serde(default)]
    pub moved: u32,
    /// No plan that still holds the same of those meetings moves fewer.
    #[serde(default)]
    pub moved_at_least: u32,
    /// The plan.
    pub plan: MissionPlan,
    /// Who asked for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// When it was made.
    pub at: Timestamp,
}

impl MissionPlanRow {
    /// The id of a mission's plan of this number.
    pub fn id_of(mission: &MissionId, number: i64) -> String {
        format!("{mission}/{number}")
    }
}

impl Record for MissionPlanRow {
    const TABLE: Table =
        Table { name: "mission_plan", keys: &[("mission", Kind::Text), ("number", Kind::Int)] };

    fn id(&self) -> String {
        Self::id_of(&self.mission, self.number)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), self.number.into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_plan (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, number BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE UNIQUE INDEX mission_plan_mission_number ON mission_plan (mission, number)",
];
