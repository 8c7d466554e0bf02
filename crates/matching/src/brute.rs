//! Every pair judged one by one: what the index must equal.

use crate::basis::Basis;
use crate::features::{AskFeatures, OfferStore};
use crate::judge::explain_pair;
use crate::pair::{Pair, overlap, ranks, rate, worths};
use crate::{parts, rules};
use pul_domain::{Ask, Direction, Offer, PostId, Shortlist};
use std::cmp::Reverse;

/// The shortlists of every ask, or of every offer, by judging all pairs. For tests and for
/// small inputs; the index answers the same, fast.
pub fn brute_force(
    basis: &Basis,
    asks: &[Ask],
    offers: &[Offer],
    direction: Direction,
    top: usize,
) -> Vec<Shortlist> {
    let mut store = OfferStore::default();
    for offer in offers {
        store.push(basis, offer);
    }
    let features = asks.iter().map(|ask| AskFeatures::new(basis, &store.vocabulary, ask));
    let all = All { basis, asks, store: &store, features: features.collect() };
    let (for_asks, for_offers) = (0..asks.len(), 0..offers.len());
    match direction {
        Direction::OffersForAsks => for_asks
            .map(|ask| {
                let pairs = for_offers.clone().map(|offer| (ask, offer));
                all.list(&asks[ask].common.id, pairs, direction, top)
            })
            .collect(),
        Direction::AsksForOffers => for_offers
            .map(|offer| {
                let pairs = for_asks.clone().map(|ask| (ask, offer));
                all.list(&store.ids[offer], pairs, direction, top)
            })
            .collect(),
    }
}

/// All pairs there are.
struct All<'a> {
    basis: &'a Basis,
    asks: &'a [Ask],
    store: &'a OfferStore,
    features: Vec<AskFeatures>,
}

impl All<'_> {
    fn list(
        &self,
        of: &PostId,
        pairs: impl Iterator<Item = (usize, usize)>,
        direction: Direction,
        top: usize,
    ) -> Shortlist {
        let mut found = Vec::new();
        for (ask, offer) in pairs {
            let judged = self.with_pair(ask, offer, |pair| rules::admits(pair).then(|| parts::points(pair)));
            let Some((asker, offerer)) = judged else {
                continue;
            };
            let (view, other) = match direction {
                Direction::OffersForAsks => (asker, &self.store.ids[offer]),
                Direction::AsksForOffers => (offerer, &self.asks[ask].common.id),
            };
            let score = self.basis.weights.mutual(asker, offerer);
            found.push(((Reverse(score), Reverse(view), other), ask, offer));
        }
        found.sort_by(|a, b| a.0.cmp(&b.0));
        let explain = |ask, offer| {
            self.with_pair(ask, offer, |pair| explain_pair(pair, &self.asks[ask], &self.store.ids[offer]))
        };
        Shortlist {
            of: of.clone(),
            admitted: Some(found.len() as u64),
            matches: found.iter().take(top).map(|(_, ask, offer)| explain(*ask, *offer)).collect(),
        }
    }

    fn with_pair<T>(&self, ask: usize, offer: usize, then: impl FnOnce(&Pair<'_>) -> T) -> T {
        let (ask, offer) = (&self.features[ask], self.store.view(offer));
        then(&Pair {
            basis: self.basis,
            ask,
            offer,
            worths: &worths(self.basis, ask, offer),
            ranks: &ranks(ask, offer),
            rate: rate(self.basis, ask, offer),
            overlap: overlap(ask, offer),
        })
    }
}
