//! Kind: both posts are of one kind.

use super::failure;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    pair.ask.kind == pair.offer.features.kind
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if !passes(pair) {
        out.push(failure(Rule::Kind, 0, 1, Change::None, Change::None));
    }
}
