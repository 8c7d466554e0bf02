//! A timetable that is changed by Kempe chains.
//!
//! Every meeting has a slot and nobody meets twice in one; tables, precedences, sessions and
//! fairness may be broken at a price. Of two slots, the meetings that are joined by shared
//! participants make chains; swapping the slots along a chain leaves nobody with two meetings,
//! and changes the busy slots of the two participants at its ends alone.

use super::chance::Chance;
use super::cost::{Cost, FAULT, day};
use super::reduce::Reduced;
use super::slots::Slots;

/// A chain: its two ends, unless it is a ring, and by how many it lowers its first slot.
struct Chain {
    slots: [u32; 2],
    ends: Option<[u32; 2]>,
    shift: i64,
}

/// A timetable that can be changed; it has to be given the same problem always.
#[derive(Debug, Clone)]
pub(super) struct Timetable {
    /// The slot of each meeting.
    pub(super) slot_of: Vec<u32>,
    /// What it costs.
    pub(super) cost: Cost,
    limits: Vec<(u32, u32)>,
    /// For each participant and slot the meeting.
    at: Vec<Option<u32>>,
    /// How many meetings each slot has.
    held: Vec<i64>,
    busy: Vec<Slots>,
    before: Vec<Vec<u32>>,
    after: Vec<Vec<u32>>,
    /// The meetings of the chain at hand, and for each meeting the number of the last chain it was in.
    chain: Vec<u32>,
    chained: Vec<u32>,
    number: u32,
}

impl Timetable {
    /// Nobody may meet twice in a slot of `slot_of`; `limits` are the fewest and the most breaks
    /// of each participant.
    pub(super) fn new(reduced: &Reduced, limits: &[(u32, u32)], slot_of: Vec<u32>) -> Self {
        let (people, meetings) = (reduced.participants() as usize, slot_of.len());
        let mut table = Timetable {
            cost: Cost::default(),
            limits: limits.to_vec(),
            at: vec![None; people * reduced.slots as usize],
            held: vec![0; reduced.slots as usize],
            busy: vec![Slots::default(); people],
            before: vec![Vec::new(); meetings],
            after: vec![Vec::new(); meetings],
            chain: Vec::new(),
            chained: vec![0; meetings],
            number: 0,
            slot_of,
        };
        for (early, late) in &reduced.orders {
            table.after[*early as usize].push(*late);
            table.before[*late as usize].push(*early);
        }
        for (meeting, slot) in (0u32..).zip(table.slot_of.clone()) {
            table.held[slot as usize] += 1;
            for person in reduced.pairs[meeting as usize] {
                *table.seat(reduced, person, slot) = Some(meeting);
                let busy = &mut table.busy[person as usize];
                *busy = busy.or(Slots::one(slot));
            }
        }
        table.cost = table.whole_cost(reduced);
        table
    }

    fn seat(&mut self, reduced: &Reduced, person: u32, slot: u32) -> &mut Option<u32> {
        &mut self.at[(person * reduced.slots + slot) as usize]
    }

    fn whole_cost(&self, reduced: &Reduced) -> Cost {
        let days = self.busy.iter().zip(&self.limits).map(|(busy, limits)| day(*busy, *limits));
        let mut cost = days.fold(Cost::default(), Cost::plus);
        let over: i64 = self.held.iter().map(|held| (held - i64::from(reduced.tables)).max(0)).sum();
        let slot = |meeting: u32| self.slot_of[meeting as usize];
        let unordered = reduced.orders.iter().filter(|(early, late)| slot(*early) >= slot(*late)).count();
        let outside = reduced.meetings().filter(|m| !reduced.domain(*m).has(slot(*m))).count();
        cost.faults += FAULT * (over + unordered as i64 + outside as i64);
        cost
    }

    /// Moves a meeting to another slot, with all that hangs on it, if `chance` bears the price at
    /// this heat. Heat is in 64ths of a break.
    pub(super) fn try_move(
        &mut self,
        reduced: &Reduced,
        (meeting, to): (u32, u32),
        heat: i64,
        chance: &mut Chance,
    ) -> bool {
        let chain = self.chain(reduced, meeting, to);
        let change = self.change(reduced, &chain);
        let price = change.faults + change.day;
        if price > 0 && price * 1024 > heat * chance.patience() {
            return false;
        }
        self.swap(reduced, &chain);
        self.cost = self.cost.plus(change);
        true
    }

    fn chain(&mut self, reduced: &Reduced, meeting: u32, to: u32) -> Chain {
        let from = self.slot_of[meeting as usize];
        self.chain.clear();
        self.chain.push(meeting);
        let mut ends = reduced.pairs[meeting as usize];
        let mut shift = 1;
        for end in &mut ends {
            let (mut here, mut there) = (to, from);
            while let Some(next) = self.at[(*end * reduced.slots + here) as usize] {
                if next == meeting {
                    return Chain { slots: [from, to], ends: None, shift: 0 };
                }
                self.chain.push(next);
                shift += if here == from { 1 } else { -1 };
                let [one, other] = reduced.pairs[next as usize];
                *end = if one == *end { other } else { one };
                std::mem::swap(&mut here, &mut there);
            }
        }
        Chain { slots: [from, to], ends: Some(ends), shift }
    }

    fn change(&mut self, reduced: &Reduced, chain: &Chain) -> Cost {
        let mut change = Cost::default();
        let flipped = Slots::one(chain.slots[0]).or(Slots::one(chain.slots[1]));
        for end in chain.ends.iter().flatten() {
            let (busy, limits) = (self.busy[*end as usize], self.limits[*end as usize]);
            change = change.plus(day(busy.differing(flipped), limits)).minus(day(busy, limits));
        }
        let over = |held: i64| (held - i64::from(reduced.tables)).max(0);
        let [from, to] = chain.slots.map(|slot| self.held[slot as usize]);
        let tables = over(from - chain.shift) + over(to + chain.shift) - over(from) - over(to);
        change.faults += FAULT * (tables + self.misplaced(reduced, chain.slots));
        change
    }

    /// By how many the meetings outside their slots and out of order would grow.
    fn misplaced(&mut self, reduced: &Reduced, slots: [u32; 2]) -> i64 {
        self.number += 1;
        for meeting in &self.chain {
            self.chained[*meeting as usize] = self.number;
        }
        let other = |slot: u32| slots[0] + slots[1] - slot;
        let mut grows = 0;
        for meeting in &self.chain {
            let now = self.slot_of[*meeting as usize];
            let then = other(now);
            let domain = reduced.domain(*meeting);
            grows += i64::from(domain.has(now)) - i64::from(domain.has(then));
            for late in &self.after[*meeting as usize] {
                let slot = self.slot_of[*late as usize];
                let moved = self.chained[*late as usize] == self.number;
                let later = if moved { other(slot) } else { slot };
                grows += i64::from(then >= later) - i64::from(now >= slot);
            }
            // A pair of which both move was counted with the early one.
            let stays = |m: &&u32| self.chained[**m as usize] != self.number;
            for early in self.before[*meeting as usize].iter().filter(stays) {
                let slot = self.slot_of[*early as usize];
                grows += i64::from(slot >= then) - i64::from(slot >= now);
            }
        }
        grows
    }

    fn swap(&mut self, reduced: &Reduced, chain: &Chain) {
        let [from, to] = chain.slots;
        let meetings = std::mem::take(&mut self.chain);
        for meeting in &meetings {
            for person in reduced.pairs[*meeting as usize] {
                *self.seat(reduced, person, self.slot_of[*meeting as usize]) = None;
            }
        }
        for meeting in &meetings {
            let then = from + to - self.slot_of[*meeting as usize];
            self.slot_of[*meeting as usize] = then;
            for person in reduced.pairs[*meeting as usize] {
                *self.seat(reduced, person, then) = Some(*meeting);
            }
        }
        self.chain = meetings;
        for end in chain.ends.iter().flatten() {
            let busy = &mut self.busy[*end as usize];
            *busy = busy.differing(Slots::one(from).or(Slots::one(to)));
        }
        self.held[from as usize] -= chain.shift;
        self.held[to as usize] += chain.shift;
    }
}
