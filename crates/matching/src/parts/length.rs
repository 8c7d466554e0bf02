//! Length: days of the engagement beside the offerer's wish.

use super::part as make;
use super::{Reason, Why};
use crate::credit::credit;
use crate::pair::Pair;
use crate::weights::Weights;
use pul_domain::PartName;

pub(crate) fn points(w: &Weights, days: i64, wanted: Option<u16>) -> u32 {
    credit(w.offerer.length, days, i64::from(wanted.unwrap_or(0)))
}

pub(super) fn part(pair: &Pair<'_>) -> Reason {
    let w = &pair.basis.weights;
    let (days, wanted) = (pair.ask.days(), pair.offer.features.wanted_days);
    let why = wanted.map_or(Why::NothingAsked, |wanted| Why::Measure { have: days, want: i64::from(wanted) });
    make(PartName::Length, points(w, days, wanted), w.offerer.length, why)
}
