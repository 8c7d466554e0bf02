//! Masks of groups, cells and offers.

use crate::index::{BLOCK_CELLS, BLOCK_GROUPS, GROUP};
use crate::kernel::{CELL, Place, Words};

/// Groups in a cell.
pub(super) const OF_CELL: usize = CELL / GROUP;

/// Cells that have a group of a mask of groups.
#[inline]
pub(crate) fn cells_of(groups: u64) -> u64 {
    const { assert!(OF_CELL == 4 && BLOCK_CELLS == 16) };
    // The lowest bit of each four says whether any of the four is set.
    let any = (groups | groups >> 1 | groups >> 2 | groups >> 3) & 0x1111_1111_1111_1111;
    let pairs = (any | any >> 3) & 0x0303_0303_0303_0303;
    let fours = (pairs | pairs >> 6) & 0x000f_000f_000f_000f;
    let eights = (fours | fours >> 12) & 0x0000_00ff_0000_00ff;
    (eights | eights >> 24) & 0xffff
}

/// The cells that have a group of a mask of a block's groups, each with the offers of those groups
/// that pass and the least that one of its groups loses.
#[inline]
pub(super) fn places_in(
    block: usize,
    groups: u64,
    losses: &[u8; BLOCK_GROUPS],
    passing: &Words,
) -> impl Iterator<Item = Place> {
    bits(cells_of(groups)).map(move |cell| {
        let four = groups >> (cell * OF_CELL) & 15;
        // Each of the four bits to the foot of its quarter, and over all of it.
        let feet = (four | four << 15 | four << 30 | four << 45) & 0x0001_0001_0001_0001;
        let lanes = (feet * ((1 << GROUP) - 1)) & passing[cell];
        let least = losses[cell * OF_CELL..][..OF_CELL].iter().fold(255, |least, loss| least.min(*loss));
        Place { cell: (block * BLOCK_CELLS + cell) as u32, least, lanes }
    })
}

/// Bits of the things that are there, of 64, where `offers` are left and each thing has `size`.
pub(crate) fn present(offers: usize, size: usize) -> u64 {
    match offers.div_ceil(size) {
        64.. => u64::MAX,
        some => (1 << some) - 1,
    }
}

/// The set bits of a mask, lowest first.
pub(crate) fn bits(mut mask: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        (mask != 0).then(|| {
            let at = mask.trailing_zeros() as usize;
            mask &= mask - 1;
            at
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_counts_when_one_of_its_groups_does() {
        assert_eq!(cells_of(0), 0);
        assert_eq!(cells_of(u64::MAX), 0xffff);
        for group in 0..64 {
            assert_eq!(cells_of(1 << group), 1 << (group / 4), "group {group}");
        }
    }

    #[test]
    fn a_place_has_the_offers_of_its_groups_that_pass() {
        let mut passing = [u64::MAX; BLOCK_CELLS];
        passing[15] = 3 << 60;
        let losses = std::array::from_fn(|group| 200 - group as u8);
        let found: Vec<Place> = places_in(2, 1 << 7 | 1 << 5 | 1 << 63, &losses, &passing).collect();
        let first = Place { cell: 33, least: 193, lanes: 0xffff_0000_ffff_0000 };
        assert_eq!(found, [first, Place { cell: 47, least: 137, lanes: 3 << 60 }]);
    }
}
