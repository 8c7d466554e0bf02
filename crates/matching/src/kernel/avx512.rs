//! The kernel with AVX-512: all 64 in one register.
#![allow(unsafe_code)]

use super::bytes::{Bytes, Task};
use super::{CELL, Cell};
use std::arch::x86_64::*;

/// Sixty-four bytes.
#[derive(Clone, Copy)]
struct Wide(__m512i);

pub(super) fn run(task: impl Task) {
    // SAFETY: `Kernel::Avx512` is chosen only where the machine has AVX-512 BW and VL.
    unsafe { run_here(task) }
}

#[target_feature(enable = "avx512f,avx512bw,avx512vl,popcnt")]
fn run_here(task: impl Task) {
    task.run::<Wide>()
}

// SAFETY of every block below: these are called from `run_here` alone, which has the features;
// what is read or written through a pointer is a reference of at least that size.
impl Bytes for Wide {
    type Codes = __m512i;

    #[inline(always)]
    fn all(value: u8) -> Wide {
        unsafe { Wide(_mm512_set1_epi8(value as i8)) }
    }

    #[inline(always)]
    fn load(values: &[u8; CELL]) -> Wide {
        unsafe { Wide(_mm512_loadu_si512(values.as_ptr().cast())) }
    }

    #[inline(always)]
    fn store(self, out: &mut [u8; CELL]) {
        unsafe { _mm512_storeu_si512(out.as_mut_ptr().cast(), self.0) };
    }

    #[inline(always)]
    fn codes(cell: &Cell) -> __m512i {
        unsafe {
            let packed = _mm256_load_si256(cell.0.as_ptr().cast());
            let both =
                _mm512_inserti64x4::<1>(_mm512_castsi256_si512(packed), _mm256_srli_epi16::<4>(packed));
            _mm512_and_si512(both, _mm512_set1_epi8(15))
        }
    }

    #[inline(always)]
    fn look_up(table: &[u8; 16], codes: __m512i) -> Wide {
        unsafe {
            let table = _mm512_broadcast_i32x4(_mm_loadu_si128(table.as_ptr().cast()));
            Wide(_mm512_shuffle_epi8(table, codes))
        }
    }

    #[inline(always)]
    fn add(self, other: Wide) -> Wide {
        unsafe { Wide(_mm512_adds_epu8(self.0, other.0)) }
    }

    #[inline(always)]
    fn greater(self, other: Wide) -> Wide {
        unsafe { Wide(_mm512_max_epu8(self.0, other.0)) }
    }

    #[inline(always)]
    fn at_most(self, most: Wide) -> u64 {
        unsafe { _mm512_cmple_epu8_mask(self.0, most.0) }
    }

    #[inline(always)]
    fn only(self, lanes: u64) -> Wide {
        unsafe { Wide(_mm512_mask_mov_epi8(_mm512_set1_epi8(-1), lanes, self.0)) }
    }

    #[inline(always)]
    fn sixteenths(words: &[u64; 16]) -> u64 {
        let at = words.as_ptr();
        unsafe {
            let (low, high) = (_mm512_loadu_si512(at.cast()), _mm512_loadu_si512(at.add(8).cast()));
            let (low, high) = (_mm512_test_epi16_mask(low, low), _mm512_test_epi16_mask(high, high));
            u64::from(low) | u64::from(high) << 32
        }
    }
}
