//! Rules out slots before the search, or finds that there is no plan.

use super::conflict::Conflict;
use super::matching;
use super::slots::Slots;
use pul_domain::{ClassicProblem, Session};

/// The problem with the slots each meeting can still be in.
#[derive(Debug, Clone)]
pub(crate) struct Reduced {
    /// How many slots.
    pub(crate) slots: u32,
    /// How many meetings a slot can have.
    pub(crate) tables: u32,
    /// The two of each meeting.
    pub(crate) pairs: Vec<[u32; 2]>,
    /// The slots of each meeting; never empty.
    pub(crate) domains: Vec<Slots>,
    /// The meetings of each participant.
    pub(crate) meetings_of: Vec<Vec<u32>>,
    /// Pairs of meetings of which the first must be in an earlier slot.
    pub(crate) orders: Vec<(u32, u32)>,
}

/// Propagates sessions, forbidden and fixed slots, precedences, all-different slots of each
/// participant and full slots until nothing changes.
pub(crate) fn reduce(problem: &ClassicProblem) -> Result<Reduced, Conflict> {
    let sorted = in_order(problem).map_err(|meetings| Conflict::Circle { meetings })?;
    // In this order one pass forwards and one backwards settle all precedences.
    let orders: Vec<(u32, u32)> = sorted
        .into_iter()
        .flat_map(|late| problem.meetings[late as usize].after.iter().map(move |early| (*early, late)))
        .collect();
    let mut meetings_of = vec![Vec::new(); problem.participants as usize];
    for (number, meeting) in (0u32..).zip(&problem.meetings) {
        for participant in meeting.participants {
            meetings_of[participant as usize].push(number);
        }
    }
    let mut reduced = Reduced {
        slots: problem.slots,
        tables: problem.tables,
        pairs: problem.meetings.iter().map(|m| m.participants).collect(),
        domains: (0..problem.meetings.len()).map(|m| first_domain(problem, m)).collect(),
        meetings_of,
        orders,
    };
    if let Some(meeting) = reduced.meetings().find(|m| reduced.domain(*m).is_empty()) {
        return Err(Conflict::NoSlot { meeting, with: Vec::new() });
    }
    loop {
        let before = reduced.domains.clone();
        reduced.order()?;
        reduced.different()?;
        reduced.full_slots()?;
        if reduced.domains == before {
            reduced.tables()?;
            return Ok(reduced);
        }
    }
}

fn first_domain(problem: &ClassicProblem, number: usize) -> Slots {
    let meeting = &problem.meetings[number];
    let mut slots = match meeting.session {
        Session::Morning => Slots::range(0, problem.morning),
        Session::Afternoon => Slots::range(problem.morning, problem.slots),
        Session::Either => Slots::range(0, problem.slots),
    };
    for participant in meeting.participants {
        slots = slots.without(problem.forbidden[participant as usize].iter().copied().collect());
    }
    meeting.fixed.map_or(slots, |slot| slots.and(Slots::one(slot)))
}

/// The meetings so that each comes after all it must follow; or the meetings of one circle.
fn in_order(problem: &ClassicProblem) -> Result<Vec<u32>, Vec<u32>> {
    let mut waits: Vec<usize> = problem.meetings.iter().map(|m| m.after.len()).collect();
    let mut followers = vec![Vec::new(); problem.meetings.len()];
    for (late, meeting) in (0u32..).zip(&problem.meetings) {
        for early in &meeting.after {
            followers[*early as usize].push(late);
        }
    }
    let mut sorted: Vec<u32> =
        (0u32..).zip(&waits).filter(|(_, waits)| **waits == 0).map(|(m, _)| m).collect();
    let mut next = 0;
    while let Some(early) = sorted.get(next).copied() {
        next += 1;
        for late in &followers[early as usize] {
            waits[*late as usize] -= 1;
            if waits[*late as usize] == 0 {
                sorted.push(*late);
            }
        }
    }
    match waits.iter().position(|waits| *waits > 0) {
        None => Ok(sorted),
        Some(start) => Err(circle(problem, &waits, start as u32)),
    }
}

/// Walks back from a meeting that still waits until a meeting comes up again.
fn circle(problem: &ClassicProblem, waits: &[usize], start: u32) -> Vec<u32> {
    let mut walk = vec![start];
    let mut place = vec![None; waits.len()];
    place[start as usize] = Some(0);
    let mut here = start;
    loop {
        let waiting = problem.meetings[here as usize].after.iter().find(|m| waits[**m as usize] > 0);
        let Some(before) = waiting.copied() else { return walk };
        if let Some(first) = place[before as usize] {
            let mut meetings = walk.split_off(first);
            meetings.reverse();
            return meetings;
        }
        place[before as usize] = Some(walk.len());
        walk.push(before);
        here = before;
    }
}

impl Reduced {
    /// How many participants.
    pub(crate) fn participants(&self) -> u32 {
        self.meetings_of.len() as u32
    }

    /// The meetings as numbers.
    pub(crate) fn meetings(&self) -> std::ops::Range<u32> {
        0..self.domains.len() as u32
    }

    /// The slots of a meeting.
    pub(crate) fn domain(&self, meeting: u32) -> Slots {
        self.domains[meeting as usize]
    }

    /// For each meeting of a participant how many others of its meetings must come before it,
    /// and how many after, through any chain of precedences.
    pub(crate) fn ranks(&self, participant: u32) -> Vec<(u32, u32)> {
        let own = &self.meetings_of[participant as usize];
        let count = |from: u32, back: bool| {
            let mut reached = vec![from];
            let mut next = 0;
            while let Some(here) = reached.get(next).copied() {
                next += 1;
                for (early, late) in &self.orders {
                    let (at, to) = if back { (*late, *early) } else { (*early, *late) };
                    if at == here && !reached.contains(&to) {
                        reached.push(to);
                    }
                }
            }
            reached[1..].iter().filter(|m| own.contains(m)).count() as u32
        };
        own.iter().map(|m| (count(*m, true), count(*m, false))).collect()
    }

    fn narrow(&mut self, meeting: u32, to: Slots, with: &[u32]) -> Result<(), Conflict> {
        let domain = &mut self.domains[meeting as usize];
        let narrowed = domain.and(to);
        if narrowed.is_empty() {
            return Err(Conflict::NoSlot { meeting, with: with.to_vec() });
        }
        *domain = narrowed;
        Ok(())
    }

    fn order(&mut self) -> Result<(), Conflict> {
        for at in 0..self.orders.len() {
            let (early, late) = self.orders[at];
            let after = self.domain(early).first().map_or(0, |slot| slot + 1);
            self.narrow(late, Slots::range(after, self.slots), &[early])?;
        }
        for at in (0..self.orders.len()).rev() {
            let (early, late) = self.orders[at];
            let until = self.domain(late).last().unwrap_or(0);
            self.narrow(early, Slots::range(0, until), &[late])?;
        }
        Ok(())
    }

    fn different(&mut self) -> Result<(), Conflict> {
        for participant in 0..self.participants() {
            let meetings = self.meetings_of[participant as usize].clone();
            let domains: Vec<Slots> = meetings.iter().map(|m| self.domain(*m)).collect();
            let supported = matching::supported(&domains).map_err(|short| {
                let slots = short.iter().fold(Slots::default(), |all, i| all.or(domains[*i]));
                Conflict::Crowded {
                    participant,
                    meetings: short.into_iter().map(|i| meetings[i]).collect(),
                    slots: slots.iter().collect(),
                }
            })?;
            for (meeting, slots) in meetings.iter().zip(supported) {
                self.domains[*meeting as usize] = slots;
            }
        }
        Ok(())
    }

    /// A slot whose tables are all taken by meetings that can be nowhere else is nobody else's.
    fn full_slots(&mut self) -> Result<(), Conflict> {
        for slot in 0..self.slots {
            let here = Slots::one(slot);
            let only: Vec<u32> = self.meetings().filter(|m| self.domain(*m) == here).collect();
            if only.len() > self.tables as usize {
                return Err(Conflict::Tables { meetings: only, slots: vec![slot] });
            }
            if only.len() < self.tables as usize {
                continue;
            }
            for meeting in self.meetings() {
                if self.domain(meeting) == here {
                    continue;
                }
                let rest = self.domain(meeting).without(here);
                self.narrow(meeting, rest, &only)?;
            }
        }
        Ok(())
    }

    /// Whether the tables of all slots can hold the meetings at all: a flow from meetings to
    /// slots, found by alternating paths.
    fn tables(&self) -> Result<(), Conflict> {
        let mut held: Vec<Vec<u32>> = vec![Vec::new(); self.slots as usize];
        for meeting in self.meetings() {
            let mut seen = Slots::default();
            if !self.seat(meeting, &mut held, &mut seen) {
                let mut meetings: Vec<u32> = seen.iter().flat_map(|s| held[s as usize].clone()).collect();
                meetings.push(meeting);
                meetings.sort_unstable();
                return Err(Conflict::Tables { meetings, slots: seen.iter().collect() });
            }
        }
        Ok(())
    }

    fn seat(&self, meeting: u32, held: &mut [Vec<u32>], seen: &mut Slots) -> bool {
        for slot in self.domain(meeting).iter() {
            if seen.has(slot) {
                continue;
            }
            *seen = seen.or(Slots::one(slot));
            let at = slot as usize;
            if held[at].len() < self.tables as usize {
                held[at].push(meeting);
                return true;
            }
            for place in 0..held[at].len() {
                let other = held[at][place];
                if self.seat(other, held, seen) {
                    held[at][place] = meeting;
                    return true;
                }
            }
        }
        false
    }
}
