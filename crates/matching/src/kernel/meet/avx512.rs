//! Sixty-four sums in two registers of AVX-512.
#![allow(unsafe_code)]

use super::lanes::{Lanes, meet};
use super::{Allowed, CELL, Meeting, Met, Mix, RowHere, VIEW};
use crate::kernel::Cell;
use std::arch::x86_64::*;

/// Offers 0 to 31, then 32 to 63.
#[derive(Clone, Copy)]
struct Sums([__m512i; 2]);

pub(super) fn meet_checked(meeting: Meeting<'_>, rows: &[RowHere], allowed: &Allowed, out: &mut Vec<Met>) {
    // SAFETY: `Kernel::Avx512` is chosen only where the machine has AVX-512 BW and VL.
    unsafe { meet_here(meeting, rows, allowed, out) }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,popcnt")]
fn meet_here(meeting: Meeting<'_>, rows: &[RowHere], allowed: &Allowed, out: &mut Vec<Met>) {
    meet::<Sums>(meeting, rows, allowed, out)
}

// SAFETY of every block below: these are called from `meet_here` alone, which has the features;
// what is read or written through a pointer is a reference of at least that size.
impl Lanes for Sums {
    type Codes = [__m512i; 2];

    #[inline(always)]
    fn all(value: u16) -> Sums {
        let all = unsafe { _mm512_set1_epi16(value as i16) };
        Sums([all; 2])
    }

    #[inline(always)]
    fn load(values: &[u16; CELL]) -> Sums {
        let at = values.as_ptr();
        unsafe { Sums([_mm512_loadu_si512(at.cast()), _mm512_loadu_si512(at.add(32).cast())]) }
    }

    #[inline(always)]
    fn store(self, out: &mut [u16; CELL]) {
        let at = out.as_mut_ptr();
        unsafe {
            _mm512_storeu_si512(at.cast(), self.0[0]);
            _mm512_storeu_si512(at.add(32).cast(), self.0[1]);
        }
    }

    /// A code to a word; what stands above its four bits is of no account.
    #[inline(always)]
    fn codes(cell: &Cell) -> [__m512i; 2] {
        unsafe {
            let first = _mm512_cvtepu8_epi16(_mm256_load_si256(cell.0.as_ptr().cast()));
            [first, _mm512_srli_epi16::<4>(first)]
        }
    }

    /// The table stands twice in the register, so that the bit beside a code chooses among copies.
    #[inline(always)]
    fn look_up(table: &[u16; 16], codes: [__m512i; 2]) -> Sums {
        unsafe {
            let table = _mm512_broadcast_i64x4(_mm256_loadu_si256(table.as_ptr().cast()));
            Sums(codes.map(|codes| _mm512_permutexvar_epi16(codes, table)))
        }
    }

    #[inline(always)]
    fn add(self, other: Sums) -> Sums {
        unsafe { Sums([_mm512_adds_epu16(self.0[0], other.0[0]), _mm512_adds_epu16(self.0[1], other.0[1])]) }
    }

    #[inline(always)]
    fn greater(self, other: Sums) -> Sums {
        unsafe { Sums([_mm512_max_epu16(self.0[0], other.0[0]), _mm512_max_epu16(self.0[1], other.0[1])]) }
    }

    #[inline(always)]
    fn within(asker: Sums, offerer: Sums, mix: Mix, limits: Sums) -> (u64, Sums) {
        unsafe {
            let view = _mm512_set1_epi16(VIEW as i16);
            let (both, one) = (_mm512_set1_epi16(mix.both as i16), _mm512_set1_epi16(mix.one as i16));
            let mut lanes = [0_u32; 2];
            let mut total = asker;
            for (half, lanes) in lanes.iter_mut().enumerate() {
                let (a, b) = (_mm512_min_epu16(asker.0[half], view), _mm512_min_epu16(offerer.0[half], view));
                let pick = if mix.greater { _mm512_max_epu16(a, b) } else { _mm512_min_epu16(a, b) };
                let sum = _mm512_mullo_epi16(_mm512_add_epi16(a, b), both);
                total.0[half] = _mm512_add_epi16(sum, _mm512_mullo_epi16(pick, one));
                *lanes = _mm512_cmple_epu16_mask(total.0[half], limits.0[half])
                    & _mm512_cmple_epu16_mask(asker.0[half], view);
            }
            (u64::from(lanes[0]) | u64::from(lanes[1]) << 32, total)
        }
    }
}
