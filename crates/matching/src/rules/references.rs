//! References: enough clients vouch.

use super::failure;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    pair.offer.features.references >= pair.ask.least_references
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if !passes(pair) {
        let have = i64::from(pair.offer.features.references);
        let want = i64::from(pair.ask.least_references);
        let (ask, offer) = (Change::AskTo { to: have }, Change::OfferTo { to: want });
        out.push(failure(Rule::References, have, want, ask, offer));
    }
}
