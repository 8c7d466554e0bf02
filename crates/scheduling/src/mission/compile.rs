//! From a mission to its integer core.

use super::eligible::{parties, refusals, value};
use super::free::{absences, comfort};
use super::promises::quotas;
use super::references::references;
use super::slots::{Slot, instant, slots};
use crate::value::{Between, Cell, CellOf, CellSet, Problem, Variant, WishOf};
use pul_domain::{DelegateId, Finding, Findings, Limit, Mission, Place, QuotaOf, Sitting};

/// The most ways to choose delegates that are tried for one wish.
const MOST_VARIANTS: usize = 64;

/// A mission made ready for the search, with everything needed to read its answers.
#[derive(Debug, Clone)]
pub struct Compiled<'m> {
    /// The mission.
    pub mission: &'m Mission,
    /// Its integer core; wish numbers are those of the mission.
    pub problem: Problem,
    pub(super) slots: Vec<Slot>,
    pub(super) delegates: Vec<DelegateId>,
    pub(super) refused: Vec<Vec<Limit>>,
    pub(super) quotas: Vec<QuotaOf>,
}

impl Compiled<'_> {
    /// The sitting a cell is.
    pub(super) fn sitting(&self, cell: Cell) -> Sitting {
        let slot = &self.slots[cell as usize];
        Sitting { venue: self.mission.venues[slot.venue].id.clone(), start: instant(slot.start) }
    }
}

/// Compiles a mission. Everything faulty is told and left out, the rest stands.
pub fn compile(mission: &Mission) -> (Compiled<'_>, Findings) {
    let mut findings = references(mission);
    let slots = slots(mission, &mut findings);
    let (areas, travel) = travel(mission, &mut findings);
    let mut problem = Problem { cells: cells(mission, &slots, &areas), ..Problem::default() };
    let mut delegates = Vec::new();
    let mut persons: Vec<Vec<u32>> = Vec::new();
    for (party, attendee) in mission.attendees.iter().enumerate() {
        let comfort = comfort(mission, attendee, &slots, &mut findings);
        persons.push((delegates.len() as u32..(delegates.len() + attendee.delegates.len()) as u32).collect());
        for delegate in &attendee.delegates {
            let away = absences(attendee, delegate, &mut findings);
            let there = |s: &Slot| away.iter().all(|(from, until)| s.end <= *from || *until <= s.start);
            let mut free = CellSet::none(slots.len());
            let open = comfort.iter().zip(&slots).enumerate();
            open.filter(|(_, (c, s))| c.is_some() && there(s)).for_each(|(cell, _)| free.add(cell as Cell));
            delegates.push(delegate.clone());
            problem.party.push(party as u32);
            problem.free.push(free);
            problem.discomfort.extend(comfort.iter().map(|c| c.unwrap_or(0)));
        }
    }
    let refused: Vec<Vec<Limit>> = mission.wishes.iter().map(|w| refusals(mission, w)).collect();
    for (number, wish) in mission.wishes.iter().enumerate() {
        let of = parties(mission, wish).unwrap_or_default();
        let first_variant = problem.variants.len() as u32;
        if refused[number].is_empty() {
            variants(mission, &slots, (number, &of), (&persons, &delegates), &mut problem);
        }
        let variants = problem.variants.len() as u32 - first_variant;
        problem.parties_of.push(of.iter().map(|p| *p as u32).collect());
        problem.wishes.push(WishOf {
            value: value(mission, wish),
            first_variant,
            variants,
            ..WishOf::default()
        });
    }
    problem.before = precedences(mission);
    let quotas = quotas(mission, &refused, &mut problem);
    fair_shares(mission, &persons, &mut problem);
    let least_break = mission
        .least_break_minutes
        .map_or_else(|| slots.iter().map(|s| (s.end - s.start) as u32).min().unwrap_or(1), u32::from);
    let problem = problem.complete(&Between { travel, least_break });
    let mut compiled = Compiled { mission, problem, slots, delegates, refused, quotas };
    lock(&mut compiled, &mut findings);
    super::promises::impossible(&compiled, &mut findings);
    (compiled, findings)
}

fn cells(mission: &Mission, slots: &[Slot], areas: &[u32]) -> Vec<CellOf> {
    let mut sessions: Vec<&str> = slots.iter().map(|s| s.session.as_str()).collect();
    sessions.sort_unstable();
    sessions.dedup();
    let of = |slot: &Slot| CellOf {
        start: slot.start,
        end: slot.end,
        session: sessions.partition_point(|s| *s < slot.session.as_str()) as u32,
        area: areas[slot.venue],
        capacity: u32::from(mission.venues[slot.venue].tables),
    };
    slots.iter().map(of).collect()
}

/// The area number of every venue, and minutes between areas. Area 0 is online.
fn travel(mission: &Mission, findings: &mut Findings) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut names: Vec<&str> = mission.venues.iter().filter_map(|v| v.area.as_deref()).collect();
    names.sort_unstable();
    names.dedup();
    let number = |name: &str| names.binary_search(&name).ok().map(|at| at + 1);
    let areas =
        mission.venues.iter().map(|v| v.area.as_deref().and_then(number).unwrap_or(0) as u32).collect();
    let mut minutes = vec![vec![0u32; names.len() + 1]; names.len() + 1];
    for a in 1..=names.len() {
        for b in a + 1..=names.len() {
            let (one, two) = (names[a - 1], names[b - 1]);
            let said = mission
                .travel
                .iter()
                .find(|t| (t.from == one && t.to == two) || (t.from == two && t.to == one));
            let between = said.map_or(1440, |t| u32::from(t.minutes));
            if said.is_none() {
                findings.push(Finding::warning(
                    "unknown-travel",
                    Place::file("mission").field("travel"),
                    format!("No travel time between {one:?} and {two:?} is stated; a day is assumed."),
                    "State it under travel.",
                ));
            }
            (minutes[a][b], minutes[b][a]) = (between, between);
        }
    }
    (areas, minutes)
}

fn variants(
    mission: &Mission,
    slots: &[Slot],
    (number, parties): (usize, &[usize]),
    (persons, delegates): (&[Vec<u32>], &[DelegateId]),
    problem: &mut Problem,
) {
    let wish = &mission.wishes[number];
    let mut allowed = CellSet::none(slots.len());
    for (cell, slot) in slots.iter().enumerate() {
        let venue = &mission.venues[slot.venue];
        let wanted = wish.venues.is_empty() || wish.venues.contains(&venue.id);
        if wanted && venue.host.as_ref().is_none_or(|h| wish.parties.contains(h)) && venue.tables > 0 {
            allowed.add(cell as Cell);
        }
    }
    let mut ways: Vec<Vec<u32>> = vec![Vec::new()];
    for party in parties {
        let named: Vec<u32> = persons[*party]
            .iter()
            .copied()
            .filter(|p| wish.delegates.contains(&delegates[*p as usize]))
            .collect();
        let choice = if named.is_empty() { &persons[*party] } else { &named };
        ways = ways
            .iter()
            .flat_map(|way| choice.iter().map(|p| [way.as_slice(), &[*p]].concat()))
            .take(MOST_VARIANTS)
            .collect();
    }
    for members in ways {
        let mut cells = allowed.clone();
        members.iter().for_each(|p| cells.keep(&problem.free[*p as usize]));
        let list = cells.iter().collect();
        problem.variants.push(Variant { wish: number as u32, members, cells, list });
    }
}

/// Precedences between wishes, those on a circle left out (they are told as a finding).
fn precedences(mission: &Mission) -> Vec<(u32, u32)> {
    let circles = super::references::on_circles(mission);
    let number = |id: &pul_domain::WishId| mission.wishes.iter().position(|w| w.id == *id);
    let mut before = Vec::new();
    for (second, wish) in mission.wishes.iter().enumerate() {
        for first in wish.after.iter().filter_map(number) {
            if first != second && !(circles.contains(&first) && circles.contains(&second)) {
                before.push((first as u32, second as u32));
            }
        }
    }
    before
}

fn fair_shares(mission: &Mission, persons: &[Vec<u32>], problem: &mut Problem) {
    let mut wishes = vec![0u32; mission.attendees.len()];
    for (wish, parties) in problem.parties_of.iter().enumerate() {
        if problem.placeable(wish as u32) {
            parties.iter().for_each(|p| wishes[*p as usize] += 1);
        }
    }
    problem.fair = mission
        .attendees
        .iter()
        .enumerate()
        .map(|(party, attendee)| {
            let sittings: u32 = persons[party].iter().map(|p| problem.sittings(*p as usize)).sum();
            wishes[party].min(sittings).min(attendee.most.map_or(u32::MAX, u32::from)).div_ceil(2)
        })
        .collect();
}

/// Holds fixed wishes where they are, unless that is impossible.
fn lock(compiled: &mut Compiled<'_>, findings: &mut Findings) {
    let mut taken: Vec<(u32, Cell, usize)> = Vec::new();
    let mut tables = vec![0u32; compiled.slots.len()];
    for (number, wish) in compiled.mission.wishes.iter().enumerate() {
        let Some(fixed) = &wish.fixed else { continue };
        let cell = (0..compiled.slots.len() as Cell).find(|c| compiled.sitting(*c) == *fixed);
        let problem = &compiled.problem;
        let clash = |person: u32, cell: Cell| {
            taken
                .iter()
                .find(|(p, c, _)| *p == person && problem.conflicts[cell as usize].contains(c))
                .map(|t| t.2)
        };
        let open: Vec<u32> = problem
            .variants_of(number as u32)
            .filter(|v| cell.is_some_and(|c| problem.variants[*v as usize].cells.has(c)))
            .collect();
        let free = open.iter().copied().find(|v| {
            cell.is_some_and(|c| problem.variants[*v as usize].members.iter().all(|p| clash(*p, c).is_none()))
        });
        match (cell, free) {
            (Some(cell), Some(variant)) if tables[cell as usize] < problem.cells[cell as usize].capacity => {
                tables[cell as usize] += 1;
                taken.extend(problem.variants[variant as usize].members.iter().map(|p| (*p, cell, number)));
                compiled.problem.wishes[number].locked = Some((variant, cell));
            }
            _ => {
                let rival = cell.and_then(|c| {
                    let members = open.iter().flat_map(|v| &problem.variants[*v as usize].members);
                    members.filter_map(|p| clash(*p, c)).next()
                });
                let cause = match rival {
                    Some(other) => format!(
                        "{} and {} are both fixed, and somebody would be in two places at once.",
                        compiled.mission.wishes[other].id, wish.id
                    ),
                    None => format!(
                        "{} is fixed at {} {}, where it cannot be: no such slot, no table left, or somebody is not free.",
                        wish.id, fixed.venue, fixed.start
                    ),
                };
                findings.push(Finding::fault(
                    "fixed-impossible",
                    Place::file("mission").field(format!("wish {}", wish.id)),
                    cause,
                    "Fix it elsewhere or let it go; it is planned as if it were not fixed.",
                ));
            }
        }
    }
}
