//! One search after another, with what they share kept between them.

use super::collect::Candidate;
use super::masks::Masks;
use super::overlaps::Overlaps;
use super::plan::{Plan, Scaled};
use super::promising::Places;
use super::tables::Table;
use crate::features::AskFeatures;
use crate::index::{BLOCK_GROUPS, Index};
use crate::judge::explain_pair;
use crate::kernel::{Kernel, Sums, Survivors};
use pul_domain::{Ask, Match, PostId, Shortlist};

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
    pub(super) tables: Vec<Table>,
    pub(super) masks: Masks,
    pub(super) plan: Plan,
    pub(super) scaled: Scaled,
    pub(super) losses: Vec<[u8; BLOCK_GROUPS]>,
    pub(super) least: Vec<u8>,
    /// What the most promising groups lose at most.
    pub(super) level: u8,
    /// Points the ask before lost, and some.
    pub(super) room: u32,
    pub(super) judged: Vec<u64>,
    /// Groups within a level, a mask for each block, and where they are.
    pub(super) within: Vec<u64>,
    pub(super) places: Places,
    pub(super) worths: Vec<u8>,
    pub(super) sums: Sums,
    pub(super) survivors: Vec<Survivors>,
    /// What each offer to judge loses at least, above where it is.
    pub(super) hopeful: Vec<u64>,
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
            masks: Masks::default(),
            plan: Plan::default(),
            scaled: Scaled::default(),
            losses: Vec::new(),
            least: Vec::new(),
            level: 0,
            room: u32::MAX,
            judged: Vec::new(),
            within: Vec::new(),
            places: Places::default(),
            worths: Vec::new(),
            sums: Sums::default(),
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
}
