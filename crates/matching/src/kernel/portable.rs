//! The kernel in plain Rust.

use super::{Bounds, CELL, Cell, Limits, Lookup, RowView, Survivors};

/// Both losses of each of the 64.
struct Sums {
    one: [u8; CELL],
    two: [u8; CELL],
}

const NOTHING: Sums = Sums { one: [0; CELL], two: [0; CELL] };

/// Losses of the 64 by one row.
fn looked_up(lookup: &Lookup, cell: &Cell) -> Sums {
    let mut out = NOTHING;
    for (lane, byte) in cell.0.iter().enumerate() {
        let (low, high) = (usize::from(byte & 15), usize::from(byte >> 4));
        (out.one[lane], out.two[lane]) = (lookup.one[low], lookup.two[low]);
        (out.one[lane + 32], out.two[lane + 32]) = (lookup.one[high], lookup.two[high]);
    }
    out
}

fn combine(into: &mut Sums, other: &Sums, with: fn(u8, u8) -> u8) {
    for (a, b) in into.one.iter_mut().zip(&other.one) {
        *a = with(*a, *b);
    }
    for (a, b) in into.two.iter_mut().zip(&other.two) {
        *a = with(*a, *b);
    }
}

fn mask(sums: &Sums, limits: Limits) -> u64 {
    let lanes = sums.one.iter().zip(&sums.two).enumerate();
    lanes.fold(0, |mask, (lane, (one, two))| {
        mask | u64::from(*one <= limits.one && *two <= limits.two) << lane
    })
}

fn sums(bounds: Bounds<'_>, block: usize) -> Sums {
    let at = |row: usize| looked_up(&bounds.lookups[row], &bounds.rows[row][block]);
    let mut sums = NOTHING;
    for row in 0..bounds.singles {
        combine(&mut sums, &at(row), u8::saturating_add);
    }
    for row in (bounds.singles..bounds.rows.len()).step_by(2) {
        let mut greater = at(row);
        combine(&mut greater, &at(row + 1), u8::max);
        combine(&mut sums, &greater, u8::saturating_add);
    }
    sums
}

pub(super) fn losses(bounds: Bounds<'_>, first: usize, out: &mut [[u8; CELL]]) {
    for (block, out) in out.iter_mut().enumerate() {
        let sums = sums(bounds, first + block);
        for (out, (one, two)) in out.iter_mut().zip(sums.one.iter().zip(&sums.two)) {
            *out = *one.max(two);
        }
    }
}

pub(super) fn survivors(
    lookups: &[Lookup],
    rows: &[RowView<'_>],
    cells: &[u32],
    limits: Limits,
    out: &mut Vec<Survivors>,
) {
    for cell in cells {
        let mut sums = NOTHING;
        for (lookup, row) in lookups.iter().zip(rows) {
            combine(&mut sums, &looked_up(lookup, row.cell(*cell as usize)), u8::saturating_add);
        }
        let lanes = mask(&sums, limits);
        if lanes != 0 {
            let mut losses = sums.one;
            for (loss, two) in losses.iter_mut().zip(&sums.two) {
                *loss = (*loss).max(*two);
            }
            out.push(Survivors { cell: *cell, lanes, losses });
        }
    }
}

pub(super) fn at_most(losses: &[u8; CELL], most: u8) -> u64 {
    let lanes = losses.iter().enumerate();
    lanes.fold(0, |mask, (lane, loss)| mask | u64::from(*loss <= most) << lane)
}
