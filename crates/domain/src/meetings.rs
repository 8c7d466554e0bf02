//! The classical meeting problem as values: what has to be placed, and a plan of it.
//!
//! It is the Business-to-Business Meeting Scheduling Problem: every meeting is between
//! two participants and must be placed in one slot; nobody meets twice in a slot; a slot
//! has so many tables; breaks are to be few and fairly spread. Participants, meetings and
//! slots are counted from 0 here, whatever a file counts from.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The part of the day a meeting must be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Session {
    /// In one of the first [`ClassicProblem::morning`] slots.
    Morning,
    /// In one of the slots after those.
    Afternoon,
    /// In any slot.
    Either,
}

/// A meeting that must be placed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassicMeeting {
    /// The two who meet; they differ.
    pub participants: [u32; 2],
    /// Where in the day.
    pub session: Session,
    /// The slot it must be in, if one was fixed.
    pub fixed: Option<u32>,
    /// The meetings that must be in strictly earlier slots.
    pub after: BTreeSet<u32>,
}

/// What has to be placed, and within which limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassicProblem {
    /// How many participants there are.
    pub participants: u32,
    /// How many meetings may be in one slot.
    pub tables: u32,
    /// How many slots there are.
    pub slots: u32,
    /// How many of them, from the first, are the morning.
    pub morning: u32,
    /// The meetings; all have to be placed.
    pub meetings: Vec<ClassicMeeting>,
    /// For each participant the slots in which it cannot meet.
    pub forbidden: Vec<BTreeSet<u32>>,
}

/// One meeting in one slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClassicPlacement {
    /// The meeting, by its position in the problem.
    pub meeting: u32,
    /// The slot.
    pub slot: u32,
}

/// A plan of a [`ClassicProblem`] with what is claimed of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassicPlan {
    /// Where every meeting is, in the order of the problem.
    pub placements: Vec<ClassicPlacement>,
    /// Breaks of all participants together. A break is a maximal run of slots without a
    /// meeting between two meetings of the same participant.
    pub breaks: u32,
    /// Fewer breaks than this are proven to be impossible; equal to `breaks` when the plan
    /// is proven to be best.
    pub bound: u32,
}

impl ClassicPlan {
    /// Whether no plan can have fewer breaks.
    pub fn is_proven(&self) -> bool {
        self.bound == self.breaks
    }
}
