//! An ask put together with the offer at a position.

use super::overlaps::Overlaps;
use super::ready::Ready;
use crate::features::AskFeatures;
use crate::index::{Index, Row};
use crate::kernel::CELL;
use crate::pair::{Pair, rate, via};

/// The pair, its worths and ranks read from the rows: they lie where the search has just been.
pub(super) fn pair<'a>(
    index: &'a Index,
    ask: &'a AskFeatures,
    position: usize,
    overlap: u16,
    scratch: &'a mut Vec<u8>,
) -> Pair<'a> {
    let worth = |skill| match index.attributes.skill(skill) {
        Row::At(row) => code(index, row, position),
        Row::Nobody => 0,
        Row::None => via(&index.basis, skill, index.view(position)).0,
    };
    pair_with(index, ask, position, overlap, scratch, worth)
}

fn code(index: &Index, row: usize, position: usize) -> u8 {
    index.rows.row(row).cell(position / CELL).get(position % CELL)
}

/// The pair where it is known what the offer is worth towards each skill.
pub(super) fn pair_with<'a>(
    index: &'a Index,
    ask: &'a AskFeatures,
    position: usize,
    overlap: u16,
    scratch: &'a mut Vec<u8>,
    worth: impl Fn(u32) -> u8,
) -> Pair<'a> {
    let offer = index.view(position);
    scratch.clear();
    scratch.extend(ask.needs.iter().map(|need| worth(need.skill)));
    scratch.extend(ask.languages.iter().map(|asked| match index.attributes.language(asked.language) {
        Row::At(row) => code(index, row, position),
        Row::Nobody => 0,
        Row::None => offer.rank(asked.language),
    }));
    let (worths, ranks) = scratch.split_at(ask.needs.len());
    Pair { basis: &index.basis, ask, offer, worths, ranks, rate: rate(&index.basis, ask, offer), overlap }
}

/// The overlap of an ask with the offer at a position.
pub(super) fn overlap(index: &Index, overlaps: &mut Overlaps, ask: &Ready, position: usize) -> u16 {
    let window = index.store.features[position].hours;
    match ask.overlaps.get(window as usize) {
        Some(overlap) => *overlap,
        None => {
            overlaps.turn(index, &ask.features);
            overlaps.of(index, &ask.features.window, window)
        }
    }
}
