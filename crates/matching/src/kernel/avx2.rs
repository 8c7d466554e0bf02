//! The kernel with AVX2: a byte shuffle is sixteen lookups, thirty-two at a time.
#![allow(unsafe_code)]

use super::bytes::{Bytes, Task};
use super::{CELL, Cell};
use std::arch::x86_64::*;

/// Lanes 0 to 31, then 32 to 63.
#[derive(Clone, Copy)]
struct Halves([__m256i; 2]);

#[inline(always)]
pub(super) fn fetch<T>(value: &T) {
    // SAFETY: a prefetch of a valid address has no effect on what a program computes.
    unsafe { _mm_prefetch::<_MM_HINT_T0>((&raw const *value).cast()) };
}

/// The line in which a value ends.
#[inline(always)]
pub(super) fn fetch_end<T>(value: &T) {
    let last = (&raw const *value).cast::<i8>().wrapping_add(size_of::<T>().saturating_sub(1));
    // SAFETY: as above; this is the last byte of the value.
    unsafe { _mm_prefetch::<_MM_HINT_T0>(last) };
}

pub(super) fn run(task: impl Task) {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2 and POPCNT.
    unsafe { run_here(task) }
}

#[target_feature(enable = "avx2,popcnt")]
fn run_here(task: impl Task) {
    task.run::<Halves>()
}

// SAFETY of every block below: these are called from `run_here` alone, which has the features;
// what is read or written through a pointer is a reference of at least that size.
impl Bytes for Halves {
    type Codes = [__m256i; 2];

    #[inline(always)]
    fn all(value: u8) -> Halves {
        let all = unsafe { _mm256_set1_epi8(value as i8) };
        Halves([all; 2])
    }

    #[inline(always)]
    fn load(values: &[u8; CELL]) -> Halves {
        let at = values.as_ptr();
        unsafe { Halves([_mm256_loadu_si256(at.cast()), _mm256_loadu_si256(at.add(32).cast())]) }
    }

    #[inline(always)]
    fn store(self, out: &mut [u8; CELL]) {
        let at = out.as_mut_ptr();
        unsafe {
            _mm256_storeu_si256(at.cast(), self.0[0]);
            _mm256_storeu_si256(at.add(32).cast(), self.0[1]);
        }
    }

    #[inline(always)]
    fn codes(cell: &Cell) -> [__m256i; 2] {
        unsafe {
            let packed = _mm256_load_si256(cell.0.as_ptr().cast());
            let low_half = _mm256_set1_epi8(15);
            [_mm256_and_si256(packed, low_half), _mm256_and_si256(_mm256_srli_epi16::<4>(packed), low_half)]
        }
    }

    #[inline(always)]
    fn look_up(table: &[u8; 16], codes: [__m256i; 2]) -> Halves {
        unsafe {
            let table = _mm256_broadcastsi128_si256(_mm_loadu_si128(table.as_ptr().cast()));
            Halves([_mm256_shuffle_epi8(table, codes[0]), _mm256_shuffle_epi8(table, codes[1])])
        }
    }

    #[inline(always)]
    fn add(self, other: Halves) -> Halves {
        let (a, b) = (self.0, other.0);
        unsafe { Halves([_mm256_adds_epu8(a[0], b[0]), _mm256_adds_epu8(a[1], b[1])]) }
    }

    #[inline(always)]
    fn greater(self, other: Halves) -> Halves {
        let (a, b) = (self.0, other.0);
        unsafe { Halves([_mm256_max_epu8(a[0], b[0]), _mm256_max_epu8(a[1], b[1])]) }
    }

    #[inline(always)]
    fn at_most(self, most: Halves) -> u64 {
        let (a, b) = (self.0, most.0);
        unsafe {
            let low = _mm256_cmpeq_epi8(_mm256_min_epu8(a[0], b[0]), a[0]);
            let high = _mm256_cmpeq_epi8(_mm256_min_epu8(a[1], b[1]), a[1]);
            joined(low, high)
        }
    }

    #[inline(always)]
    fn only(self, lanes: u64) -> Halves {
        let mut out = self.0;
        for (half, out) in out.iter_mut().enumerate() {
            unsafe {
                // A byte of the mask for each eight lanes, and of it the bit of the lane.
                let mask = _mm256_set1_epi32((lanes >> (half * 32)) as i32);
                let of = |byte: i64| byte * 0x0101_0101_0101_0101;
                let spread = _mm256_set_epi64x(of(3), of(2), of(1), 0);
                let bit = _mm256_set1_epi64x(0x8040_2010_0804_0201_u64 as i64);
                let chosen = _mm256_and_si256(_mm256_shuffle_epi8(mask, spread), bit);
                *out = _mm256_or_si256(*out, _mm256_cmpeq_epi8(chosen, _mm256_setzero_si256()));
            }
        }
        Halves(out)
    }

    #[inline(always)]
    fn sixteenths(words: &[u64; 16]) -> u64 {
        let at = words.as_ptr();
        let mut none = [0_u32; 2];
        for (half, none) in none.iter_mut().enumerate() {
            unsafe {
                let words = at.add(half * 8);
                let zero = _mm256_setzero_si256();
                let low = _mm256_cmpeq_epi16(_mm256_loadu_si256(words.cast()), zero);
                let high = _mm256_cmpeq_epi16(_mm256_loadu_si256(words.add(4).cast()), zero);
                // Packing takes its two by quarters; the middle two change places.
                let packed = _mm256_permute4x64_epi64::<0b11_01_10_00>(_mm256_packs_epi16(low, high));
                *none = _mm256_movemask_epi8(packed) as u32;
            }
        }
        !(u64::from(none[0]) | u64::from(none[1]) << 32)
    }
}

/// The highest bit of each of the 64 bytes.
#[inline(always)]
fn joined(low: __m256i, high: __m256i) -> u64 {
    let (low, high) = unsafe { (_mm256_movemask_epi8(low) as u32, _mm256_movemask_epi8(high) as u32) };
    u64::from(low) | u64::from(high) << 32
}
