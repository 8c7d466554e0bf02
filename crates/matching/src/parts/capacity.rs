//! Capacity: people available beyond those asked.

use super::part as make;
use super::{Reason, Why};
use crate::credit::credit;
use crate::pair::Pair;
use crate::weights::Weights;
use pul_domain::PartName;

pub(crate) fn points(w: &Weights, asked: u16, offered: u16) -> u32 {
    let beyond = i64::from(offered) - i64::from(asked);
    credit(w.asker.capacity, beyond, i64::from(asked))
}

pub(super) fn part(pair: &Pair<'_>) -> Reason {
    let w = &pair.basis.weights;
    let (asked, offered) = (pair.ask.people, pair.offer.features.people);
    let why = Why::Measure { have: i64::from(offered) - i64::from(asked), want: i64::from(asked) };
    make(PartName::Capacity, points(w, asked, offered), w.asker.capacity, why)
}
