//! The clause-learning solver, with work counted and a way to stop it.

use super::clauses::Lit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What the solver says of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    /// There is a solution; its literals can be read.
    Yes,
    /// There is none.
    No,
    /// It did not find out within the work it was given.
    Unknown,
}

/// Counts learnt clauses, which is what work is measured in, and asks whether to stop.
struct Watch {
    learnt: u64,
    stop: Arc<AtomicBool>,
}

impl cadical::Callbacks for Watch {
    fn terminate(&mut self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn max_length(&self) -> i32 {
        i32::MAX
    }

    fn learn(&mut self, _clause: &[i32]) {
        self.learnt += 1;
    }
}

/// A solver with the clauses of one question.
pub(super) struct Solver {
    sat: cadical::Solver<Watch>,
    /// The variables it knows by their negation, in order.
    turned: Vec<Lit>,
}

impl Solver {
    pub(super) fn new(stop: Arc<AtomicBool>) -> Self {
        // The settings for finding solutions serve the proofs here as well.
        let mut sat = cadical::Solver::with_config("sat").unwrap_or_default();
        sat.set_callbacks(Some(Watch { learnt: 0, stop }));
        Solver { sat, turned: Vec::new() }
    }

    /// A solver that begins by trying each of `false_first` as false; all else it tries as true.
    pub(super) fn leaning(stop: Arc<AtomicBool>, mut false_first: Vec<Lit>) -> Self {
        false_first.sort_unstable();
        Solver { turned: false_first, ..Self::new(stop) }
    }

    fn name(&self, literal: Lit) -> Lit {
        if self.turned.binary_search(&literal.abs()).is_ok() { -literal } else { literal }
    }

    /// Adds clauses, each ended by 0.
    pub(super) fn extend(&mut self, flat: &[Lit]) {
        for clause in flat.split(|literal| *literal == 0).filter(|clause| !clause.is_empty()) {
            let named: Vec<Lit> = clause.iter().map(|l| self.name(*l)).collect();
            self.sat.add_clause(named);
        }
    }

    /// Looks for a solution in which `given` hold, for at most `work` learnt clauses; says
    /// how many it took.
    pub(super) fn ask(&mut self, given: &[Lit], work: u64) -> (Answer, u64) {
        let limit = i32::try_from(work).unwrap_or(i32::MAX);
        if self.sat.set_limit("conflicts", limit).is_err() {
            return (Answer::Unknown, work);
        }
        let before = self.learnt();
        let given: Vec<Lit> = given.iter().map(|l| self.name(*l)).collect();
        let answer = match self.sat.solve_with(given) {
            Some(true) => Answer::Yes,
            Some(false) => Answer::No,
            None => Answer::Unknown,
        };
        (answer, self.learnt() - before)
    }

    fn learnt(&mut self) -> u64 {
        self.sat.get_callbacks().map_or(0, |watch| watch.learnt)
    }

    /// Whether a literal holds in the solution just found.
    pub(super) fn holds(&self, literal: Lit) -> bool {
        self.sat.value(self.name(literal)) == Some(true)
    }
}
