//! Sixty-four bytes in plain Rust.

use super::bytes::Bytes;
use super::{CELL, Cell};

/// One byte after another.
#[derive(Clone, Copy)]
pub(super) struct Plain([u8; CELL]);

impl Plain {
    fn with(self, other: Plain, combine: impl Fn(u8, u8) -> u8) -> Plain {
        Plain(std::array::from_fn(|lane| combine(self.0[lane], other.0[lane])))
    }
}

impl Bytes for Plain {
    type Codes = Cell;

    fn all(value: u8) -> Plain {
        Plain([value; CELL])
    }

    fn load(values: &[u8; CELL]) -> Plain {
        Plain(*values)
    }

    fn store(self, out: &mut [u8; CELL]) {
        *out = self.0;
    }

    fn codes(cell: &Cell) -> Cell {
        *cell
    }

    fn look_up(table: &[u8; 16], codes: Cell) -> Plain {
        let mut out = [0; CELL];
        for (lane, byte) in codes.0.iter().enumerate() {
            out[lane] = table[usize::from(byte & 15)];
            out[lane + 32] = table[usize::from(byte >> 4)];
        }
        Plain(out)
    }

    fn add(self, other: Plain) -> Plain {
        self.with(other, u8::saturating_add)
    }

    fn greater(self, other: Plain) -> Plain {
        self.with(other, u8::max)
    }

    fn at_most(self, most: Plain) -> u64 {
        let lanes = self.0.iter().zip(&most.0).enumerate();
        lanes.fold(0, |mask, (lane, (value, most))| mask | u64::from(value <= most) << lane)
    }

    fn only(self, lanes: u64) -> Plain {
        Plain(std::array::from_fn(|lane| if lanes >> lane & 1 == 1 { self.0[lane] } else { 255 }))
    }

    fn sixteenths(words: &[u64; 16]) -> u64 {
        let sixteenths = words.iter().flat_map(|word| [0, 16, 32, 48].map(|at| word >> at & 0xffff));
        sixteenths.enumerate().fold(0, |mask, (at, bits)| mask | u64::from(bits != 0) << at)
    }
}
