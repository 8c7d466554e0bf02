//! Where a wish would fit as things stand.

use super::cells::Cell;
use super::timetable::Timetable;

impl Timetable<'_> {
    /// The first cell where this variant fits without moving anybody.
    pub(crate) fn opening(&self, variant: u32) -> Option<Cell> {
        let of = &self.problem.variants[variant as usize];
        for word in 0..self.words {
            let mut open = of.cells.0[word] & self.roomy[word];
            for person in &of.members {
                open &= !self.days.blocked(*person, word);
            }
            while open != 0 {
                let cell = (word * 64) as Cell + open.trailing_zeros() as Cell;
                if self.in_order(of.wish, cell) {
                    return Some(cell);
                }
                open &= open - 1;
            }
        }
        None
    }

    /// Whether every quota of the wish has room for one more.
    pub(crate) fn quotas_open(&self, wish: u32) -> bool {
        let quotas = &self.problem.wishes[wish as usize].quotas;
        quotas.iter().all(|q| self.in_quota[*q as usize] < self.problem.quotas[*q as usize].most)
    }

    /// Whether the wish at this cell would keep all precedences with what is placed.
    pub(crate) fn in_order(&self, wish: u32, cell: Cell) -> bool {
        let problem = self.problem;
        if problem.before.is_empty() {
            return true;
        }
        problem.earlier[wish as usize].iter().all(|e| self.out_of_order(*e, wish, cell).is_none())
            && problem.later[wish as usize].iter().all(|l| self.out_of_order(*l, wish, cell).is_none())
    }

    /// The other wish if it is placed and stands in the wrong order to `wish` at `cell`.
    pub(crate) fn out_of_order(&self, other: u32, wish: u32, cell: Cell) -> Option<u32> {
        let (_, there) = self.place_of(other)?;
        let cells = &self.problem.cells;
        let (here, there) = (&cells[cell as usize], &cells[there as usize]);
        let wrong_before = self.problem.earlier[wish as usize].contains(&other) && there.end > here.start;
        let wrong_after = self.problem.later[wish as usize].contains(&other) && here.end > there.start;
        (wrong_before || wrong_after).then_some(other)
    }
}
