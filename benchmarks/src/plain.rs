//! The peer to beat: a plain scan, blocked so that it stays in the cache.
//!
//! Offers are cut into blocks; in each block every skill has a list of the offers that have it. An
//! ask adds its weights into one counter for each offer of the block and takes what is above
//! the worst it keeps. Exact for a dot product; it knows no hard rules.

use std::cmp::Reverse;

/// Offers in a block: their counters fit in a first-level cache.
const BLOCK: usize = 16_384;

/// Skills of an offer with their worth in thirds, widened already.
pub type Vector = Vec<(u32, u8)>;

/// Lists of one block.
struct Block {
    start: u32,
    len: usize,
    /// Where the list of each skill starts.
    starts: Vec<u32>,
    entries: Vec<(u16, u8)>,
}

/// Offers ready to be scanned.
pub struct Plain {
    blocks: Vec<Block>,
}

/// Score and number of an offer, best first; equal scores by the lower number.
pub type Kept = Vec<(u32, u32)>;

impl Plain {
    /// Cuts and inverts offers.
    pub fn build(vectors: &[Vector], skills: usize) -> Plain {
        let blocks = vectors.chunks(BLOCK).enumerate().map(|(number, offers)| {
            let mut lists: Vec<Vec<(u16, u8)>> = vec![Vec::new(); skills];
            for (at, vector) in offers.iter().enumerate() {
                for (skill, worth) in vector {
                    lists[*skill as usize].push((at as u16, *worth));
                }
            }
            let mut starts = vec![0];
            let mut entries = Vec::new();
            for list in lists {
                entries.extend(list);
                starts.push(entries.len() as u32);
            }
            Block { start: (number * BLOCK) as u32, len: offers.len(), starts, entries }
        });
        Plain { blocks: blocks.collect() }
    }

    /// The best of every ask, block by block. An ask is skills with weights.
    pub fn top(&self, asks: &[Vec<(u32, u16)>], top: usize) -> Vec<Kept> {
        let mut kept: Vec<Kept> = vec![Vec::with_capacity(top + 1); asks.len()];
        let mut counters = vec![0_u16; BLOCK];
        for block in &self.blocks {
            for (ask, kept) in asks.iter().zip(&mut kept) {
                block.add(ask, &mut counters);
                block.take(&counters, top, kept);
            }
        }
        kept
    }
}

impl Block {
    fn add(&self, ask: &[(u32, u16)], counters: &mut [u16]) {
        counters.fill(0);
        for (skill, weight) in ask {
            let list = self.starts[*skill as usize] as usize..self.starts[*skill as usize + 1] as usize;
            for (at, worth) in &self.entries[list] {
                counters[usize::from(*at)] += weight * u16::from(*worth);
            }
        }
    }

    fn take(&self, counters: &[u16], top: usize, kept: &mut Kept) {
        // Most strips hold nothing: one comparison of their greatest tells.
        for (strip, scores) in counters[..self.len].chunks(64).enumerate() {
            let worst = if kept.len() == top { kept[top - 1].0 } else { 0 };
            let greatest = scores.iter().fold(0, |a, b| a.max(*b));
            if u32::from(greatest) <= worst && kept.len() == top {
                continue;
            }
            for (at, score) in scores.iter().enumerate() {
                let entry = (u32::from(*score), self.start + (strip * 64 + at) as u32);
                let enters = kept.len() < top || entry.0 > kept[top - 1].0;
                if enters && entry.0 > 0 {
                    let place = kept.partition_point(|k| (Reverse(k.0), k.1) < (Reverse(entry.0), entry.1));
                    kept.insert(place, entry);
                    kept.truncate(top);
                }
            }
        }
    }
}
