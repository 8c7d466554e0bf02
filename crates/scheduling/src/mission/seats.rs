//! Ordinary places first: a last look that empties overflow places where an ordinary one is free at the same time.
//!
//! The search weighs minutes of discomfort last and may leave some on the table; moving a meeting to another place of
//! the same area at the same time changes nobody's day, so it only ever helps.

use super::compile::Compiled;
use crate::value::{Cell, Placement};

/// The placement with every meeting that could sit at the same time in the same area with less discomfort moved there.
pub fn comfortable(compiled: &Compiled<'_>, placement: &Placement) -> Placement {
    let problem = &compiled.problem;
    let mut placement = placement.clone();
    let mut held = vec![0u32; problem.cells.len()];
    placement.iter().flatten().for_each(|(_, cell)| held[*cell as usize] += 1);
    for (wish, place) in placement.iter_mut().enumerate() {
        let Some((variant, cell)) = *place else { continue };
        if problem.wishes[wish].locked.is_some() {
            continue;
        }
        let of = &problem.variants[variant as usize];
        let discomfort = |cell: Cell| -> u64 {
            let at = |p: &u32| problem.discomfort[*p as usize * problem.cells.len() + cell as usize];
            of.members.iter().map(|p| u64::from(at(p))).sum()
        };
        let here = &problem.cells[cell as usize];
        let alike = |c: &Cell| {
            let there = &problem.cells[*c as usize];
            (there.start, there.end, there.area) == (here.start, here.end, here.area)
                && there.session == here.session
                && held[*c as usize] < there.capacity
        };
        let better = of.list.iter().copied().filter(alike).min_by_key(|c| (discomfort(*c), *c));
        if let Some(to) = better.filter(|c| discomfort(*c) < discomfort(cell)) {
            held[cell as usize] -= 1;
            held[to as usize] += 1;
            *place = Some((variant, to));
        }
    }
    placement
}
