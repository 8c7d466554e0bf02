//! The days one participant can have, seen alone: how many meetings by which slot, and the
//! least and the most breaks.
//!
//! A day is read slot by slot. What has to be remembered is how many meetings there were and
//! whether the last slot had one; a break is counted where it begins, which is right because
//! another meeting follows whenever some are left.

use super::matching;
use super::reduce::Reduced;
use super::slots::Slots;

/// How far a day is: meetings so far, and whether the slot just read had one.
pub(super) type Point = (u32, bool);

/// What limits the day of one participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Day {
    /// How many meetings.
    pub(super) meetings: u32,
    /// The slots of each meeting.
    domains: Vec<Slots>,
    /// The slots that may have one.
    pub(super) open: Slots,
    /// The slots that must have one.
    must: Slots,
    /// For each slot: the fewest and the most meetings up to and with it.
    so_far: Vec<(u32, u32)>,
}

impl Day {
    /// The day of a participant.
    pub(super) fn of(reduced: &Reduced, participant: u32) -> Self {
        let domains: Vec<Slots> =
            reduced.meetings_of[participant as usize].iter().map(|m| reduced.domain(*m)).collect();
        let count = |wanted: &dyn Fn(&Slots) -> bool| domains.iter().filter(|d| wanted(d)).count() as u32;
        Day {
            meetings: domains.len() as u32,
            open: domains.iter().fold(Slots::default(), |all, d| all.or(*d)),
            must: domains.iter().filter_map(|d| d.only()).collect(),
            so_far: (0..reduced.slots)
                .map(|slot| {
                    let fewest = count(&|d| d.last().is_some_and(|last| last <= slot));
                    let most = count(&|d| d.first().is_some_and(|first| first <= slot));
                    (fewest, most)
                })
                .collect(),
            domains,
        }
    }

    /// How many slots.
    pub(super) fn slots(&self) -> u32 {
        self.so_far.len() as u32
    }

    /// From a point before `slot` to the point after it, with a meeting in it or not, and the
    /// breaks that begin there; none if the day cannot go on so.
    pub(super) fn step(&self, slot: u32, (done, last): Point, meets: bool) -> Option<(Point, u32)> {
        let (fewest, most) = self.so_far[slot as usize];
        let allowed = if meets { self.open.has(slot) } else { !self.must.has(slot) };
        let now = done + u32::from(meets);
        if !allowed || !(fewest..=most).contains(&now) || now > self.meetings {
            return None;
        }
        let begins = !meets && last && done < self.meetings;
        Some(((now, meets), u32::from(begins)))
    }

    /// Whether all meetings can be in one run that starts in `start`.
    pub(super) fn runs_from(&self, start: u32) -> bool {
        let run = Slots::range(start, start + self.meetings);
        if start + self.meetings > self.slots()
            || !run.without(self.open).is_empty()
            || !self.must.without(run).is_empty()
        {
            return false;
        }
        let within: Vec<Slots> = self.domains.iter().map(|d| d.and(run)).collect();
        matching::all_different(&within).is_ok()
    }

    /// The least and the most breaks of any day; none if there is no day.
    pub(super) fn bounds(&self) -> Option<(u32, u32)> {
        let size = 2 * (self.meetings as usize + 1);
        let index = |(done, last): Point| 2 * done as usize + usize::from(last);
        let mut here: Vec<Option<(u32, u32)>> = vec![None; size];
        here[0] = Some((0, 0));
        for slot in 0..self.slots() {
            let mut next: Vec<Option<(u32, u32)>> = vec![None; size];
            for done in 0..=self.meetings {
                for (last, meets) in [(false, false), (false, true), (true, false), (true, true)] {
                    let Some((least, most)) = here[index((done, last))] else { continue };
                    let Some((point, begins)) = self.step(slot, (done, last), meets) else { continue };
                    let old = next[index(point)].unwrap_or((u32::MAX, 0));
                    next[index(point)] = Some((old.0.min(least + begins), old.1.max(most + begins)));
                }
            }
            here = next;
        }
        let ends = [here[index((self.meetings, false))], here[index((self.meetings, true))]];
        ends.into_iter().flatten().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}
