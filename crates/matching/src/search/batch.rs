//! Many asks, in an order in which they find in the cache what the one before them read.

use super::collect::Candidate;
use super::searcher::{Found, Searcher};
use crate::features::AskFeatures;
use crate::index::Index;
use pul_domain::{Ask, Shortlist};
use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Asks put in order together.
const BATCH: usize = 4096;

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
            let features: Vec<AskFeatures> =
                batch.iter().map(|ask| AskFeatures::new(&self.index.basis, words, ask)).collect();
            // Asks for the same skills follow each other, so that they find their rows in the cache.
            let mut order: Vec<usize> = (0..batch.len()).collect();
            order.sort_by_cached_key(|at| weightiest(&features[*at]));
            let mut found = vec![Vec::new(); batch.len()];
            for at in order {
                found[at] = self.search_for(&features[at], top);
            }
            for ((ask, features), found) in batch.into_iter().zip(&features).zip(found) {
                each(self, ask, features, found);
            }
        }
    }
}

/// The skills of an ask, the weightiest first.
fn weightiest(ask: &AskFeatures) -> Vec<u32> {
    let mut needs: Vec<_> = ask.needs.iter().map(|need| (Reverse(need.share), need.skill)).collect();
    needs.sort_unstable();
    needs.into_iter().map(|(_, skill)| skill).collect()
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
        let done = AtomicUsize::new(0);
        on_threads(asks, threads, |asks| {
            let mut lists = Vec::with_capacity(asks.len());
            self.searcher().top_many(asks, top, |_, list| {
                lists.push(list);
                progress(done.fetch_add(1, Ordering::Relaxed) + 1);
            });
            lists
        })
    }
}

/// Does the same to some things on some threads, in shares; what comes of it is in their order.
pub(super) fn on_threads<'t, T: Sync, R: Send>(
    things: &'t [T],
    threads: usize,
    work: impl Fn(&'t [T]) -> Vec<R> + Sync,
) -> Vec<R> {
    let share = things.len().div_ceil(threads.max(1)).max(1);
    let work = &work;
    std::thread::scope(|scope| {
        let workers: Vec<_> = things.chunks(share).map(|some| scope.spawn(move || work(some))).collect();
        let joined = workers.into_iter().flat_map(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        joined.collect()
    })
}
