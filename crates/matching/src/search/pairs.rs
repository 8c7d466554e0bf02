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
    let offer = index.view(position);
    let code = |row| index.rows.row(row).cell(position / CELL).get(position % CELL);
    scratch.clear();
    scratch.extend(ask.needs.iter().map(|need| match index.attributes.skill(need.skill) {
        Row::At(row) => code(row),
        Row::Nobody => 0,
        Row::None => via(&index.basis, need.skill, offer).0,
    }));
    scratch.extend(ask.languages.iter().map(|asked| match index.attributes.language(asked.language) {
        Row::At(row) => code(row),
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
