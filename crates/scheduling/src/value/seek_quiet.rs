//! The second stage: the same value on better days, by annealing over exchanges.

use super::cells::Cell;
use super::chance::cooled;
use super::search::Search;

/// Sweeps of two cells for every single exchange.
const SWEEPS: usize = 8;
/// Temperatures at the beginning and the end, in the unit of the toll (a break is 10,000). Above, days
/// are no better than drawn; below, nothing moves any more.
const HOT: i64 = 4_000;
const COLD: i64 = 1_000;

impl Search<'_> {
    pub(super) fn seek_quiet(&mut self, since: u64, until: u64) {
        // A small mission freezes long before the work is done; then cooling again is worth more.
        let whole = self.effort.work - since;
        let rounds = (whole / (60_000 * self.problem.wishes.len() as u64).max(1)).clamp(1, 4);
        let span = whole / rounds + 1;
        let mut idle = 0;
        while self.table.work < until {
            let temperature = cooled(HOT, COLD, (self.table.work - since) % span, span);
            for _ in 0..SWEEPS {
                self.sweep_two(temperature);
            }
            let (before, work) = (self.table.toll.whole(), self.table.work);
            let moved = if self.chance.below(64) == 0 { self.propose_value() } else { self.propose_quiet() };
            if moved {
                let allowance = self.patience.allowance(temperature, &mut self.chance);
                let worth = self.table.worth(self.problem.promise());
                let keep = worth > self.best_worth
                    || (worth == self.best_worth && self.table.toll.whole() - before <= allowance);
                self.settle(keep);
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
            self.settle(true);
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
            self.table.undo(self.mark);
        }
        whole
    }

    /// An option next to another meeting of one of the wish's persons.
    fn draw_beside(&mut self, wish: u32) -> Option<(u32, Cell)> {
        let (variant, _) = self.table.place_of(wish)?;
        let of = &self.problem.variants[variant as usize];
        let person = of.members[self.chance.below(of.members.len())];
        let from = self.chance.below(self.problem.cells.len()) as Cell;
        let anchor = self.table.days.attended_from(person, from)?;
        let beside = &self.problem.beside[anchor as usize];
        if beside.is_empty() {
            return None;
        }
        let to = beside[self.chance.below(beside.len())];
        of.cells.has(to).then_some((variant, to))
    }
}
