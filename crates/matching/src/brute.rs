//! Every pair judged one by one: what the index must equal.

use crate::basis::Basis;
use crate::judge::explain_pair;
use crate::pair::Compiled;
use crate::rules;
use pul_domain::{Ask, Direction, Match, Offer, Shortlist};

/// The shortlists of every ask, or of every offer, by judging all pairs. For tests and for
/// small inputs; the index answers the same, fast.
pub fn brute_force(
    basis: &Basis,
    asks: &[Ask],
    offers: &[Offer],
    direction: Direction,
    top: usize,
) -> Vec<Shortlist> {
    let of = match direction {
        Direction::OffersForAsks => asks.len(),
        Direction::AsksForOffers => offers.len(),
    };
    (0..of)
        .map(|at| match direction {
            Direction::OffersForAsks => {
                let pairs = offers.iter().map(|offer| (&asks[at], offer));
                list(basis, pairs, &asks[at].common.id, direction, top)
            }
            Direction::AsksForOffers => {
                let pairs = asks.iter().map(|ask| (ask, &offers[at]));
                list(basis, pairs, &offers[at].common.id, direction, top)
            }
        })
        .collect()
}

fn list<'a>(
    basis: &Basis,
    pairs: impl Iterator<Item = (&'a Ask, &'a Offer)>,
    of: &pul_domain::PostId,
    direction: Direction,
    top: usize,
) -> Shortlist {
    let mut matches: Vec<Match> = pairs
        .filter_map(|(ask, offer)| {
            let compiled = Compiled::new(basis, ask, offer);
            let pair = compiled.pair(basis);
            rules::admits(&pair).then(|| explain_pair(&pair, ask, &offer.common.id))
        })
        .collect();
    let admitted = matches.len() as u64;
    matches.sort_by(|a, b| match direction {
        Direction::OffersForAsks => {
            (b.score, b.asker.points, &a.offer).cmp(&(a.score, a.asker.points, &b.offer))
        }
        Direction::AsksForOffers => {
            (b.score, b.offerer.points, &a.ask).cmp(&(a.score, a.offerer.points, &b.ask))
        }
    });
    matches.truncate(top);
    Shortlist { of: of.clone(), admitted: Some(admitted), matches }
}
