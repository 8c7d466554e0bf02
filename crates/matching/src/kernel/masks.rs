//! Words of sixty-four bits, a bit for an offer or a group.

use super::bytes::{Bytes, Task};
use super::{CELL, RowView};

/// The words of a block, one for each cell.
pub(crate) type Words = [u64; 16];

/// See [`super::Kernel::at_most`].
pub(super) struct AtMost<'a> {
    pub(super) losses: &'a [[u8; CELL]],
    pub(super) most: u8,
    pub(super) out: &'a mut Vec<u64>,
}

impl Task for AtMost<'_> {
    #[inline(always)]
    fn run<B: Bytes>(self) {
        let most = B::all(self.most);
        self.out.resize(self.losses.len(), 0);
        for (losses, out) in self.losses.iter().zip(self.out) {
            *out = B::load(losses).at_most(most);
        }
    }
}

/// See [`super::Kernel::having`].
pub(super) struct Having<'a> {
    pub(super) row: RowView<'a>,
    pub(super) codes: u16,
    pub(super) out: &'a mut [Words],
}

impl Task for Having<'_> {
    #[inline(always)]
    fn run<B: Bytes>(self) {
        let has = |code: usize| self.codes >> code & 1 == 1;
        let table: [u8; 16] = std::array::from_fn(|code| if has(code) { 0 } else { 255 });
        let having_nothing = if has(0) { u64::MAX } else { 0 };
        for (span, out) in self.row.spans.iter().zip(self.out) {
            let mut kept = self.row.cells[span.first as usize..].iter();
            for (at, out) in out.iter_mut().enumerate() {
                let cell = if span.kept >> at & 1 == 1 { kept.next() } else { None };
                *out = match cell {
                    Some(cell) => B::look_up(&table, B::codes(cell)).at_most(B::all(0)),
                    None => having_nothing,
                };
            }
        }
    }
}

/// See [`super::Kernel::in_all`].
pub(super) struct InAll<'a> {
    pub(super) masks: &'a [&'a [Words]],
    pub(super) out: &'a mut [Words],
    pub(super) groups: &'a mut [u64],
}

impl Task for InAll<'_> {
    #[inline(always)]
    fn run<B: Bytes>(self) {
        for (block, (out, groups)) in self.out.iter_mut().zip(self.groups).enumerate() {
            let mut all = [u64::MAX; 16];
            for mask in self.masks {
                all.iter_mut().zip(&mask[block]).for_each(|(all, mask)| *all &= mask);
            }
            (*out, *groups) = (all, B::sixteenths(&all));
        }
    }
}
