//! Price: room between the budget and the rate. Both views have it.

use super::{Reason, Why};
use crate::credit::{credit, percent};
use crate::pair::Pair;
use crate::weights::Weights;
use pul_domain::PartName;

/// Points of `weight`; money in hundredths of a US cent an hour.
pub(crate) fn points(w: &Weights, weight: u32, budget: Option<i64>, rate: Option<i64>) -> u32 {
    match (budget, rate) {
        (Some(budget), Some(rate)) => credit(weight, room(budget, rate), wanted(w, budget)),
        _ => percent(weight, w.unknown_percent),
    }
}

fn room(budget: i64, rate: i64) -> i64 {
    // Neither is negative, so the difference fits.
    budget - rate
}

fn wanted(w: &Weights, budget: i64) -> i64 {
    (i128::from(budget) * i128::from(w.full_room_percent) / 100) as i64
}

pub(super) fn part(pair: &Pair<'_>, weight: u32) -> Reason {
    let w = &pair.basis.weights;
    let earned = points(w, weight, pair.ask.budget, pair.rate);
    let why = match (pair.ask.budget, pair.rate) {
        (Some(budget), Some(rate)) => Why::Measure { have: room(budget, rate), want: wanted(w, budget) },
        _ => Why::Unstated,
    };
    super::part(PartName::Price, earned, weight, why)
}
