//! One search after another, with what they share kept between them.

use super::collect::{Best, Candidate};
use super::overlaps::Overlaps;
use super::plan::{Plan, Scaled};
use super::scan::{bits, cell_losses, cells_within, offers_within};
use super::tables::{Table, tables};
use crate::features::AskFeatures;
use crate::index::{BLOCK, BLOCK_CELLS, Index, Row};
use crate::judge::explain_pair;
use crate::kernel::{CELL, Kernel};
use crate::pair::{Pair, rate, via};
use crate::{parts, rules};
use pul_domain::{Ask, PostId, Shortlist};

/// Cells judged before the rest is bounded by what they held.
const FIRST_CELLS: usize = 24;

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
    bounds: Vec<[u8; BLOCK_CELLS]>,
    worths: Vec<u8>,
}

/// An ask in the middle of its search.
#[derive(Debug, Clone)]
pub(super) struct Open {
    pub(super) ask: AskFeatures,
    pub(super) best: Best,
    pub(super) scaled: Scaled,
    /// Cells judged already, a mask for each block.
    pub(super) judged: Vec<u64>,
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
            bounds: Vec::new(),
            worths: Vec::new(),
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
        let offer = |c: &Candidate| self.index.id(c.position as usize);
        found.iter().map(|c| Found { offer: offer(c), score: c.score }).collect()
    }

    fn search(&mut self, ask: &Ask, top: usize) -> (AskFeatures, Vec<Candidate>) {
        let features = AskFeatures::new(&self.index.basis, &self.index.store.vocabulary, ask);
        let Some(mut open) = self.open(features.clone(), top) else {
            return (features, Vec::new());
        };
        self.overlaps.turn(self.index, &features);
        for block in 0..self.index.rows.blocks() {
            self.scan_block(&mut open, block);
        }
        (features, open.best.into_list())
    }

    /// Explains what was found.
    pub(super) fn shortlist(&mut self, ask: &Ask, features: &AskFeatures, found: &[Candidate]) -> Shortlist {
        self.overlaps.turn(self.index, features);
        let explained = found.iter().map(|c| {
            let position = c.position as usize;
            self.with_pair(features, position, |pair| explain_pair(pair, ask, self_id(pair)))
        });
        let matches = explained.collect();
        Shortlist { of: ask.common.id.clone(), admitted: None, matches }
    }

    /// Starts a search: plans it and judges the most promising cells. None if nothing can pass.
    pub(super) fn open(&mut self, ask: AskFeatures, top: usize) -> Option<Open> {
        if top == 0 || self.index.is_empty() {
            return None;
        }
        self.overlaps.turn(self.index, &ask);
        self.tables.clear();
        let lost = tables(self.index, &ask, &mut self.overlaps, &mut self.tables)?;
        self.plan.fill(self.index, &self.tables, lost);
        let mut scaled = std::mem::take(&mut self.scaled);
        self.plan.scale(0, &mut scaled);
        let judged = vec![0; self.index.rows.blocks()];
        let mut open = Open { ask, best: Best::new(top), scaled, judged };
        open.scaled.limits(0)?;
        self.judge_first(&mut open);
        self.plan.scale(open.best.threshold(), &mut open.scaled);
        Some(open)
    }

    /// Judges the cells that may hold the best, so that the rest meet a high threshold.
    fn judge_first(&mut self, open: &mut Open) {
        let blocks = self.index.rows.blocks();
        let mut bounds = std::mem::take(&mut self.bounds);
        bounds.resize(blocks, [0; BLOCK_CELLS]);
        for (block, out) in bounds.iter_mut().enumerate() {
            cell_losses(self.kernel, self.index, &open.scaled, block, out);
        }
        let last = self.index.len().div_ceil(CELL) - (blocks - 1) * BLOCK_CELLS;
        bounds[blocks - 1][last..].fill(255);
        let level = enough(&bounds);
        let out = level == 255;
        for (block, losses) in bounds.iter().enumerate().filter(|_| !out) {
            for (cell, loss) in losses.iter().enumerate() {
                if *loss <= level {
                    let Some(limits) = open.scaled.limits(open.best.threshold()) else {
                        break;
                    };
                    let lanes = offers_within(self.kernel, self.index, &open.scaled, (block, cell), limits);
                    self.judge(open, block * BLOCK + cell * CELL, lanes);
                    open.judged[block] |= 1 << cell;
                }
            }
        }
        self.bounds = bounds;
    }

    /// Bounds and judges one block.
    pub(super) fn scan_block(&mut self, open: &mut Open, block: usize) {
        let Some(limits) = open.scaled.limits(open.best.threshold()) else {
            return;
        };
        let cells = cells_within(self.kernel, self.index, &open.scaled, block, limits);
        for cell in bits(cells & !open.judged[block]) {
            let Some(limits) = open.scaled.limits(open.best.threshold()) else {
                return;
            };
            let lanes = offers_within(self.kernel, self.index, &open.scaled, (block, cell), limits);
            self.judge(open, block * BLOCK + cell * CELL, lanes);
        }
    }

    /// Judges the offers of a cell that the bounds let through.
    fn judge(&mut self, open: &mut Open, start: usize, lanes: u64) {
        for lane in bits(lanes) {
            let position = start + lane;
            let ranks = &self.index.ranks;
            let weights = &self.index.basis.weights;
            let candidate = self.with_pair(&open.ask, position, |pair| {
                if !rules::admits(pair) {
                    return None;
                }
                let (asker, offerer) = parts::points(pair);
                Some(Candidate {
                    score: weights.mutual(asker, offerer),
                    view: asker,
                    rank: ranks[position],
                    position: position as u32,
                })
            });
            if let Some(candidate) = candidate {
                open.best.offer(candidate);
            }
        }
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
        let (block, cell, lane) = (position / BLOCK, position % BLOCK / CELL, position % CELL);
        self.worths.clear();
        self.worths.extend(ask.needs.iter().map(|need| match index.attributes.skill(need.skill) {
            Row::At(row) => index.rows.block(row, block).cell(cell).get(lane),
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

fn self_id<'a>(pair: &Pair<'a>) -> &'a PostId {
    &pair.offer.store.ids[pair.offer.at]
}

/// The least loss within which there are cells enough to begin with.
fn enough(bounds: &[[u8; BLOCK_CELLS]]) -> u8 {
    let mut level = bounds.iter().flatten().copied().min().unwrap_or(255);
    let within = |level: u8| bounds.iter().flatten().filter(|loss| **loss <= level).count();
    while level < 254 && within(level) < FIRST_CELLS {
        level += 1;
    }
    level
}
