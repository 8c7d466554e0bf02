//! Sixty-four sums in plain Rust.

use super::lanes::Lanes;
use super::{CELL, Mix, VIEW};
use crate::kernel::Cell;

/// One number after another.
#[derive(Clone, Copy)]
pub(super) struct Sums([u16; CELL]);

impl Sums {
    fn with(self, other: Sums, combine: impl Fn(u16, u16) -> u16) -> Sums {
        Sums(std::array::from_fn(|lane| combine(self.0[lane], other.0[lane])))
    }
}

impl Lanes for Sums {
    type Codes = Cell;

    fn all(value: u16) -> Sums {
        Sums([value; CELL])
    }

    fn load(values: &[u16; CELL]) -> Sums {
        Sums(*values)
    }

    fn store(self, out: &mut [u16; CELL]) {
        *out = self.0;
    }

    fn codes(cell: &Cell) -> Cell {
        *cell
    }

    fn look_up(table: &[u16; 16], codes: Cell) -> Sums {
        Sums(std::array::from_fn(|lane| table[usize::from(codes.get(lane))]))
    }

    fn add(self, other: Sums) -> Sums {
        self.with(other, u16::saturating_add)
    }

    fn greater(self, other: Sums) -> Sums {
        self.with(other, u16::max)
    }

    fn within(asker: Sums, offerer: Sums, mix: Mix, limits: Sums) -> (u64, Sums) {
        let total = asker.with(offerer, |a, b| {
            let (a, b) = (a.min(VIEW), b.min(VIEW));
            mix.both * (a + b) + mix.one * if mix.greater { a.max(b) } else { a.min(b) }
        });
        let lanes = (0..CELL).fold(0, |mask, lane| {
            let fits = total.0[lane] <= limits.0[lane] && asker.0[lane] <= VIEW;
            mask | u64::from(fits) << lane
        });
        (lanes, total)
    }
}
