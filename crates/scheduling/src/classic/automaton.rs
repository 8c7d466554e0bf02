//! The days of one participant as clauses over its slots.

use super::breaks::{Day, Point};
use super::clauses::{Clauses, FALSE, Lit, TRUE};
use std::collections::{BTreeMap, BTreeSet};

/// Requires that the slots with a meeting, `meets`, make a day with `low` to `high` breaks.
///
/// Gives the literals of which the one at `n` holds when there are more than `low + n` breaks;
/// none if there is no such day.
pub(super) fn day(
    clauses: &mut Clauses,
    day: &Day,
    meets: &[Lit],
    ranked: &[Ranked<'_>],
    (low, high): (u32, u32),
) -> Option<Vec<Lit>> {
    let (least, most) = day.bounds()?;
    if low > most || high < least {
        return None;
    }
    if day.meetings < 2 {
        return Some(Vec::new());
    }
    // Also where every day is one run: clauses of meetings do not say that all slots of it are busy.
    if high == 0 {
        let started = in_one_run(clauses, day, meets)?;
        for meeting in ranked {
            in_its_part(clauses, day, &started, meeting);
        }
        return Some(Vec::new());
    }
    Layers::of(day, low, high).map(|layers| layers.encode(clauses, meets))
}

/// A meeting with its place among those of a participant.
pub(super) struct Ranked<'a> {
    /// For each slot the literal that says it is there.
    pub(super) placed: &'a [Lit],
    /// How many meetings of the participant must come before it.
    pub(super) before: u32,
    /// How many must come after it.
    pub(super) after: u32,
}

/// In a run a meeting leaves room for those that must come before it and after it.
fn in_its_part(clauses: &mut Clauses, day: &Day, started: &[Lit], meeting: &Ranked<'_>) {
    let (before, after) = (meeting.before as usize, meeting.after as usize);
    for (slot, here) in meeting.placed.iter().enumerate() {
        if before > 0 {
            let begun = slot.checked_sub(before).map_or(FALSE, |slot| started[slot]);
            clauses.imply(&[*here], &[begun]);
        }
        // A run that has started by then is over before all that follow have had a slot.
        if after > 0
            && let Some(too_early) = (slot + after).checked_sub(day.meetings as usize)
        {
            clauses.imply(&[*here], &[started.get(too_early).map_or(FALSE, |started| -started)]);
        }
    }
}

/// All meetings in one run: told by where it starts. Gives for each slot whether the run
/// starts in it or before.
fn in_one_run(clauses: &mut Clauses, day: &Day, meets: &[Lit]) -> Option<Vec<Lit>> {
    let length = day.meetings as usize;
    let starts: Vec<bool> = (0..meets.len()).map(|start| day.runs_from(start as u32)).collect();
    let (first, last) = (starts.iter().position(|s| *s)?, starts.iter().rposition(|s| *s)?);
    let mut started = vec![FALSE; meets.len()];
    for slot in first..meets.len() {
        started[slot] = match slot {
            _ if slot >= last => TRUE,
            _ if !starts[slot] => started[slot - 1],
            _ => clauses.fresh(),
        };
        if slot > first {
            clauses.imply(&[started[slot - 1]], &[started[slot]]);
        }
    }
    for (slot, meets) in meets.iter().enumerate() {
        let over = if slot >= length { started[slot - length] } else { FALSE };
        clauses.imply(&[*meets], &[started[slot]]);
        clauses.imply(&[*meets], &[-over]);
        clauses.imply(&[started[slot]], &[over, *meets]);
    }
    Some(started)
}

/// A point of the day and the breaks so far.
type State = (Point, u32);

/// The states a day can be in after each slot and still come to its end.
struct Layers<'a> {
    day: &'a Day,
    states: Vec<BTreeSet<State>>,
    low: u32,
    high: u32,
}

impl<'a> Layers<'a> {
    fn of(day: &'a Day, low: u32, high: u32) -> Option<Self> {
        let mut layers = Layers { day, states: vec![BTreeSet::from([((0, false), 0)])], low, high };
        for slot in 0..day.slots() {
            let last = &layers.states[slot as usize];
            let next = last.iter().flat_map(|s| [true, false].map(|meets| layers.step(slot, *s, meets)));
            let next: BTreeSet<State> = next.flatten().collect();
            layers.states.push(next);
        }
        let ends = layers.states.last_mut()?;
        ends.retain(|((done, _), breaks)| *done == day.meetings && *breaks >= low);
        for slot in (0..day.slots()).rev() {
            let (before, after) = layers.states.split_at(slot as usize + 1);
            let mut kept = before[slot as usize].clone();
            kept.retain(|s| {
                [true, false]
                    .iter()
                    .any(|meets| layers.step(slot, *s, *meets).is_some_and(|n| after[0].contains(&n)))
            });
            layers.states[slot as usize] = kept;
        }
        (!layers.states[0].is_empty()).then_some(layers)
    }

    fn step(&self, slot: u32, (point, breaks): State, meets: bool) -> Option<State> {
        let (point, begins) = self.day.step(slot, point, meets)?;
        (breaks + begins <= self.high).then_some((point, breaks + begins))
    }

    /// One literal for each state; the state moves on as the slot says, and comes from
    /// somewhere.
    fn encode(&self, clauses: &mut Clauses, meets: &[Lit]) -> Vec<Lit> {
        let mut here: BTreeMap<State, Lit> = BTreeMap::from([(((0, false), 0), TRUE)]);
        for (slot, meets) in (0u32..).zip(meets) {
            let next: BTreeMap<State, Lit> =
                self.states[slot as usize + 1].iter().map(|s| (*s, clauses.fresh())).collect();
            let mut from: BTreeMap<State, Vec<Lit>> = BTreeMap::new();
            for (state, literal) in &here {
                for (met, given) in [(true, *meets), (false, -*meets)] {
                    let to = self.step(slot, *state, met).and_then(|s| Some((s, *next.get(&s)?)));
                    match to {
                        Some((to, then)) => {
                            clauses.imply(&[*literal, given], &[then]);
                            from.entry(to).or_default().push(*literal);
                        }
                        None => clauses.imply(&[*literal], &[-given]),
                    }
                }
            }
            for (state, literal) in &next {
                let ((_, met), _) = state;
                clauses.imply(&[*literal], &[if *met { *meets } else { -*meets }]);
                clauses.imply(&[*literal], from.get(state).map_or(&[], Vec::as_slice));
            }
            let all: Vec<Lit> = next.values().copied().collect();
            clauses.add(&all);
            here = next;
        }
        self.more_than(clauses, &here)
    }

    fn more_than(&self, clauses: &mut Clauses, ends: &BTreeMap<State, Lit>) -> Vec<Lit> {
        let more: Vec<Lit> = (self.low..self.high).map(|_| clauses.fresh()).collect();
        for ((_, breaks), literal) in ends {
            for (than, more) in (self.low..).zip(&more) {
                clauses.imply(&[*literal], &[if *breaks > than { *more } else { -*more }]);
            }
        }
        more
    }
}
