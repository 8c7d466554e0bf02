//! Budget: the rate an hour is at most the budget an hour, where both state money.

use super::{Posts, failure};
use crate::basis::Basis;
use crate::pair::Pair;
use pul_domain::{Change, Failure, Rate, Rule};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    match (pair.ask.budget, pair.rate) {
        (Some(budget), Some(rate)) => rate <= budget,
        _ => true,
    }
}

/// The changes are in minor units of the post's own currency and unit.
pub(super) fn failures(pair: &Pair<'_>, posts: Posts<'_>, out: &mut Vec<Failure>) {
    let (Some(budget), Some(rate)) = (pair.ask.budget, pair.rate) else {
        return;
    };
    if rate <= budget {
        return;
    }
    let ask_change = posts
        .ask
        .budget
        .map_or(Change::None, |own| amount(least(|minor| worth(pair, own, minor).is_none_or(|b| b >= rate))));
    let offer_change = posts.offer.rate.map_or(Change::None, |own| {
        let too_much = least(|minor| worth(pair, own, minor).is_none_or(|r| r > budget));
        to_offer(too_much.map(|minor| minor - 1))
    });
    out.push(failure(Rule::Budget, rate, budget, ask_change, offer_change));
}

/// What another amount in a post's own currency and unit is an hour.
fn worth(pair: &Pair<'_>, own: Rate, minor: u64) -> Option<i64> {
    Basis::hourly(pair.basis, &Rate { minor, ..own }, pair.ask.work)
}

/// The least amount for which a test that holds from some amount on holds.
fn least(holds: impl Fn(u64) -> bool) -> Option<u64> {
    // Findings carry signed amounts, so no change asks for more than those hold.
    let (mut below, mut from) = (0, i64::MAX as u64);
    if !holds(from) {
        return None;
    }
    while below < from {
        let middle = below + (from - below) / 2;
        if holds(middle) {
            from = middle;
        } else {
            below = middle + 1;
        }
    }
    Some(from)
}

fn amount(minor: Option<u64>) -> Change {
    minor.map_or(Change::None, |m| Change::AskTo { to: m as i64 })
}

fn to_offer(minor: Option<u64>) -> Change {
    minor.map_or(Change::None, |m| Change::OfferTo { to: m as i64 })
}
