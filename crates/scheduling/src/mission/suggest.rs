//! Suggestions: wishes the organiser may propose, from how well parties fit.

use super::eligible::refusals;
use pul_domain::{Limit, Mission, PartyId, Wish, WishId, WishState};
use std::collections::BTreeMap;

/// Wishes to propose between attendees who fit, the best first, at most `most` for each party.
///
/// `fits` are pairs with their score of `whole`; a wish is worth its share of 100 points, rounded down, at least 1.
/// Pairs that have a wish already, whatever became of it, are not proposed again, nor are those that roles, a veto or an
/// earlier meeting rule out. They are requests by the organiser: nothing is planned until both accept.
pub fn suggestions(
    mission: &Mission,
    fits: &[(PartyId, PartyId, u32)],
    whole: u32,
    most: usize,
) -> Vec<Wish> {
    let mut best: BTreeMap<(&PartyId, &PartyId), u32> = BTreeMap::new();
    for (a, b, score) in fits.iter().filter(|(a, b, _)| a != b) {
        let score_of = best.entry(if a < b { (a, b) } else { (b, a) }).or_default();
        *score_of = (*score_of).max(*score);
    }
    let mut pairs: Vec<((&PartyId, &PartyId), u32)> = best.into_iter().collect();
    pairs.sort_by_key(|(pair, score)| (std::cmp::Reverse(*score), *pair));
    let wished = |a: &PartyId, b: &PartyId| {
        mission.wishes.iter().any(|w| w.parties.contains(a) && w.parties.contains(b))
    };
    let mut count: BTreeMap<&PartyId, usize> = BTreeMap::new();
    let mut proposed = Vec::new();
    for ((a, b), score) in pairs {
        let room = [a, b].iter().all(|p| count.get(*p).is_none_or(|n| *n < most));
        let Ok(id) = WishId::new(&format!("s-{a}-{b}")) else { continue };
        let value = (u64::from(score) * 100 / u64::from(whole.max(1))).clamp(1, 100) as u32;
        let wish = Wish {
            id,
            parties: vec![a.clone(), b.clone()],
            value,
            state: WishState::Requested,
            delegates: Vec::new(),
            venues: Vec::new(),
            after: Vec::new(),
            fixed: None,
            asked_by: None,
            accepted_by: Vec::new(),
            answer_by: None,
        };
        let only_open = refusals(mission, &wish) == [Limit::State { state: WishState::Requested }];
        if room && only_open && !wished(a, b) {
            [a, b].into_iter().for_each(|p| *count.entry(p).or_default() += 1);
            proposed.push(wish);
        }
    }
    proposed
}
