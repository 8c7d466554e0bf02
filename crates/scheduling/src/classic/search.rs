//! The search for the best plan and for the proof that it is.

use super::anneal::{Local, breaks, days};
use super::breaks::Day;
use super::conflict::Conflict;
use super::reduce::{Reduced, reduce};
use super::window::{Step, Window};
use pul_domain::{ClassicPlacement, ClassicPlan, ClassicProblem};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The first turn of the proof, in learnt clauses: what is easy is over within it.
const FIRST_TURN: u64 = 3_000;
/// A later turn: a proof that is often broken off takes longer.
const TURN: u64 = 60_000;

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
    /// Work done, in learnt clauses of the solver and what takes as long.
    pub work: u64,
}

/// A search that can be run a little at a time.
///
/// A local search for plans and the search for a proof take turns, each for about as much work. The
/// turns do not depend on how the work is portioned: the same problem, seed and work give the same
/// plan.
pub struct Search {
    reduced: Option<Reduced>,
    days: Vec<Day>,
    windows: Vec<Window>,
    best: Option<(u32, Vec<u32>)>,
    status: Status,
    /// The local search and the position of the window it is for.
    local: Option<(usize, Local)>,
    seed: u64,
    local_work: u64,
    proof_work: u64,
    stop: Arc<AtomicBool>,
}

impl Search {
    /// `fairness` is the most by which the breaks of two participants may differ; none means by any
    /// number. Begins: rules out slots and bounds breaks, which already may show that there is no plan.
    pub fn new(problem: &ClassicProblem, fairness: Option<u32>, seed: u64) -> Self {
        let mut search = Search {
            reduced: None,
            days: Vec::new(),
            windows: Vec::new(),
            best: None,
            status: Status::Open,
            local: None,
            seed,
            local_work: 0,
            proof_work: 0,
            stop: Arc::default(),
        };
        if let Err(conflict) = search.begin(problem, fairness) {
            search.status = Status::Infeasible(conflict);
        }
        search
    }

    fn begin(&mut self, problem: &ClassicProblem, fairness: Option<u32>) -> Result<(), Conflict> {
        let reduced = reduce(problem)?;
        self.days = days(&reduced);
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

    /// Searches on for `work` more and to the end of the turn, or until the end.
    pub fn run(&mut self, work: u64) -> Progress {
        let until = self.work().saturating_add(work);
        while self.status == Status::Open && self.work() < until && !self.stop.load(Ordering::Relaxed) {
            let best = self.best.as_ref().map(|(breaks, _)| *breaks);
            let open = self.windows.iter().enumerate().filter(|(_, window)| !window.is_closed(best));
            let Some(at) = open.min_by_key(|(_, window)| window.bound).map(|(at, _)| at) else {
                self.status =
                    if best.is_some() { Status::Proven } else { Status::Infeasible(Conflict::Exhausted) };
                break;
            };
            if self.local_work < self.proof_work {
                self.seek(at);
            } else {
                self.prove(at);
            }
        }
        self.progress()
    }

    fn work(&self) -> u64 {
        self.local_work + self.proof_work
    }

    /// A turn of the local search.
    fn seek(&mut self, at: usize) {
        let Some(reduced) = &self.reduced else { return };
        let window = &self.windows[at];
        if self.local.as_ref().is_none_or(|(of, _)| *of != at) {
            let local = Local::new(window.limits().to_vec(), reduced.domains.len(), self.seed, &self.stop);
            self.local = Some((at, local));
        }
        let Some((_, local)) = &mut self.local else { return };
        let (plan, spent) = local.round(reduced, window.bound);
        // A round that does nothing must not be asked for again at once.
        self.local_work += spent.max(FIRST_TURN);
        plan.into_iter().for_each(|plan| self.keep(plan));
    }

    /// A turn of the proof.
    fn prove(&mut self, at: usize) {
        let Some(reduced) = &self.reduced else { return };
        // Turns grow, so that a proof that needs a long one gets it.
        let turn = if self.proof_work < FIRST_TURN { FIRST_TURN } else { TURN + self.proof_work / 2 };
        let best = self.best.as_ref().map(|(breaks, plan)| (*breaks, plan.as_slice()));
        let (step, spent) = self.windows[at].step(reduced, &self.days, best, &self.stop, turn);
        self.proof_work += spent;
        if let Step::Plan(plan) = step {
            self.keep(plan);
        }
    }

    fn keep(&mut self, plan: Vec<u32>) {
        let Some(reduced) = &self.reduced else { return };
        let breaks = breaks(reduced, &plan).iter().sum();
        if self.best.as_ref().is_none_or(|(best, _)| breaks < *best) {
            self.best = Some((breaks, plan));
        }
    }

    /// What is known so far.
    pub fn progress(&self) -> Progress {
        Progress {
            breaks: self.best.as_ref().map(|(breaks, _)| *breaks),
            bound: self.bound(),
            status: self.status.clone(),
            work: self.work(),
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
