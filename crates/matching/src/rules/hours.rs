//! Hours: enough hours a week, where both state them.

use super::failure;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    match (pair.ask.hours_per_week, pair.offer.features.hours_per_week) {
        (Some(asked), Some(offered)) => offered >= asked,
        _ => true,
    }
}

pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    let stated = (pair.ask.hours_per_week, pair.offer.features.hours_per_week);
    if let (Some(asked), Some(offered)) = stated
        && offered < asked
    {
        let (have, want) = (i64::from(offered), i64::from(asked));
        let (ask, offer) = (Change::AskTo { to: have }, Change::OfferTo { to: want });
        out.push(failure(Rule::Hours, have, want, ask, offer));
    }
}
