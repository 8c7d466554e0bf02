//! The most promising cells first, so that the rest meet a high threshold.

use super::open::Open;
use super::scan::{bits, cells_of};
use super::searcher::Searcher;
use crate::index::BLOCK_CELLS;

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
        let later = self.cells.split_off(self.cells.len().min(FIRST_CELLS));
        for cell in &later {
            open.judged[*cell as usize / BLOCK_CELLS] &= !(1 << (*cell as usize % BLOCK_CELLS));
        }
        self.judge_cells(open);
    }

    /// Judges every other cell that may hold something, the most promising first.
    pub(super) fn judge_rest(&mut self, open: &mut Open<'a, '_>) {
        for step in (0..STEPS).rev() {
            self.gather_step(open, step);
            self.judge_cells(open);
        }
    }

    /// Takes the cells of a step: those of step 0 are all that may hold something.
    pub(super) fn gather_step(&mut self, open: &mut Open<'a, '_>, step: usize) {
        self.cells.clear();
        if let Some(limits) = open.scaled.limits(open.best.threshold()) {
            let limit = limits.one.max(limits.two);
            let beyond = limit.saturating_sub(self.level) / (STEPS as u8) * step as u8;
            self.gather(open, limit - beyond);
        }
    }

    /// Takes the cells not judged with a group that loses no more than a level.
    pub(super) fn gather(&mut self, open: &mut Open<'a, '_>, level: u8) {
        self.cells.clear();
        for (block, _) in self.least.iter().enumerate().filter(|(_, least)| **least <= level) {
            let groups = self.kernel.at_most(&self.losses[block], level);
            let cells = cells_of(groups) & !open.judged[block];
            open.judged[block] |= cells;
            self.cells.extend(bits(cells).map(|cell| (block * BLOCK_CELLS + cell) as u32));
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
