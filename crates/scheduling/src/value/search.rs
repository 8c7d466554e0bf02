//! The search: meetings of most value first, then the same value on better days.
//!
//! It starts from the meetings that are best when time is set aside, so that nearly all of the
//! value is there from the beginning and the search only settles who meets when. Both stages
//! anneal over chains; the second never lets go of value once reached.

use super::cells::Cell;
use super::chain::{Chain, place_anywhere};
use super::chance::{Chance, Patience, cooled};
use super::improve::improve;
use super::kempe::Kempe;
use super::prices::Prices;
use super::problem::{Placement, Problem};
use super::score::{Score, score};
use super::select::select;
use super::simplex::exact_prices;
use super::sweep::Sweep;
use super::timetable::Timetable;

/// Value is weighed in 256ths while annealing, so that temperatures below one point exist.
const FINE: i64 = 256;
/// Share of the work for the first stage, in per cent.
const FIRST_STAGE: u64 = 35;
/// Sweeps of two cells for every single exchange of the second stage.
const SWEEPS: usize = 8;

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
    problem: &'p Problem,
    table: Timetable<'p>,
    chain: Chain,
    kempe: Kempe,
    sweep: Sweep,
    chance: Chance,
    patience: Patience,
    effort: Effort,
    prices: Prices,
    bound: i128,
    best: Placement,
    best_worth: i64,
    best_cost: i64,
    /// Work at which the second stage began.
    polishing: Option<u64>,
    /// The plan in hand is the best and not yet written down.
    unsaved: bool,
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
            best_cost: table.cost,
            polishing: None,
            unsaved: false,
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
        search.best_cost = search.table.cost;
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

    fn first_stage_work(&self) -> u64 {
        self.effort.work / 100 * FIRST_STAGE
    }

    fn seek_value(&mut self, until: u64) {
        let end = self.first_stage_work();
        let dear = self.problem.wishes.iter().map(|w| w.value).max().unwrap_or(1);
        let (high, low) = (dear * FINE / 30, dear * FINE / 350);
        // In the search a promise outweighs a few wishes, not all of them, so that it can be
        // let go for a moment; the best plan is told by the true weight.
        let promise = if self.problem.promise() > 0 { 3 * dear } else { 0 };
        let mut idle = 0;
        while self.table.work < until.min(end) && i128::from(self.best_worth) < self.bound {
            let temperature = cooled(high, low, self.table.work, end);
            for _ in 0..32 {
                let before = self.table.worth(promise);
                let work = self.table.work;
                if self.propose_value() {
                    let change = (self.table.worth(promise) - before) * FINE;
                    let allowance = self.patience.allowance(temperature, &mut self.chance);
                    self.settle(change >= -allowance, true);
                }
                idle = if self.table.work == work { idle + 1 } else { 0 };
            }
            if idle > 10_000 {
                // Nothing can move at all: the work is spent looking.
                self.table.work = end;
            }
        }
        if self.table.work >= end || i128::from(self.best_worth) >= self.bound {
            self.save();
            let best = std::mem::take(&mut self.best);
            self.table.become_placement(&best);
            self.best = best;
            self.best_cost = self.table.cost;
            self.polishing = Some(self.table.work);
        }
    }

    /// One step towards value; false when there was nothing to do.
    fn propose_value(&mut self) -> bool {
        let drawn = if !self.table.out.is_empty() && self.chance.below(2) == 0 {
            self.table.out[self.chance.below(self.table.out.len())]
        } else {
            self.chance.below(self.problem.wishes.len()) as u32
        };
        if !self.table.active[drawn as usize] {
            return false;
        }
        let Some((variant, to)) = self.draw_option(drawn) else { return false };
        let back = match self.table.place_of(drawn) {
            Some((_, at)) if at == to => return false,
            Some((_, at)) => Some(at),
            None => Some(self.chance.below(self.problem.cells.len()) as Cell).filter(|c| *c != to),
        };
        let done = self.chain.exchange(&mut self.table, variant, to, back)
            && self.chain.shrink(&mut self.table, to, drawn, &mut self.chance)
            && back.is_none_or(|b| self.chain.shrink(&mut self.table, b, drawn, &mut self.chance));
        if done {
            self.chain.mend(&mut self.table);
        } else {
            self.table.undo(0);
        }
        done
    }

    fn draw_option(&mut self, wish: u32) -> Option<(u32, Cell)> {
        let range = self.problem.variants_of(wish);
        let variant = range.start + self.chance.below(range.len()) as u32;
        let list = &self.problem.variants[variant as usize].list;
        (!list.is_empty()).then(|| (variant, list[self.chance.below(list.len())]))
    }

    /// Keeps or takes back the step just done, and notes a new best.
    fn settle(&mut self, keep: bool, by_value: bool) {
        if !keep {
            self.table.undo(0);
            return;
        }
        let worth = self.table.worth(self.problem.promise());
        let better = worth > self.best_worth
            || (!by_value && worth == self.best_worth && self.table.cost < self.best_cost);
        if better {
            (self.best_worth, self.best_cost, self.unsaved) = (worth, self.table.cost, true);
        } else if self.unsaved && (worth < self.best_worth || self.table.cost > self.best_cost) {
            // The step left the best plan behind: write it down by stepping back for a moment.
            let here = self.table.placement();
            self.table.undo(0);
            self.best = self.table.placement();
            self.unsaved = false;
            self.table.become_placement(&here);
        }
        self.table.forget_log();
    }

    fn save(&mut self) {
        if std::mem::take(&mut self.unsaved) {
            self.best = self.table.placement();
        }
    }

    fn seek_quiet(&mut self, since: u64, until: u64) {
        let (high, low) = (6_000, 800);
        // A small mission freezes long before the work is done; then cooling again is worth more.
        let whole = self.effort.work - since;
        let rounds = (whole / (20_000 * self.problem.wishes.len() as u64).max(1)).clamp(1, 4);
        let span = whole / rounds + 1;
        let mut idle = 0;
        while self.table.work < until {
            let temperature = cooled(high, low, (self.table.work - since) % span, span);
            for _ in 0..SWEEPS {
                self.sweep_two(temperature);
            }
            let (before, work) = (self.table.cost, self.table.work);
            let moved = if self.chance.below(64) == 0 { self.propose_value() } else { self.propose_quiet() };
            if moved {
                let allowance = self.patience.allowance(temperature, &mut self.chance);
                let worth = self.table.worth(self.problem.promise());
                let keep = worth > self.best_worth
                    || (worth == self.best_worth && self.table.cost - before <= allowance);
                self.settle(keep, false);
            }
            idle = if self.table.work == work { idle + 1 } else { 0 };
            if idle > 10_000 {
                self.table.work = until;
            }
        }
    }

    /// The best exchange between two cells drawn at random.
    fn sweep_two(&mut self, temperature: i64) {
        let cells = self.problem.cells.len();
        let first = self.chance.below(cells) as Cell;
        let second = self.chance.below(cells) as Cell;
        if first != second {
            self.sweep.sweep(
                &mut self.table,
                (first, second),
                temperature,
                (&self.patience, &mut self.chance),
            );
            self.settle(true, false);
        }
    }

    /// One exchange between two cells that drops nothing.
    fn propose_quiet(&mut self) -> bool {
        let drawn = self.chance.below(self.problem.wishes.len()) as u32;
        if !self.table.active[drawn as usize] {
            return false;
        }
        let Some((_, from)) = self.table.place_of(drawn) else { return false };
        let option =
            if self.chance.below(4) == 0 { self.draw_option(drawn) } else { self.draw_beside(drawn) };
        let Some((variant, to)) = option.filter(|(_, to)| *to != from) else { return false };
        if self.table.place_of(drawn) == Some((variant, from)) {
            return self.kempe.exchange(&mut self.table, drawn, to, &mut self.chance);
        }
        let whole = self.chain.exchange(&mut self.table, variant, to, Some(from))
            && self.chain.dropped.is_empty()
            && !self.table.over(to)
            && !self.table.over(from);
        if !whole {
            self.table.undo(0);
        }
        whole
    }

    /// An option next to another meeting of one of the wish's persons.
    fn draw_beside(&mut self, wish: u32) -> Option<(u32, Cell)> {
        let (variant, _) = self.table.place_of(wish)?;
        let of = &self.problem.variants[variant as usize];
        let person = of.members[self.chance.below(of.members.len())];
        let from = self.chance.below(self.problem.cells.len()) as Cell;
        let anchor = self.table.attended_from(person, from)?;
        let beside = &self.problem.beside[anchor as usize];
        if beside.is_empty() {
            return None;
        }
        let to = beside[self.chance.below(beside.len())];
        of.cells.has(to).then_some((variant, to))
    }

    /// The best plan so far, and in it whatever can be added without moving anybody: the search
    /// leaves wishes far below their price alone, which may fit all the same.
    pub fn best(&self) -> Placement {
        let all = (0..self.problem.wishes.len() as u32).map(|w| self.problem.placeable(w)).collect();
        let mut table = Timetable::new(self.problem, all);
        table.become_placement(&self.best);
        let mut left = table.out.clone();
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
