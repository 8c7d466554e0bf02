//! The search for the best plan and for the proof that it is.

use super::breaks::Day;
use super::conflict::Conflict;
use super::reduce::{Reduced, reduce};
use super::slots::Slots;
use super::window::{Step, Window};
use pul_domain::{ClassicPlacement, ClassicPlan, ClassicProblem};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// How the search stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// More work may find a better plan or a better bound.
    Open,
    /// The plan is proven to be best.
    Proven,
    /// It is proven that there is no plan.
    Infeasible(Conflict),
}

/// What is known so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Breaks of the best plan found.
    pub breaks: Option<u32>,
    /// Fewer breaks than this are proven to be impossible.
    pub bound: u32,
    /// How the search stands.
    pub status: Status,
    /// Work done, in learnt clauses of the solver.
    pub work: u64,
}

/// A search that can be run a little at a time; the same problem, seed and portions of work
/// give the same plans.
pub struct Search {
    reduced: Option<Reduced>,
    days: Vec<Day>,
    windows: Vec<Window>,
    best: Option<(u32, Vec<u32>)>,
    status: Status,
    work: u64,
    stop: Arc<AtomicBool>,
}

impl Search {
    /// Begins: rules out slots and bounds breaks, which already may show that there is no plan.
    pub fn new(problem: &ClassicProblem, fairness: Option<u32>) -> Self {
        let mut search = Search {
            reduced: None,
            days: Vec::new(),
            windows: Vec::new(),
            best: None,
            status: Status::Open,
            work: 0,
            stop: Arc::default(),
        };
        if let Err(conflict) = search.begin(problem, fairness) {
            search.status = Status::Infeasible(conflict);
        }
        search
    }

    fn begin(&mut self, problem: &ClassicProblem, fairness: Option<u32>) -> Result<(), Conflict> {
        let reduced = reduce(problem)?;
        self.days = (0..reduced.participants()).map(|p| Day::of(&reduced, p)).collect();
        let bounds: Option<Vec<(u32, u32)>> = self.days.iter().map(Day::bounds).collect();
        self.reduced = Some(reduced);
        let bounds = bounds.ok_or(Conflict::Exhausted)?;
        let lowest = bounds.iter().map(|(_, most)| *most).min().unwrap_or(0);
        // Somebody never has more than `lowest` breaks, so that the least number is at most that.
        self.windows = (0..=lowest).filter_map(|level| Window::new(&bounds, level, fairness)).collect();
        if self.windows.is_empty() {
            let (participant, (breaks, _)) =
                (0u32..).zip(&bounds).max_by_key(|(_, (least, _))| *least).unwrap_or((0, &(0, 0)));
            let most = lowest.saturating_add(fairness.unwrap_or(u32::MAX));
            return Err(Conflict::Unfair { participant, breaks: *breaks, most });
        }
        Ok(())
    }

    /// Set it to true from elsewhere to make [`Search::run`] come back soon; it can be run on
    /// after it was set to false again.
    pub fn stop(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    /// Searches on for about `work` learnt clauses more, or until the end.
    pub fn run(&mut self, work: u64) -> Progress {
        let until = self.work.saturating_add(work);
        while self.status == Status::Open && self.work < until {
            let Some(reduced) = &self.reduced else { break };
            let best = self.best.as_ref().map(|(breaks, _)| *breaks);
            let Some(window) = self.windows.iter_mut().filter(|w| !w.is_closed(best)).min_by_key(|w| w.bound)
            else {
                self.status =
                    if best.is_some() { Status::Proven } else { Status::Infeasible(Conflict::Exhausted) };
                break;
            };
            let (step, spent) = window.step(reduced, &self.days, best, &self.stop, until - self.work);
            self.work += spent;
            match step {
                Step::Nothing => break,
                Step::Bound => {}
                Step::Plan(slot_of) => {
                    let breaks = breaks(reduced, &slot_of).iter().sum();
                    if best.is_none_or(|best| breaks < best) {
                        self.best = Some((breaks, slot_of));
                    }
                }
            }
        }
        self.progress()
    }

    /// What is known so far.
    pub fn progress(&self) -> Progress {
        Progress {
            breaks: self.best.as_ref().map(|(breaks, _)| *breaks),
            bound: self.bound(),
            status: self.status.clone(),
            work: self.work,
        }
    }

    fn bound(&self) -> u32 {
        let best = self.best.as_ref().map(|(breaks, _)| *breaks);
        let open = self.windows.iter().filter(|w| !w.is_closed(best)).map(|w| w.bound).min();
        open.or(best).unwrap_or(0)
    }

    /// The best plan found.
    pub fn plan(&self) -> Option<ClassicPlan> {
        let (breaks, slot_of) = self.best.as_ref()?;
        let placements =
            (0u32..).zip(slot_of).map(|(meeting, slot)| ClassicPlacement { meeting, slot: *slot }).collect();
        Some(ClassicPlan { placements, breaks: *breaks, bound: self.bound() })
    }
}

/// Breaks of each participant.
fn breaks(reduced: &Reduced, slot_of: &[u32]) -> Vec<u32> {
    let each = |meetings: &Vec<u32>| {
        let busy: Slots = meetings.iter().map(|m| slot_of[*m as usize]).collect();
        let slots: Vec<u32> = busy.iter().collect();
        slots.windows(2).filter(|pair| pair[1] > pair[0] + 1).count() as u32
    };
    reduced.meetings_of.iter().map(each).collect()
}
