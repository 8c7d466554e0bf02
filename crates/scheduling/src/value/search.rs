//! The search: meetings of most value first, then the same value on better days.
//!
//! It starts from the meetings that are best when time is set aside, so that nearly all of the
//! value is there from the beginning and the search only settles who meets when. Both stages
//! anneal over chains; the second never lets go of value once reached.

use super::chain::{Chain, place_anywhere};
use super::chance::{Chance, Patience};
use super::improve::improve;
use super::kempe::Kempe;
use super::prices::Prices;
use super::problem::{Placement, Problem};
use super::score::{Score, score};
use super::select::select;
use super::simplex::exact_prices;
use super::sweep::Sweep;
use super::timetable::Timetable;

/// How much to search, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Seed: the same seed, problem and work give the same plan.
    pub seed: u64,
    /// Work in steps; a step sets one meeting down or takes one up.
    pub work: u64,
}

/// Where a search is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Steps done.
    pub work: u64,
    /// Steps allowed.
    pub of: u64,
    /// The best plan so far.
    pub score: Score,
    /// The bound on promise × promises kept + value.
    pub bound: i128,
    /// Whether the first stage is over.
    pub polishing: bool,
}

/// A search that can be stopped and gone on with at any time.
#[derive(Debug, Clone)]
pub struct Search<'p> {
    pub(super) problem: &'p Problem,
    pub(super) table: Timetable<'p>,
    pub(super) chain: Chain,
    pub(super) kempe: Kempe,
    pub(super) sweep: Sweep,
    pub(super) chance: Chance,
    pub(super) patience: Patience,
    pub(super) effort: Effort,
    pub(super) prices: Prices,
    pub(super) bound: i128,
    pub(super) best: Placement,
    pub(super) best_worth: i64,
    pub(super) best_cost: i64,
    /// Work at which the second stage began.
    pub(super) polishing: Option<u64>,
    /// The best plan is the one in hand less the steps in the log, and not yet written down.
    pub(super) unsaved: bool,
    /// Where in the log the step being tried begins.
    pub(super) mark: usize,
}

impl<'p> Search<'p> {
    /// Prepares a search: selects meetings by flow and places what fits at once.
    pub fn new(problem: &'p Problem, effort: Effort) -> Search<'p> {
        let selection = select(problem);
        let dear = problem.wishes.iter().map(|w| w.value).max().unwrap_or(0);
        let margins: Vec<i64> = (0..problem.wishes.len() as u32)
            .map(|w| selection.prices.margin(problem, w).map_or(i64::MIN, |m| m.0))
            .collect();
        // A wish far below its price is in no good plan: leaving it out of the draw saves time.
        let worth_trying = |w: usize| {
            problem.wishes[w].locked.is_none()
                && problem.placeable(w as u32)
                && (selection.chosen[w] || margins[w] >= -(dear * selection.prices.scale) / 5)
        };
        let active: Vec<bool> = (0..problem.wishes.len()).map(worth_trying).collect();
        let mut table = Timetable::new(problem, active);
        for of in &problem.wishes {
            if let Some((variant, cell)) = of.locked {
                table.put(variant, cell);
            }
        }
        let mut order: Vec<u32> =
            (0..problem.wishes.len() as u32).filter(|w| selection.chosen[*w as usize]).collect();
        order.sort_by_key(|w| std::cmp::Reverse(margins[*w as usize]));
        for wish in order {
            place_anywhere(&mut table, wish);
        }
        let bound = selection.prices.bound(problem);
        Search::over(problem, effort, table, selection.prices, bound)
    }

    fn over(
        problem: &'p Problem,
        effort: Effort,
        mut table: Timetable<'p>,
        prices: Prices,
        bound: i128,
    ) -> Self {
        table.forget_log();
        let best_worth = table.worth(problem.promise());
        Search {
            problem,
            chain: Chain::new(problem.wishes.len()),
            kempe: Kempe::new(problem.wishes.len()),
            sweep: Sweep::new(problem.wishes.len()),
            chance: Chance::new(effort.seed),
            patience: Patience::new(),
            effort,
            prices,
            bound,
            best: table.placement(),
            best_worth,
            best_cost: table.toll.cost,
            polishing: None,
            unsaved: false,
            mark: 0,
            table,
        }
    }

    /// Goes on from a plan made earlier instead of the selection; what it cannot hold any
    /// more (a wish with no such option now) is left out.
    pub fn from_placement(problem: &'p Problem, effort: Effort, start: &Placement) -> Search<'p> {
        let mut search = Search::new(problem, effort);
        search.table.become_placement(start);
        search.best = search.table.placement();
        search.best_worth = search.table.worth(problem.promise());
        search.best_cost = search.table.toll.cost;
        search
    }

    /// Works on for at most this many steps. Returns true when all the work allowed is done.
    pub fn run(&mut self, steps: u64) -> bool {
        let until = self.table.work.saturating_add(steps).min(self.effort.work);
        if !self.problem.wishes.is_empty() && self.table.active.iter().any(|a| *a) {
            while self.table.work < until {
                match self.polishing {
                    None => self.seek_value(until),
                    Some(since) => self.seek_quiet(since, until),
                }
            }
        } else {
            self.table.work = until;
        }
        self.save();
        self.table.work >= self.effort.work
    }

    /// The best plan so far, and in it whatever can be added without moving anybody: the search
    /// leaves wishes far below their price alone, which may fit all the same.
    pub fn best(&self) -> Placement {
        let all = (0..self.problem.wishes.len() as u32).map(|w| self.problem.placeable(w)).collect();
        let mut table = Timetable::new(self.problem, all);
        table.become_placement(&self.best);
        let mut left = table.out.clone();
        left.retain(|w| self.problem.wishes[*w as usize].value >= 0);
        left.sort_by_key(|w| (std::cmp::Reverse(self.problem.wishes[*w as usize].value), *w));
        for wish in left {
            place_anywhere(&mut table, wish);
        }
        table.placement()
    }

    /// The prices that prove the bound.
    pub fn prices(&self) -> &Prices {
        &self.prices
    }

    /// Sharpens the bound by at most this many rounds of better prices; stops at a proof.
    pub fn sharpen(&mut self, rounds: u32) {
        if i128::from(self.best_worth) >= self.bound {
            return;
        }
        if rounds > 0
            && let Some(prices) = exact_prices(self.problem)
        {
            self.take_prices(prices);
        }
        if i128::from(self.best_worth) < self.bound {
            self.take_prices(improve(self.problem, &self.prices, self.best_worth, rounds));
        }
    }

    fn take_prices(&mut self, prices: Prices) {
        let bound = prices.bound(self.problem);
        if bound < self.bound {
            (self.bound, self.prices) = (bound, prices);
        }
    }

    /// Steps done.
    pub fn work(&self) -> u64 {
        self.table.work
    }

    /// Where the search is.
    pub fn progress(&self) -> Progress {
        Progress {
            work: self.table.work,
            of: self.effort.work,
            score: score(self.problem, &self.best()),
            bound: self.bound,
            polishing: self.polishing.is_some(),
        }
    }
}
