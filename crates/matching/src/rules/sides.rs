//! Sides: two parties, and some side of one differs from some side of the other.

use super::failure;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    let offer = pair.offer.features;
    pair.ask.party != offer.party && pair.ask.sides.differ(offer.sides)
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if !passes(pair) {
        out.push(failure(Rule::Sides, 0, 1, Change::None, Change::None));
    }
}
