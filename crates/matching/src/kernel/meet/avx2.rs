//! Sixty-four sums in four registers of AVX2.
#![allow(unsafe_code)]

use super::lanes::{Lanes, meet};
use super::{Allowed, CELL, Meeting, Met, Mix, RowHere, VIEW};
use crate::kernel::Cell;
use std::arch::x86_64::*;

/// Offers 0 to 7 and 16 to 23, 8 to 15 and 24 to 31, and the same 32 on: the order in which
/// low and high bytes come together.
#[derive(Clone, Copy)]
struct Sums([__m256i; 4]);

pub(super) fn meet_checked(meeting: Meeting<'_>, rows: &[RowHere], allowed: &Allowed, out: &mut Vec<Met>) {
    // SAFETY: `Kernel::Avx2` is chosen only where the machine has AVX2 and POPCNT.
    unsafe { meet_here(meeting, rows, allowed, out) }
}

#[target_feature(enable = "avx2,popcnt")]
fn meet_here(meeting: Meeting<'_>, rows: &[RowHere], allowed: &Allowed, out: &mut Vec<Met>) {
    meet::<Sums>(meeting, rows, allowed, out)
}

// SAFETY of every block below: these are called from `meet_here` alone, which has the features;
// what is read or written through a pointer is a reference of at least that size.
impl Lanes for Sums {
    type Codes = [__m256i; 2];

    #[inline(always)]
    fn all(value: u16) -> Sums {
        let all = unsafe { _mm256_set1_epi16(value as i16) };
        Sums([all; 4])
    }

    #[inline(always)]
    fn load(values: &[u16; CELL]) -> Sums {
        let at = values.as_ptr();
        unsafe {
            let quarter = |quarter: usize| _mm256_loadu_si256(at.add(quarter * 16).cast());
            let (a, b, c, d) = (quarter(0), quarter(1), quarter(2), quarter(3));
            Sums([
                _mm256_permute2x128_si256::<0x20>(a, b),
                _mm256_permute2x128_si256::<0x31>(a, b),
                _mm256_permute2x128_si256::<0x20>(c, d),
                _mm256_permute2x128_si256::<0x31>(c, d),
            ])
        }
    }

    #[inline(always)]
    fn store(self, out: &mut [u16; CELL]) {
        let at = out.as_mut_ptr();
        unsafe {
            for half in 0..2 {
                let (a, b) = (self.0[half * 2], self.0[half * 2 + 1]);
                let (one, two) =
                    (_mm256_permute2x128_si256::<0x20>(a, b), _mm256_permute2x128_si256::<0x31>(a, b));
                _mm256_storeu_si256(at.add(half * 32).cast(), one);
                _mm256_storeu_si256(at.add(half * 32 + 16).cast(), two);
            }
        }
    }

    #[inline(always)]
    fn codes(cell: &Cell) -> [__m256i; 2] {
        unsafe {
            let low_half = _mm256_set1_epi8(15);
            let packed = _mm256_load_si256(cell.0.as_ptr().cast());
            [_mm256_and_si256(packed, low_half), _mm256_and_si256(_mm256_srli_epi16::<4>(packed), low_half)]
        }
    }

    #[inline(always)]
    fn look_up(table: &[u16; 16], codes: [__m256i; 2]) -> Sums {
        unsafe {
            let at = table.as_ptr();
            let (first, second) = (_mm_loadu_si128(at.cast()), _mm_loadu_si128(at.add(8).cast()));
            let low_byte = _mm_set1_epi16(255);
            let low = _mm_packus_epi16(_mm_and_si128(first, low_byte), _mm_and_si128(second, low_byte));
            let high = _mm_packus_epi16(_mm_srli_epi16::<8>(first), _mm_srli_epi16::<8>(second));
            let (low, high) = (_mm256_broadcastsi128_si256(low), _mm256_broadcastsi128_si256(high));
            let mut out = [low; 4];
            for half in 0..2 {
                let (l, h) = (_mm256_shuffle_epi8(low, codes[half]), _mm256_shuffle_epi8(high, codes[half]));
                out[half * 2] = _mm256_unpacklo_epi8(l, h);
                out[half * 2 + 1] = _mm256_unpackhi_epi8(l, h);
            }
            Sums(out)
        }
    }

    #[inline(always)]
    fn add(mut self, other: Sums) -> Sums {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum = unsafe { _mm256_adds_epu16(*sum, more) };
        }
        self
    }

    #[inline(always)]
    fn greater(mut self, other: Sums) -> Sums {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum = unsafe { _mm256_max_epu16(*sum, more) };
        }
        self
    }

    #[inline(always)]
    fn within(asker: Sums, offerer: Sums, mix: Mix, limits: Sums) -> (u64, Sums) {
        unsafe {
            let view = _mm256_set1_epi16(VIEW as i16);
            let (both, one) = (_mm256_set1_epi16(mix.both as i16), _mm256_set1_epi16(mix.one as i16));
            let (mut fits, mut total) = (asker.0, asker);
            for (at, fits) in fits.iter_mut().enumerate() {
                let (a, b) = (_mm256_min_epu16(asker.0[at], view), _mm256_min_epu16(offerer.0[at], view));
                let pick = if mix.greater { _mm256_max_epu16(a, b) } else { _mm256_min_epu16(a, b) };
                let sum = _mm256_mullo_epi16(_mm256_add_epi16(a, b), both);
                let lost = _mm256_add_epi16(sum, _mm256_mullo_epi16(pick, one));
                total.0[at] = lost;
                let within = _mm256_cmpeq_epi16(_mm256_min_epu16(lost, limits.0[at]), lost);
                *fits = _mm256_and_si256(within, _mm256_cmpeq_epi16(a, asker.0[at]));
            }
            let half = |half: usize| {
                let bytes = _mm256_packs_epi16(fits[half * 2], fits[half * 2 + 1]);
                _mm256_movemask_epi8(bytes) as u32
            };
            (u64::from(half(0)) | u64::from(half(1)) << 32, total)
        }
    }
}
