//! Looks for good plans without proof: simulated annealing over Kempe chains, then mending.

use super::breaks::Day;
use super::chance::Chance;
use super::encode::colour;
use super::kempe::Timetable;
use super::mend::mend;
use super::reduce::Reduced;
use super::solver::{Answer, Solver};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The heat of the first and of the last move of a round, in 64ths of a break.
const HOT: i64 = 20;
const COLD: i64 = 4;
/// How many moves are tried for each meeting in the first round; every round has a quarter more.
const TRIES: u64 = 20_000;
/// How many tries take as long as one learnt clause.
const TRIES_OF_WORK: u64 = 800;
/// How often it is asked whether to stop.
const TRIES_BETWEEN_LOOKS: u64 = 1 << 14;

/// A local search that keeps its timetable from round to round.
pub(super) struct Local {
    table: Option<Timetable>,
    limits: Vec<(u32, u32)>,
    chance: Chance,
    tries: u64,
    stop: Arc<AtomicBool>,
}

impl Local {
    /// `limits` are the fewest and the most breaks of each participant.
    pub(super) fn new(limits: Vec<(u32, u32)>, meetings: usize, seed: u64, stop: &Arc<AtomicBool>) -> Self {
        let tries = TRIES * meetings as u64;
        Local { table: None, limits, chance: Chance::new(seed), tries, stop: Arc::clone(stop) }
    }

    /// One round: heats up, cools down, and mends the best plan on the way, until it has no more
    /// than `enough` breaks. Gives the best plan of the round and the work done.
    pub(super) fn round(&mut self, reduced: &Reduced, enough: u32) -> (Option<Vec<u32>>, u64) {
        if reduced.slots < 2 || self.limits.is_empty() {
            return (None, 0);
        }
        let mut work = 0;
        if self.table.is_none() {
            let (first, spent) = self.first(reduced);
            work += spent;
            self.table = first;
        }
        let (annealed, tries) = self.cool(reduced, enough);
        work += tries / TRIES_OF_WORK;
        self.tries += self.tries / 4;
        let Some(plan) = annealed else { return (None, work) };
        let (plan, spent) = mend(reduced, &self.limits, plan, enough, &mut self.chance, &self.stop);
        if let Some(table) = &mut self.table {
            *table = Timetable::new(reduced, &self.limits, plan.clone());
        }
        (Some(plan), work + spent)
    }

    /// A timetable in which nobody meets twice in a slot, found by asking for just that.
    fn first(&self, reduced: &Reduced) -> (Option<Timetable>, u64) {
        let mut encoding = colour(reduced);
        let mut solver = Solver::new(Arc::clone(&self.stop));
        solver.extend(&encoding.clauses.take());
        let (answer, spent) = solver.ask(&[], u64::from(u32::MAX >> 1));
        let plan = (answer == Answer::Yes).then(|| encoding.plan(&solver));
        (plan.map(|plan| Timetable::new(reduced, &self.limits, plan)), spent)
    }

    /// The best plan on the way, and how many moves were tried.
    fn cool(&mut self, reduced: &Reduced, enough: u32) -> (Option<Vec<u32>>, u64) {
        let Some(table) = &mut self.table else { return (None, 0) };
        let meetings = table.slot_of.len() as u32;
        let (all, mut best) = (self.tries, None);
        let mut least = i64::MAX;
        for tried in 0..all {
            if table.cost.faults == 0 && table.cost.breaks < least {
                least = table.cost.breaks;
                best = Some(table.slot_of.clone());
            }
            let stopped = tried % TRIES_BETWEEN_LOOKS == 0 && self.stop.load(Ordering::Relaxed);
            if least <= i64::from(enough) || stopped {
                return (best, tried);
            }
            let heat = HOT - (HOT - COLD) * tried as i64 / all as i64;
            let meeting = self.chance.below(meetings);
            let to = self.chance.below(reduced.slots);
            if table.slot_of[meeting as usize] != to {
                table.try_move(reduced, (meeting, to), heat, &mut self.chance);
            }
        }
        (best, all)
    }
}

/// Breaks of each participant.
pub(super) fn breaks(reduced: &Reduced, slot_of: &[u32]) -> Vec<u32> {
    (0..reduced.participants()).map(|p| busy(reduced, slot_of, p).breaks()).collect()
}

/// The slots in which a participant meets somebody.
pub(super) fn busy(reduced: &Reduced, slot_of: &[u32], participant: u32) -> super::slots::Slots {
    reduced.meetings_of[participant as usize].iter().map(|m| slot_of[*m as usize]).collect()
}

/// The days of all participants.
pub(super) fn days(reduced: &Reduced) -> Vec<Day> {
    (0..reduced.participants()).map(|p| Day::of(reduced, p)).collect()
}
