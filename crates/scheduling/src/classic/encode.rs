//! The problem as clauses.

use super::automaton::{self, Ranked};
use super::breaks::Day;
use super::cardinality;
use super::clauses::{Clauses, FALSE, Lit, TRUE};
use super::parity;
use super::reduce::Reduced;
use super::solver::Solver;

/// The clauses of a problem whose participants have breaks within given limits.
pub(super) struct Encoding {
    /// The clauses.
    pub(super) clauses: Clauses,
    /// For each meeting and slot the literal that says it is there.
    pub(super) placed: Vec<Vec<Lit>>,
    /// For each participant the literals of one break more than its lowest, of two more, …
    pub(super) more: Vec<Vec<Lit>>,
}

impl Encoding {
    /// The slot of each meeting in the solution just found.
    pub(super) fn plan(&self, solver: &Solver) -> Vec<u32> {
        self.placed
            .iter()
            .map(|slots| slots.iter().position(|l| solver.holds(*l)).unwrap_or_default() as u32)
            .collect()
    }
}

/// Makes the clauses; none if a participant can have no day within its limits.
pub(super) fn encode(reduced: &Reduced, days: &[Day], limits: &[(u32, u32)]) -> Option<Encoding> {
    let mut clauses = Clauses::new();
    let placed: Vec<Vec<Lit>> = reduced.meetings().map(|m| meeting(&mut clauses, reduced, m)).collect();
    let meets: Vec<Vec<Lit>> =
        (0..reduced.participants()).map(|p| participant(&mut clauses, reduced, &placed, p)).collect();
    let mut more = Vec::with_capacity(days.len());
    for (participant, (day, limits)) in (0u32..).zip(days.iter().zip(limits)) {
        let ranked = ranked(reduced, &placed, participant);
        more.push(automaton::day(&mut clauses, day, &meets[participant as usize], &ranked, *limits)?);
    }
    orders(&mut clauses, reduced, &placed);
    alike(&mut clauses, reduced, &placed);
    tables(&mut clauses, reduced, &placed, &meets);
    for slot in 0..reduced.slots as usize {
        let here: Vec<Lit> = meets.iter().map(|m| m[slot]).collect();
        parity::even(&mut clauses, &here);
    }
    Some(Encoding { clauses, placed, more })
}

/// The clauses that give every meeting one of its slots and nobody two meetings in one: all that
/// cannot be broken at a price.
pub(super) fn colour(reduced: &Reduced) -> Encoding {
    let mut clauses = Clauses::new();
    let placed: Vec<Vec<Lit>> = reduced.meetings().map(|m| meeting(&mut clauses, reduced, m)).collect();
    for number in 0..reduced.participants() {
        participant(&mut clauses, reduced, &placed, number);
    }
    Encoding { clauses, placed, more: Vec::new() }
}

/// The literals of all participants' breaks beyond their least.
pub(super) fn open_literals(more: &[Vec<Lit>]) -> Vec<Lit> {
    more.iter().flatten().copied().collect()
}

/// The meetings of a participant that precedences give a place among the others.
fn ranked<'a>(reduced: &Reduced, placed: &'a [Vec<Lit>], participant: u32) -> Vec<Ranked<'a>> {
    let meetings = reduced.meetings_of[participant as usize].iter().zip(reduced.ranks(participant));
    meetings
        .filter(|(_, (before, after))| before + after > 0)
        .map(|(m, (before, after))| Ranked { placed: &placed[*m as usize], before, after })
        .collect()
}

/// A meeting is in exactly one of its slots.
fn meeting(clauses: &mut Clauses, reduced: &Reduced, meeting: u32) -> Vec<Lit> {
    let domain = reduced.domain(meeting);
    let only = domain.only();
    let placed: Vec<Lit> = (0..reduced.slots)
        .map(|slot| match only {
            _ if !domain.has(slot) => FALSE,
            Some(_) => TRUE,
            None => clauses.fresh(),
        })
        .collect();
    clauses.add(&placed);
    clauses.at_most_one(&placed);
    placed
}

/// The slots in which a participant meets somebody, at most one in each.
fn participant(clauses: &mut Clauses, reduced: &Reduced, placed: &[Vec<Lit>], participant: u32) -> Vec<Lit> {
    let meetings = &reduced.meetings_of[participant as usize];
    (0..reduced.slots as usize)
        .map(|slot| {
            let here: Vec<Lit> = meetings.iter().map(|m| placed[*m as usize][slot]).collect();
            clauses.at_most_one(&here);
            clauses.any(&here)
        })
        .collect()
}

/// A meeting that must follow another is in a later slot: some earlier slot has the one, some
/// later slot the other, and no two slots in the wrong order. Each of these follows from the
/// others; the solver is much quicker when it has all.
fn orders(clauses: &mut Clauses, reduced: &Reduced, placed: &[Vec<Lit>]) {
    for (early, late) in &reduced.orders {
        let (early, late) = (&placed[*early as usize], &placed[*late as usize]);
        for slot in 0..early.len() {
            clauses.imply(&[late[slot]], &early[..slot]);
            clauses.imply(&[early[slot]], &late[slot + 1..]);
            for before in &late[..=slot] {
                clauses.add(&[-early[slot], -before]);
            }
        }
    }
}

/// For each slot whether one of the literals up to and with it holds.
fn running(clauses: &mut Clauses, literals: &[Lit]) -> Vec<Lit> {
    let mut so_far = FALSE;
    literals
        .iter()
        .map(|literal| {
            so_far = clauses.any(&[so_far, *literal]);
            so_far
        })
        .collect()
}

/// Of meetings that nothing tells apart, the first comes first.
fn alike(clauses: &mut Clauses, reduced: &Reduced, placed: &[Vec<Lit>]) {
    let mut ordered = vec![false; placed.len()];
    for (early, late) in &reduced.orders {
        ordered[*early as usize] = true;
        ordered[*late as usize] = true;
    }
    let mut sorted: Vec<u32> = reduced.meetings().filter(|m| !ordered[*m as usize]).collect();
    let key = |m: u32| {
        let [a, b] = reduced.pairs[m as usize];
        (a.min(b), a.max(b), reduced.domain(m))
    };
    sorted.sort_by_key(|m| (key(*m), *m));
    for pair in sorted.windows(2).filter(|pair| key(pair[0]) == key(pair[1])) {
        let [early, late] = [pair[0], pair[1]].map(|m| running(clauses, &placed[m as usize]));
        for (slot, late) in late.iter().enumerate() {
            clauses.imply(&[*late], &[slot.checked_sub(1).map_or(FALSE, |slot| early[slot])]);
        }
    }
}

/// No slot has more meetings than tables, said twice. No more than twice as many participants are
/// busy: their runs are known long before it is known whom they meet, so that plans are found by it.
/// And meetings are counted by participants that cover them: those of one participant are at most
/// one in a slot, so that one literal stands for all; by it most proofs are made.
fn tables(clauses: &mut Clauses, reduced: &Reduced, placed: &[Vec<Lit>], meets: &[Vec<Lit>]) {
    for slot in 0..reduced.slots {
        let here: Vec<u32> = reduced.meetings().filter(|m| reduced.domain(*m).has(slot)).collect();
        if most_at_once(reduced, &here) <= reduced.tables as usize {
            continue;
        }
        let busy: Vec<Lit> = meets.iter().map(|slots| slots[slot as usize]).collect();
        cardinality::at_most(clauses, &busy, 2 * reduced.tables as usize);
        let groups: Vec<Lit> = cover(reduced, &here)
            .into_iter()
            .map(|(participant, meetings)| {
                let all = reduced.meetings_of[participant as usize].iter();
                if all.filter(|m| reduced.domain(**m).has(slot)).count() == meetings.len() {
                    return meets[participant as usize][slot as usize];
                }
                let literals: Vec<Lit> =
                    meetings.iter().map(|m| placed[*m as usize][slot as usize]).collect();
                clauses.any(&literals)
            })
            .collect();
        cardinality::at_most(clauses, &groups, reduced.tables as usize);
    }
}

/// No more meetings than this can be at once: two participants each.
fn most_at_once(reduced: &Reduced, meetings: &[u32]) -> usize {
    let mut present = vec![false; reduced.participants() as usize];
    for meeting in meetings {
        for participant in reduced.pairs[*meeting as usize] {
            present[participant as usize] = true;
        }
    }
    (present.iter().filter(|p| **p).count() / 2).min(meetings.len())
}

/// Participants that together take part in all of `meetings`, each with those that are its
/// own here; the one with the most that are left is taken first.
fn cover(reduced: &Reduced, meetings: &[u32]) -> Vec<(u32, Vec<u32>)> {
    let mut left = meetings.to_vec();
    let mut groups = Vec::new();
    while !left.is_empty() {
        let mut counts = vec![0u32; reduced.participants() as usize];
        for meeting in &left {
            for participant in reduced.pairs[*meeting as usize] {
                counts[participant as usize] += 1;
            }
        }
        let most = counts.iter().max().copied().unwrap_or(0);
        let best = counts.iter().position(|c| *c == most).unwrap_or(0) as u32;
        let (own, rest) = left.iter().partition(|m| reduced.pairs[**m as usize].contains(&best));
        left = rest;
        groups.push((best, own));
    }
    groups
}
