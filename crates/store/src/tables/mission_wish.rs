//! Wishes of missions: one row each, so that asking, answering and withdrawing is a small change.

use super::word;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::{DelegateId, MissionId, Wish};
use serde::{Deserialize, Serialize};

/// A wish as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissionWish {
    /// The mission.
    pub mission: MissionId,
    /// The wish.
    pub wish: Wish,
    /// What the asking party wrote.
    #[serde(default)]
    pub message: String,
    /// Whether it is kept from the parties asked, one of which wants no such request: it waits for an answer that
    /// never comes, and is planned by nobody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unheard: bool,
    /// The delegates it named before it was locked, to which it goes back when it is unlocked; nothing where no lock
    /// stands that a plan's meeting was taken for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlocked: Option<Vec<DelegateId>>,
    /// When it was made. Wishes of a mission stand in this order.
    pub made: Timestamp,
    /// When it last changed.
    pub changed: Timestamp,
}

impl MissionWish {
    /// The row of a wish that is made now, without a message.
    pub fn new(mission: MissionId, wish: Wish, now: Timestamp) -> MissionWish {
        let message = String::new();
        MissionWish { mission, wish, message, unheard: false, unlocked: None, made: now, changed: now }
    }

    /// The id of a wish's row.
    pub fn id_of(mission: &MissionId, wish: &str) -> String {
        format!("{mission}/{wish}")
    }
}

impl Record for MissionWish {
    const TABLE: Table = Table {
        name: "mission_wish",
        keys: &[
            ("mission", Kind::Text),
            ("state", Kind::Text),
            ("made", Kind::Int),
            ("answer_by", Kind::Int),
        ],
    };

    fn id(&self) -> String {
        Self::id_of(&self.mission, self.wish.id.as_str())
    }

    fn keys(&self) -> Vec<Value> {
        let answer_by = self.wish.answer_by.as_ref().map_or(Value::Int(0), |by| Value::from(*by));
        vec![(&self.mission).into(), word(&self.wish.state), self.made.into(), answer_by]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE mission_wish (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     mission TEXT NOT NULL, state TEXT NOT NULL, made BIGINT NOT NULL, answer_by BIGINT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX mission_wish_mission_made ON mission_wish (mission, made)",
    "CREATE INDEX mission_wish_state_answer_by ON mission_wish (state, answer_by)",
];
