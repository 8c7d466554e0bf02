//! Words of sixty-four bits, a bit for an offer or a group.

use super::bytes::{Bytes, Task};
use super::{CELL, RowView, fetch_lines};

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
            *out = [having_nothing; 16];
            let (mut kept, mut at) = (span.kept, span.first as usize);
            while kept != 0 {
                let cell = &self.row.cells[at];
                out[kept.trailing_zeros() as usize] = B::look_up(&table, B::codes(cell)).at_most(B::all(0));
                (kept, at) = (kept & (kept - 1), at + 1);
            }
        }
    }
}

/// Blocks between fetching a mask and reading it: so many are read at once that the machine does not
/// see by itself what comes.
const AHEAD: usize = 8;

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
                if let Some(later) = mask.get(block + AHEAD) {
                    fetch_lines(later);
                }
                all.iter_mut().zip(&mask[block]).for_each(|(all, mask)| *all &= mask);
            }
            (*out, *groups) = (all, B::sixteenths(&all));
        }
    }
}
