//! What is left out: all of it told, and nothing that could be added as things stand.

use super::options::{may_come, refused};
use super::proof::{counts, quotas};
use super::time::travel;
use super::{Checking, MissionFault, minutes};
use pul_domain::{DelegateId, Limit, PlannedMeeting, Wish};
use std::collections::{BTreeMap, BTreeSet};

impl Checking<'_> {
    pub(super) fn left_out(&mut self) {
        let held: BTreeSet<_> = self.plan.meetings.iter().map(|m| &m.wish).collect();
        let out: Vec<_> = self.mission.wishes.iter().map(|w| &w.id).filter(|w| !held.contains(w)).collect();
        let said: Vec<_> = self.plan.left_out.iter().map(|l| &l.wish).collect();
        if out != said {
            self.object(
                MissionFault::LeftOut,
                format!("{} wishes are left out, {} are told", out.len(), said.len()),
            );
        }
        for left in self.plan.left_out.iter().filter(|l| l.limits.is_empty()) {
            self.object(MissionFault::LeftOut, format!("{}: no limit stands in its way", left.wish));
        }
        let left = &self.plan.left_out;
        for left in left.iter().filter(|l| self.plan.calm == 0 && l.limits.contains(&Limit::GivenUp)) {
            self.object(MissionFault::LeftOut, format!("{}: no value was to be given up", left.wish));
        }
        let given_up = left.iter().filter(|l| l.limits == [Limit::GivenUp]);
        let given: BTreeSet<_> = given_up.map(|l| &l.wish).collect();
        let days = self.days();
        let held = self.held();
        let quotas = quotas(self.mission);
        let tight: Vec<_> = quotas
            .iter()
            .filter(|q| {
                let count = held.iter().filter(|w| counts(self.mission, &q.name, w)).count() as i64;
                q.most.is_some_and(|most| count >= most)
            })
            .collect();
        for id in out.into_iter().filter(|id| !given.contains(id)) {
            let Some(wish) = self.wishes.get(id).copied() else { continue };
            let full = tight.iter().any(|q| counts(self.mission, &q.name, wish));
            let ordered = wish.after.is_empty() && !self.mission.wishes.iter().any(|w| w.after.contains(id));
            if ordered && !full && refused(self.mission, wish).is_empty() && self.addable(wish, &days) {
                self.object(MissionFault::Addable, format!("{id}"));
            }
        }
    }

    fn addable(&self, wish: &Wish, days: &BTreeMap<&DelegateId, Vec<&PlannedMeeting>>) -> bool {
        let mission = self.mission;
        self.options.of(mission, wish).any(|(v, s)| {
            let (venue, slot) = (&mission.venues[v], &self.options.slots[v][s]);
            let there =
                self.plan.meetings.iter().filter(|m| m.start == slot.start && m.venue == venue.id).count();
            let free = |d: &&DelegateId| {
                if self.options.away(d, slot.start, slot.end) {
                    return false;
                }
                days.get(*d).is_none_or(|day| {
                    day.iter().all(|m| {
                        let Some(other) = mission.venues.iter().find(|o| o.id == m.venue) else {
                            return false;
                        };
                        let way = travel(mission, venue, other);
                        minutes(slot.end, m.start) >= way || minutes(m.end, slot.start) >= way
                    })
                })
            };
            let party = |p| mission.attendee(p).is_some_and(|a| may_come(wish, a).iter().any(free));
            there < usize::from(venue.tables) && wish.parties.iter().all(party)
        })
    }
}
