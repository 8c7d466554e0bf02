//! Exchanges between two cells that drop nothing, looked at before they are done.
//!
//! The meetings of two cells and the persons in them form paths and rings; one such component
//! changes cells as a whole. It is walked first, because most components cannot move (someone is
//! not free over there) and a look costs a tenth of a step. Where both cells are full, a component
//! that leaves one too many behind is paired with one that makes up for it.

use super::cells::Cell;
use super::chance::Chance;
use super::timetable::{NOBODY, Timetable};

const LONGEST: usize = 80;
const PARTNERS: usize = 8;

/// The components found, kept to save allocation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Kempe {
    seen: Vec<u32>,
    stamp: u32,
    /// Wishes that move, with variant and target.
    moving: Vec<(u32, u32, Cell)>,
}

impl Kempe {
    pub(crate) fn new(wishes: usize) -> Kempe {
        Kempe { seen: vec![0; wishes], ..Kempe::default() }
    }

    /// Moves `wish` to the other cell with all that must move along; false, and nothing done,
    /// if that is not possible.
    pub(crate) fn exchange(
        &mut self,
        table: &mut Timetable<'_>,
        wish: u32,
        to: Cell,
        chance: &mut Chance,
    ) -> bool {
        let Some((_, from)) = table.place_of(wish) else { return false };
        self.stamp += 1;
        self.moving.clear();
        let Some(balance) = self.walk(table, wish, from, to) else { return false };
        if !self.even_out(table, balance, from, to, chance) {
            return false;
        }
        for (wish, _, _) in &self.moving {
            table.take(*wish);
        }
        for (_, variant, cell) in &self.moving {
            table.put(*variant, *cell);
        }
        true
    }

    /// Collects the component; how many more go to `to` than come from it, or nothing if someone cannot.
    fn walk(&mut self, table: &Timetable<'_>, wish: u32, from: Cell, to: Cell) -> Option<i64> {
        let problem = table.problem;
        let mut next = self.moving.len();
        let mut balance = 0;
        self.join(table, wish, to)?;
        while let Some((wish, variant, target)) = self.moving.get(next).copied() {
            next += 1;
            balance += if target == to { 1 } else { -1 };
            let back = if target == to { from } else { to };
            for person in &problem.variants[variant as usize].members {
                for rival in &problem.conflicts[target as usize] {
                    let met = table.met_at(*person, *rival);
                    if met == NOBODY || met == wish || self.seen[met as usize] == self.stamp {
                        continue;
                    }
                    if *rival != target {
                        return None;
                    }
                    self.join(table, met, back)?;
                }
            }
        }
        Some(balance)
    }

    fn join(&mut self, table: &Timetable<'_>, wish: u32, target: Cell) -> Option<()> {
        let (variant, _) = table.place_of(wish)?;
        if !table.may_shift(wish, variant, target) || self.moving.len() >= LONGEST {
            return None;
        }
        self.seen[wish as usize] = self.stamp;
        self.moving.push((wish, variant, target));
        Some(())
    }

    /// Adds a second component where the first would overfill a cell.
    fn even_out(
        &mut self,
        table: &Timetable<'_>,
        balance: i64,
        from: Cell,
        to: Cell,
        chance: &mut Chance,
    ) -> bool {
        let over = |cell: Cell, more: i64| {
            table.held[cell as usize].len() as i64 + more
                > i64::from(table.problem.cells[cell as usize].capacity)
        };
        let (full, other) = match (over(to, balance), over(from, -balance)) {
            (false, false) => return true,
            (true, false) => (to, from),
            (false, true) => (from, to),
            (true, true) => return false,
        };
        let surplus = if full == to { balance } else { -balance };
        let first = self.moving.len();
        for _ in 0..PARTNERS {
            let held = &table.held[full as usize];
            let drawn = held[chance.below(held.len())];
            if self.seen[drawn as usize] == self.stamp {
                continue;
            }
            if let Some(back) = self.walk(table, drawn, full, other)
                && !over(full, surplus - back)
                && !over(other, back - surplus)
            {
                return true;
            }
            // What was walked in vain may be walked again: unsee it.
            for (wish, _, _) in self.moving.drain(first..) {
                self.seen[wish as usize] = 0;
            }
        }
        false
    }
}
