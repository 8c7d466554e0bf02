//! The inner loop where many asks meet a block of offers: exact points, not units.
//!
//! What an ask loses by an offer is, in each of the two views, a sum over rows of a table looked up
//! by a four-bit code, and the sums are kept in sixteen bits: a view has 10,000 points. The groups
//! of the block are bounded first, by the highest and lowest code of each; the cells of those
//! that may hold something are then looked at offer by offer. One text for every machine: what
//! differs is how sixty-four sums are kept, [`Lanes`].

#[cfg(target_arch = "x86_64")]
mod avx2;
#[cfg(target_arch = "x86_64")]
mod avx512;
mod lanes;
mod portable;

use super::{CELL, Cell, Kernel};
use lanes::meet;

/// What is lost where a hard rule fails: more than all the points of a view.
pub(crate) const OUT: u16 = 0x8000;
/// Points of a view.
pub(crate) const VIEW: u16 = 10_000;
/// The most steps of a plan.
pub(crate) const MOST_STEPS: usize = 48;

/// Points of one view lost by code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(32))]
pub(crate) struct Table {
    pub(crate) exact: [u16; 16],
    /// The least lost by any code up to each, and from each on: by the highest and the lowest
    /// code of a group.
    pub(crate) highest: [u16; 16],
    pub(crate) lowest: [u16; 16],
}

/// One row of a plan, with its tables by number; table 0 loses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) row: u32,
    /// Table of the asker's view, and of the offerer's.
    pub(crate) asker: u32,
    pub(crate) offerer: u32,
    /// Which extremes of a group tell something about either view.
    pub(crate) by_highest: bool,
    pub(crate) by_lowest: bool,
}

/// How the two views' losses make the loss of the mutual score, in multiples small enough
/// that it fits in sixteen bits: `both · (a + b) + one · (the greater of a and b, or the less)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mix {
    pub(crate) both: u16,
    pub(crate) one: u16,
    pub(crate) greater: bool,
    /// Points of the mutual score in one unit of loss.
    pub(crate) unit: u32,
}

impl Mix {
    /// Of the pack's two weights.
    pub(crate) fn new(less: u32, more: u32) -> Mix {
        // Six times a view is the most that fits.
        let unit = (less + more).div_ceil(6).max(1);
        let (less, more) = ((less / unit) as u16, (more / unit) as u16);
        let (both, one) = (less.min(more), less.abs_diff(more));
        Mix { both, one, greater: less >= more, unit }
    }
}

/// An ask ready to meet offers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Meeting<'a> {
    pub(crate) steps: &'a [Step],
    pub(crate) tables: &'a [Table],
    /// What every offer loses.
    pub(crate) start: (u16, u16),
    pub(crate) mix: Mix,
}

/// A row in one block.
#[derive(Debug, Clone)]
pub(crate) struct RowHere {
    pub(crate) cells: [Cell; 16],
    pub(crate) highest: Cell,
    pub(crate) lowest: Cell,
    /// Cells in which some code is not 0.
    pub(crate) kept: u16,
}

/// The most that may be lost, in units of the mix, in one block.
#[derive(Debug, Clone)]
pub(crate) struct Allowed {
    /// By every offer, and by the most generous of each group.
    pub(crate) lanes: [[u16; CELL]; 16],
    pub(crate) groups: [u16; CELL],
    /// By any of them: the ask's own limit. An offer is met where either limit allows it.
    pub(crate) any: u16,
    /// Cells that are there.
    pub(crate) cells: u16,
}

/// Offers of a cell that are within a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Met {
    /// Of the block.
    pub(crate) cell: u32,
    pub(crate) lanes: u64,
    /// What each loses, in units of the mix; true of those in `lanes`.
    pub(crate) losses: [u16; CELL],
}

impl Kernel {
    /// The offers of a block an ask meets.
    pub(crate) fn meet(self, meeting: Meeting<'_>, rows: &[RowHere], allowed: &Allowed, out: &mut Vec<Met>) {
        out.clear();
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx512 => avx512::meet_checked(meeting, rows, allowed, out),
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::meet_checked(meeting, rows, allowed, out),
            Kernel::Portable => meet::<portable::Sums>(meeting, rows, allowed, out),
        }
    }
}

#[cfg(test)]
mod tests;
