//! The kernel with AVX2: a byte shuffle is sixteen lookups, thirty-two at a time.
#![allow(unsafe_code)]

use super::{CELL, Limits, Rows};
use std::arch::x86_64::*;

/// Rows between two looks at whether all 64 are out.
const LOOK_EVERY: usize = 3;

/// Both losses: offers 0 to 31, then 32 to 63.
#[derive(Clone, Copy)]
struct Sums {
    one: [__m256i; 2],
    two: [__m256i; 2],
}

pub(super) fn within_checked(rows: Rows<'_>, limits: Limits) -> u64 {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2.
    unsafe { within(rows, limits) }
}

pub(super) fn losses_checked(rows: Rows<'_>, out: &mut [u8; CELL]) {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2.
    unsafe { losses(rows, out) }
}

#[target_feature(enable = "avx2")]
#[inline]
fn nothing() -> Sums {
    let zero = _mm256_setzero_si256();
    Sums { one: [zero; 2], two: [zero; 2] }
}

/// Losses of the 64 by one row.
#[target_feature(enable = "avx2")]
#[inline]
fn looked_up(rows: Rows<'_>, at: usize) -> Sums {
    let low_half = _mm256_set1_epi8(15);
    // SAFETY: a cell and a lookup are each 32 bytes, aligned to 32 bytes.
    let (codes, tables) = unsafe {
        (
            _mm256_load_si256((&raw const *rows.cells[at]).cast()),
            _mm256_load_si256((&raw const rows.lookups[at]).cast()),
        )
    };
    let first = _mm256_and_si256(codes, low_half);
    let second = _mm256_and_si256(_mm256_srli_epi16::<4>(codes), low_half);
    let one = _mm256_permute4x64_epi64::<0b01_00_01_00>(tables);
    let two = _mm256_permute4x64_epi64::<0b11_10_11_10>(tables);
    Sums {
        one: [_mm256_shuffle_epi8(one, first), _mm256_shuffle_epi8(one, second)],
        two: [_mm256_shuffle_epi8(two, first), _mm256_shuffle_epi8(two, second)],
    }
}

#[target_feature(enable = "avx2")]
#[inline]
fn add(sums: &mut Sums, other: Sums) {
    for half in 0..2 {
        sums.one[half] = _mm256_adds_epu8(sums.one[half], other.one[half]);
        sums.two[half] = _mm256_adds_epu8(sums.two[half], other.two[half]);
    }
}

#[target_feature(enable = "avx2")]
#[inline]
fn greater(a: Sums, b: Sums) -> Sums {
    Sums {
        one: [_mm256_max_epu8(a.one[0], b.one[0]), _mm256_max_epu8(a.one[1], b.one[1])],
        two: [_mm256_max_epu8(a.two[0], b.two[0]), _mm256_max_epu8(a.two[1], b.two[1])],
    }
}

#[target_feature(enable = "avx2")]
#[inline]
fn mask(sums: &Sums, one: __m256i, two: __m256i) -> u64 {
    let half = |at: usize| {
        let fits_one = _mm256_cmpeq_epi8(_mm256_min_epu8(sums.one[at], one), sums.one[at]);
        let fits_two = _mm256_cmpeq_epi8(_mm256_min_epu8(sums.two[at], two), sums.two[at]);
        _mm256_movemask_epi8(_mm256_and_si256(fits_one, fits_two)) as u32
    };
    u64::from(half(0)) | u64::from(half(1)) << 32
}

#[target_feature(enable = "avx2")]
fn within(rows: Rows<'_>, limits: Limits) -> u64 {
    let mut sums = nothing();
    let one = _mm256_set1_epi8(limits.one as i8);
    let two = _mm256_set1_epi8(limits.two as i8);
    for at in 0..rows.singles {
        add(&mut sums, looked_up(rows, at));
        if at % LOOK_EVERY == LOOK_EVERY - 1 && mask(&sums, one, two) == 0 {
            return 0;
        }
    }
    for at in (rows.singles..rows.cells.len()).step_by(2) {
        add(&mut sums, greater(looked_up(rows, at), looked_up(rows, at + 1)));
    }
    mask(&sums, one, two)
}

#[target_feature(enable = "avx2")]
fn losses(rows: Rows<'_>, out: &mut [u8; CELL]) {
    let mut sums = nothing();
    for at in 0..rows.singles {
        add(&mut sums, looked_up(rows, at));
    }
    for at in (rows.singles..rows.cells.len()).step_by(2) {
        add(&mut sums, greater(looked_up(rows, at), looked_up(rows, at + 1)));
    }
    for at in 0..2 {
        let greater = _mm256_max_epu8(sums.one[at], sums.two[at]);
        // SAFETY: `out` has 64 bytes and this writes the half of them that starts at 0 or 32.
        unsafe { _mm256_storeu_si256(out.as_mut_ptr().add(at * 32).cast(), greater) };
    }
}
