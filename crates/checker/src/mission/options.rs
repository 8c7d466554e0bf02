//! Which wishes may be planned, what they are worth, and where and when.

use super::fault::MissionFault;
use super::time::{Bar, Slot, absences, comfort, overlap, slots};
use jiff::Timestamp;
use pul_domain::{Attendee, DelegateId, Mission, PartyId, Wish, WishState};
use std::collections::{BTreeMap, BTreeSet};

/// The slots of every venue and where each attendee can be.
pub(super) struct Options<'m> {
    pub(super) slots: Vec<Vec<Slot<'m>>>,
    /// Per attendee, venue and slot.
    comfort: BTreeMap<&'m PartyId, Vec<Vec<Result<i64, Bar>>>>,
    /// When single delegates cannot meet.
    absences: BTreeMap<&'m DelegateId, Vec<(Timestamp, Timestamp)>>,
}

impl<'m> Options<'m> {
    pub(super) fn new(mission: &'m Mission) -> Options<'m> {
        let slots: Vec<Vec<Slot<'m>>> = mission.venues.iter().map(slots).collect();
        let of = |a: &'m Attendee| {
            let venues = mission.venues.iter().zip(&slots);
            let comforts =
                venues.map(|(v, s)| s.iter().map(|s| comfort(mission, a, v, s.start, s.end)).collect());
            (&a.party, comforts.collect())
        };
        let comfort = mission.attendees.iter().map(of).collect();
        Options { slots, comfort, absences: mission.attendees.iter().flat_map(absences).collect() }
    }

    /// Whether a delegate is away by itself at some time between.
    pub(super) fn away(&self, delegate: &DelegateId, start: Timestamp, end: Timestamp) -> bool {
        self.absences.get(delegate).is_some_and(|spans| spans.iter().any(|s| overlap(*s, (start, end))))
    }

    /// Whether a delegate of this attendee could sit in a slot of a venue.
    pub(super) fn open(&self, party: &PartyId, delegate: &DelegateId, (v, s): (usize, usize)) -> bool {
        let slot = &self.slots[v][s];
        self.comfort.get(party).is_some_and(|c| c[v][s].is_ok()) && !self.away(delegate, slot.start, slot.end)
    }

    /// Venues and slots where a wish could be held, its delegates being otherwise free.
    pub(super) fn of(&self, mission: &Mission, wish: &Wish) -> impl Iterator<Item = (usize, usize)> {
        let attendees: Vec<&Attendee> = wish.parties.iter().filter_map(|p| mission.attendee(p)).collect();
        let venues = mission.venues.iter().enumerate().filter(|(_, v)| {
            v.tables > 0
                && (wish.venues.is_empty() || wish.venues.contains(&v.id))
                && v.host.as_ref().is_none_or(|h| wish.parties.contains(h))
        });
        let places: Vec<(usize, usize)> =
            venues.flat_map(|(v, _)| (0..self.slots[v].len()).map(move |s| (v, s))).collect();
        let all = |at: &(usize, usize)| {
            attendees.iter().all(|a| may_come(wish, a).iter().any(|d| self.open(&a.party, d, *at)))
        };
        places.into_iter().filter(all).collect::<Vec<_>>().into_iter()
    }
}

/// Why a wish may not be planned at all.
pub(super) fn refused(mission: &Mission, wish: &Wish) -> Vec<MissionFault> {
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
pub(super) fn worth(mission: &Mission, wish: &Wish) -> i128 {
    let value = i128::from(wish.value);
    if met_before(mission, wish) { value * i128::from(mission.repeat_percent.min(100)) / 100 } else { value }
}

/// The delegates of an attendee who may come for a wish.
pub(super) fn may_come<'a>(wish: &Wish, attendee: &'a Attendee) -> Vec<&'a DelegateId> {
    let named: Vec<_> = attendee.delegates.iter().filter(|d| wish.delegates.contains(d)).collect();
    if named.is_empty() { attendee.delegates.iter().collect() } else { named }
}
