//! The kernel with AVX2: a byte shuffle is sixteen lookups, thirty-two at a time.
#![allow(unsafe_code)]

use super::{Bounds, CELL, Cell, Limits, Lookup, RowView, Survivors};
use std::arch::x86_64::*;

/// Rows between two looks at whether all 64 are out.
const LOOK_EVERY: usize = 3;
/// Cells between fetching one and reading it.
const AHEAD: usize = 8;
/// Rows fetched ahead: the strongest, which most cells do not get past.
const FETCHED: usize = 6;

#[inline(always)]
pub(super) fn fetch<T>(value: &T) {
    // SAFETY: a prefetch of a valid address has no effect on what a program computes.
    unsafe { _mm_prefetch::<_MM_HINT_T0>((&raw const *value).cast()) };
}

/// Both losses: offers 0 to 31, then 32 to 63.
#[derive(Clone, Copy)]
struct Sums {
    one: [__m256i; 2],
    two: [__m256i; 2],
}

pub(super) fn losses_checked(bounds: Bounds<'_>, first: usize, out: &mut [[u8; CELL]]) {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2 and POPCNT.
    unsafe { losses(bounds, first, out) }
}

pub(super) fn at_most_checked(losses: &[u8; CELL], most: u8) -> u64 {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2 and POPCNT.
    unsafe { at_most(losses, most) }
}

pub(super) fn survivors_checked(
    lookups: &[Lookup],
    rows: &[RowView<'_>],
    cells: &[u32],
    limits: Limits,
    out: &mut Vec<Survivors>,
) {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2 and POPCNT.
    unsafe { survivors(lookups, rows, cells, limits, out) }
}

#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn nothing() -> Sums {
    let zero = _mm256_setzero_si256();
    Sums { one: [zero; 2], two: [zero; 2] }
}

/// Losses of the 64 by one row.
#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn looked_up(lookup: &Lookup, cell: &Cell) -> Sums {
    let low_half = _mm256_set1_epi8(15);
    // SAFETY: a cell is 32 bytes, aligned to 32; each half of a lookup is 16 bytes, aligned to 16.
    let (codes, one, two) = unsafe {
        (
            _mm256_load_si256((&raw const *cell).cast()),
            _mm_load_si128((&raw const lookup.one).cast()),
            _mm_load_si128((&raw const lookup.two).cast()),
        )
    };
    let (one, two) = (_mm256_broadcastsi128_si256(one), _mm256_broadcastsi128_si256(two));
    let first = _mm256_and_si256(codes, low_half);
    let second = _mm256_and_si256(_mm256_srli_epi16::<4>(codes), low_half);
    Sums {
        one: [_mm256_shuffle_epi8(one, first), _mm256_shuffle_epi8(one, second)],
        two: [_mm256_shuffle_epi8(two, first), _mm256_shuffle_epi8(two, second)],
    }
}

#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn add(sums: &mut Sums, other: Sums) {
    for half in 0..2 {
        sums.one[half] = _mm256_adds_epu8(sums.one[half], other.one[half]);
        sums.two[half] = _mm256_adds_epu8(sums.two[half], other.two[half]);
    }
}

#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn greater(a: Sums, b: Sums) -> Sums {
    Sums {
        one: [_mm256_max_epu8(a.one[0], b.one[0]), _mm256_max_epu8(a.one[1], b.one[1])],
        two: [_mm256_max_epu8(a.two[0], b.two[0]), _mm256_max_epu8(a.two[1], b.two[1])],
    }
}

#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn mask(sums: &Sums, one: __m256i, two: __m256i) -> u64 {
    let half = |at: usize| {
        let fits_one = _mm256_cmpeq_epi8(_mm256_min_epu8(sums.one[at], one), sums.one[at]);
        let fits_two = _mm256_cmpeq_epi8(_mm256_min_epu8(sums.two[at], two), sums.two[at]);
        _mm256_movemask_epi8(_mm256_and_si256(fits_one, fits_two)) as u32
    };
    u64::from(half(0)) | u64::from(half(1)) << 32
}

#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn bound(bounds: &Bounds<'_>, row: usize, block: usize) -> Sums {
    looked_up(&bounds.lookups[row], &bounds.rows[row][block])
}

/// Adds the rows that come in twos.
#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn add_twos(sums: &mut Sums, bounds: &Bounds<'_>, block: usize) {
    for row in (bounds.singles..bounds.rows.len()).step_by(2) {
        add(sums, greater(bound(bounds, row, block), bound(bounds, row + 1, block)));
    }
}

#[target_feature(enable = "avx2,popcnt")]
fn losses(bounds: Bounds<'_>, first: usize, out: &mut [[u8; CELL]]) {
    for (block, out) in (first..).zip(out) {
        let mut sums = nothing();
        for row in 0..bounds.singles {
            add(&mut sums, bound(&bounds, row, block));
        }
        add_twos(&mut sums, &bounds, block);
        store(&sums, out);
    }
}

/// Writes the greater of the two losses of each of the 64.
#[target_feature(enable = "avx2,popcnt")]
#[inline]
fn store(sums: &Sums, out: &mut [u8; CELL]) {
    for at in 0..2 {
        let greater = _mm256_max_epu8(sums.one[at], sums.two[at]);
        // SAFETY: `out` has 64 bytes and this writes the half of them that starts at 0 or 32.
        unsafe { _mm256_storeu_si256(out.as_mut_ptr().add(at * 32).cast(), greater) };
    }
}

#[target_feature(enable = "avx2,popcnt")]
fn survivors<'a>(
    lookups: &[Lookup],
    rows: &[RowView<'a>],
    cells: &[u32],
    limits: Limits,
    out: &mut Vec<Survivors>,
) {
    let one = _mm256_set1_epi8(limits.one as i8);
    let two = _mm256_set1_epi8(limits.two as i8);
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
                lanes = mask(&sums, one, two);
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

#[target_feature(enable = "avx2,popcnt")]
fn at_most(losses: &[u8; CELL], most: u8) -> u64 {
    let most = _mm256_set1_epi8(most as i8);
    let half = |at: usize| {
        // SAFETY: `losses` has 64 bytes and this reads the half of them that starts at 0 or 32.
        let losses = unsafe { _mm256_loadu_si256(losses.as_ptr().add(at * 32).cast()) };
        _mm256_movemask_epi8(_mm256_cmpeq_epi8(_mm256_min_epu8(losses, most), losses)) as u32
    };
    u64::from(half(0)) | u64::from(half(1)) << 32
}
