//! The best exchange between two cells, all of it at once.
//!
//! The meetings of two cells and the persons in them fall into components that share nobody, so
//! what each would cost or save by changing cells simply adds up. Choosing which of them change
//! is then easy to do exactly: those that keep the numbers as they are change if it helps, and those
//! that shift a meeting are paired, the best of one direction with the best of the other. The
//! annealing enters as an allowance on each component's cost.

use super::cells::Cell;
use super::chance::{Chance, Patience};
use super::timetable::{NOBODY, Timetable};
use super::toll::Toll;

/// Working memory of sweeps, kept to save allocation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sweep {
    seen: Vec<u32>,
    stamp: u32,
    /// Wishes of all components one after the other: wish, variant, target.
    walked: Vec<(u32, u32, Cell)>,
    /// Components that shift a meeting to the second cell, to the first, and those that move now.
    to_second: Vec<Component>,
    to_first: Vec<Component>,
    going: Vec<Component>,
}

#[derive(Debug, Clone, Copy)]
struct Component {
    /// What it costs, less the allowance it was given.
    cost: i64,
    toll: Toll,
    from: usize,
    until: usize,
}

impl Sweep {
    pub(crate) fn new(wishes: usize) -> Sweep {
        Sweep { seen: vec![0; wishes], ..Sweep::default() }
    }

    /// Exchanges what is best exchanged between two cells.
    pub(crate) fn sweep(
        &mut self,
        table: &mut Timetable<'_>,
        (first, second): (Cell, Cell),
        temperature: i64,
        (patience, chance): (&Patience, &mut Chance),
    ) {
        self.stamp += 1;
        self.walked.clear();
        self.to_second.clear();
        self.to_first.clear();
        self.going.clear();
        for (cell, other) in [(first, second), (second, first)] {
            for at in 0..table.held[cell as usize].len() {
                let wish = table.held[cell as usize][at];
                if self.seen[wish as usize] == self.stamp {
                    continue;
                }
                let from = self.walked.len();
                let Some((balance, toll)) = self.walk(table, wish, other, (first, second)) else { continue };
                let cost = toll.whole() - patience.allowance(temperature, chance);
                let component = Component { cost, toll, from, until: self.walked.len() };
                match balance {
                    0 if cost < 0 => self.going.push(component),
                    1 => self.to_second.push(component),
                    -1 => self.to_first.push(component),
                    _ => {}
                }
            }
        }
        table.work += self.walked.len() as u64 / 4 + 1;
        self.pair(table, first, second);
        self.go(table);
    }

    /// Walks a whole component; nothing if it cannot change cells. Otherwise how many more go to the second
    /// cell than to the first, and what it costs.
    fn walk(
        &mut self,
        table: &Timetable<'_>,
        wish: u32,
        to: Cell,
        cells: (Cell, Cell),
    ) -> Option<(i64, Toll)> {
        let problem = table.problem;
        let mut next = self.walked.len();
        let (mut balance, mut toll) = (0, Toll::default());
        let mut can = self.join(table, wish, to);
        while let Some((wish, variant, target)) = self.walked.get(next).copied() {
            next += 1;
            let source = if target == cells.1 { cells.0 } else { cells.1 };
            balance += if target == cells.1 { 1 } else { -1 };
            for person in table.members(variant) {
                let mut alone = true;
                if problem.plain {
                    let met = table.met_at(*person, target);
                    if met != NOBODY {
                        alone = false;
                        if self.seen[met as usize] != self.stamp {
                            can &= self.join(table, met, source);
                        }
                    }
                } else {
                    for rival in &problem.conflicts[target as usize] {
                        let met = table.met_at(*person, *rival);
                        if met == NOBODY || met == wish {
                            continue;
                        }
                        if *rival != target {
                            can = false;
                            continue;
                        }
                        alone = false;
                        if self.seen[met as usize] != self.stamp {
                            can &= self.join(table, met, source);
                        }
                    }
                }
                if alone && can {
                    toll.add(table.days.shift_toll(*person, source, target));
                }
            }
        }
        can.then_some((balance, toll))
    }

    fn join(&mut self, table: &Timetable<'_>, wish: u32, target: Cell) -> bool {
        let Some((variant, _)) = table.place_of(wish) else { return false };
        self.seen[wish as usize] = self.stamp;
        self.walked.push((wish, variant, target));
        table.may_shift(wish, variant, target)
    }

    /// Of the components that shift a meeting, the cheapest choice that neither cell overflows under.
    fn pair(&mut self, table: &Timetable<'_>, first: Cell, second: Cell) {
        let room = |cell: Cell| {
            let of = &table.problem.cells[cell as usize];
            (of.capacity as usize).saturating_sub(table.held[cell as usize].len())
        };
        let (room_first, room_second) = (room(first), room(second));
        self.to_second.sort_unstable_by_key(|c| c.cost);
        self.to_first.sort_unstable_by_key(|c| c.cost);
        let wanted = self.to_first.partition_point(|c| c.cost < 0);
        let (mut best, mut choice) = (0, (0, 0));
        let (mut there, mut back, mut taken) = (0, 0, 0);
        for count in 0..=self.to_second.len() {
            if count > 0 {
                there += self.to_second[count - 1].cost;
            }
            let low = count.saturating_sub(room_second);
            if low > self.to_first.len() {
                break;
            }
            let aim = wanted.clamp(low, (count + room_first).min(self.to_first.len()));
            while taken < aim {
                back += self.to_first[taken].cost;
                taken += 1;
            }
            if there + back < best {
                (best, choice) = (there + back, (count, taken));
            }
        }
        self.going.extend_from_slice(&self.to_second[..choice.0]);
        self.going.extend_from_slice(&self.to_first[..choice.1]);
    }

    fn go(&self, table: &mut Timetable<'_>) {
        for component in &self.going {
            table.shift(&self.walked[component.from..component.until], component.toll);
        }
    }
}
