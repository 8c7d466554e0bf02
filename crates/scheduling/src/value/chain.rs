//! The moves of the search.
//!
//! A *chain* puts a wish into a cell; whoever stands in its way goes to a second cell, whoever
//! stands in the way there comes back to the first, and so on: the exchange of Kempe for edge
//! colourings. What cannot go is dropped, and the move then tries to fill what was freed.

use super::cells::Cell;
use super::chance::Chance;
use super::timetable::{NOBODY, Timetable};

/// The longest chain followed; longer ones are given up.
const LONGEST: usize = 60;
/// How many dropped wishes a move tries to find another place for.
const MENDED: usize = 6;

/// Working memory of moves, kept to save allocation.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chain {
    moved: Vec<u32>,
    stamp: u32,
    waiting: Vec<(u32, Cell)>,
    in_the_way: Vec<u32>,
    /// Wishes the last move dropped.
    pub(crate) dropped: Vec<u32>,
}

impl Chain {
    pub(crate) fn new(wishes: usize) -> Chain {
        Chain { moved: vec![0; wishes], ..Chain::default() }
    }

    /// Puts `variant` at `to`, exchanging with `back` if one is given. False: given up, and
    /// the caller takes back the steps done.
    pub(crate) fn exchange(
        &mut self,
        table: &mut Timetable<'_>,
        variant: u32,
        to: Cell,
        back: Option<Cell>,
    ) -> bool {
        self.begin();
        let wish = table.problem.variants[variant as usize].wish;
        let fresh = table.is_out(wish);
        if !fresh {
            table.take(wish);
        }
        self.moved[wish as usize] = self.stamp;
        self.waiting.push((variant, to));
        if fresh && !self.make_quota_room(table, wish) {
            return false;
        }
        let mut next = 0;
        while let Some((variant, cell)) = self.waiting.get(next).copied() {
            next += 1;
            let other = if cell == to { back } else { Some(to) };
            if self.waiting.len() > LONGEST || !self.clear_way(table, variant, cell, other) {
                return false;
            }
            table.put(variant, cell);
        }
        true
    }

    fn begin(&mut self) {
        self.stamp += 1;
        self.waiting.clear();
        self.dropped.clear();
    }

    /// Takes out whatever stands in the way of `variant` at `cell` and sends it to `other`.
    fn clear_way(
        &mut self,
        table: &mut Timetable<'_>,
        variant: u32,
        cell: Cell,
        other: Option<Cell>,
    ) -> bool {
        let problem = table.problem;
        let of = &problem.variants[variant as usize];
        self.in_the_way.clear();
        for person in &of.members {
            for rival in &problem.conflicts[cell as usize] {
                let met = table.met_at(*person, *rival);
                if met != NOBODY && !self.in_the_way.contains(&met) {
                    self.in_the_way.push(met);
                }
            }
        }
        for near in problem.earlier[of.wish as usize].iter().chain(&problem.later[of.wish as usize]) {
            self.in_the_way.extend(table.out_of_order(*near, of.wish, cell));
        }
        for at in 0..self.in_the_way.len() {
            let met = self.in_the_way[at];
            let Some((its_variant, _)) = table.place_of(met) else { continue };
            if problem.wishes[met as usize].locked.is_some() {
                return false;
            }
            table.take(met);
            let movable = |c: &Cell| problem.variants[its_variant as usize].cells.has(*c);
            match other.filter(movable) {
                Some(there) if self.moved[met as usize] != self.stamp => {
                    self.moved[met as usize] = self.stamp;
                    self.waiting.push((its_variant, there));
                }
                _ => self.dropped.push(met),
            }
        }
        true
    }

    /// Drops the least valued wish of every quota that is at its limit.
    fn make_quota_room(&mut self, table: &mut Timetable<'_>, wish: u32) -> bool {
        let problem = table.problem;
        for quota in &problem.wishes[wish as usize].quotas {
            if table.in_quota[*quota as usize] < problem.quotas[*quota as usize].most {
                continue;
            }
            let least = problem.wishes_in[*quota as usize]
                .iter()
                .filter(|w| !table.is_out(**w) && problem.wishes[**w as usize].locked.is_none())
                .min_by_key(|w| problem.wishes[**w as usize].value);
            let Some(least) = least.copied() else { return false };
            table.take(least);
            self.dropped.push(least);
        }
        true
    }

    /// Drops wishes from a cell that holds too many: of a few drawn, the least valued.
    pub(crate) fn shrink(
        &mut self,
        table: &mut Timetable<'_>,
        cell: Cell,
        keep: u32,
        chance: &mut Chance,
    ) -> bool {
        let problem = table.problem;
        let mut tries = 0;
        while table.over(cell) {
            let held = &table.held[cell as usize];
            let drawn = (0..4).map(|_| held[chance.below(held.len())]);
            let least = drawn
                .filter(|w| *w != keep && problem.wishes[*w as usize].locked.is_none())
                .min_by_key(|w| problem.wishes[*w as usize].value);
            tries += 1;
            match least {
                Some(wish) => {
                    table.take(wish);
                    self.dropped.push(wish);
                }
                None if tries > 16 => return false,
                None => {}
            }
        }
        true
    }

    /// Finds room for what was dropped, then for what its persons also wish.
    pub(crate) fn mend(&mut self, table: &mut Timetable<'_>) {
        let problem = table.problem;
        let some = self.dropped.len().min(MENDED);
        for wish in &self.dropped[..some] {
            place_anywhere(table, *wish);
        }
        for wish in &self.dropped[..some] {
            if !table.is_out(*wish) {
                continue;
            }
            for variant in problem.variants_of(*wish) {
                for person in &problem.variants[variant as usize].members {
                    fill(table, *person);
                }
            }
        }
    }
}

/// Places the most valued wish of a person that fits without moving anybody.
fn fill(table: &mut Timetable<'_>, person: u32) {
    let problem = table.problem;
    let mut best: Option<(i64, u32, Cell)> = None;
    for wish in &problem.wishes_of[person as usize] {
        let value = problem.wishes[*wish as usize].value;
        if !table.is_out(*wish) || !table.active[*wish as usize] || best.is_some_and(|b| b.0 >= value) {
            continue;
        }
        if let Some((variant, cell)) = opening(table, *wish) {
            best = Some((value, variant, cell));
        }
    }
    if let Some((_, variant, cell)) = best {
        table.put(variant, cell);
    }
}

/// Places a wish where it fits without moving anybody.
pub(crate) fn place_anywhere(table: &mut Timetable<'_>, wish: u32) -> bool {
    match opening(table, wish).filter(|_| table.is_out(wish)) {
        Some((variant, cell)) => {
            table.put(variant, cell);
            true
        }
        None => false,
    }
}

fn opening(table: &Timetable<'_>, wish: u32) -> Option<(u32, Cell)> {
    if !table.quotas_open(wish) {
        return None;
    }
    table.problem.variants_of(wish).find_map(|v| Some((v, table.opening(v)?)))
}
