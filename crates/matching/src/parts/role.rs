//! Role: how near the role of the ask is to the offerer's.

use super::part as make;
use super::{Reason, Why};
use crate::basis::Basis;
use crate::credit::{credit, percent};
use crate::pair::Pair;
use pul_domain::PartName;

pub(crate) fn points(basis: &Basis, asked: Option<u32>, offered: Option<u32>) -> u32 {
    let w = &basis.weights;
    match (asked, offered) {
        (Some(a), Some(b)) => credit(w.offerer.role, i64::from(basis.role_affinity(a, b)), 100),
        _ => percent(w.offerer.role, w.unknown_percent),
    }
}

pub(super) fn part(pair: &Pair<'_>) -> Reason {
    let (asked, offered) = (pair.ask.role, pair.offer.features.role);
    let why = match (asked, offered) {
        (Some(a), Some(b)) => Why::Measure { have: i64::from(pair.basis.role_affinity(a, b)), want: 100 },
        _ => Why::Unstated,
    };
    let weight = pair.basis.weights.offerer.role;
    make(PartName::Role, points(pair.basis, asked, offered), weight, why)
}
