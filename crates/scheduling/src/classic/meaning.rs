//! What the values of a data file mean: the problem, or every reason why there is none.

use super::read::{Assigned, Told};
use super::slots::MOST_SLOTS;
use super::values::{Number, Value};
use pul_domain::{ClassicMeeting, ClassicProblem, Session};
use std::collections::BTreeSet;

/// The most participants, and the most meetings, of one problem.
const MOST: i64 = 20_000;

/// The problem; parts that could not be read are left empty and are faults in `told`.
pub(super) fn problem(assigned: &Assigned, told: &mut Told) -> Option<ClassicProblem> {
    let participants = count(assigned, told, "nBusiness", MOST);
    let meetings = count(assigned, told, "nMeetings", MOST);
    let tables = count(assigned, told, "nTables", i64::from(u32::MAX));
    let slots = count(assigned, told, "nTotalSlots", i64::from(MOST_SLOTS));
    let morning = count(assigned, told, "nMorningSlots", slots.map_or(i64::from(MOST_SLOTS), i64::from));
    let mut reading = Reading { told, participants, meetings, slots };
    let requested = reading.requested(assigned);
    let forbidden = reading.sets(assigned, "forbidden", participants, slots, "slot");
    let fixed = reading.fixed(assigned);
    let after = reading.sets(assigned, "precedences", meetings, meetings, "meeting");
    reading.itself(&after);
    let requested = requested?;
    reading.counts(assigned, &requested);
    let mut all = Vec::with_capacity(requested.len());
    for (number, (participants, session)) in requested.into_iter().enumerate() {
        let after = after.get(number).map(|(set, _)| set.clone()).unwrap_or_default();
        all.push(ClassicMeeting { participants, session, fixed: *fixed.get(number)?, after });
    }
    Some(ClassicProblem {
        participants: participants?,
        tables: tables?,
        slots: slots?,
        morning: morning?,
        meetings: all,
        forbidden: forbidden.into_iter().map(|(set, _)| set).collect(),
    })
}

/// A count from 0 to `most`.
fn count(assigned: &Assigned, told: &mut Told, name: &str, most: i64) -> Option<u32> {
    match assigned.get(name) {
        None => {
            missing(told, name);
            None
        }
        Some((Value::Number(n), _)) if (0..=most).contains(n) => u32::try_from(*n).ok(),
        Some((Value::Number(n), line)) => {
            let cause = format!("`{name}` is {n}, not from 0 to {most}.");
            told.fault("out-of-range", *line, Some(name), cause, "Set it within these limits.");
            None
        }
        Some((value, line)) => {
            shape(told, name, *line, value, "a number");
            None
        }
    }
}

fn missing(told: &mut Told, name: &str) {
    if !told.unread.iter().any(|unread| unread == name) {
        let cause = format!("`{name}` is not set.");
        told.fault("missing", 1, Some(name), cause, "Add it.");
    }
}

fn shape(told: &mut Told, name: &str, line: u32, value: &Value, wanted: &str) {
    let cause = format!("`{name}` is {}, not {wanted}.", value.shape());
    told.fault("shape", line, Some(name), cause, "Write it in the shape the format has.");
}

/// What a row of `requested` says.
type Requested = ([u32; 2], Session);

struct Reading<'t> {
    told: &'t mut Told,
    participants: Option<u32>,
    meetings: Option<u32>,
    slots: Option<u32>,
}

impl Reading<'_> {
    /// From the file's count, from 1, to ours, from 0.
    fn index(&mut self, name: &str, (n, line): Number, most: Option<u32>, what: &str) -> Option<u32> {
        let most = most?;
        if (1..=i64::from(most)).contains(&n) {
            return u32::try_from(n - 1).ok();
        }
        let cause = format!("There is no {what} {n}; there are {most}.");
        self.told.fault("out-of-range", line, Some(name), cause, "Name one that exists, counted from 1.");
        None
    }

    /// Whether a list has as many entries as was said.
    fn length(&mut self, name: &str, line: u32, has: usize, wanted: Option<u32>, of: &str) {
        if wanted.is_some_and(|wanted| wanted as usize != has) {
            let cause = format!("`{name}` has {has} entries; {of} says {}.", wanted.unwrap_or_default());
            self.told.fault("length", line, Some(name), cause, "Make the two agree.");
        }
    }

    fn requested(&mut self, assigned: &Assigned) -> Option<Vec<Requested>> {
        let name = "requested";
        let rows = match assigned.get(name) {
            None => {
                missing(self.told, name);
                return None;
            }
            Some((Value::Table(rows), line)) => {
                self.length(name, *line, rows.len(), self.meetings, "nMeetings");
                rows
            }
            Some((value, line)) => {
                shape(self.told, name, *line, value, "a table");
                return None;
            }
        };
        let read: Vec<Option<Requested>> = rows.iter().map(|(row, line)| self.row(row, *line)).collect();
        read.into_iter().collect()
    }

    fn row(&mut self, row: &[Number], line: u32) -> Option<Requested> {
        let name = "requested";
        let [one, other, session] = row else {
            let cause = format!("The row has {} numbers, not participant, participant, session.", row.len());
            self.told.fault("shape", line, Some(name), cause, "Give each meeting three numbers.");
            return None;
        };
        let a = self.index(name, *one, self.participants, "participant");
        let b = self.index(name, *other, self.participants, "participant");
        let session = match session.0 {
            1 => Some(Session::Morning),
            2 => Some(Session::Afternoon),
            3 => Some(Session::Either),
            n => {
                let cause = format!("There is no session {n}.");
                let cure = "Write 1 for the morning, 2 for the afternoon, 3 for either.";
                self.told.fault("session", session.1, Some(name), cause, cure);
                None
            }
        };
        if a.is_some() && a == b {
            let cause = format!("Participant {} would meet itself.", one.0);
            self.told.fault("meets-itself", line, Some(name), cause, "Name two participants.");
            return None;
        }
        Some(([a?, b?], session?))
    }

    /// One set per participant or meeting; absent means all empty.
    fn sets(
        &mut self,
        assigned: &Assigned,
        name: &str,
        wanted: Option<u32>,
        most: Option<u32>,
        what: &str,
    ) -> Vec<(BTreeSet<u32>, u32)> {
        match assigned.get(name) {
            None => vec![(BTreeSet::new(), 1); wanted.unwrap_or_default() as usize],
            Some((Value::Sets(sets), line)) => {
                self.length(
                    name,
                    *line,
                    sets.len(),
                    wanted,
                    if what == "slot" { "nBusiness" } else { "nMeetings" },
                );
                let each = |(set, line): &(Vec<Number>, u32)| (self.set(name, set, most, what), *line);
                sets.iter().map(each).collect()
            }
            // An empty list has no shape of its own.
            Some((Value::List(none), line)) if none.is_empty() => {
                self.length(name, *line, 0, wanted, if what == "slot" { "nBusiness" } else { "nMeetings" });
                Vec::new()
            }
            Some((value, line)) => {
                shape(self.told, name, *line, value, "a list of sets");
                Vec::new()
            }
        }
    }

    fn set(&mut self, name: &str, set: &[Number], most: Option<u32>, what: &str) -> BTreeSet<u32> {
        // 0 stands for nothing in the published files.
        set.iter().filter(|n| n.0 != 0).filter_map(|n| self.index(name, *n, most, what)).collect()
    }

    fn fixed(&mut self, assigned: &Assigned) -> Vec<Option<u32>> {
        let name = "fixed";
        match assigned.get(name) {
            None => vec![None; self.meetings.unwrap_or_default() as usize],
            Some((Value::List(list), line)) => {
                self.length(name, *line, list.len(), self.meetings, "nMeetings");
                let slots = self.slots;
                let each = |n: &Number| (n.0 != 0).then(|| self.index(name, *n, slots, "slot")).flatten();
                list.iter().map(each).collect()
            }
            Some((value, line)) => {
                shape(self.told, name, *line, value, "a list of numbers");
                Vec::new()
            }
        }
    }

    fn itself(&mut self, after: &[(BTreeSet<u32>, u32)]) {
        for (number, (set, line)) in after.iter().enumerate() {
            if set.contains(&(number as u32)) {
                let cause = format!("Meeting {} must come before itself.", number + 1);
                self.told.fault(
                    "before-itself",
                    *line,
                    Some("precedences"),
                    cause,
                    "Take it out of its own set.",
                );
            }
        }
    }

    /// `nMeetingsBusiness` repeats what `requested` says; a difference is told, `requested` holds.
    fn counts(&mut self, assigned: &Assigned, requested: &[Requested]) {
        let name = "nMeetingsBusiness";
        let Some((Value::List(told), _)) = assigned.get(name) else { return };
        let mut counted = vec![0i64; told.len()];
        for participant in requested.iter().flat_map(|(both, _)| both) {
            if let Some(count) = counted.get_mut(*participant as usize) {
                *count += 1;
            }
        }
        for (number, ((n, line), counted)) in told.iter().zip(counted).enumerate() {
            if *n != counted {
                let cause = format!("Participant {} has {counted} meetings requested, not {n}.", number + 1);
                self.told.warning("count", *line, Some(name), cause, "Mend the count; the rows decide.");
            }
        }
    }
}
