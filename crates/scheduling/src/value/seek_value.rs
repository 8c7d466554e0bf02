//! The first stage: meetings of most value, by annealing over chains.

use super::cells::Cell;
use super::chance::cooled;
use super::search::Search;

/// Value is weighed in 256ths while annealing, so that temperatures below one point exist.
const FINE: i64 = 256;
/// Share of the work for this stage, in per cent.
const SHARE: u64 = 35;

impl Search<'_> {
    fn first_stage_work(&self) -> u64 {
        self.effort.work / 100 * SHARE
    }

    pub(super) fn seek_value(&mut self, until: u64) {
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
                    self.settle(change >= -allowance);
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
            self.return_to_best();
            self.press();
            self.table.count_toll();
            self.best_cost = self.table.toll.cost;
            self.polishing = Some(self.table.work);
        }
    }

    /// Takes up the best plan again.
    fn return_to_best(&mut self) {
        let best = std::mem::take(&mut self.best);
        self.table.become_placement(&best);
        self.best = best;
    }

    /// One step towards value; false when there was nothing to do.
    pub(super) fn propose_value(&mut self) -> bool {
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
            self.table.undo(self.mark);
        }
        done
    }

    pub(super) fn draw_option(&mut self, wish: u32) -> Option<(u32, Cell)> {
        let range = self.problem.variants_of(wish);
        let variant = range.start + self.chance.below(range.len()) as u32;
        let list = &self.problem.variants[variant as usize].list;
        (!list.is_empty()).then(|| (variant, list[self.chance.below(list.len())]))
    }
}
