//! Bounds of a block's cells and of a cell's offers.

use super::plan::{Extreme, MOST_ROWS, Scaled};
use crate::index::{BLOCK, BLOCK_CELLS, Index};
use crate::kernel::{CELL, Cell, Kernel, Limits, Rows};

/// Which cells of a block may hold an offer within the limits.
#[inline]
pub(crate) fn cells_within(
    kernel: Kernel,
    index: &Index,
    plan: &Scaled,
    block: usize,
    limits: Limits,
) -> u64 {
    let mut cells = [&Cell::EMPTY; 2 * MOST_ROWS];
    let rows = cell_rows(index, plan, block, &mut cells);
    kernel.within(rows, limits) & present(index.len() - block * BLOCK, CELL)
}

/// The least loss of any offer of each cell of a block.
#[inline]
pub(crate) fn cell_losses(
    kernel: Kernel,
    index: &Index,
    plan: &Scaled,
    block: usize,
    out: &mut [u8; BLOCK_CELLS],
) {
    let mut cells = [&Cell::EMPTY; 2 * MOST_ROWS];
    kernel.losses(cell_rows(index, plan, block, &mut cells), out);
}

fn cell_rows<'a>(
    index: &'a Index,
    plan: &'a Scaled,
    block: usize,
    cells: &'a mut [&'a Cell; 2 * MOST_ROWS],
) -> Rows<'a> {
    for (slot, (row, extreme)) in cells.iter_mut().zip(&plan.cell_rows) {
        *slot = match extreme {
            Extreme::Highest => index.rows.highest(*row as usize, block),
            Extreme::Lowest => index.rows.lowest(*row as usize, block),
        };
    }
    Rows { lookups: &plan.cell_lookups, cells: &cells[..plan.cell_rows.len()], singles: plan.singles }
}

/// Which offers of a cell are within the limits.
#[inline]
pub(crate) fn offers_within(
    kernel: Kernel,
    index: &Index,
    plan: &Scaled,
    (block, cell): (usize, usize),
    limits: Limits,
) -> u64 {
    let mut cells = [&Cell::EMPTY; MOST_ROWS];
    let many = plan.rows.len();
    for (slot, row) in cells.iter_mut().zip(&plan.rows) {
        *slot = index.rows.block(*row as usize, block).cell(cell);
    }
    let rows = Rows { lookups: &plan.lookups, cells: &cells[..many], singles: many };
    let start = block * BLOCK + cell * CELL;
    kernel.within(rows, limits) & present(index.len() - start, 1)
}

/// Bits of the things that are there, of 64, where `offers` are left and each thing has `size`.
fn present(offers: usize, size: usize) -> u64 {
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
