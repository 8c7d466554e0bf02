//! Cells looked at offer by offer, and what the bounds let through judged.

use super::collect::Candidate;
use super::open::Open;
use super::pairs::pair;
use super::searcher::Searcher;
use crate::features::AskFeatures;
use crate::kernel::{CELL, Place, Survivors, fetch, fetch_lines};
use crate::pair::Pair;
use crate::{parts, rules};

/// Cells bounded between two looks at the threshold.
const AT_ONCE: usize = 256;
/// Offers of which what judging reads is asked for together.
const FEW: usize = 12;

impl<'a> Searcher<'a> {
    /// Judges the offers of some places that the bounds let through. Places come in order, those that
    /// lose least first.
    pub(super) fn judge_places(&mut self, open: &mut Open<'a, '_>, places: &[Place]) {
        let mut found = std::mem::take(&mut self.survivors);
        for some in places.chunks(AT_ONCE) {
            let Some(limits) = open.scaled.limits(open.best.threshold()) else {
                break;
            };
            let limit = limits.one.max(limits.two);
            let some = &some[..some.partition_point(|place| place.least <= limit)];
            if some.is_empty() {
                break;
            }
            self.kernel.survivors(open.offers(), some, limits, &mut self.sums, &mut found);
            self.judge_survivors(open, &found);
        }
        self.survivors = found;
    }

    /// Judges those that lose least first: they raise the threshold, and most of the others need
    /// not be judged at all.
    fn judge_survivors(&mut self, open: &mut Open<'a, '_>, found: &[Survivors]) {
        let mut hopeful = std::mem::take(&mut self.hopeful);
        let room = open.scaled.room(open.best.threshold());
        self.kernel.exact(open.scaled.exact(&open.rows), found, room, &mut hopeful);
        hopeful.sort_unstable();
        'all: for some in hopeful.chunks(FEW) {
            some.iter().for_each(|one| self.fetch(open, *one as u32 as usize));
            for one in some {
                // Those that follow lose no less.
                if (one >> 32) as u32 > open.scaled.room(open.best.threshold()) {
                    break 'all;
                }
                self.judge(open, *one as u32 as usize);
            }
        }
        self.hopeful = hopeful;
    }

    /// Asks for what judging an offer will read.
    fn fetch(&self, open: &Open<'a, '_>, position: usize) {
        fetch_lines(&self.index.store.features[position]);
        fetch(&self.index.ranks[position]);
        open.read.iter().for_each(|row| fetch(row.cell(position / CELL)));
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
