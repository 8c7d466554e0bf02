//! Masks of groups, cells and offers.

use crate::index::{BLOCK_CELLS, GROUP};
use crate::kernel::CELL;

/// Cells that have a group of a mask of groups.
#[inline]
pub(crate) fn cells_of(groups: u64) -> u64 {
    const { assert!(CELL / GROUP == 4 && BLOCK_CELLS == 16) };
    // The lowest bit of each four says whether any of the four is set.
    let any = (groups | groups >> 1 | groups >> 2 | groups >> 3) & 0x1111_1111_1111_1111;
    let pairs = (any | any >> 3) & 0x0303_0303_0303_0303;
    let fours = (pairs | pairs >> 6) & 0x000f_000f_000f_000f;
    let eights = (fours | fours >> 12) & 0x0000_00ff_0000_00ff;
    (eights | eights >> 24) & 0xffff
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
}
