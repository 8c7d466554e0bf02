//! The kernel with AVX-512: all 64 offers of a cell in one register.
#![allow(unsafe_code)]

use super::{Bounds, CELL, Cell, Limits, Lookup, RowView, Survivors, fetch};
use std::arch::x86_64::*;

/// Rows between two looks at whether all 64 are out.
const LOOK_EVERY: usize = 2;
/// Cells between fetching one and reading it.
const AHEAD: usize = 8;
/// Rows fetched ahead: the strongest, which most cells do not get past.
const FETCHED: usize = 6;

/// Both losses of the 64.
#[derive(Clone, Copy)]
struct Sums {
    one: __m512i,
    two: __m512i,
}

pub(super) fn losses_checked(bounds: Bounds<'_>, first: usize, out: &mut [[u8; CELL]]) {
    // SAFETY: `Kernel::Avx512` is chosen only where the machine has AVX-512 BW, VL and VBMI.
    unsafe { losses(bounds, first, out) }
}

pub(super) fn at_most_checked(losses: &[u8; CELL], most: u8) -> u64 {
    // SAFETY: `Kernel::Avx512` is chosen only where the machine has AVX-512 BW, VL and VBMI.
    unsafe { at_most(losses, most) }
}

pub(super) fn survivors_checked(
    lookups: &[Lookup],
    rows: &[RowView<'_>],
    cells: &[u32],
    limits: Limits,
    out: &mut Vec<Survivors>,
) {
    // SAFETY: `Kernel::Avx512` is chosen only where the machine has AVX-512 BW, VL and VBMI.
    unsafe { survivors(lookups, rows, cells, limits, out) }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
#[inline]
fn nothing() -> Sums {
    Sums { one: _mm512_setzero_si512(), two: _mm512_setzero_si512() }
}

/// The codes of a cell, one to a byte; what stands above the low four bits is of no account.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
#[inline]
fn codes(cell: &Cell) -> __m512i {
    // SAFETY: a cell is 32 bytes, aligned to 32.
    let packed = unsafe { _mm256_load_si256((&raw const *cell).cast()) };
    let shifts = _mm512_inserti64x4::<1>(_mm512_setzero_si512(), _mm256_set1_epi16(4));
    _mm512_srlv_epi16(_mm512_broadcast_i64x4(packed), shifts)
}

/// Losses of the 64 by one row. The table stands four times in the register, so that the two bits
/// beside a code choose among copies of it.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
#[inline]
fn looked_up(lookup: &Lookup, cell: &Cell) -> Sums {
    // SAFETY: each half of a lookup is 16 bytes, aligned to 16.
    let (one, two) = unsafe {
        (_mm_load_si128((&raw const lookup.one).cast()), _mm_load_si128((&raw const lookup.two).cast()))
    };
    let codes = codes(cell);
    Sums {
        one: _mm512_permutexvar_epi8(codes, _mm512_broadcast_i32x4(one)),
        two: _mm512_permutexvar_epi8(codes, _mm512_broadcast_i32x4(two)),
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
#[inline]
fn add(sums: &mut Sums, other: Sums) {
    sums.one = _mm512_adds_epu8(sums.one, other.one);
    sums.two = _mm512_adds_epu8(sums.two, other.two);
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
#[inline]
fn greater(a: Sums, b: Sums) -> Sums {
    Sums { one: _mm512_max_epu8(a.one, b.one), two: _mm512_max_epu8(a.two, b.two) }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
fn losses(bounds: Bounds<'_>, first: usize, out: &mut [[u8; CELL]]) {
    for (block, out) in (first..).zip(out) {
        let bound = |row: usize| looked_up(&bounds.lookups[row], &bounds.rows[row][block]);
        let mut sums = nothing();
        for row in 0..bounds.singles {
            add(&mut sums, bound(row));
        }
        for row in (bounds.singles..bounds.rows.len()).step_by(2) {
            add(&mut sums, greater(bound(row), bound(row + 1)));
        }
        store(&sums, out);
    }
}

/// Writes the greater of the two losses of each of the 64.
#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
#[inline]
fn store(sums: &Sums, out: &mut [u8; CELL]) {
    // SAFETY: `out` has the 64 bytes this writes.
    unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast(), _mm512_max_epu8(sums.one, sums.two)) };
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
fn survivors<'a>(
    lookups: &[Lookup],
    rows: &[RowView<'a>],
    cells: &[u32],
    limits: Limits,
    out: &mut Vec<Survivors>,
) {
    let one = _mm512_set1_epi8(limits.one as i8);
    let two = _mm512_set1_epi8(limits.two as i8);
    let strong = rows.len().min(FETCHED);
    // Where the cells of the strongest rows lie is worked out, and they are sent for, some cells
    // before they are read.
    let mut ring = [[&Cell::EMPTY; FETCHED]; AHEAD];
    let send_for = |ring: &mut [[&'a Cell; FETCHED]; AHEAD], at: usize| {
        if let Some(cell) = cells.get(at) {
            for (slot, row) in ring[at % AHEAD].iter_mut().zip(&rows[..strong]) {
                *slot = row.cell(*cell as usize);
                fetch(*slot);
            }
        }
    };
    (0..AHEAD).for_each(|at| send_for(&mut ring, at));
    for (at, cell) in cells.iter().enumerate() {
        let here = ring[at % AHEAD];
        send_for(&mut ring, at + AHEAD);
        let mut sums = nothing();
        let mut lanes = u64::MAX;
        for (row, lookup) in lookups.iter().enumerate() {
            let codes = if row < strong { here[row] } else { rows[row].cell(*cell as usize) };
            add(&mut sums, looked_up(lookup, codes));
            if row % LOOK_EVERY == LOOK_EVERY - 1 || row + 1 == lookups.len() {
                lanes = _mm512_cmple_epu8_mask(sums.one, one) & _mm512_cmple_epu8_mask(sums.two, two);
                if lanes == 0 {
                    break;
                }
            }
        }
        if lanes != 0 {
            let mut losses = [0; CELL];
            store(&sums, &mut losses);
            out.push(Survivors { cell: *cell, lanes, losses });
        }
    }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,avx512vbmi,popcnt")]
fn at_most(losses: &[u8; CELL], most: u8) -> u64 {
    // SAFETY: `losses` has the 64 bytes this reads.
    let losses = unsafe { _mm512_loadu_si512(losses.as_ptr().cast()) };
    _mm512_cmple_epu8_mask(losses, _mm512_set1_epi8(most as i8))
}
