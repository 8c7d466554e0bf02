//! The most promising cells first, so that the rest meet a high threshold.

use super::open::Open;
use super::scan::places;
use super::searcher::Searcher;
use crate::index::{BLOCK_CELLS, GROUP};
use crate::kernel::CELL;

/// Blocks looked into before the rest is bounded by what they held.
const FIRST_BLOCKS: usize = 16;
/// Cells judged then, at most.
const FIRST_CELLS: usize = 64;
/// Steps in which the rest is judged.
const STEPS: usize = 3;
impl<'a> Searcher<'a> {
    /// Judges the cells that may hold the best, so that the rest meet a high threshold.
    pub(super) fn judge_first(&mut self, open: &mut Open<'a, '_>) {
        self.level = nth_least(&self.least, FIRST_BLOCKS).min(254);
        self.gather(open, self.level);
        // Many may be equal; whichever come first are a good beginning.
        let later = self.places.split_off(self.places.len().min(FIRST_CELLS));
        for place in &later {
            let cell = place.cell as usize;
            let groups = 15 << (cell % BLOCK_CELLS * (CELL / GROUP));
            open.judged[cell / BLOCK_CELLS] &= !groups;
        }
        self.judge_places(open);
    }

    /// Judges every other group that may hold something, the most promising first.
    pub(super) fn judge_rest(&mut self, open: &mut Open<'a, '_>) {
        for step in (0..STEPS).rev() {
            self.gather_step(open, step);
            self.judge_places(open);
        }
    }

    /// Takes the groups of a step: those of step 0 are all that may hold something.
    pub(super) fn gather_step(&mut self, open: &mut Open<'a, '_>, step: usize) {
        self.places.clear();
        if let Some(limits) = open.scaled.limits(open.best.threshold()) {
            let limit = limits.one.max(limits.two);
            let beyond = limit.saturating_sub(self.level) / (STEPS as u8) * step as u8;
            self.gather(open, limit - beyond);
        }
    }

    /// Takes the groups not judged that lose no more than a level.
    pub(super) fn gather(&mut self, open: &mut Open<'a, '_>, level: u8) {
        self.places.clear();
        self.kernel.at_most(&self.losses, level, &mut self.within);
        for (block, (within, judged)) in self.within.iter().zip(&mut open.judged).enumerate() {
            let groups = within & !*judged;
            *judged |= groups;
            self.places.extend(places(block, groups, &self.masks.offers[block]));
        }
    }
}

/// The *n*-th least of some losses, the greatest if they are fewer.
fn nth_least(losses: &[u8], n: usize) -> u8 {
    let mut tally = [0; 256];
    for loss in losses {
        tally[usize::from(*loss)] += 1;
    }
    level_of(&tally, n)
}

/// The least level within which there are *n*, by how many are at each.
pub(super) fn level_of(tally: &[u32; 256], n: usize) -> u8 {
    let mut seen = 0;
    let reached = tally.iter().position(|many| {
        seen += *many as usize;
        seen >= n
    });
    reached.map_or(255, |level| level as u8)
}
