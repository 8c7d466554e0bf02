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
pub(crate) mod meet;
mod portable;

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

/// The cells of one row, block after block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowView<'a> {
    pub(crate) spans: &'a [Span],
    pub(crate) cells: &'a [Cell],
}

impl<'a> RowView<'a> {
    /// A cell, counted from the first of all; the empty one where every code is 0.
    #[inline(always)]
    pub(crate) fn cell(&self, at: usize) -> &'a Cell {
        let span = self.spans[at / 16];
        let bit = 1_u16 << (at % 16);
        if span.kept & bit == 0 {
            return &Cell::EMPTY;
        }
        &self.cells[span.first as usize + (span.kept & (bit - 1)).count_ones() as usize]
    }
}

/// Rows of extremes, each a cell for each block, with a lookup for each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds<'a> {
    pub(crate) lookups: &'a [Lookup],
    pub(crate) rows: &'a [&'a [Cell]],
    /// From here on they come in twos that bound one loss, of which the greater is added.
    pub(crate) singles: usize,
}

/// A cell, counted from the first of all, with the offers of it that are within the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Survivors {
    pub(crate) cell: u32,
    pub(crate) lanes: u64,
    /// The greater of the two losses of each of the 64.
    pub(crate) losses: [u8; CELL],
}

/// Asks for a value to be fetched before it is needed. Changes nothing but the time it takes.
#[inline(always)]
pub(crate) fn fetch<T>(value: &T) {
    #[cfg(target_arch = "x86_64")]
    avx2::fetch(value);
    #[cfg(not(target_arch = "x86_64"))]
    let _ = value;
}

/// Which implementation runs. Both give the same answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kernel {
    /// Plain Rust, for every machine.
    Portable,
    /// AVX2 and POPCNT, on x86-64 machines that have them.
    Avx2,
    /// AVX-512 with BW, VL and VBMI, on x86-64 machines that have them.
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
            let wide = has!("avx512f") && has!("avx512bw") && has!("avx512vl") && has!("avx512vbmi");
            if wide && has!("popcnt") {
                all.push(Kernel::Avx512);
            }
        }
        all
    }

    /// The greater of the two losses of each of the 64 groups of each block from `first` on.
    pub(crate) fn losses(self, bounds: Bounds<'_>, first: usize, out: &mut [[u8; CELL]]) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::losses_checked(bounds, first, out),
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx512 => avx512::losses_checked(bounds, first, out),
            _ => portable::losses(bounds, first, out),
        }
    }

    /// Which of 64 losses are at most so much.
    #[inline]
    pub(crate) fn at_most(self, losses: &[u8; CELL], most: u8) -> u64 {
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::at_most_checked(losses, most),
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx512 => avx512::at_most_checked(losses, most),
            _ => portable::at_most(losses, most),
        }
    }

    /// The offers of some cells that are within the limits. One row for each lookup.
    pub(crate) fn survivors(
        self,
        lookups: &[Lookup],
        rows: &[RowView<'_>],
        cells: &[u32],
        limits: Limits,
        out: &mut Vec<Survivors>,
    ) {
        out.clear();
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::survivors_checked(lookups, rows, cells, limits, out),
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx512 => avx512::survivors_checked(lookups, rows, cells, limits, out),
            _ => portable::survivors(lookups, rows, cells, limits, out),
        }
    }
}

#[cfg(test)]
mod tests;
