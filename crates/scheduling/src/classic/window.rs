//! The search among plans in which everybody has at least `level` breaks and at most what
//! fairness then allows.
//!
//! First everybody has exactly its least number of breaks: a small question, and in practice
//! most often the last. If that cannot be, everybody may have more, and the sum of what is
//! more than the least is counted.

use super::breaks::Day;
use super::cardinality;
use super::clauses::{Lit, TRUE};
use super::encode::{Encoding, encode, open_literals};
use super::reduce::Reduced;
use super::solver::{Answer, Solver};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// What a step of the search found.
pub(super) enum Step {
    /// A plan: the slot of each meeting.
    Plan(Vec<u32>),
    /// No plan, but the bound has risen or the window is closed.
    Bound,
    /// Nothing within the work given.
    Nothing,
}

enum Stage {
    /// Not begun.
    New,
    /// Everybody has exactly its least number of breaks.
    Tight(Box<Tight>),
    /// Everybody has up to its most.
    Wide(Box<Wide>),
    /// There is no better plan here.
    Closed,
}

struct Tight {
    encoding: Encoding,
    clauses: Vec<Lit>,
    solver: Solver,
    asked: u32,
}

struct Wide {
    encoding: Encoding,
    solver: Solver,
    /// The literal at `n`: more than `n` breaks beyond the least; made once a plan is known.
    over: Option<Vec<Lit>>,
}

/// The search among the plans of one level.
pub(super) struct Window {
    /// The least and the most breaks of each participant.
    limits: Vec<(u32, u32)>,
    /// The sum of the least.
    base: u32,
    /// No plan in here has fewer breaks.
    pub(super) bound: u32,
    stage: Stage,
}

impl Window {
    /// None if somebody cannot be within its limits.
    pub(super) fn new(bounds: &[(u32, u32)], level: u32, fairness: Option<u32>) -> Option<Self> {
        let highest = fairness.map_or(u32::MAX, |d| level.saturating_add(d));
        let limits: Vec<(u32, u32)> =
            bounds.iter().map(|(least, most)| ((*least).max(level), (*most).min(highest))).collect();
        let base = limits.iter().map(|(low, _)| low).sum();
        let possible = limits.iter().all(|(low, high)| low <= high);
        possible.then_some(Window { limits, base, bound: base, stage: Stage::New })
    }

    /// The fewest and the most breaks of each participant.
    pub(super) fn limits(&self) -> &[(u32, u32)] {
        &self.limits
    }

    /// Whether nothing better than `best` is left in here.
    pub(super) fn is_closed(&self, best: Option<u32>) -> bool {
        matches!(self.stage, Stage::Closed) || best.is_some_and(|best| self.bound >= best)
    }

    /// Looks for a plan with fewer than `best` breaks, or for a better bound.
    pub(super) fn step(
        &mut self,
        reduced: &Reduced,
        days: &[Day],
        best: Option<(u32, &[u32])>,
        stop: &Arc<AtomicBool>,
        work: u64,
    ) -> (Step, u64) {
        match &mut self.stage {
            Stage::Closed => (Step::Bound, 0),
            Stage::New => {
                self.stage = self.tight(reduced, days, stop);
                if !matches!(self.stage, Stage::Tight(_)) {
                    self.bound += 1;
                }
                (Step::Bound, 0)
            }
            Stage::Tight(tight) => {
                let (answer, spent) = tight.ask(best.map(|(_, plan)| plan), stop, work);
                let step = match answer {
                    Answer::Yes => Step::Plan(tight.encoding.plan(&tight.solver)),
                    Answer::Unknown => Step::Nothing,
                    Answer::No => {
                        self.bound += 1;
                        self.stage = self.wide(reduced, days, stop);
                        Step::Bound
                    }
                };
                (step, spent)
            }
            Stage::Wide(wide) => {
                let (step, spent, bound) =
                    wide.step(self.base, self.bound, best.map(|(breaks, _)| breaks), work);
                match bound {
                    Some(bound) => self.bound = bound,
                    None => self.stage = Stage::Closed,
                }
                (step, spent)
            }
        }
    }

    fn tight(&self, reduced: &Reduced, days: &[Day], stop: &Arc<AtomicBool>) -> Stage {
        let limits: Vec<(u32, u32)> = self.limits.iter().map(|(low, _)| (*low, *low)).collect();
        match encode(reduced, days, &limits) {
            None => self.wide(reduced, days, stop),
            Some(mut encoding) => {
                let mut solver = Solver::new(Arc::clone(stop));
                let clauses = encoding.clauses.take();
                solver.extend(&clauses);
                Stage::Tight(Box::new(Tight { encoding, clauses, solver, asked: 0 }))
            }
        }
    }

    fn wide(&self, reduced: &Reduced, days: &[Day], stop: &Arc<AtomicBool>) -> Stage {
        if self.limits.iter().all(|(low, high)| low == high) {
            return Stage::Closed;
        }
        match encode(reduced, days, &self.limits) {
            None => Stage::Closed,
            Some(mut encoding) => {
                let mut solver = Solver::new(Arc::clone(stop));
                solver.extend(&encoding.clauses.take());
                Stage::Wide(Box::new(Wide { encoding, solver, over: None }))
            }
        }
    }
}

impl Tight {
    /// Asks for a plan. How long that takes depends much on where the search begins, and a search
    /// that was broken off seldom recovers: the second question begins anew, and every later one
    /// near the best plan there is.
    fn ask(&mut self, near: Option<&[u32]>, stop: &Arc<AtomicBool>, work: u64) -> (Answer, u64) {
        if self.asked == 1 {
            self.solver = Solver::new(Arc::clone(stop));
            self.solver.extend(&self.clauses);
        } else if let (2.., Some(near)) = (self.asked, near) {
            let elsewhere = |(slots, at): (&Vec<Lit>, &u32)| {
                let others = (0u32..).zip(slots).filter(move |(slot, _)| slot != at);
                others.map(|(_, l)| *l).filter(|l| *l > TRUE).collect::<Vec<_>>()
            };
            let false_first = self.encoding.placed.iter().zip(near).flat_map(elsewhere).collect();
            self.solver = Solver::leaning(Arc::clone(stop), false_first);
            self.solver.extend(&self.clauses);
        }
        self.asked += 1;
        self.solver.ask(&[], work)
    }
}

impl Wide {
    /// The bound after the step; none when there is no plan at all in here.
    fn step(&mut self, base: u32, bound: u32, best: Option<u32>, work: u64) -> (Step, u64, Option<u32>) {
        let Some(best) = best else {
            let (answer, spent) = self.solver.ask(&[], work);
            return match answer {
                Answer::Yes => (Step::Plan(self.encoding.plan(&self.solver)), spent, Some(bound)),
                Answer::No => (Step::Bound, spent, None),
                Answer::Unknown => (Step::Nothing, spent, Some(bound)),
            };
        };
        let Encoding { clauses, more, .. } = &mut self.encoding;
        let over = self.over.get_or_insert_with(|| {
            let all = open_literals(more);
            cardinality::count(clauses, &all, (best - base) as usize)
        });
        self.solver.extend(&clauses.take());
        let given: Vec<Lit> = over.get((bound - base) as usize).map(|l| -l).into_iter().collect();
        let (answer, spent) = self.solver.ask(&given, work);
        match answer {
            Answer::Yes => (Step::Plan(self.encoding.plan(&self.solver)), spent, Some(bound)),
            Answer::No => (Step::Bound, spent, Some(bound + 1)),
            Answer::Unknown => (Step::Nothing, spent, Some(bound)),
        }
    }
}
