//! One thread's part of a pass.

use super::bits;
use super::collect::Candidate;
use super::overlaps::Overlaps;
use super::pairs::{overlap, pair, pair_with};
use super::pass::{Pass, Wanted};
use super::queue::Queue;
use super::ready::{Ready, Share};
use super::scan::present;
use super::worths::Worths;
use crate::index::{BLOCK, BLOCK_GROUPS, GROUP, Index};
use crate::kernel::CELL;
use crate::kernel::meet::{Allowed, Met, RowHere};
use crate::{parts, rules};
use std::sync::atomic::Ordering;

/// Asks that wait for an offer, and offers that wait for an ask, until they are judged. The more wait,
/// the fewer need judging, and the later the threshold rises.
const ASKS_WAIT: usize = 192;
const OFFERS_WAIT: usize = 64;

/// One thread's part.
pub(super) struct Worker<'a, 'p> {
    pass: &'p Pass<'a>,
    rows: Vec<RowHere>,
    allowed: Allowed,
    met: Vec<Met>,
    /// Lists of the asks, and of the offers of the block.
    asks: Vec<Queue>,
    offers: Vec<Queue>,
    judge: Judge<'a>,
}

impl<'a, 'p> Worker<'a, 'p> {
    pub(super) fn new(pass: &'p Pass<'a>) -> Worker<'a, 'p> {
        let asks = if pass.wanted == Wanted::Both { pass.limits.len() } else { 0 };
        Worker {
            pass,
            rows: Vec::new(),
            allowed: Allowed { lanes: [[0; CELL]; 16], groups: [0; CELL], any: 0, cells: 0 },
            met: Vec::new(),
            asks: vec![Queue::new(pass.top, &pass.scale); asks],
            offers: Vec::new(),
            judge: Judge::new(pass.index),
        }
    }

    pub(super) fn block(&mut self, block: usize, each: &mut impl FnMut(usize, Vec<Candidate>)) {
        let offers = self.open(block);
        let mut number = 0;
        for share in self.pass.shares {
            for at in 0..share.asks.len() {
                self.meet(share, at, number, block, offers);
                number += 1;
            }
        }
        for at in 0..offers {
            self.judge_offer(block, at);
        }
        for (at, queue) in std::mem::take(&mut self.offers).into_iter().enumerate() {
            each(block * BLOCK + at, queue.into_list());
        }
    }

    /// Turns to a block; how many offers it has.
    fn open(&mut self, block: usize) -> usize {
        let index = self.pass.index;
        let offers = (index.len() - block * BLOCK).min(BLOCK);
        self.rows.clear();
        self.rows.extend((0..index.attributes.rows()).map(|row| index.rows.here(row, block)));
        self.allowed.cells = present(offers, CELL) as u16;
        let empty = Queue::new(self.pass.top, &self.pass.scale);
        self.allowed.lanes = [[empty.limit(); CELL]; 16];
        self.allowed.groups = [empty.limit(); BLOCK_GROUPS];
        self.offers.resize(offers, empty);
        offers
    }

    fn meet(&mut self, share: &Share, at: usize, number: usize, block: usize, offers: usize) {
        let Some(meeting) = share.meeting(at) else {
            return;
        };
        let wanted = self.pass.wanted;
        if wanted == Wanted::Both {
            self.allowed.any = self.pass.limits[number].load(Ordering::Relaxed);
        }
        let mut met = std::mem::take(&mut self.met);
        self.pass.kernel.meet(meeting, &self.rows, &self.allowed, &mut met);
        for Met { cell, lanes, losses } in &met {
            let first = *cell as usize * CELL;
            for lane in bits(lanes & present(offers.saturating_sub(first), 1)) {
                let (loss, offer) = (losses[lane], first + lane);
                if loss <= self.allowed.lanes[*cell as usize][lane]
                    && self.offers[offer].push(loss, number as u32, ASKS_WAIT)
                {
                    self.judge_offer(block, offer);
                }
                if wanted == Wanted::Both
                    && loss <= self.allowed.any
                    && self.asks[number].push(loss, (block * BLOCK + offer) as u32, OFFERS_WAIT)
                {
                    self.judge_ask(&share.asks[at], number);
                }
            }
        }
        self.met = met;
    }

    /// Judges the asks that wait for an offer of the block.
    fn judge_offer(&mut self, block: usize, offer: usize) {
        let (pass, position) = (self.pass, block * BLOCK + offer);
        let judge = &mut self.judge;
        judge.offer.turn(pass.index, position);
        let look = |number| glance_at_ask(pass.ask(number as usize));
        self.offers[offer].judge(&pass.scale, look, |number| {
            let (asker, offerer) = judge.points_of_offer(pass.ask(number as usize), position)?;
            let score = pass.index.basis.weights.mutual(asker, offerer);
            Some(Candidate { score, view: offerer, rank: pass.ranks[number as usize], position: number })
        });
        self.allowed.lanes[offer / CELL][offer % CELL] = self.offers[offer].limit();
        let group = offer / GROUP;
        let first = group * GROUP % CELL;
        let lanes = &self.allowed.lanes[offer / CELL][first..first + GROUP];
        self.allowed.groups[group] = lanes.iter().copied().max().unwrap_or(0);
    }

    /// Judges the offers that wait for an ask.
    fn judge_ask(&mut self, ask: &Ready, number: usize) {
        let pass = self.pass;
        let judge = &mut self.judge;
        let look = |position| glance_at_offer(pass.index, position as usize);
        self.asks[number].judge(&pass.scale, look, |position| {
            let (asker, offerer) = judge.points(ask, position as usize)?;
            let score = pass.index.basis.weights.mutual(asker, offerer);
            let rank = pass.index.ranks[position as usize];
            Some(Candidate { score, view: asker, rank, position })
        });
        let limit = self.asks[number].limit();
        self.allowed.any = pass.limits[number].fetch_min(limit, Ordering::Relaxed).min(limit);
    }

    /// Judges what still waits.
    pub(super) fn finish(mut self) -> Vec<Queue> {
        for number in 0..self.asks.len() {
            if self.asks[number].waits() {
                self.judge_ask(self.pass.ask(number), number);
            }
        }
        self.asks
    }
}

fn glance_at_ask(ask: &Ready) -> u64 {
    let features = &ask.features;
    let needs = features.needs.first().map_or(0, |need| u64::from(need.skill));
    let languages = features.languages.first().map_or(0, |asked| u64::from(asked.language));
    let overlap = ask.overlaps.first().map_or(0, |minutes| u64::from(*minutes));
    needs ^ languages ^ overlap ^ u64::from(features.people) ^ u64::from(features.party)
}

fn glance_at_offer(index: &Index, position: usize) -> u64 {
    let features = &index.store.features[position];
    u64::from(features.hours) ^ u64::from(index.ranks[position])
}

/// What judging needs from pair to pair.
struct Judge<'a> {
    index: &'a Index,
    overlaps: Overlaps,
    scratch: Vec<u8>,
    offer: Worths<'a>,
}

impl<'a> Judge<'a> {
    fn new(index: &'a Index) -> Judge<'a> {
        Judge { index, overlaps: Overlaps::default(), scratch: Vec::new(), offer: Worths::new(index) }
    }

    /// The same for the offer turned to.
    fn points_of_offer(&mut self, ask: &Ready, position: usize) -> Option<(u32, u32)> {
        let overlap = overlap(self.index, &mut self.overlaps, ask, position);
        let worth = |skill| self.offer.of(skill);
        let pair = pair_with(self.index, &ask.features, position, overlap, &mut self.scratch, worth);
        rules::admits(&pair).then(|| parts::points(&pair))
    }

    /// Points of both views of an ask with the offer at a position; none if a rule fails.
    fn points(&mut self, ask: &Ready, position: usize) -> Option<(u32, u32)> {
        let overlap = overlap(self.index, &mut self.overlaps, ask, position);
        let pair = pair(self.index, &ask.features, position, overlap, &mut self.scratch);
        rules::admits(&pair).then(|| parts::points(&pair))
    }
}
