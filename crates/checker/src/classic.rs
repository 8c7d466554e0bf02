//! Verifies a plan of the classical meeting problem from its statement alone.
//!
//! Every meeting has one slot; nobody meets twice in a slot; a slot has no more meetings than
//! tables; sessions, forbidden slots, fixed slots and strict precedences hold; the breaks are
//! those claimed, and no two participants' breaks differ by more than fairness allows.

use pul_domain::{ClassicPlacement, ClassicPlan, ClassicProblem, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What kind of thing is wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClassicFault {
    /// The problem itself names a participant, slot or meeting that does not exist.
    Problem,
    /// A meeting has no slot.
    MissingMeeting,
    /// A meeting has more than one slot.
    PlacedTwice,
    /// A placement of a meeting that the problem does not have.
    UnknownMeeting,
    /// A slot that the problem does not have.
    SlotOutOfRange,
    /// A participant has two meetings in a slot.
    DoubleBooking,
    /// A slot has more meetings than tables.
    TooManyTables,
    /// A participant meets in a slot it forbade.
    ForbiddenSlot,
    /// A meeting of the morning in the afternoon, or the other way round.
    WrongSession,
    /// A meeting is not in the slot that was fixed for it.
    FixedMoved,
    /// A meeting is not strictly after one it must follow.
    PrecedenceBroken,
    /// The number of breaks is not the one claimed.
    WrongBreaks,
    /// Two participants' breaks differ by more than fairness allows.
    Unfair,
    /// The claimed lower bound is above what the plan itself reaches.
    FalseBound,
}

/// One thing wrong with a plan; participants, meetings and slots are counted from 1 in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassicObjection {
    /// What kind.
    pub fault: ClassicFault,
    /// What is wrong, in words.
    pub says: String,
}

impl fmt::Display for ClassicObjection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.fault, self.says)
    }
}

/// Everything wrong with a plan; nothing means that it holds. `fairness` is the most by which
/// the breaks of two participants may differ; none means that they may differ by any number.
pub fn check_classic(
    problem: &ClassicProblem,
    fairness: Option<u32>,
    plan: &ClassicPlan,
) -> Vec<ClassicObjection> {
    let mut checking = Checking { problem, objections: Vec::new() };
    checking.problem_itself();
    if !checking.objections.is_empty() {
        return checking.objections;
    }
    let slot_of = checking.placements(&plan.placements);
    for (meeting, slot) in &slot_of {
        checking.meeting(*meeting, *slot);
        checking.precedences(*meeting, *slot, &slot_of);
    }
    checking.participants(&slot_of);
    checking.tables(&slot_of);
    checking.claims(fairness, plan, &slot_of);
    checking.objections
}

/// The breaks of each participant under these placements: maximal runs of slots without a
/// meeting between two of its meetings.
pub fn classic_breaks(problem: &ClassicProblem, placements: &[ClassicPlacement]) -> Vec<u32> {
    let mut busy: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); problem.participants as usize];
    for placement in placements {
        let Some(meeting) = problem.meetings.get(placement.meeting as usize) else { continue };
        for participant in meeting.participants {
            if let Some(slots) = busy.get_mut(participant as usize) {
                slots.insert(placement.slot);
            }
        }
    }
    busy.iter().map(runs_between).collect()
}

/// Walks from the first to the last busy slot and counts where idling begins.
fn runs_between(busy: &BTreeSet<u32>) -> u32 {
    let (Some(first), Some(last)) = (busy.first(), busy.last()) else { return 0 };
    let begins = |slot: &u32| !busy.contains(slot) && busy.contains(&(slot - 1));
    (first + 1..*last).filter(begins).count() as u32
}

struct Checking<'a> {
    problem: &'a ClassicProblem,
    objections: Vec<ClassicObjection>,
}

/// The slot of each meeting that is placed in a slot that exists; the first, if in several.
type SlotOf = BTreeMap<u32, u32>;

impl Checking<'_> {
    fn object(&mut self, fault: ClassicFault, says: String) {
        self.objections.push(ClassicObjection { fault, says });
    }

    /// A problem that names what does not exist has no plan that could be verified.
    fn problem_itself(&mut self) {
        let p = self.problem;
        let slots_exist = |set: &BTreeSet<u32>| set.iter().all(|slot| *slot < p.slots);
        let sound = p.morning <= p.slots
            && p.forbidden.len() == p.participants as usize
            && p.forbidden.iter().all(slots_exist)
            && p.meetings.iter().all(|m| {
                m.participants.iter().all(|one| *one < p.participants)
                    && m.participants[0] != m.participants[1]
                    && m.fixed.is_none_or(|slot| slot < p.slots)
                    && m.after.iter().all(|early| (*early as usize) < p.meetings.len())
            });
        if !sound {
            self.object(ClassicFault::Problem, "the problem names what does not exist".into());
        }
    }

    fn placements(&mut self, placements: &[ClassicPlacement]) -> SlotOf {
        let mut slot_of = SlotOf::new();
        let mut seen = BTreeSet::new();
        for ClassicPlacement { meeting, slot } in placements {
            if *meeting as usize >= self.problem.meetings.len() {
                self.object(ClassicFault::UnknownMeeting, format!("there is no meeting {}", meeting + 1));
                continue;
            }
            if !seen.insert(*meeting) {
                self.object(ClassicFault::PlacedTwice, format!("meeting {} is placed twice", meeting + 1));
                continue;
            }
            if *slot >= self.problem.slots {
                let says = format!(
                    "meeting {} is in slot {}, which does not exist",
                    meeting + 1,
                    u64::from(*slot) + 1
                );
                self.object(ClassicFault::SlotOutOfRange, says);
                continue;
            }
            slot_of.insert(*meeting, *slot);
        }
        for meeting in 0..self.problem.meetings.len() as u32 {
            if !seen.contains(&meeting) {
                self.object(ClassicFault::MissingMeeting, format!("meeting {} has no slot", meeting + 1));
            }
        }
        slot_of
    }

    fn meeting(&mut self, number: u32, slot: u32) {
        let meeting = &self.problem.meetings[number as usize];
        let at = format!("meeting {} is in slot {}", number + 1, slot + 1);
        for participant in meeting.participants {
            if self.problem.forbidden[participant as usize].contains(&slot) {
                let says = format!("{at}, which participant {} forbade", participant + 1);
                self.object(ClassicFault::ForbiddenSlot, says);
            }
        }
        let is_morning = slot < self.problem.morning;
        let right = match meeting.session {
            Session::Morning => is_morning,
            Session::Afternoon => !is_morning,
            Session::Either => true,
        };
        if !right {
            self.object(ClassicFault::WrongSession, format!("{at}, not in its session"));
        }
        if let Some(fixed) = meeting.fixed.filter(|fixed| *fixed != slot) {
            self.object(ClassicFault::FixedMoved, format!("{at}, not in {}, its fixed slot", fixed + 1));
        }
    }

    fn precedences(&mut self, number: u32, slot: u32, slot_of: &SlotOf) {
        for early in &self.problem.meetings[number as usize].after {
            if slot_of.get(early).is_some_and(|before| *before >= slot) {
                let says = format!("meeting {} is not after meeting {}", number + 1, early + 1);
                self.object(ClassicFault::PrecedenceBroken, says);
            }
        }
    }

    fn participants(&mut self, slot_of: &SlotOf) {
        let mut busy: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for (meeting, slot) in slot_of {
            for participant in self.problem.meetings[*meeting as usize].participants {
                if let Some(other) = busy.insert((participant, *slot), *meeting) {
                    let says = format!(
                        "participant {} has meetings {} and {} in slot {}",
                        participant + 1,
                        other + 1,
                        meeting + 1,
                        slot + 1
                    );
                    self.object(ClassicFault::DoubleBooking, says);
                }
            }
        }
    }

    fn tables(&mut self, slot_of: &SlotOf) {
        for slot in 0..self.problem.slots {
            let here = slot_of.values().filter(|s| **s == slot).count();
            if here > self.problem.tables as usize {
                let says =
                    format!("slot {} has {here} meetings and {} tables", slot + 1, self.problem.tables);
                self.object(ClassicFault::TooManyTables, says);
            }
        }
    }

    fn claims(&mut self, fairness: Option<u32>, plan: &ClassicPlan, slot_of: &SlotOf) {
        let kept: Vec<ClassicPlacement> = slot_of
            .iter()
            .map(|(meeting, slot)| ClassicPlacement { meeting: *meeting, slot: *slot })
            .collect();
        let breaks = classic_breaks(self.problem, &kept);
        let total: u32 = breaks.iter().sum();
        if total != plan.breaks {
            let says = format!("there are {total} breaks, not {}", plan.breaks);
            self.object(ClassicFault::WrongBreaks, says);
        }
        if plan.bound > total {
            let says =
                format!("fewer than {} breaks are said to be impossible; there are {total}", plan.bound);
            self.object(ClassicFault::FalseBound, says);
        }
        let (least, most) = (breaks.iter().min().unwrap_or(&0), breaks.iter().max().unwrap_or(&0));
        if fairness.is_some_and(|allowed| most - least > allowed) {
            let says = format!("one has {most} breaks, another {least}");
            self.object(ClassicFault::Unfair, says);
        }
    }
}
