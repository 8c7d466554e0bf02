//! The most promising cells first, so that the rest meet a high threshold.

use super::open::Open;
use super::scan::{OF_CELL, places_in};
use super::searcher::Searcher;
use crate::index::BLOCK_CELLS;
use crate::kernel::Place;

/// Blocks looked into before the rest is bounded by what they held.
const FIRST_BLOCKS: usize = 32;
/// Cells judged then, at most.
const FIRST_CELLS: usize = 64;

/// Places to look at.
#[derive(Debug, Default)]
pub(super) struct Places {
    found: Vec<Place>,
    /// The same, those that lose least first.
    sorted: Vec<Place>,
}

impl Places {
    /// Puts them in order: by what they lose, and those that lose the same as they were found.
    fn sort(&mut self) {
        let mut next = [0_u32; 256];
        for place in &self.found {
            next[usize::from(place.least)] += 1;
        }
        let mut before = 0;
        for next in &mut next {
            before += std::mem::replace(next, before);
        }
        self.sorted.resize(self.found.len(), Place { cell: 0, least: 0, lanes: 0 });
        for place in &self.found {
            let next = &mut next[usize::from(place.least)];
            self.sorted[*next as usize] = *place;
            *next += 1;
        }
    }
}

impl<'a> Searcher<'a> {
    /// Judges the cells that may hold the best, so that the rest meet a high threshold.
    pub(super) fn judge_first(&mut self, open: &mut Open<'a, '_>) {
        self.level = nth_least(&self.least, FIRST_BLOCKS).min(254);
        let mut places = std::mem::take(&mut self.places);
        self.gather(open, self.level, &mut places);
        // Many may be equal; whichever come first are a good beginning.
        let (first, later) = places.sorted.split_at(places.sorted.len().min(FIRST_CELLS));
        for place in later {
            let (block, cell) = (place.cell as usize / BLOCK_CELLS, place.cell as usize % BLOCK_CELLS);
            open.judged[block] &= !(((1 << OF_CELL) - 1) << (cell * OF_CELL));
        }
        self.judge_places(open, first);
        self.places = places;
    }

    /// Judges every other group that may hold something, the more promising half first: what it holds
    /// leaves fewer of the others to be gathered.
    pub(super) fn judge_rest(&mut self, open: &mut Open<'a, '_>) {
        let mut places = std::mem::take(&mut self.places);
        for half in [true, false] {
            let Some(limits) = open.scaled.limits(open.best.threshold()) else {
                break;
            };
            let limit = limits.one.max(limits.two);
            let left_out = if half { limit.saturating_sub(self.level) / 2 } else { 0 };
            self.gather(open, limit - left_out, &mut places);
            self.judge_places(open, &places.sorted);
        }
        self.places = places;
    }

    /// Takes the groups not judged that lose no more than a level.
    fn gather(&mut self, open: &mut Open<'a, '_>, level: u8, places: &mut Places) {
        places.found.clear();
        self.kernel.at_most(&self.losses, level, &mut self.within);
        let blocks = self.within.iter().zip(&mut open.judged).zip(&self.losses).enumerate();
        for (block, ((within, judged), losses)) in blocks {
            let groups = within & !*judged;
            *judged |= groups;
            if groups != 0 {
                places.found.extend(places_in(block, groups, losses, &self.masks.offers[block]));
            }
        }
        places.sort();
    }
}

/// The *n*-th least of some losses, the greatest if they are fewer.
fn nth_least(losses: &[u8], n: usize) -> u8 {
    let mut tally = [0; 256];
    for loss in losses {
        tally[usize::from(*loss)] += 1;
    }
    let mut seen = 0;
    let reached = tally.iter().position(|many| {
        seen += *many as usize;
        seen >= n
    });
    reached.map_or(255, |level| level as u8)
}
