//! Many asks, block by block, so that a block is fetched once for all of them.

use super::collect::Candidate;
use super::searcher::{Found, Open, Searcher};
use crate::features::AskFeatures;
use crate::index::Index;
use pul_domain::{Ask, Shortlist};

/// Asks that pass over the blocks together.
const BATCH: usize = 128;
/// Blocks they pass over at a time: what stays in a processor's own cache.
const BLOCKS: usize = 4;

impl<'a> Searcher<'a> {
    /// The best offers for many asks, in the order of the asks, each list given away as soon as
    /// its batch is done.
    pub fn top_many<'q>(
        &mut self,
        asks: impl IntoIterator<Item = &'q Ask>,
        top: usize,
        mut each: impl FnMut(&'q Ask, Shortlist),
    ) {
        self.batches(asks, top, |searcher, ask, features, found| {
            let list = searcher.shortlist(ask, features, &found);
            each(ask, list);
        });
    }

    /// The same without explanations.
    pub fn find_many<'q>(
        &mut self,
        asks: impl IntoIterator<Item = &'q Ask>,
        top: usize,
        mut each: impl FnMut(&'q Ask, Vec<Found<'a>>),
    ) {
        self.batches(asks, top, |searcher, ask, _, found| each(ask, searcher.named(&found)));
    }

    fn batches<'q>(
        &mut self,
        asks: impl IntoIterator<Item = &'q Ask>,
        top: usize,
        mut each: impl FnMut(&mut Self, &'q Ask, &AskFeatures, Vec<Candidate>),
    ) {
        let mut asks = asks.into_iter();
        loop {
            let batch: Vec<&Ask> = asks.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return;
            }
            let words = &self.index.store.vocabulary;
            let mut open: Vec<(AskFeatures, Option<Open<'a>>)> = Vec::with_capacity(batch.len());
            for ask in &batch {
                let features = AskFeatures::new(&self.index.basis, words, ask);
                let mut opened = self.open(features.clone(), top);
                if let Some(search) = &mut opened {
                    self.judge_some(search);
                }
                open.push((features, opened));
            }
            let blocks = self.index.rows.blocks();
            for start in (0..blocks).step_by(BLOCKS) {
                for search in open.iter_mut().filter_map(|(_, search)| search.as_mut()) {
                    self.judge_noted(search, start + BLOCKS);
                }
            }
            for (ask, (features, search)) in batch.into_iter().zip(open) {
                let found = search.map_or_else(Vec::new, |s| s.best.into_list());
                each(self, ask, &features, found);
            }
        }
    }
}

impl Index {
    /// The best offers for many asks on some threads, in the order of the asks. `progress` is told
    /// how many asks are done.
    pub fn top_many(
        &self,
        asks: &[Ask],
        top: usize,
        threads: usize,
        progress: impl Fn(usize) + Sync,
    ) -> Vec<Shortlist> {
        let share = asks.len().div_ceil(threads.max(1)).max(1);
        let done = std::sync::atomic::AtomicUsize::new(0);
        let (done, progress) = (&done, &progress);
        std::thread::scope(|scope| {
            let workers: Vec<_> = asks
                .chunks(share)
                .map(|asks| {
                    scope.spawn(move || {
                        let mut lists = Vec::with_capacity(asks.len());
                        self.searcher().top_many(asks, top, |_, list| {
                            lists.push(list);
                            progress(done.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1);
                        });
                        lists
                    })
                })
                .collect();
            let joined = workers.into_iter().flat_map(|worker| match worker.join() {
                Ok(lists) => lists,
                Err(panic) => std::panic::resume_unwind(panic),
            });
            joined.collect()
        })
    }
}
