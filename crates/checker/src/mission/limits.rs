//! What holds between meetings: limits, order, and what is fixed.

use super::options::refused;
use super::proof::{counts, quotas};
use super::time::travel;
use super::{Checking, MissionFault, minutes};
use pul_domain::{Mission, PlannedMeeting, Sitting, Wish, WishId};
use std::collections::{BTreeMap, BTreeSet};

impl<'a> Checking<'a> {
    pub(super) fn held(&self) -> Vec<&'a Wish> {
        self.plan.meetings.iter().filter_map(|m| self.wishes.get(&m.wish).copied()).collect()
    }

    pub(super) fn limits(&mut self) {
        let held = self.held();
        for quota in quotas(self.mission) {
            let count = held.iter().filter(|w| counts(self.mission, &quota.name, w)).count() as i64;
            if quota.most.is_some_and(|most| count > most) {
                self.object(MissionFault::TooMany, format!("{:?}: {count}", quota.name));
            }
        }
    }

    pub(super) fn order(&mut self) {
        let at: BTreeMap<_, _> = self.plan.meetings.iter().map(|m| (&m.wish, m)).collect();
        let circle = circles(self.mission);
        let plan = self.plan;
        for meeting in &plan.meetings {
            let Some(wish) = self.wishes.get(&meeting.wish).copied() else { continue };
            for first in wish.after.iter().filter(|f| !(circle.contains(f) && circle.contains(&wish.id))) {
                if at.get(first).is_some_and(|f| f.end > meeting.start) {
                    self.object(MissionFault::Order, format!("{} before {first}", wish.id));
                }
            }
        }
    }

    /// A fixed wish is where it is fixed, unless it could not be there by itself or another fixed
    /// one stands in its way.
    pub(super) fn fixed(&mut self) {
        let mission = self.mission;
        for wish in mission.wishes.iter().filter(|w| refused(mission, w).is_empty()) {
            let Some(fixed) = &wish.fixed else { continue };
            let there = |m: &&PlannedMeeting| m.venue == fixed.venue && m.start == fixed.start;
            let held = self.plan.meetings.iter().find(|m| m.wish == wish.id);
            let could = self.options.of(mission, wish).any(|(v, s)| {
                mission.venues[v].id == fixed.venue && self.options.slots[v][s].start == fixed.start
            });
            let rivals = mission.wishes.iter().any(|w| w.id != wish.id && self.rivals(wish, w));
            let together = mission.wishes.iter().filter(|w| w.fixed.as_ref() == Some(fixed)).count();
            let crowded = mission.venue(&fixed.venue).is_some_and(|v| together > usize::from(v.tables));
            if could && !rivals && !crowded && !held.as_ref().is_some_and(there) {
                self.object(MissionFault::Fixed, format!("{}", wish.id));
            }
        }
    }

    /// Whether two fixed wishes share a party and are fixed too close together for it.
    fn rivals(&self, one: &Wish, other: &Wish) -> bool {
        let at = |fixed: &Option<Sitting>| {
            let fixed = fixed.as_ref()?;
            let v = self.mission.venues.iter().position(|v| v.id == fixed.venue)?;
            let slot = self.options.slots[v].iter().find(|s| s.start == fixed.start)?;
            Some((&self.mission.venues[v], slot.start, slot.end))
        };
        let (Some((here, from, until)), Some((there, start, end))) = (at(&one.fixed), at(&other.fixed))
        else {
            return false;
        };
        let way = travel(self.mission, here, there);
        let close = minutes(until, start) < way && minutes(end, from) < way;
        let overlap = from < end && start < until;
        let shared = one.parties.iter().any(|p| other.parties.contains(p));
        shared && (close || overlap)
    }
}

/// Wishes on a circle of precedences, whose order nobody can keep.
fn circles(mission: &Mission) -> BTreeSet<&WishId> {
    let mut arcs: BTreeSet<(&WishId, &WishId)> =
        mission.wishes.iter().flat_map(|w| w.after.iter().map(move |f| (f, &w.id))).collect();
    let known: BTreeSet<&WishId> = mission.wishes.iter().map(|w| &w.id).collect();
    arcs.retain(|(a, b)| known.contains(a) && known.contains(b));
    loop {
        let before = arcs.len();
        let firsts: BTreeSet<_> = arcs.iter().map(|(a, _)| *a).collect();
        let seconds: BTreeSet<_> = arcs.iter().map(|(_, b)| *b).collect();
        arcs.retain(|(a, b)| seconds.contains(a) && firsts.contains(b));
        if arcs.len() == before {
            return firsts;
        }
    }
}
