//! Planning under way: what was asked of the planner and how far it has come.

use super::{AccountId, MissionPlanningId, words};
use crate::{Kind, Record, Table, Unlogged, Value};
use jiff::Timestamp;
use pul_domain::{Findings, MissionId};
use serde::{Deserialize, Serialize};

words! {
    /// Where a planning stands.
    PlanningState {
        /// It waits for a worker.
        Waiting = "waiting",
        /// A worker is at it.
        Running = "running",
        /// Somebody wants it to stop; the best plan so far is kept.
        Stopping = "stopping",
        /// Its plan is laid down.
        Done = "done",
        /// There is no plan of it; its findings say why.
        Failed = "failed",
    }
}

/// How far the search has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanningProgress {
    /// Steps done.
    pub work: u64,
    /// Promised meetings that the best plan so far misses.
    pub missed: u64,
    /// Value of the best plan so far.
    pub value: u64,
    /// No plan that misses as few has more value; nothing while it is open whether fewer can be missed.
    #[serde(default)]
    pub value_at_most: Option<u64>,
}

/// A planning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionPlanning {
    /// Its id.
    pub id: MissionPlanningId,
    /// The mission.
    pub mission: MissionId,
    /// Where it stands.
    pub state: PlanningState,
    /// Seed of the search.
    pub seed: u64,
    /// Steps it may take.
    pub work: u64,
    /// Thousandths of the value that may be given up for quieter days.
    #[serde(default)]
    pub calm: u16,
    /// The plan it goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<i64>,
    /// How far it has come.
    pub progress: PlanningProgress,
    /// The number of its plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<i64>,
    /// Whether all the work asked for was done.
    #[serde(default)]
    pub whole: bool,
    /// What is wrong with the mission.
    #[serde(default)]
    pub findings: Findings,
    /// Who asked for it.
    pub by: AccountId,
    /// When.
    pub asked: Timestamp,
    /// When it last moved.
    pub changed: Timestamp,
}

impl Record for MissionPlanning {
    const TABLE: Table = Table {
        name: "mission_planning",
        keys: &[("mission", Kind::Text), ("state", Kind::Text), ("asked", Kind::Int)],
    };

    fn id(&self) -> String {
        self.id.to_string()
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.mission).into(), self.state.into(), self.asked.into()]
    }

    fn logged(&self) -> bool {
        false
    }
}

impl Unlogged for MissionPlanning {}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_planning (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, state TEXT NOT NULL, asked BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_planning_mission_asked ON mission_planning (mission, asked)",
];
