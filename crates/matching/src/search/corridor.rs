//! The other direction: the best asks of every offer, in one pass over all pairs.
//!
//! Block after block, every ask is bounded against the groups of the block and then looked at
//! in the order of what it could at best score there. Each offer keeps its own list; an ask that
//! no offer of a group can use any more costs nothing but its bound.

use super::collect::{Best, Candidate};
use super::plan::{MOST_ROWS, Scaled};
use super::scan::{bits, cells_of, present};
use super::searcher::{Searcher, extremes};
use crate::features::AskFeatures;
use crate::index::{BLOCK_CELLS, BLOCK_GROUPS, GROUP, Index};
use crate::kernel::{Bounds, CELL, Cell, Survivors};
use pul_domain::{Ask, Shortlist};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Offers in a block.
const BLOCK: usize = BLOCK_CELLS * CELL;

/// An ask ready to meet every offer.
struct Ready {
    features: AskFeatures,
    /// None if no offer can pass.
    plan: Option<Scaled>,
    /// Place of its id among all.
    rank: u32,
}

impl Index {
    /// The best asks for every offer, explained: exactly those that judging every pair would
    /// give, in the same order. Lists are given away as they are made, in no stated order;
    /// `progress` is told how many offers are done. `admitted` is not counted.
    pub fn asks_for_offers(
        &self,
        asks: &[Ask],
        top: usize,
        threads: usize,
        each: impl Fn(Shortlist) + Sync,
        progress: impl Fn(usize) + Sync,
    ) {
        let ready = self.ready(asks, threads.max(1));
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..threads.max(1) {
                scope.spawn(|| {
                    let mut pass = Pass::new(self, asks, &ready);
                    loop {
                        let block = next.fetch_add(1, Ordering::Relaxed);
                        if block >= self.rows.blocks() {
                            return;
                        }
                        let offers = pass.block(block, top, &each);
                        progress(done.fetch_add(offers, Ordering::Relaxed) + offers);
                    }
                });
            }
        });
    }

    /// Plans every ask, on some threads.
    fn ready(&self, asks: &[Ask], threads: usize) -> Vec<Ready> {
        let mut order: Vec<usize> = (0..asks.len()).collect();
        order.sort_by(|a, b| asks[*a].common.id.cmp(&asks[*b].common.id));
        let mut ranks = vec![0; asks.len()];
        for (rank, at) in order.into_iter().enumerate() {
            ranks[at] = rank as u32;
        }
        let share = asks.len().div_ceil(threads).max(1);
        std::thread::scope(|scope| {
            let shares = asks.chunks(share).zip(ranks.chunks(share));
            let workers: Vec<_> = shares
                .map(|(asks, ranks)| {
                    scope.spawn(move || {
                        let mut searcher = self.searcher();
                        let ready = asks.iter().zip(ranks).map(|(ask, rank)| {
                            let features = AskFeatures::new(&self.basis, &self.store.vocabulary, ask);
                            let plan = searcher.whole_plan(&features);
                            Ready { features, plan, rank: *rank }
                        });
                        ready.collect::<Vec<_>>()
                    })
                })
                .collect();
            let joined = workers.into_iter().flat_map(|worker| match worker.join() {
                Ok(ready) => ready,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            joined.collect()
        })
    }
}

/// One thread's way through the blocks.
struct Pass<'a> {
    index: &'a Index,
    asks: &'a [Ask],
    ready: &'a [Ready],
    searcher: Searcher<'a>,
    losses: Vec<[u8; BLOCK_GROUPS]>,
    /// Asks with the most each could score in the block, best first.
    order: Vec<(u32, u32)>,
    found: Vec<Survivors>,
    best: Vec<Best>,
    /// Least score that can still enter a list, by group.
    thresholds: [u32; BLOCK_GROUPS],
}

impl<'a> Pass<'a> {
    fn new(index: &'a Index, asks: &'a [Ask], ready: &'a [Ready]) -> Pass<'a> {
        Pass {
            index,
            asks,
            ready,
            searcher: index.searcher(),
            losses: vec![[0; BLOCK_GROUPS]; ready.len()],
            order: Vec::new(),
            found: Vec::new(),
            best: Vec::new(),
            thresholds: [0; BLOCK_GROUPS],
        }
    }

    /// Makes the lists of one block; how many they are.
    fn block(&mut self, block: usize, top: usize, each: &impl Fn(Shortlist)) -> usize {
        let start = block * BLOCK;
        let offers = (self.index.len() - start).min(BLOCK);
        if top > 0 {
            self.bound(block, offers);
        } else {
            self.order.clear();
        }
        self.best.clear();
        self.best.resize(offers, Best::new(top));
        self.thresholds = [u32::MAX; BLOCK_GROUPS];
        self.thresholds[..offers.div_ceil(GROUP)].fill(0);
        let order = std::mem::take(&mut self.order);
        for (reach, ask) in &order {
            // Those that follow reach no higher.
            if self.thresholds.iter().all(|threshold| reach < threshold) {
                break;
            }
            self.meet(block, offers, *ask as usize);
        }
        self.order = order;
        for (at, best) in std::mem::take(&mut self.best).into_iter().enumerate() {
            let position = start + at;
            let explained = best.into_list().into_iter().map(|c| {
                let ask = c.position as usize;
                self.searcher.explain(&self.asks[ask], &self.ready[ask].features, position)
            });
            let matches = explained.collect();
            each(Shortlist { of: self.index.id(position).clone(), admitted: None, matches });
        }
        offers
    }

    /// Bounds every ask against the groups of a block.
    fn bound(&mut self, block: usize, offers: usize) {
        self.order.clear();
        let mut rows = Vec::new();
        for (at, (ready, losses)) in self.ready.iter().zip(&mut self.losses).enumerate() {
            let Some(plan) = &ready.plan else {
                continue;
            };
            rows.clear();
            rows.extend(extremes(self.index, plan));
            let bounds = Bounds { lookups: &plan.cell_lookups, rows: &rows, singles: plan.singles };
            self.searcher.kernel.losses(bounds, block, std::slice::from_mut(losses));
            let groups = &losses[..offers.div_ceil(GROUP)];
            let least = groups.iter().fold(255, |least: u8, loss| least.min(*loss));
            if least < 255 {
                self.order.push((plan.most_with(least), at as u32));
            }
        }
        self.order.sort_unstable_by_key(|(reach, ask)| (std::cmp::Reverse(*reach), *ask));
    }

    /// An ask meets the offers of a block that may still want it.
    fn meet(&mut self, block: usize, offers: usize, ask: usize) {
        let ready = &self.ready[ask];
        let Some(plan) = &ready.plan else {
            return;
        };
        let hopes = self.losses[ask].iter().zip(&self.thresholds).enumerate();
        let groups = hopes.fold(0_u64, |mask, (group, (loss, threshold))| {
            mask | u64::from(*loss < 255 && plan.most_with(*loss) >= *threshold) << group
        });
        if groups == 0 {
            return;
        }
        let lowest = bits(groups).map(|group| self.thresholds[group]).min().unwrap_or(0);
        let Some(limits) = plan.limits(lowest) else {
            return;
        };
        let cells: Vec<u32> =
            bits(cells_of(groups)).map(|cell| (block * BLOCK_CELLS + cell) as u32).collect();
        let rows: Vec<_> = plan.rows.iter().map(|row| self.index.rows.row(*row as usize)).collect();
        let mut found = std::mem::take(&mut self.found);
        self.searcher.kernel.survivors(&plan.lookups, &rows, &cells, limits, &mut found);
        for Survivors { cell, lanes, .. } in &found {
            let at = (*cell as usize % BLOCK_CELLS) * CELL;
            let mut codes = [&Cell::EMPTY; MOST_ROWS];
            for (slot, row) in codes.iter_mut().zip(&rows) {
                *slot = row.cell(*cell as usize);
            }
            for lane in bits(lanes & present(offers.saturating_sub(at), 1)) {
                let threshold = self.best[at + lane].threshold();
                if plan.reach(codes.iter().map(|cell| cell.get(lane))) >= threshold {
                    self.judge(block * BLOCK, at + lane, ask);
                }
            }
        }
        self.found = found;
        for group in bits(groups) {
            let of_group = &self.best[group * GROUP..offers.min((group + 1) * GROUP)];
            self.thresholds[group] = of_group.iter().map(Best::threshold).min().unwrap_or(u32::MAX);
        }
    }

    fn judge(&mut self, start: usize, at: usize, ask: usize) {
        let ready = &self.ready[ask];
        if let Some((asker, offerer)) = self.searcher.points(&ready.features, start + at) {
            self.best[at].offer(Candidate {
                score: self.index.basis.weights.mutual(asker, offerer),
                view: offerer,
                rank: ready.rank,
                position: ask as u32,
            });
        }
    }
}
