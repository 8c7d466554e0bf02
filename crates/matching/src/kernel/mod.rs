//! The inner loop: sixteen-way table lookups over 64 offers at a time.
//!
//! A [`Cell`] holds one four-bit code for each of 64 offers. A [`Lookup`] says for each code the
//! least an offer with it loses, in units of a search, in two measures at once; 255 is
//! *out*. Losses add up and stick at 255. What comes out is which of the 64 may still be
//! good enough: never one too few, sometimes one too many, and the same on every machine.

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod bytes;
mod exact;
mod losses;
mod masks;
pub(crate) mod meet;
#[cfg(target_os = "linux")]
mod pages;
mod portable;
mod survivors;

pub(crate) use exact::{Exact, Points};
pub(crate) use losses::Bounds;
pub(crate) use masks::Words;
pub(crate) use survivors::{Offers, Place, Sums, Survivors};

use bytes::Task;
use exact::Exactly;
use losses::Losses;
use masks::{AtMost, Having, InAll};
use survivors::Survive;

/// Offers in a cell.
pub(crate) const CELL: usize = 64;

/// Codes of 64 offers: offer *i* < 32 in the low half of byte *i*, offer *i* + 32 in its high half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(32))]
pub(crate) struct Cell(pub(crate) [u8; 32]);

impl Cell {
    /// All codes 0.
    pub(crate) const EMPTY: Cell = Cell([0; 32]);

    pub(crate) fn set(&mut self, lane: usize, code: u8) {
        let byte = &mut self.0[lane % 32];
        *byte = if lane < 32 { *byte & 0xf0 | code } else { *byte & 0x0f | code << 4 };
    }

    #[inline]
    pub(crate) fn get(&self, lane: usize) -> u8 {
        self.0[lane & 31] >> (lane / 32 * 4) & 15
    }

    /// Lowest and highest code of some lanes.
    pub(crate) fn extremes(&self, lanes: std::ops::Range<usize>) -> (u8, u8) {
        let codes = lanes.map(|lane| self.get(lane));
        codes.fold((15, 0), |(low, high), code| (low.min(code), high.max(code)))
    }
}

/// Least losses by code, in two measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(32))]
pub(crate) struct Lookup {
    pub(crate) one: [u8; 16],
    pub(crate) two: [u8; 16],
}

/// The most an offer may lose in each measure; at most 254.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) one: u8,
    pub(crate) two: u8,
}

/// Where the cells of a row in one block are.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Span {
    /// The first of them among the cells of the row.
    pub(crate) first: u32,
    /// Which of the 16 are kept: those in which some code is not 0.
    pub(crate) kept: u16,
}

/// The cells of one row, block after block, behind the empty one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowView<'a> {
    pub(crate) spans: &'a [Span],
    pub(crate) cells: &'a [Cell],
}

impl<'a> RowView<'a> {
    /// A cell, counted from the first of all; the empty one where every code is 0.
    #[inline(always)]
    pub(crate) fn cell(&self, at: usize) -> &'a Cell {
        &self.cells[self.place(at) as usize]
    }

    /// Where that cell is among all.
    #[inline(always)]
    fn place(&self, at: usize) -> u32 {
        let span = self.spans[at / 16];
        let (kept, at) = (u32::from(span.kept), at % 16);
        let before = (kept & ((1 << at) - 1)).count_ones();
        // No branch: whether a cell is kept is anybody's guess.
        (span.first + before) * (kept >> at & 1)
    }
}

/// Asks for a value to be fetched before it is needed. Changes nothing but the time it takes.
#[inline(always)]
pub(crate) fn fetch<T>(value: &T) {
    #[cfg(target_arch = "x86_64")]
    avx2::fetch(value);
    #[cfg(not(target_arch = "x86_64"))]
    let _ = value;
}

/// The same for every line of the cache that a value lies in, of at most two.
#[inline(always)]
pub(crate) fn fetch_lines<T>(value: &T) {
    fetch(value);
    #[cfg(target_arch = "x86_64")]
    avx2::fetch_end(value);
}

/// An empty vector with room for so many, in large pages where the system has them: what is read all
/// over then costs no look for where it lies. Changes nothing but the time it takes.
pub(crate) fn roomy<T>(many: usize) -> Vec<T> {
    let memory = Vec::with_capacity(many);
    #[cfg(target_os = "linux")]
    pages::enlarge(&memory);
    memory
}

/// Which implementation runs. Both give the same answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kernel {
    /// Plain Rust, for every machine.
    Portable,
    /// AVX2 and POPCNT, on x86-64 machines that have them.
    Avx2,
    /// AVX-512 with BW and VL, on x86-64 machines that have them.
    Avx512,
}

impl Kernel {
    /// The fastest this machine runs.
    pub fn detect() -> Kernel {
        Kernel::available().pop().unwrap_or(Kernel::Portable)
    }

    /// All this machine runs, the fastest last.
    pub fn available() -> Vec<Kernel> {
        let mut all = vec![Kernel::Portable];
        #[cfg(target_arch = "x86_64")]
        {
            use std::arch::is_x86_feature_detected as has;
            if has!("avx2") && has!("popcnt") {
                all.push(Kernel::Avx2);
            }
            let wide = has!("avx512f") && has!("avx512bw") && has!("avx512vl");
            if wide && has!("popcnt") {
                all.push(Kernel::Avx512);
            }
        }
        all
    }

    fn run(self, task: impl Task) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::run(task),
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx512 => avx512::run(task),
            _ => task.run::<portable::Plain>(),
        }
    }

    /// The greater of the two losses of each of the 64 groups of each block; 255 of those that are
    /// not there.
    pub(crate) fn losses(self, bounds: Bounds<'_>, there: &[u64], out: &mut [[u8; CELL]]) {
        self.run(Losses { bounds, there, out });
    }

    /// Which of the 64 losses of each block are at most so much.
    pub(crate) fn at_most(self, losses: &[[u8; CELL]], most: u8, out: &mut Vec<u64>) {
        out.clear();
        self.run(AtMost { losses, most, out });
    }

    /// Which offers have one of some codes in a row.
    pub(crate) fn having(self, row: RowView<'_>, codes: u16, out: &mut [Words]) {
        self.run(Having { row, codes, out });
    }

    /// Which offers are in all of some masks, and which groups have such an offer.
    pub(crate) fn in_all(self, masks: &[&[Words]], out: &mut [Words], groups: &mut [u64]) {
        self.run(InAll { masks, out, groups });
    }

    /// What the survivors lose exactly, above where they are: those that lose no more than `most`.
    pub(crate) fn exact(self, exact: Exact<'_>, found: &[Survivors], most: u32, out: &mut Vec<u64>) {
        out.clear();
        self.run(Exactly { exact, found, most, out });
    }

    /// Of the offers that count in some cells those within the limits. One row for each lookup.
    pub(crate) fn survivors(
        self,
        offers: Offers<'_>,
        places: &[Place],
        limits: Limits,
        sums: &mut Sums,
        out: &mut Vec<Survivors>,
    ) {
        out.clear();
        self.run(Survive { offers, places, limits, sums, out });
    }
}

#[cfg(test)]
mod tests;
