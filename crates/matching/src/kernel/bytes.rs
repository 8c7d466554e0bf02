//! Sixty-four bytes kept in whatever way a machine keeps them best, and what is done with them.

use super::{CELL, Cell};

/// Sixty-four numbers of eight bits. Every method is inlined into a function that has the
/// features it needs; so there are no closures in them, which might stay functions without.
pub(super) trait Bytes: Copy {
    /// The codes of a cell, spread out.
    type Codes: Copy;

    fn all(value: u8) -> Self;
    fn load(values: &[u8; CELL]) -> Self;
    fn store(self, out: &mut [u8; CELL]);
    fn codes(cell: &Cell) -> Self::Codes;
    fn look_up(table: &[u8; 16], codes: Self::Codes) -> Self;
    /// Sums stick at the greatest number.
    fn add(self, other: Self) -> Self;
    fn greater(self, other: Self) -> Self;
    fn at_most(self, most: Self) -> u64;
    /// The same in some lanes, the greatest number in the others.
    fn only(self, lanes: u64) -> Self;
    /// Which of the 64 sixteenths of some words have a bit, in their order.
    fn sixteenths(words: &[u64; 16]) -> u64;
}

/// What a kernel is asked to do, whatever keeps its sums. It is inlined into a function that has the
/// features, and so is whatever touches [`Bytes`] in it: no closures there either.
pub(super) trait Task {
    fn run<B: Bytes>(self);
}
