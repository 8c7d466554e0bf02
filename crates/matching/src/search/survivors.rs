//! Cells looked at offer by offer, and what the bounds let through judged.

use super::collect::Candidate;
use super::open::Open;
use super::pairs::pair;
use super::plan::MOST_ROWS;
use super::promising::level_of;
use super::scan::bits;
use super::searcher::Searcher;
use crate::features::AskFeatures;
use crate::kernel::{CELL, Cell, Survivors, fetch, fetch_lines};
use crate::pair::Pair;
use crate::{parts, rules};

/// Cells bounded between two looks at the threshold.
const AT_ONCE: usize = 256;

impl<'a> Searcher<'a> {
    /// Judges the offers of the places at hand that the bounds let through.
    pub(super) fn judge_places(&mut self, open: &mut Open<'a, '_>) {
        let mut found = std::mem::take(&mut self.survivors);
        let places = std::mem::take(&mut self.places);
        for some in places.chunks(AT_ONCE) {
            let Some(limits) = open.scaled.limits(open.best.threshold()) else {
                break;
            };
            self.kernel.survivors(open.offers(), some, limits, &mut self.sums, &mut found);
            if !found.is_empty() {
                self.judge_survivors(open, &found);
            }
        }
        self.survivors = found;
        self.places = places;
    }

    /// Judges those that lose least first: they raise the threshold, and most of the others need
    /// not be judged at all.
    pub(super) fn judge_survivors(&mut self, open: &mut Open<'a, '_>, found: &[Survivors]) {
        let mut tally = [0_u32; 256];
        for survivors in found {
            for lane in bits(survivors.lanes) {
                tally[usize::from(survivors.losses[lane])] += 1;
            }
        }
        let most = level_of(&tally, 2 * open.best.most());
        for first in [true, false] {
            let threshold = open.best.threshold();
            self.hopeful.clear();
            for Survivors { cell, lanes, losses } in found {
                let start = *cell as usize * CELL;
                let mut cells = [&Cell::EMPTY; MOST_ROWS];
                for (slot, row) in cells.iter_mut().zip(&open.rows) {
                    *slot = row.cell(*cell as usize);
                }
                for lane in bits(*lanes) {
                    if (losses[lane] <= most) != first {
                        continue;
                    }
                    let reach = open.scaled.reach(cells.iter().map(|cell| cell.get(lane)));
                    if reach >= threshold {
                        fetch_lines(&self.index.store.features[start + lane]);
                        fetch(&self.index.ranks[start + lane]);
                        open.read.iter().for_each(|row| fetch(row.cell(*cell as usize)));
                        self.hopeful.push((reach, (start + lane) as u32));
                    }
                }
            }
            let hopeful = std::mem::take(&mut self.hopeful);
            for (reach, position) in &hopeful {
                if *reach >= open.best.threshold() {
                    self.judge(open, *position as usize);
                }
            }
            self.hopeful = hopeful;
            if most >= 254 {
                return;
            }
        }
    }

    /// Judges one offer.
    pub(super) fn judge(&mut self, open: &mut Open<'a, '_>, position: usize) {
        if let Some((asker, offerer)) = self.points(open.ask, position) {
            open.best.offer(Candidate {
                score: self.index.basis.weights.mutual(asker, offerer),
                view: asker,
                rank: self.index.ranks[position],
                position: position as u32,
            });
        }
    }

    /// Points of both views of an ask with the offer at a position; none if a rule fails.
    pub(super) fn points(&mut self, ask: &AskFeatures, position: usize) -> Option<(u32, u32)> {
        self.overlaps.turn(self.index, ask);
        self.with_pair(ask, position, |pair| rules::admits(pair).then(|| parts::points(pair)))
    }

    /// Puts an ask and the offer at a position together.
    pub(super) fn with_pair<T>(
        &mut self,
        ask: &AskFeatures,
        position: usize,
        then: impl FnOnce(&Pair<'_>) -> T,
    ) -> T {
        let index = self.index;
        let window = index.store.features[position].hours;
        let overlap = self.overlaps.of(index, &ask.window, window);
        then(&pair(index, ask, position, overlap, &mut self.worths))
    }
}
