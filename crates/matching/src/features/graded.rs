//! A number with a grade: a skill with its level, a language with its rank.

/// Both in four bytes: offers have twelve of them and more, and there are many offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Graded(u32);

/// Bits of the grade.
const GRADE: u32 = 4;

impl Graded {
    /// Grades are below sixteen, as codes are; numbers are given out one by one and stay far below
    /// what is left.
    pub(super) fn new(number: u32, grade: u8) -> Graded {
        Graded(number << GRADE | u32::from(grade & 15))
    }

    pub(super) fn pair(self) -> (u32, u8) {
        (self.0 >> GRADE, (self.0 & 15) as u8)
    }
}
