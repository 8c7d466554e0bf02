//! Verifies a mission's plan from `docs/missions.md` alone.

use crate::mission_proof::{bound, counts, quotas};
use crate::mission_time::{Bar, Slot, comfort, slots, travel};
use jiff::Timestamp;
use pul_domain::{
    Attendee, DelegateId, Mission, MissionPlan, PlanScore, PlannedMeeting, Wish, WishId, WishState,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What kind of thing is wrong with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MissionFault {
    /// Another format, or the plan of another mission.
    Format,
    /// A meeting for a wish the mission does not have.
    UnknownWish,
    /// A wish is held twice.
    HeldTwice,
    /// The wish is not accepted.
    NotAccepted,
    /// The wish names parties that do not take part, or one twice.
    Parties,
    /// A party meets one it will not meet.
    NoThanks,
    /// The roles may not meet.
    Roles,
    /// They met before and may not again.
    MetBefore,
    /// No such venue.
    UnknownVenue,
    /// The venue has no open slot that starts then.
    UnknownSlot,
    /// The meeting does not end with its slot.
    End,
    /// A table the venue does not have.
    NoSuchTable,
    /// Two meetings at one table at once.
    TableTaken,
    /// Not one delegate of each party, in order.
    Delegates,
    /// Another delegate than the wish names.
    OtherDelegate,
    /// The attendee cannot be at the venue.
    AttendeeVenue,
    /// The attendee is away.
    Away,
    /// A block such as prayer or lunch.
    Block,
    /// Outside the attendee's hours and stretch.
    Hours,
    /// The venue belongs to a party that is not in the meeting.
    Host,
    /// The wish is for other venues.
    WishVenue,
    /// A delegate in two meetings at once.
    TwoPlaces,
    /// Too little time to travel between two meetings.
    Travel,
    /// More meetings than a party or role limit allows.
    TooMany,
    /// Out of order with another meeting.
    Order,
    /// A fixed wish that is elsewhere or left out.
    Fixed,
    /// The list of what is left out is not what is left out, or a reason is missing.
    LeftOut,
    /// A wish is left out though it could be added as things stand.
    Addable,
    /// Meetings are not sorted by start, venue and table.
    Sorted,
    /// A line of the score is wrong.
    Score,
    /// The prices do not prove the bound, or the bound contradicts the score.
    Bound,
}

/// One thing wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionObjection {
    /// What kind.
    pub fault: MissionFault,
    /// What exactly.
    pub says: String,
}

impl fmt::Display for MissionObjection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.fault, self.says)
    }
}

/// The slots of every venue and where each attendee can be.
pub(crate) struct Options<'m> {
    pub(crate) slots: Vec<Vec<Slot<'m>>>,
    /// Per attendee, venue and slot.
    comfort: BTreeMap<&'m pul_domain::PartyId, Vec<Vec<Result<i64, Bar>>>>,
}

impl<'m> Options<'m> {
    fn new(mission: &'m Mission) -> Options<'m> {
        let slots: Vec<Vec<Slot<'m>>> = mission.venues.iter().map(slots).collect();
        let of = |a: &'m Attendee| {
            let venues = mission.venues.iter().zip(&slots);
            let comforts =
                venues.map(|(v, s)| s.iter().map(|s| comfort(mission, a, v, s.start, s.end)).collect());
            (&a.party, comforts.collect())
        };
        let comfort = mission.attendees.iter().map(of).collect();
        Options { slots, comfort }
    }

    /// Venues and slots where a wish could be held, its delegates being otherwise free.
    pub(crate) fn of(&self, mission: &Mission, wish: &Wish) -> impl Iterator<Item = (usize, usize)> {
        let venues = mission.venues.iter().enumerate().filter(|(_, v)| {
            v.tables > 0
                && (wish.venues.is_empty() || wish.venues.contains(&v.id))
                && v.host.as_ref().is_none_or(|h| wish.parties.contains(h))
        });
        let places: Vec<(usize, usize)> =
            venues.flat_map(|(v, _)| (0..self.slots[v].len()).map(move |s| (v, s))).collect();
        let all = |(v, s): &(usize, usize)| {
            wish.parties.iter().all(|p| self.comfort.get(p).is_some_and(|c| c[*v][*s].is_ok()))
        };
        places.into_iter().filter(all).collect::<Vec<_>>().into_iter()
    }
}

/// Why a wish may not be planned at all.
pub(crate) fn refused(mission: &Mission, wish: &Wish) -> Vec<MissionFault> {
    let mut faults = Vec::new();
    if wish.state != WishState::Accepted && wish.state != WishState::Must {
        faults.push(MissionFault::NotAccepted);
    }
    let different: BTreeSet<_> = wish.parties.iter().collect();
    let attendees: Vec<&Attendee> = wish.parties.iter().filter_map(|p| mission.attendee(p)).collect();
    if different.len() < 2 || different.len() != wish.parties.len() || attendees.len() != wish.parties.len() {
        faults.push(MissionFault::Parties);
        return faults;
    }
    let (mut thanks, mut roles) = (false, false);
    for a in &attendees {
        for b in attendees.iter().filter(|b| b.party != a.party) {
            thanks |= a.no_thanks.contains(&b.party);
            let pair =
                |(x, y): &(String, String)| (*x == a.role && *y == b.role) || (*y == a.role && *x == b.role);
            roles |= !mission.may_meet.is_empty() && !mission.may_meet.iter().any(pair);
        }
    }
    let met = met_before(mission, wish) && mission.repeat_percent == 0;
    faults.extend(thanks.then_some(MissionFault::NoThanks));
    faults.extend(roles.then_some(MissionFault::Roles));
    faults.extend(met.then_some(MissionFault::MetBefore));
    faults
}

fn met_before(mission: &Mission, wish: &Wish) -> bool {
    mission.met_before.iter().any(|(a, b)| wish.parties.contains(a) && wish.parties.contains(b))
}

/// The value of a wish.
pub(crate) fn worth(mission: &Mission, wish: &Wish) -> i128 {
    let value = i128::from(wish.value);
    if met_before(mission, wish) { value * i128::from(mission.repeat_percent.min(100)) / 100 } else { value }
}

/// The delegates of an attendee who may come for a wish.
pub(crate) fn may_come<'a>(wish: &Wish, attendee: &'a Attendee) -> Vec<&'a DelegateId> {
    let named: Vec<_> = attendee.delegates.iter().filter(|d| wish.delegates.contains(d)).collect();
    if named.is_empty() { attendee.delegates.iter().collect() } else { named }
}

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

    fn meetings(&mut self) {
        let mut seen = BTreeSet::new();
        let mut tables = BTreeSet::new();
        let plan = self.plan;
        for meeting in &plan.meetings {
            let id = &meeting.wish;
            let Some(wish) = self.wishes.get(id).copied() else {
                self.object(MissionFault::UnknownWish, format!("{id}"));
                continue;
            };
            if !seen.insert(id) {
                self.object(MissionFault::HeldTwice, format!("{id}"));
            }
            for fault in refused(self.mission, wish) {
                self.object(fault, format!("{id}"));
            }
            if !tables.insert((&meeting.venue, meeting.start, meeting.table)) {
                self.object(
                    MissionFault::TableTaken,
                    format!("{id}: table {} at {}", meeting.table, meeting.start),
                );
            }
            self.place(meeting, wish);
            self.delegates(meeting, wish);
        }
    }

    fn place(&mut self, meeting: &PlannedMeeting, wish: &Wish) {
        let id = &meeting.wish;
        let Some(at) = self.mission.venues.iter().position(|v| v.id == meeting.venue) else {
            return self.object(MissionFault::UnknownVenue, format!("{id}: {}", meeting.venue));
        };
        let venue = &self.mission.venues[at];
        if meeting.table == 0 || meeting.table > venue.tables {
            self.object(
                MissionFault::NoSuchTable,
                format!("{id}: table {} of {}", meeting.table, venue.tables),
            );
        }
        if !wish.venues.is_empty() && !wish.venues.contains(&venue.id) {
            self.object(MissionFault::WishVenue, format!("{id}: {}", venue.id));
        }
        if venue.host.as_ref().is_some_and(|h| !wish.parties.contains(h)) {
            self.object(MissionFault::Host, format!("{id}: {}", venue.id));
        }
        match self.options.slots[at].iter().find(|s| s.start == meeting.start) {
            None => {
                self.object(MissionFault::UnknownSlot, format!("{id}: {} at {}", meeting.start, venue.id))
            }
            Some(slot) if slot.end != meeting.end => {
                let says = format!("{id}: ends {}, its slot {}", meeting.end, slot.end);
                self.object(MissionFault::End, says);
            }
            Some(_) => {}
        }
        for party in &wish.parties {
            let Some(attendee) = self.mission.attendee(party) else { continue };
            let fault = match comfort(self.mission, attendee, venue, meeting.start, meeting.end) {
                Ok(_) => continue,
                Err(Bar::Zone | Bar::Hours) => MissionFault::Hours,
                Err(Bar::Venue) => MissionFault::AttendeeVenue,
                Err(Bar::Away) => MissionFault::Away,
                Err(Bar::Block) => MissionFault::Block,
            };
            self.object(fault, format!("{id}: {party} at {}", meeting.start));
        }
    }

    fn delegates(&mut self, meeting: &PlannedMeeting, wish: &Wish) {
        let attendees: Vec<&Attendee> =
            wish.parties.iter().filter_map(|p| self.mission.attendee(p)).collect();
        let own = attendees.len() == meeting.delegates.len()
            && attendees.iter().zip(&meeting.delegates).all(|(a, d)| a.delegates.contains(d));
        if !own {
            self.object(MissionFault::Delegates, format!("{}: {:?}", meeting.wish, meeting.delegates));
        } else if !attendees.iter().zip(&meeting.delegates).all(|(a, d)| may_come(wish, a).contains(&d)) {
            self.object(MissionFault::OtherDelegate, format!("{}: {:?}", meeting.wish, meeting.delegates));
        }
    }

    fn days(&self) -> BTreeMap<&'a DelegateId, Vec<&'a PlannedMeeting>> {
        let mut days: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for meeting in &self.plan.meetings {
            for delegate in &meeting.delegates {
                days.entry(delegate).or_default().push(meeting);
            }
        }
        days.values_mut().for_each(|day| day.sort_by_key(|m| (m.start, m.end)));
        days
    }

    fn travel(&self, from: &PlannedMeeting, to: &PlannedMeeting) -> i64 {
        let venue = |m: &PlannedMeeting| self.mission.venues.iter().find(|v| v.id == m.venue);
        match (venue(from), venue(to)) {
            (Some(a), Some(b)) => travel(self.mission, a, b),
            _ => 0,
        }
    }

    fn people(&mut self) {
        for (delegate, day) in self.days() {
            for (at, first) in day.iter().enumerate() {
                for second in &day[at + 1..] {
                    let gap = minutes(first.end, second.start);
                    let says = || format!("{delegate}: {} and {}", first.wish, second.wish);
                    if gap < 0 {
                        self.object(MissionFault::TwoPlaces, says());
                    } else if gap < self.travel(first, second) {
                        self.object(MissionFault::Travel, says());
                    }
                }
            }
        }
    }

    fn held(&self) -> Vec<&'a Wish> {
        self.plan.meetings.iter().filter_map(|m| self.wishes.get(&m.wish).copied()).collect()
    }

    fn limits(&mut self) {
        let held = self.held();
        for quota in quotas(self.mission) {
            let count = held.iter().filter(|w| counts(self.mission, &quota.name, w)).count() as i64;
            if quota.most.is_some_and(|most| count > most) {
                self.object(MissionFault::TooMany, format!("{:?}: {count}", quota.name));
            }
        }
    }

    fn order(&mut self) {
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
    fn fixed(&mut self) {
        let mission = self.mission;
        for wish in mission.wishes.iter().filter(|w| refused(mission, w).is_empty()) {
            let Some(fixed) = &wish.fixed else { continue };
            let there = |m: &&PlannedMeeting| m.venue == fixed.venue && m.start == fixed.start;
            let held = self.plan.meetings.iter().find(|m| m.wish == wish.id);
            let could = self.options.of(mission, wish).any(|(v, s)| {
                mission.venues[v].id == fixed.venue && self.options.slots[v][s].start == fixed.start
            });
            let rivals = mission.wishes.iter().any(|w| {
                w.id != wish.id && w.fixed.is_some() && w.parties.iter().any(|p| wish.parties.contains(p))
            });
            if could && !rivals && !held.as_ref().is_some_and(there) {
                self.object(MissionFault::Fixed, format!("{}", wish.id));
            }
        }
    }

    fn left_out(&mut self) {
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
        for id in out {
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

    fn score(&mut self) {
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
        let Some(comfort) = self.options.comfort.get(&attendee.party) else { return 0 };
        let mut open: Vec<&Slot<'_>> = comfort
            .iter()
            .zip(&self.options.slots)
            .flat_map(|(c, s)| c.iter().zip(s).filter(|(c, _)| c.is_ok()).map(|(_, s)| s))
            .collect();
        open.sort_by_key(|s| s.end);
        let (mut count, mut until) = (0, Timestamp::MIN);
        for slot in open {
            if until <= slot.start {
                (count, until) = (count + 1, slot.end);
            }
        }
        count * attendee.delegates.len() as u64
    }

    fn bound(&mut self) {
        let told = &self.plan.bound;
        let score = &self.plan.score;
        if told.missed_at_least > score.missed
            || told.breaks_at_least > score.breaks
            || (told.missed_at_least == score.missed && told.value_at_most < score.value)
        {
            self.object(MissionFault::Bound, "the plan is better than its bound");
        }
        let Some((combined, weight, promised)) = bound(self.mission, &self.options, &told.proof) else {
            return self.object(MissionFault::Bound, "the prices are no proof");
        };
        let kept = if weight == 0 { 0 } else { (combined / weight).min(promised) };
        let value = combined - weight * (promised - i128::from(score.missed));
        if i128::from(told.missed_at_least) > promised - kept || i128::from(told.value_at_most) < value.max(0)
        {
            let says = format!("the prices prove at least {} missed and at most {value}", promised - kept);
            self.object(MissionFault::Bound, says);
        }
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

fn minutes(from: Timestamp, until: Timestamp) -> i64 {
    (until.as_second() - from.as_second()).div_euclid(60)
}
