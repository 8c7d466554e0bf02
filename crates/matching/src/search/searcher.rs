//! One search after another, with what they share kept between them.

use super::collect::{Best, Candidate};
use super::overlaps::Overlaps;
use super::plan::{Extreme, MOST_ROWS, Plan, Scaled};
use super::scan::{bits, cells_of, present};
use super::tables::{Table, tables};
use crate::features::AskFeatures;
use crate::index::{BLOCK_CELLS, BLOCK_GROUPS, GROUP, Index, Row};
use crate::judge::explain_pair;
use crate::kernel::{Bounds, CELL, Cell, Kernel, RowView, Survivors, fetch};
use crate::pair::{Pair, rate, via};
use crate::{parts, rules};
use pul_domain::{Ask, Match, PostId, Shortlist};

/// Blocks looked into before the rest is bounded by what they held.
const FIRST_BLOCKS: usize = 16;
/// Cells judged then, at most.
const FIRST_CELLS: usize = 64;
/// Steps in which the rest is judged.
const STEPS: usize = 3;
/// Cells bounded between two looks at the threshold.
const AT_ONCE: usize = 256;

/// An offer on a list, not explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The offer.
    pub offer: &'a PostId,
    /// Its mutual score.
    pub score: u32,
}

/// Searches an index. Make one for a thread and use it for many asks: it remembers
/// overlaps and keeps its memory.
#[derive(Debug)]
pub struct Searcher<'a> {
    pub(super) index: &'a Index,
    pub(super) kernel: Kernel,
    pub(super) overlaps: Overlaps,
    tables: Vec<Table>,
    plan: Plan,
    scaled: Scaled,
    losses: Vec<[u8; BLOCK_GROUPS]>,
    least: Vec<u8>,
    level: u8,
    /// Points the ask before lost, and some.
    room: u32,
    judged: Vec<u64>,
    cells: Vec<u32>,
    worths: Vec<u8>,
    survivors: Vec<Survivors>,
    /// Offers to judge, with the most each can score.
    hopeful: Vec<(u32, u32)>,
}

/// An ask in the middle of its search.
#[derive(Debug)]
struct Open<'a, 'q> {
    ask: &'q AskFeatures,
    best: Best,
    scaled: Scaled,
    /// The rows of the plan, for offers and for groups.
    rows: Vec<RowView<'a>>,
    extremes: Vec<&'a [Cell]>,
    /// Cells judged already, a mask for each block.
    judged: Vec<u64>,
}

impl<'a> Open<'a, '_> {
    /// Turns to units that tell apart losses up to so many points.
    fn scale(&mut self, index: &'a Index, plan: &Plan, room: u32) {
        plan.scale(room, &mut self.scaled);
        self.rows.clear();
        self.rows.extend(self.scaled.rows.iter().map(|row| index.rows.row(*row as usize)));
        self.extremes.clear();
        self.extremes.extend(extremes(index, &self.scaled));
    }

    fn bounds(&self) -> Bounds<'_> {
        Bounds { lookups: &self.scaled.cell_lookups, rows: &self.extremes, singles: self.scaled.singles }
    }
}

impl Index {
    /// A searcher with the fastest kernel of this machine.
    pub fn searcher(&self) -> Searcher<'_> {
        self.searcher_with(Kernel::detect())
    }

    /// A searcher with a given kernel; all give the same answers.
    pub fn searcher_with(&self, kernel: Kernel) -> Searcher<'_> {
        Searcher {
            index: self,
            kernel,
            overlaps: Overlaps::default(),
            tables: Vec::new(),
            plan: Plan::default(),
            scaled: Scaled::default(),
            losses: Vec::new(),
            least: Vec::new(),
            level: 0,
            room: u32::MAX,
            judged: Vec::new(),
            cells: Vec::new(),
            worths: Vec::new(),
            survivors: Vec::new(),
            hopeful: Vec::new(),
        }
    }

    /// The best offers for an ask, explained: exactly those that judging every pair would give, in
    /// the same order. `admitted` is not counted.
    pub fn top(&self, ask: &Ask, top: usize) -> Shortlist {
        self.searcher().top(ask, top)
    }
}

impl<'a> Searcher<'a> {
    /// As [`Index::top`].
    pub fn top(&mut self, ask: &Ask, top: usize) -> Shortlist {
        let (features, found) = self.search(ask, top);
        self.shortlist(ask, &features, &found)
    }

    /// The same without explanations.
    pub fn find(&mut self, ask: &Ask, top: usize) -> Vec<Found<'a>> {
        let (_, found) = self.search(ask, top);
        self.named(&found)
    }

    pub(super) fn named(&self, found: &[Candidate]) -> Vec<Found<'a>> {
        let offer = |c: &Candidate| self.index.id(c.position as usize);
        found.iter().map(|c| Found { offer: offer(c), score: c.score }).collect()
    }

    fn search(&mut self, ask: &Ask, top: usize) -> (AskFeatures, Vec<Candidate>) {
        let features = AskFeatures::new(&self.index.basis, &self.index.store.vocabulary, ask);
        let found = self.search_for(&features, top);
        (features, found)
    }

    pub(super) fn search_for(&mut self, ask: &AskFeatures, top: usize) -> Vec<Candidate> {
        let Some(mut open) = self.open(ask, top) else {
            return Vec::new();
        };
        self.judge_rest(&mut open);
        (self.scaled, self.judged) = (open.scaled, open.judged);
        open.best.into_list()
    }

    /// Explains what was found.
    pub(super) fn shortlist(&mut self, ask: &Ask, features: &AskFeatures, found: &[Candidate]) -> Shortlist {
        let matches = found.iter().map(|c| self.explain(ask, features, c.position as usize)).collect();
        Shortlist { of: ask.common.id.clone(), admitted: None, matches }
    }

    /// Explains an ask with the offer at a position.
    pub(super) fn explain(&mut self, ask: &Ask, features: &AskFeatures, position: usize) -> Match {
        self.overlaps.turn(self.index, features);
        let id = self.index.id(position);
        self.with_pair(features, position, |pair| explain_pair(pair, ask, id))
    }

    /// Starts a search: plans it and judges the most promising cells. None if nothing can pass.
    fn open<'q>(&mut self, ask: &'q AskFeatures, top: usize) -> Option<Open<'a, 'q>> {
        if top == 0 || self.index.is_empty() {
            return None;
        }
        self.overlaps.turn(self.index, ask);
        self.plan(ask)?;
        let mut judged = std::mem::take(&mut self.judged);
        judged.resize(self.index.rows.blocks(), 0);
        let scaled = std::mem::take(&mut self.scaled);
        let mut open =
            Open { ask, best: Best::new(top), scaled, rows: Vec::new(), extremes: Vec::new(), judged };
        // Asks lose about as much as those before them; where one loses more, it starts again.
        for room in [self.room.min(self.plan.full()), self.plan.full()] {
            // What was judged in units too small for it may have been thrown out wrongly.
            open.best = Best::new(top);
            open.judged.fill(0);
            open.scale(self.index, &self.plan, room);
            self.bound(&open);
            self.judge_first(&mut open);
            if open.scaled.reaches(open.best.threshold()) {
                break;
            }
        }
        self.room = (self.plan.full() - open.best.threshold()) / 4 * 5 + 1000;
        Some(open)
    }

    /// Plans the search of an ask. None if nothing can pass.
    fn plan(&mut self, ask: &AskFeatures) -> Option<()> {
        self.overlaps.turn(self.index, ask);
        self.tables.clear();
        let lost = tables(self.index, ask, &mut self.overlaps, &mut self.tables)?;
        self.plan.fill(self.index, &self.tables, lost);
        Some(())
    }

    /// The plan of an ask in units that tell every loss apart. None if nothing can pass.
    pub(super) fn whole_plan(&mut self, ask: &AskFeatures) -> Option<Scaled> {
        self.plan(ask)?;
        let mut scaled = Scaled::default();
        self.plan.scale(self.plan.full(), &mut scaled);
        scaled.limits(0).map(|_| scaled)
    }

    /// Bounds every group.
    fn bound(&mut self, open: &Open<'a, '_>) {
        let blocks = self.index.rows.blocks();
        self.losses.resize(blocks, [0; BLOCK_GROUPS]);
        self.kernel.losses(open.bounds(), 0, &mut self.losses);
        let last = self.index.len().div_ceil(GROUP) - (blocks - 1) * BLOCK_GROUPS;
        self.losses[blocks - 1][last..].fill(255);
        self.least.clear();
        self.least.extend(self.losses.iter().map(least));
    }

    /// Judges the cells that may hold the best, so that the rest meet a high threshold.
    fn judge_first(&mut self, open: &mut Open<'a, '_>) {
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
    fn judge_rest(&mut self, open: &mut Open<'a, '_>) {
        for step in (0..STEPS).rev() {
            self.gather_step(open, step);
            self.judge_cells(open);
        }
    }

    /// Takes the cells of a step: those of step 0 are all that may hold something.
    fn gather_step(&mut self, open: &mut Open<'a, '_>, step: usize) {
        self.cells.clear();
        if let Some(limits) = open.scaled.limits(open.best.threshold()) {
            let limit = limits.one.max(limits.two);
            let beyond = limit.saturating_sub(self.level) / (STEPS as u8) * step as u8;
            self.gather(open, limit - beyond);
        }
    }

    /// Takes the cells not judged with a group that loses no more than a level.
    fn gather(&mut self, open: &mut Open<'a, '_>, level: u8) {
        self.cells.clear();
        for (block, _) in self.least.iter().enumerate().filter(|(_, least)| **least <= level) {
            let groups = self.kernel.at_most(&self.losses[block], level);
            let cells = cells_of(groups) & !open.judged[block];
            open.judged[block] |= cells;
            self.cells.extend(bits(cells).map(|cell| (block * BLOCK_CELLS + cell) as u32));
        }
    }

    /// Judges the offers of the cells at hand that the bounds let through.
    fn judge_cells(&mut self, open: &mut Open<'a, '_>) {
        let mut found = std::mem::take(&mut self.survivors);
        let cells = std::mem::take(&mut self.cells);
        for some in cells.chunks(AT_ONCE) {
            let Some(limits) = open.scaled.limits(open.best.threshold()) else {
                break;
            };
            self.kernel.survivors(&open.scaled.lookups, &open.rows, some, limits, &mut found);
            if !found.is_empty() {
                self.judge_survivors(open, &found);
            }
        }
        self.survivors = found;
        self.cells = cells;
    }

    /// Judges those that lose least first: they raise the threshold, and most of the others need
    /// not be judged at all.
    fn judge_survivors(&mut self, open: &mut Open<'a, '_>, found: &[Survivors]) {
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
                for lane in bits(lanes & present(self.index.len() - start, 1)) {
                    if (losses[lane] <= most) != first {
                        continue;
                    }
                    let reach = open.scaled.reach(cells.iter().map(|cell| cell.get(lane)));
                    if reach >= threshold {
                        fetch(&self.index.features[start + lane]);
                        fetch(&self.index.ranks[start + lane]);
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
    fn judge(&mut self, open: &mut Open<'a, '_>, position: usize) {
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
        let offer = index.view(position);
        self.worths.clear();
        self.worths.extend(ask.needs.iter().map(|need| match index.attributes.skill(need.skill) {
            Row::At(row) => index.rows.row(row).cell(position / CELL).get(position % CELL),
            Row::Nobody => 0,
            Row::None => via(&index.basis, need.skill, offer).0,
        }));
        let overlap = self.overlaps.of(index, &ask.window, offer.features.hours);
        then(&Pair {
            basis: &index.basis,
            ask,
            offer,
            worths: &self.worths,
            rate: rate(&index.basis, ask, offer),
            overlap,
        })
    }
}

/// The extremes a plan looks at.
pub(super) fn extremes<'a>(index: &'a Index, plan: &Scaled) -> impl Iterator<Item = &'a [Cell]> {
    plan.cell_rows.iter().map(|(row, extreme)| match extreme {
        Extreme::Highest => index.rows.highest(*row as usize),
        Extreme::Lowest => index.rows.lowest(*row as usize),
    })
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
fn level_of(tally: &[u32; 256], n: usize) -> u8 {
    let mut seen = 0;
    let reached = tally.iter().position(|many| {
        seen += *many as usize;
        seen >= n
    });
    reached.map_or(255, |level| level as u8)
}

/// The least of a block.
fn least(losses: &[u8; BLOCK_GROUPS]) -> u8 {
    losses.iter().fold(255, |least, loss| least.min(*loss))
}
