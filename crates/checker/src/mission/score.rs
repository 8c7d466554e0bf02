//! The lines of the score, counted from nothing.

use super::options::{refused, worth};
use super::proof::{counts, quotas};
use super::time::{Slot, comfort};
use super::{Checking, MissionFault, minutes};
use jiff::Timestamp;
use pul_domain::{Attendee, DelegateId, PlanScore, PlannedMeeting, Wish};

impl Checking<'_> {
    pub(super) fn score(&mut self) {
        let counted = self.counted();
        if counted != self.plan.score {
            self.object(MissionFault::Score, format!("counted {counted:?}, told {:?}", self.plan.score));
        }
    }

    fn counted(&self) -> PlanScore {
        let mission = self.mission;
        let held = self.held();
        let value = held.iter().map(|w| worth(mission, w)).sum::<i128>() as u64;
        let mut score = PlanScore { value, ..PlanScore::default() };
        for quota in quotas(mission) {
            let count = held.iter().filter(|w| counts(mission, &quota.name, w)).count() as i64;
            score.missed += (quota.least - count).max(0) as u64;
        }
        let placeable: Vec<&Wish> = mission
            .wishes
            .iter()
            .filter(|w| refused(mission, w).is_empty() && self.options.of(mission, w).next().is_some())
            .collect();
        for attendee in &mission.attendees {
            let wishes = placeable.iter().filter(|w| w.parties.contains(&attendee.party)).count() as u64;
            let reach = wishes.min(self.sittings(attendee)).min(attendee.most.map_or(u64::MAX, u64::from));
            let has = held.iter().filter(|w| w.parties.contains(&attendee.party)).count() as u64;
            score.unevenness += reach.div_ceil(2).saturating_sub(has).pow(2);
        }
        let least_break = mission.least_break_minutes.map_or_else(
            || self.options.slots.iter().flatten().map(|s| minutes(s.start, s.end)).min().unwrap_or(1),
            i64::from,
        );
        for day in self.days().values() {
            for pair in day.windows(2) {
                let way = self.travel(pair[0], pair[1]);
                score.travel_minutes += way as u64;
                let idle = minutes(pair[0].end, pair[1].start) - way;
                if self.session(pair[0]) == self.session(pair[1]) {
                    score.idle_minutes += idle.max(0) as u64;
                    score.breaks += u64::from(idle >= least_break.max(1));
                }
            }
        }
        for meeting in &self.plan.meetings {
            let Some(wish) = self.wishes.get(&meeting.wish) else { continue };
            let Some(venue) = mission.venues.iter().find(|v| v.id == meeting.venue) else { continue };
            for attendee in wish.parties.iter().filter_map(|p| mission.attendee(p)) {
                let minutes = comfort(mission, attendee, venue, meeting.start, meeting.end).unwrap_or(0);
                score.discomfort_minutes += minutes as u64;
            }
        }
        score
    }

    fn session(&self, meeting: &PlannedMeeting) -> Option<&str> {
        let at = self.mission.venues.iter().position(|v| v.id == meeting.venue)?;
        self.options.slots[at].iter().find(|s| s.start == meeting.start).map(|s| s.session)
    }

    /// The most slots its delegates could sit in, travel and tables set aside.
    fn sittings(&self, attendee: &Attendee) -> u64 {
        attendee.delegates.iter().map(|delegate| self.sittings_of(attendee, delegate)).sum()
    }

    fn sittings_of(&self, attendee: &Attendee, delegate: &DelegateId) -> u64 {
        let all = self.options.slots.iter().enumerate();
        let all = all.flat_map(|(v, slots)| slots.iter().enumerate().map(move |(s, slot)| ((v, s), slot)));
        let mut open: Vec<&Slot<'_>> = all
            .filter(|(at, _)| self.options.open(&attendee.party, delegate, *at))
            .map(|(_, slot)| slot)
            .collect();
        open.sort_by_key(|s| s.end);
        let (mut count, mut until) = (0, Timestamp::MIN);
        for slot in open {
            if until <= slot.start {
                (count, until) = (count + 1, slot.end);
            }
        }
        count
    }
}
