//! The other direction, and both at once: the best asks of every offer.

use super::batch::on_threads;
use super::collect::Candidate;
use super::explain::{Explained, Explainer};
use super::pass::{Pass, Wanted};
use super::ready::Share;
use crate::features::AskFeatures;
use crate::index::Index;
use crate::kernel::Kernel;
use pul_domain::{Ask, Shortlist};
use std::sync::atomic::{AtomicUsize, Ordering};

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
        let done = AtomicUsize::new(0);
        let each = |list: &Explained<'_>| {
            each(list.shortlist());
            progress(done.fetch_add(1, Ordering::Relaxed) + 1);
        };
        self.meet(asks, (Wanted::Asks, top, threads), |_| {}, each);
    }

    /// Both directions in one pass over all pairs: the best offers for every ask and the best asks
    /// for every offer, explained in numbers. Lists are given away in no stated order, those of
    /// offers as they are made and those of asks at the end.
    pub fn both_ways(
        &self,
        asks: &[Ask],
        top: usize,
        threads: usize,
        each_ask: impl Fn(&Explained<'_>) + Sync,
        each_offer: impl Fn(&Explained<'_>) + Sync,
    ) {
        self.meet(asks, (Wanted::Both, top, threads), each_ask, each_offer);
    }

    fn meet(
        &self,
        asks: &[Ask],
        (wanted, top, threads): (Wanted, usize, usize),
        each_ask: impl Fn(&Explained<'_>) + Sync,
        each_offer: impl Fn(&Explained<'_>) + Sync,
    ) {
        let words = &self.store.vocabulary;
        let features = |ask| AskFeatures::new(&self.basis, words, ask);
        let shares = on_threads(asks, threads, |asks| vec![Share::new(self, asks.iter().map(features))]);
        let ranks = ranks(asks);
        let pass = Pass::new(self, (&shares, &ranks), wanted, top, Kernel::detect());
        let offers = || {
            let mut explainer = Explainer::new(self);
            let (pass, each) = (&pass, &each_offer);
            move |position, found: Vec<Candidate>| {
                each(&explainer.of_offer(position, &found, |ask| (&asks[ask], pass.ask(ask))));
            }
        };
        let lists = pass.run(threads, offers);
        let numbered: Vec<(usize, Vec<Candidate>)> = lists.into_iter().enumerate().collect();
        on_threads(&numbered, threads, |lists| {
            let mut explainer = Explainer::new(self);
            for (number, found) in lists {
                each_ask(&explainer.of_ask(&asks[*number], pass.ask(*number), found));
            }
            Vec::<()>::new()
        });
    }
}

/// Place of each ask's id among all.
fn ranks(asks: &[Ask]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..asks.len()).collect();
    order.sort_by(|a, b| asks[*a].common.id.cmp(&asks[*b].common.id));
    let mut ranks = vec![0; asks.len()];
    for (rank, at) in order.into_iter().enumerate() {
        ranks[at] = rank as u32;
    }
    ranks
}
