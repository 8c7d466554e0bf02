//! Record: what the offerer has done before.

use super::part as make;
use super::{Reason, Why};
use crate::credit::{credit, percent};
use crate::features::Record;
use crate::pair::Pair;
use crate::weights::Weights;
use pul_domain::PartName;

pub(crate) fn points(w: &Weights, record: Record) -> u32 {
    match record {
        Record::Unstated => percent(w.asker.record, w.unknown_percent),
        Record::Points(points) => credit(w.asker.record, i64::from(points), 100),
    }
}

pub(super) fn part(pair: &Pair<'_>) -> Reason {
    let w = &pair.basis.weights;
    let record = pair.offer.features.record;
    let why = match record {
        Record::Unstated => Why::Unstated,
        Record::Points(points) => Why::Measure { have: i64::from(points), want: 100 },
    };
    make(PartName::Record, points(w, record), w.asker.record, why)
}
