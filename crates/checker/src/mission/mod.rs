//! Verifies a mission's plan from `docs/missions.md` alone, a file for each rule.

mod fault;
mod left_out;
mod limits;
mod meetings;
mod options;
mod people;
mod proof;
mod score;
mod time;

pub use fault::{MissionFault, MissionObjection};

use jiff::Timestamp;
use options::Options;
use pul_domain::{Mission, MissionPlan, PlannedMeeting, Wish, WishId};
use std::collections::BTreeMap;

/// Verifies a plan; no objection means that every rule, the score and the bound hold.
pub fn check_mission(mission: &Mission, plan: &MissionPlan) -> Vec<MissionObjection> {
    let mut checking = Checking {
        mission,
        plan,
        options: Options::new(mission),
        wishes: mission.wishes.iter().map(|w| (&w.id, w)).collect(),
        objections: Vec::new(),
    };
    checking.head();
    checking.meetings();
    checking.people();
    checking.limits();
    checking.order();
    checking.fixed();
    checking.left_out();
    checking.score();
    checking.bound();
    checking.objections
}

struct Checking<'a> {
    mission: &'a Mission,
    plan: &'a MissionPlan,
    options: Options<'a>,
    wishes: BTreeMap<&'a WishId, &'a Wish>,
    objections: Vec<MissionObjection>,
}

impl<'a> Checking<'a> {
    fn object(&mut self, fault: MissionFault, says: impl Into<String>) {
        self.objections.push(MissionObjection { fault, says: says.into() });
    }

    fn head(&mut self) {
        if self.plan.format != "pul-mission-plan/1" || self.plan.mission != self.mission.id {
            self.object(MissionFault::Format, format!("{} of {}", self.plan.format, self.plan.mission));
        }
        let venue = |m: &PlannedMeeting| self.mission.venues.iter().position(|v| v.id == m.venue);
        let sorted = self.plan.meetings.is_sorted_by_key(|m| (m.start, m.end, venue(m), m.table));
        if !sorted {
            self.object(MissionFault::Sorted, "meetings are not in the order of start, venue and table");
        }
    }
}

fn minutes(from: Timestamp, until: Timestamp) -> i64 {
    (until.as_second() - from.as_second()).div_euclid(60)
}
