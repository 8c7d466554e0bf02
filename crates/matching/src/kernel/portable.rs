//! The kernel in plain Rust.

use super::{CELL, Limits, Rows};

/// Both losses of each of the 64.
struct Sums {
    one: [u8; CELL],
    two: [u8; CELL],
}

/// Losses of the 64 by one row.
fn looked_up(rows: Rows<'_>, at: usize) -> Sums {
    let (lookup, cell) = (&rows.lookups[at], rows.cells[at]);
    let mut out = Sums { one: [0; CELL], two: [0; CELL] };
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

fn sums(rows: Rows<'_>) -> Sums {
    let mut sums = Sums { one: [0; CELL], two: [0; CELL] };
    for at in 0..rows.singles {
        combine(&mut sums, &looked_up(rows, at), u8::saturating_add);
    }
    for at in (rows.singles..rows.cells.len()).step_by(2) {
        let mut greater = looked_up(rows, at);
        combine(&mut greater, &looked_up(rows, at + 1), u8::max);
        combine(&mut sums, &greater, u8::saturating_add);
    }
    sums
}

pub(super) fn within(rows: Rows<'_>, limits: Limits) -> u64 {
    let sums = sums(rows);
    let lanes = sums.one.iter().zip(&sums.two).enumerate();
    lanes.fold(0, |mask, (lane, (one, two))| {
        mask | u64::from(*one <= limits.one && *two <= limits.two) << lane
    })
}

pub(super) fn losses(rows: Rows<'_>, out: &mut [u8; CELL]) {
    let sums = sums(rows);
    for (out, (one, two)) in out.iter_mut().zip(sums.one.iter().zip(&sums.two)) {
        *out = *one.max(two);
    }
}
