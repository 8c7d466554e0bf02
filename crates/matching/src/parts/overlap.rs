//! Overlap: shared working time on the worst day.

use super::{Reason, Why};
use crate::credit::credit;
use crate::pair::Pair;
use pul_domain::PartName;

pub(super) fn part(pair: &Pair<'_>) -> Reason {
    let weight = pair.basis.weights.asker.overlap;
    let (have, want) = (i64::from(pair.overlap), i64::from(pair.ask.wanted_overlap));
    let earned = credit(weight, have, want);
    super::part(PartName::Overlap, earned, weight, Why::Measure { have, want })
}
