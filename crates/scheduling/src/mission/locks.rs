//! Locks: meetings of a plan that stay where they are when the rest is planned again.

use jiff::Timestamp;
use pul_domain::{Finding, Findings, Mission, MissionPlan, PartyId, Place, Sitting, WishId};

/// Which meetings of a plan are locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lock {
    /// All.
    All,
    /// One.
    Wish(WishId),
    /// All of a party.
    Party(PartyId),
    /// All that start before an instant.
    Before(Timestamp),
}

impl Lock {
    fn holds(&self, mission: &Mission, (wish, start): (&WishId, Timestamp)) -> bool {
        match self {
            Lock::All => true,
            Lock::Wish(id) => id == wish,
            Lock::Party(party) => mission.wish(wish).is_some_and(|w| w.parties.contains(party)),
            Lock::Before(instant) => start < *instant,
        }
    }
}

/// The mission with those meetings fixed where the plan has them, with the delegates who come. A lock that
/// catches no meeting is told.
pub fn lock(mission: &Mission, plan: &MissionPlan, locks: &[Lock]) -> (Mission, Findings) {
    let (mut locked, mut findings) = (mission.clone(), Findings::new());
    for lock in locks {
        let caught: Vec<_> =
            plan.meetings.iter().filter(|m| lock.holds(mission, (&m.wish, m.start))).collect();
        if caught.is_empty() {
            findings.push(Finding::warning(
                "lock-of-nothing",
                Place::file("plan"),
                format!("{lock:?} locks no meeting of the plan."),
                "Give the id of a wish that is held, or of a party that has meetings.",
            ));
        }
        for meeting in caught {
            if let Some(wish) = locked.wishes.iter_mut().find(|w| w.id == meeting.wish) {
                wish.fixed = Some(Sitting { venue: meeting.venue.clone(), start: meeting.start });
                wish.delegates = meeting.delegates.clone();
            }
        }
    }
    (locked, findings)
}
