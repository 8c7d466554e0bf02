//! Promises the draws of the search missed, kept by looking for a way on purpose.
//!
//! A promised meeting is put where it could be; whatever stands in its way is taken out and looks for another place, and
//! what stands in the way of that again. One meeting may push out several at once, which no move of the search does
//! without losing them. What was pushed out and was promised to nobody may stay out: a promise outweighs it.

use super::cells::Cell;
use super::chain::place_anywhere;
use super::search::Search;
use super::settle::fits;
use super::timetable::{NOBODY, Timetable};

/// Most meetings put down on purpose, one after the other.
const DEPTH: u32 = 5;
/// Most meetings that one may push out.
const WIDTH: usize = 3;
/// Share of the work for this, each time, in per cent.
const SHARE: u64 = 10;

impl Search<'_> {
    /// Looks from the best plan for a way to promises it misses; keeps what was found.
    pub(super) fn press(&mut self) {
        if self.table.kept >= self.problem.promised() {
            return;
        }
        let until = self.table.work + self.effort.work / 100 * SHARE;
        if keep_more(&mut self.table, until) {
            refill(&mut self.table);
            self.best_worth = self.table.worth(self.problem.promise());
            self.best = self.table.placement();
        }
        self.table.forget_log();
        self.mark = 0;
    }
}

/// Keeps promises as long as a way is found and there is work left; whether any was.
fn keep_more(table: &mut Timetable<'_>, until: u64) -> bool {
    let before = table.kept;
    while press_once(table, until) {}
    table.kept > before
}

fn press_once(table: &mut Timetable<'_>, until: u64) -> bool {
    let problem = table.problem;
    let goal = table.kept;
    for (number, quota) in problem.quotas.iter().enumerate() {
        if table.in_quota[number] >= quota.least {
            continue;
        }
        for wish in &problem.wishes_in[number] {
            if table.is_out(*wish) && follow(table, vec![*wish], &[], (DEPTH, goal, until)) {
                return true;
            }
        }
    }
    false
}

/// Puts down what waits, the first of it in every way there is; true, and left so, once more than `goal` is kept.
fn follow(
    table: &mut Timetable<'_>,
    mut waiting: Vec<u32>,
    placed: &[u32],
    (depth, goal, until): (u32, i64, u64),
) -> bool {
    let problem = table.problem;
    let Some(wish) = waiting.pop().filter(|_| depth > 0) else { return false };
    let placed = [placed, &[wish]].concat();
    for variant in problem.variants_of(wish) {
        for cell in &problem.variants[variant as usize].list {
            for way in ways(table, variant, *cell, &placed) {
                if table.work >= until {
                    return false;
                }
                let mark = table.mark();
                way.iter().for_each(|rival| table.take(*rival));
                if fits(table, variant, *cell) {
                    table.put(variant, *cell);
                    let mut next = waiting.clone();
                    next.extend(way.iter().filter(|rival| !place_anywhere(table, **rival)));
                    next.retain(|wish| is_missed(table, *wish));
                    if table.kept > goal || follow(table, next, &placed, (depth - 1, goal, until)) {
                        return true;
                    }
                }
                table.undo(mark);
            }
        }
    }
    false
}

/// Whether a promise waits for this wish.
fn is_missed(table: &Timetable<'_>, wish: u32) -> bool {
    let problem = table.problem;
    let quotas = &problem.wishes[wish as usize].quotas;
    quotas.iter().any(|q| table.in_quota[*q as usize] < problem.quotas[*q as usize].least)
}

/// Every few meetings that make way for a variant at a cell once they are out. What was placed on purpose stays.
fn ways(table: &Timetable<'_>, variant: u32, cell: Cell, placed: &[u32]) -> Vec<Vec<u32>> {
    let problem = table.problem;
    let of = &problem.variants[variant as usize];
    let mut way: Vec<u32> = Vec::new();
    for person in &of.members {
        for other in &problem.conflicts[cell as usize] {
            let met = table.met_at(*person, *other);
            if met != NOBODY && !way.contains(&met) {
                way.push(met);
            }
        }
    }
    let may_go = |wish: &u32| !placed.contains(wish) && problem.wishes[*wish as usize].locked.is_none();
    for quota in &problem.wishes[of.wish as usize].quotas {
        let in_way = way.iter().filter(|w| problem.wishes[**w as usize].quotas.contains(quota)).count();
        if table.in_quota[*quota as usize] as usize - in_way < problem.quotas[*quota as usize].most as usize {
            continue;
        }
        let held = problem.wishes_in[*quota as usize].iter().filter(|w| !table.is_out(**w) && may_go(w));
        let least = held.filter(|w| !way.contains(w)).min_by_key(|w| problem.wishes[**w as usize].value);
        way.extend(least);
    }
    if way.len() > WIDTH || !way.iter().all(may_go) {
        return Vec::new();
    }
    let held = &table.held[cell as usize];
    let staying = held.iter().filter(|wish| !way.contains(wish));
    if staying.clone().count() < problem.cells[cell as usize].capacity as usize {
        return vec![way];
    }
    staying.filter(|wish| may_go(wish)).map(|wish| [&way[..], &[*wish]].concat()).collect()
}

/// Fills what came free, the most valued first.
fn refill(table: &mut Timetable<'_>) {
    let mut out = table.out.clone();
    out.sort_by_key(|wish| (std::cmp::Reverse(table.problem.wishes[*wish as usize].value), *wish));
    for wish in out {
        place_anywhere(table, wish);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Between, CellOf, CellSet, Problem, Quota, Variant, WishOf};

    /// Pairs of people with the cells where both could meet, every meeting promised.
    fn promised(pairs: &[([u32; 2], &[Cell])], cells: usize) -> Problem {
        let people = pairs.iter().flat_map(|(pair, _)| pair).max().map_or(0, |last| *last as usize + 1);
        let cell = |n: i64| CellOf { start: 30 * n, end: 30 * n + 25, session: 0, area: 0, capacity: 4 };
        let mut problem = Problem {
            cells: (0..cells as i64).map(cell).collect(),
            party: (0..people as u32).collect(),
            free: vec![CellSet::all(cells); people],
            discomfort: vec![0; people * cells],
            fair: vec![0; people],
            quota_of: vec![None; people],
            ..Problem::default()
        };
        for (wish, (pair, list)) in (0..).zip(pairs) {
            let mut set = CellSet::none(cells);
            list.iter().for_each(|cell| set.add(*cell));
            problem.parties_of.push(pair.to_vec());
            let of = WishOf { value: 10, quotas: vec![wish], first_variant: wish, variants: 1, locked: None };
            problem.wishes.push(of);
            problem.variants.push(Variant { wish, members: pair.to_vec(), cells: set, list: list.to_vec() });
            problem.quotas.push(Quota { least: 1, most: 1 });
        }
        problem.complete(&Between { travel: vec![vec![0]], least_break: 30 })
    }

    fn kept(problem: &Problem, standing: &[(u32, Cell)]) -> (bool, i64) {
        let mut table = Timetable::new(problem, vec![true; problem.wishes.len()]);
        standing.iter().for_each(|(variant, cell)| table.put(*variant, *cell));
        let more = keep_more(&mut table, 10_000);
        (more, table.kept)
    }

    #[test]
    fn a_promise_is_kept_that_pushes_out_two_meetings_and_one_of_them_a_third() {
        let pairs: [([u32; 2], &[Cell]); 4] =
            [([0, 1], &[0]), ([0, 2], &[0, 1]), ([1, 3], &[0, 2]), ([2, 4], &[1, 2])];
        let problem = promised(&pairs, 3);
        let standing = [(1, 0), (2, 0), (3, 1)];
        assert_eq!(kept(&problem, &standing), (true, 4));
        // Where a locked meeting is in the way there is none.
        let mut locked = problem.clone();
        locked.wishes[3].locked = Some((3, 1));
        assert_eq!(kept(&locked, &standing), (false, 3));
    }

    #[test]
    fn what_cannot_be_kept_leaves_everything_where_it_was() {
        let pairs: [([u32; 2], &[Cell]); 3] = [([0, 1], &[0]), ([0, 2], &[0]), ([1, 3], &[0, 1])];
        let problem = promised(&pairs, 2);
        let mut table = Timetable::new(&problem, vec![true; 3]);
        [(1, 0), (2, 0)].iter().for_each(|(variant, cell)| table.put(*variant, *cell));
        assert!(!keep_more(&mut table, 10_000));
        assert_eq!(table.placement(), [None, Some((1, 0)), Some((2, 0))]);
    }
}
