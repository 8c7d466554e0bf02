//! Capacity: enough people.

use super::failure;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    pair.offer.features.people >= pair.ask.people
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if !passes(pair) {
        let have = i64::from(pair.offer.features.people);
        let want = i64::from(pair.ask.people);
        let (ask, offer) = (Change::AskTo { to: have }, Change::OfferTo { to: want });
        out.push(failure(Rule::Capacity, have, want, ask, offer));
    }
}
