//! Dates: the offerer is free on every day of the work.

use super::failure;
use crate::basis::date_of;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    let offer = pair.offer.features;
    offer.from <= pair.ask.first && pair.ask.last <= offer.until
}

/// One failure, counted in days: how many of the period the offerer is free on, and how
/// many it has.
pub(super) fn failures(pair: &Pair<'_>, out: &mut Vec<Failure>) {
    if passes(pair) {
        return;
    }
    let (ask, offer) = (pair.ask, pair.offer.features);
    let (first, last) = (ask.first.max(offer.from), ask.last.min(offer.until));
    let free = (i64::from(last) - i64::from(first) + 1).max(0);
    let late = offer.from > ask.first;
    let early = offer.until < ask.last;
    let offer_change = match (late, early) {
        (true, false) => Change::OfferAvailable { day: date_of(ask.first) },
        (false, true) => Change::OfferAvailable { day: date_of(ask.last) },
        // Two dates would have to change.
        _ => Change::None,
    };
    let change = failure(Rule::Dates, free, ask.days(), ask_change(pair), offer_change);
    out.push(change);
}

/// The period cut to the days the offerer is free, or, where there are none, moved to the
/// nearest one.
fn ask_change(pair: &Pair<'_>) -> Change {
    let (ask, offer) = (pair.ask, pair.offer.features);
    if offer.from > offer.until {
        return Change::None;
    }
    let from = ask.first.clamp(offer.from, offer.until);
    let until = ask.last.clamp(offer.from, offer.until);
    Change::AskPeriod { from: date_of(from), until: date_of(until) }
}
