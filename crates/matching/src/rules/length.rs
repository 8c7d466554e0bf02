//! Length: the engagement is long enough for the offerer.

use super::failure;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    pair.ask.days() >= i64::from(pair.offer.features.least_days)
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if !passes(pair) {
        let have = pair.ask.days();
        let want = i64::from(pair.offer.features.least_days);
        let (ask, offer) = (Change::AskTo { to: want }, Change::OfferTo { to: have });
        out.push(failure(Rule::Length, have, want, ask, offer));
    }
}
