//! Why a wish is not held, and what would admit it.

use super::compile::Compiled;
use crate::value::{Cell, Placement};
use pul_domain::{Admits, LeftOut, Limit, QuotaOf};

/// What occupies every person and cell of a placement.
pub(super) struct Occupied {
    /// Per person and cell: wish, or nothing.
    at: Vec<Option<u32>>,
    held: Vec<u32>,
    quotas: Vec<u32>,
}

/// Every wish not held, in the order of the mission, with every limit in its way and what would admit it. Where value
/// might be given up for quieter days (`calm`), that is the limit of a wish nothing else stands in the way of.
pub fn left_out(compiled: &Compiled<'_>, placement: &Placement, calm: u16) -> Vec<LeftOut> {
    let occupied = Occupied::of(compiled, placement);
    let out = placement.iter().enumerate().filter(|(_, place)| place.is_none());
    let mut left: Vec<LeftOut> =
        out.map(|(wish, _)| one(compiled, placement, &occupied, wish as u32)).collect();
    if calm > 0 {
        left.iter_mut()
            .filter(|left| left.limits.is_empty())
            .for_each(|left| left.limits.push(Limit::GivenUp));
    }
    left
}

impl Occupied {
    pub(super) fn of(compiled: &Compiled<'_>, placement: &Placement) -> Occupied {
        let problem = &compiled.problem;
        let k = problem.cells.len();
        let mut occupied = Occupied {
            at: vec![None; problem.party.len() * k],
            held: vec![0; k],
            quotas: vec![0; problem.quotas.len()],
        };
        for (wish, place) in placement.iter().enumerate() {
            let Some((variant, cell)) = place else { continue };
            occupied.held[*cell as usize] += 1;
            problem.wishes[wish].quotas.iter().for_each(|q| occupied.quotas[*q as usize] += 1);
            for person in &problem.variants[*variant as usize].members {
                occupied.at[*person as usize * k + *cell as usize] = Some(wish as u32);
            }
        }
        occupied
    }

    /// Ways to hold a wish that move nobody and keep every limit, the earliest first; order set aside.
    pub(super) fn options(&self, compiled: &Compiled<'_>, wish: u32) -> Vec<(u32, Cell)> {
        let problem = &compiled.problem;
        if !full_parties(compiled, self, wish).is_empty() {
            return Vec::new();
        }
        let room = |c: Cell| self.held[c as usize] < problem.cells[c as usize].capacity;
        let mut options: Vec<(u32, Cell)> = problem
            .variants_of(wish)
            .flat_map(|v| problem.variants[v as usize].list.iter().map(move |c| (v, *c)))
            .filter(|(v, c)| {
                let members = &problem.variants[*v as usize].members;
                room(*c) && members.iter().all(|p| self.free(compiled, *p, *c))
            })
            .collect();
        options.sort_by_key(|(variant, cell)| (*cell, *variant));
        options
    }

    /// Meetings that keep a person from a cell.
    fn rivals(&self, compiled: &Compiled<'_>, person: u32, cell: Cell) -> impl Iterator<Item = u32> {
        let k = compiled.problem.cells.len();
        compiled.problem.conflicts[cell as usize]
            .iter()
            .filter_map(move |c| self.at[person as usize * k + *c as usize])
    }

    fn free(&self, compiled: &Compiled<'_>, person: u32, cell: Cell) -> bool {
        self.rivals(compiled, person, cell).next().is_none()
    }
}

fn one(compiled: &Compiled<'_>, placement: &Placement, occupied: &Occupied, wish: u32) -> LeftOut {
    let problem = &compiled.problem;
    let id = compiled.mission.wishes[wish as usize].id.clone();
    let refused = &compiled.refused[wish as usize];
    if !refused.is_empty() {
        let only_state = matches!(refused.as_slice(), [Limit::State { .. }]);
        return LeftOut {
            wish: id,
            limits: refused.clone(),
            admits: only_state.then_some(Admits::Acceptance),
        };
    }
    if !problem.placeable(wish) {
        return LeftOut { wish: id, limits: vec![Limit::NoCommonTime], admits: None };
    }
    let full = full_parties(compiled, occupied, wish);
    let mut limits: Vec<Limit> = full.iter().map(|party| Limit::PartyFull { party: party.clone() }).collect();
    let open = openings(compiled, occupied, wish);
    let order = |cell: Cell| out_of_order(compiled, placement, wish, cell);
    match open.iter().find(|c| !order(**c)) {
        Some(cell) if occupied.held[*cell as usize] < problem.cells[*cell as usize].capacity => {}
        Some(_) => limits.push(Limit::Tables),
        None if !open.is_empty() => limits.push(Limit::Order),
        None => limits.extend(busy(compiled, occupied, wish)),
    }
    let admits = admits(compiled, placement, occupied, (wish, &limits, &open));
    LeftOut { wish: id, limits, admits }
}

fn full_parties(compiled: &Compiled<'_>, occupied: &Occupied, wish: u32) -> Vec<pul_domain::PartyId> {
    let problem = &compiled.problem;
    let full = problem.wishes[wish as usize].quotas.iter().map(|q| *q as usize);
    full.filter(|q| occupied.quotas[*q] >= problem.quotas[*q].most)
        .filter_map(|q| match &compiled.quotas[q] {
            QuotaOf::Party { party } | QuotaOf::Role { party, .. } => Some(party.clone()),
            QuotaOf::Must { .. } => None,
        })
        .collect()
}

/// Cells where some choice of delegates is free, tables set aside.
fn openings(compiled: &Compiled<'_>, occupied: &Occupied, wish: u32) -> Vec<Cell> {
    let problem = &compiled.problem;
    let mut open = Vec::new();
    for variant in problem.variants_of(wish).map(|v| &problem.variants[v as usize]) {
        let free = |c: &&Cell| variant.members.iter().all(|p| occupied.free(compiled, *p, **c));
        open.extend(variant.list.iter().filter(free));
    }
    open.sort_by_key(|c| (occupied.held[*c as usize] >= problem.cells[*c as usize].capacity, *c));
    open.dedup();
    open
}

pub(super) fn out_of_order(compiled: &Compiled<'_>, placement: &Placement, wish: u32, cell: Cell) -> bool {
    let problem = &compiled.problem;
    let here = &problem.cells[cell as usize];
    let there = |other: &u32| placement[*other as usize].map(|(_, c)| &problem.cells[c as usize]);
    problem.earlier[wish as usize].iter().filter_map(there).any(|c| c.end > here.start)
        || problem.later[wish as usize].iter().filter_map(there).any(|c| here.end > c.start)
}

/// Parties without a free delegate in any cell that would do; if there is none, they are only never free together.
fn busy(compiled: &Compiled<'_>, occupied: &Occupied, wish: u32) -> Vec<Limit> {
    let problem = &compiled.problem;
    let mut limits = Vec::new();
    for (seat, party) in problem.parties_of[wish as usize].iter().enumerate() {
        let variants = problem.variants_of(wish).map(|v| &problem.variants[v as usize]);
        let free = variants.flat_map(|v| v.list.iter().map(move |c| (v.members[seat], *c)));
        if !free.into_iter().any(|(p, c)| occupied.free(compiled, p, c)) {
            limits
                .push(Limit::PartyBusy { party: compiled.mission.attendees[*party as usize].party.clone() });
        }
    }
    if limits.is_empty() {
        limits.push(Limit::NeverTogether);
    }
    limits
}

fn admits(
    compiled: &Compiled<'_>,
    placement: &Placement,
    occupied: &Occupied,
    (wish, limits, open): (u32, &[Limit], &[Cell]),
) -> Option<Admits> {
    let problem = &compiled.problem;
    match limits {
        [Limit::Tables] => {
            let cell = open.iter().find(|c| !out_of_order(compiled, placement, wish, **c))?;
            return Some(Admits::Table { sitting: compiled.sitting(*cell) });
        }
        [Limit::PartyFull { party }] => return Some(Admits::OneMore { party: party.clone() }),
        _ if limits.iter().any(|l| matches!(l, Limit::PartyFull { .. } | Limit::Order)) => return None,
        _ => {}
    }
    let mut best: Option<(i64, Cell, Vec<u32>)> = None;
    for variant in problem.variants_of(wish).map(|v| &problem.variants[v as usize]) {
        for cell in &variant.list {
            let mut way: Vec<u32> =
                variant.members.iter().flat_map(|p| occupied.rivals(compiled, *p, *cell)).collect();
            way.sort_unstable();
            way.dedup();
            let freed = way.iter().any(|w| placement[*w as usize].is_some_and(|(_, c)| c == *cell));
            let room = freed || occupied.held[*cell as usize] < problem.cells[*cell as usize].capacity;
            let locked = way.iter().any(|w| problem.wishes[*w as usize].locked.is_some());
            let price: i64 = way.iter().map(|w| problem.wishes[*w as usize].value).sum();
            let better = best.as_ref().is_none_or(|b| (price, way.len(), *cell) < (b.0, b.2.len(), b.1));
            if room && !locked && better && !out_of_order(compiled, placement, wish, *cell) {
                best = Some((price, *cell, way));
            }
        }
    }
    let (price, cell, way) = best?;
    let name = |w: &u32| compiled.mission.wishes[*w as usize].id.clone();
    Some(Admits::Instead {
        sitting: compiled.sitting(cell),
        of: way.iter().map(name).collect(),
        value: price.max(0) as u64,
    })
}
