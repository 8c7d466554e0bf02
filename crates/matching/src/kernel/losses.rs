//! What every group loses at least, by the highest and lowest codes of its offers.

use super::bytes::{Bytes, Task};
use super::{CELL, Cell, Lookup};

/// Rows of extremes, each a cell for each block, with a lookup for each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds<'a> {
    pub(crate) lookups: &'a [Lookup],
    pub(crate) rows: &'a [&'a [Cell]],
    /// From here on they come in twos that bound one loss, of which the greater is added.
    pub(crate) singles: usize,
    /// Whether the second measure can be the greater.
    pub(crate) two: bool,
}

/// See [`super::Kernel::losses`].
pub(super) struct Losses<'a> {
    pub(super) bounds: Bounds<'a>,
    pub(super) there: &'a [u64],
    pub(super) out: &'a mut [[u8; CELL]],
}

impl Task for Losses<'_> {
    #[inline(always)]
    fn run<B: Bytes>(self) {
        if self.bounds.two { self.measured::<B, true>() } else { self.measured::<B, false>() }
    }
}

impl Losses<'_> {
    #[inline(always)]
    fn measured<B: Bytes, const TWO: bool>(self) {
        let Losses { bounds, there, out } = self;
        for (block, (out, there)) in out.iter_mut().zip(there).enumerate() {
            if *there == 0 {
                *out = [255; CELL];
                continue;
            }
            let (mut one, mut two) = (B::all(0), B::all(0));
            for row in 0..bounds.singles {
                let lost = bound::<B, TWO>(&bounds, row, block);
                (one, two) = (one.add(lost.0), two.add(lost.1));
            }
            for row in (bounds.singles..bounds.rows.len()).step_by(2) {
                let a = bound::<B, TWO>(&bounds, row, block);
                let b = bound::<B, TWO>(&bounds, row + 1, block);
                (one, two) = (one.add(a.0.greater(b.0)), two.add(a.1.greater(b.1)));
            }
            one.greater(two).only(*there).store(out);
        }
    }
}

/// What the groups of a block lose by a row of extremes in the two measures.
#[inline(always)]
fn bound<B: Bytes, const TWO: bool>(bounds: &Bounds<'_>, row: usize, block: usize) -> (B, B) {
    let (lookup, codes) = (&bounds.lookups[row], B::codes(&bounds.rows[row][block]));
    let two = if TWO { B::look_up(&lookup.two, codes) } else { B::all(0) };
    (B::look_up(&lookup.one, codes), two)
}
