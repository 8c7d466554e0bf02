//! Settling a plan after a disturbance with the fewest moves.

use super::cells::Cell;
use super::chain::place_anywhere;
use super::problem::{Placement, Problem};
use super::timetable::{NOBODY, Timetable};

/// A settled placement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Where everything is.
    pub placement: Placement,
    /// Moves that any plan needs that holds the same of the former meetings.
    pub moved_at_least: u32,
}

/// Keeps what stands, finds places for what has fallen, fills what is free.
///
/// A fallen meeting that fits nowhere as things stand needs a second meeting to move, if it
/// is held at all; that is counted in the bound.
pub fn settle(problem: &Problem, standing: &Placement, fallen: &[u32]) -> Settled {
    let active = (0..problem.wishes.len() as u32).map(|w| problem.placeable(w)).collect();
    let mut table = Timetable::new(problem, active);
    let mut waiting: Vec<u32> = fallen.to_vec();
    // Fixed meetings take their places first, then the most valued: what stood before may clash
    // now, with a fixed meeting or where travel takes longer.
    let mut order: Vec<u32> =
        (0..standing.len() as u32).filter(|w| standing[*w as usize].is_some()).collect();
    order.sort_by_key(|w| std::cmp::Reverse(problem.wishes[*w as usize].value));
    for (wish, of) in problem.wishes.iter().enumerate() {
        if let Some((variant, cell)) = of.locked {
            waiting.retain(|w| *w as usize != wish);
            table.put(variant, cell);
        }
    }
    for wish in order {
        let Some((variant, cell)) = standing[wish as usize].filter(|_| table.is_out(wish)) else { continue };
        if fits(&table, variant, cell) {
            table.put(variant, cell);
        } else {
            waiting.push(wish);
        }
    }
    waiting.sort_by_key(|w| (std::cmp::Reverse(problem.wishes[*w as usize].value), *w));
    let direct: Vec<bool> = waiting.iter().map(|w| opens(&table, *w)).collect();
    let clashes = waiting.len() > fallen.len();
    let (mut moved_at_least, mut second) = (0, 0);
    for (wish, direct) in waiting.iter().zip(&direct) {
        let alone = place_anywhere(&mut table, *wish);
        if !alone && !make_way(&mut table, *wish) {
            continue;
        }
        moved_at_least += u32::from(fallen.contains(wish));
        // Where nothing was open to it from the beginning a second move is forced. Two fallen
        // meetings may be helped by the same one, so it counts once.
        if !direct && !clashes {
            second = 1;
        }
    }
    moved_at_least += second;
    let mut left: Vec<u32> = table.out.clone();
    left.sort_by_key(|w| (std::cmp::Reverse(problem.wishes[*w as usize].value), *w));
    for wish in left {
        place_anywhere(&mut table, wish);
    }
    Settled { placement: table.placement(), moved_at_least }
}

fn opens(table: &Timetable<'_>, wish: u32) -> bool {
    table.quotas_open(wish) && table.problem.variants_of(wish).any(|v| table.opening(v).is_some())
}

/// Whether a variant can be put at a cell as things stand.
pub(super) fn fits(table: &Timetable<'_>, variant: u32, cell: Cell) -> bool {
    let problem = table.problem;
    let of = &problem.variants[variant as usize];
    let alone = |p: &u32| problem.conflicts[cell as usize].iter().all(|c| table.met_at(*p, *c) == NOBODY);
    of.cells.has(cell)
        && !table.full(cell)
        && of.members.iter().all(alone)
        && table.quotas_open(of.wish)
        && table.in_order(of.wish, cell)
}

/// Places a wish where a single other meeting is in the way that has another opening itself.
fn make_way(table: &mut Timetable<'_>, wish: u32) -> bool {
    let problem = table.problem;
    if !table.quotas_open(wish) {
        return false;
    }
    for variant in problem.variants_of(wish) {
        for cell in &problem.variants[variant as usize].list {
            for rival in rivals(table, variant, *cell) {
                if problem.wishes[rival as usize].locked.is_some() {
                    continue;
                }
                let mark = table.mark();
                table.take(rival);
                if fits(table, variant, *cell) {
                    table.put(variant, *cell);
                    if place_anywhere(table, rival) {
                        return true;
                    }
                }
                table.undo(mark);
            }
        }
    }
    false
}

/// The one meeting in the way, or, where only tables lack, every meeting of the cell.
fn rivals(table: &Timetable<'_>, variant: u32, cell: Cell) -> Vec<u32> {
    let problem = table.problem;
    let mut way = Vec::new();
    for person in &problem.variants[variant as usize].members {
        for other in &problem.conflicts[cell as usize] {
            let met = table.met_at(*person, *other);
            if met != NOBODY && !way.contains(&met) {
                way.push(met);
            }
        }
    }
    match way.len() {
        0 if table.full(cell) => table.held[cell as usize].clone(),
        1 => way,
        _ => Vec::new(),
    }
}
