//! Workload: hours a week asked beside those offered.

use super::part as make;
use super::{Reason, Why};
use crate::credit::{credit, percent};
use crate::pair::Pair;
use crate::weights::Weights;
use pul_domain::PartName;

pub(crate) fn points(w: &Weights, asked: Option<u8>, offered: Option<u8>) -> u32 {
    match (asked, offered) {
        (Some(a), Some(b)) => credit(w.offerer.workload, i64::from(a.min(b)), i64::from(a.max(b))),
        _ => percent(w.offerer.workload, w.unknown_percent),
    }
}

pub(super) fn part(pair: &Pair<'_>) -> Reason {
    let (asked, offered) = (pair.ask.hours_per_week, pair.offer.features.hours_per_week);
    let why = match (asked, offered) {
        (Some(a), Some(b)) => Why::Measure { have: i64::from(a.min(b)), want: i64::from(a.max(b)) },
        _ => Why::Unstated,
    };
    let w = &pair.basis.weights;
    make(PartName::Workload, points(w, asked, offered), w.offerer.workload, why)
}
