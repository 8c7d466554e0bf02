//! A mission put together from its rows, and what of it each may see.

use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{Mission, MissionId, MissionPlan, PartyId, Wish};
use pul_store::tables::{
    MissionAttendee, MissionEdition, MissionPlanRow, MissionRow, MissionState, MissionWish,
};
use pul_store::{Kept, Order, Query, Store, Write};
use std::collections::BTreeMap;

/// A mission with the rows it was put together from.
#[derive(Debug, Clone)]
pub(super) struct Held {
    /// Its own row.
    pub row: MissionRow,
    /// The version of that row.
    pub version: i64,
    /// Its attendees by party.
    pub attendees: BTreeMap<PartyId, Kept<MissionAttendee>>,
    /// Its wishes in the order they were made.
    pub wishes: Vec<Kept<MissionWish>>,
    /// The whole mission, as the planner takes it.
    pub mission: Mission,
}

fn of_mission(id: &MissionId) -> (Query, Query) {
    let attendees = Query::new().is("mission", id).order("party", Order::Asc);
    (attendees, Query::new().is("mission", id).order("made", Order::Asc))
}

/// Reads a mission.
///
/// # Errors
/// `missing`.
pub(super) async fn read(store: &Store, id: &MissionId) -> Result<Held, Refusal> {
    let kept = store.get::<MissionRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("mission"))?;
    let (attendees, wishes) = of_mission(id);
    Ok(Held::of(kept, store.find(&attendees).await?, store.find(&wishes).await?))
}

/// Reads a mission inside a write. Its row is held until the end, so that what is decided by it still holds.
///
/// # Errors
/// As [`read`].
pub(super) async fn hold(write: &mut Write, id: &MissionId) -> Result<Held, Refusal> {
    let kept = write.get::<MissionRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("mission"))?;
    let (attendees, wishes) = of_mission(id);
    Ok(Held::of(kept, write.find(&attendees).await?, write.find(&wishes).await?))
}

impl Held {
    fn of(
        row: Kept<MissionRow>,
        attendees: Vec<Kept<MissionAttendee>>,
        wishes: Vec<Kept<MissionWish>>,
    ) -> Held {
        let Kept { row, version } = row;
        let mission = Mission {
            attendees: attendees.iter().map(|kept| kept.row.attendee.clone()).collect(),
            wishes: wishes.iter().map(|kept| kept.row.wish.clone()).collect(),
            ..row.mission.clone()
        };
        let by_party = |kept: Kept<MissionAttendee>| (kept.row.attendee.party.clone(), kept);
        Held { row, version, attendees: attendees.into_iter().map(by_party).collect(), wishes, mission }
    }

    /// The row of a party.
    pub fn attendee(&self, party: &PartyId) -> Result<&Kept<MissionAttendee>, Refusal> {
        self.attendees.get(party).ok_or_else(|| Refusal::missing("attendee"))
    }

    /// The row of a wish.
    pub fn wish(&self, id: &str) -> Result<&Kept<MissionWish>, Refusal> {
        let found = self.wishes.iter().find(|kept| kept.row.wish.id.as_str() == id);
        found.ok_or_else(|| Refusal::missing("wish"))
    }

    /// The parties of whoever looks that attend.
    pub fn mine(&self, who: &Who) -> Vec<PartyId> {
        who.parties.iter().filter(|party| self.attendees.contains_key(*party)).cloned().collect()
    }

    /// Whether whoever looks may see that there is such a mission.
    pub fn is_seen_by(&self, who: &Who) -> bool {
        self.row.state != MissionState::Draft || who.is_organiser()
    }

    /// Writes the wishes and attendees in which another mission differs from this one.
    ///
    /// # Errors
    /// `changed` where another was first.
    #[boxed]
    pub async fn write_differences(&self, write: &mut Write, now: &Mission) -> Result<(), Refusal> {
        let at = write.now();
        for kept in &self.wishes {
            if let Some(wish) = now.wish(&kept.row.wish.id).filter(|wish| **wish != kept.row.wish) {
                let row = MissionWish { wish: wish.clone(), changed: at, ..kept.row.clone() };
                write.update(&row, kept.version).await?;
            }
        }
        for kept in self.attendees.values() {
            let attendee = now.attendee(&kept.row.attendee.party);
            if let Some(attendee) = attendee.filter(|attendee| **attendee != kept.row.attendee) {
                let mut people = kept.row.people.clone();
                people.retain(|card| attendee.delegates.contains(&card.id));
                let row =
                    MissionAttendee { attendee: attendee.clone(), people, changed: at, ..kept.row.clone() };
                write.update(&row, kept.version).await?;
            }
        }
        Ok(())
    }
}

/// A wish as one of its parties may know it; nothing where it is kept from them.
pub(super) fn wish_seen_by(row: &MissionWish, mine: &[PartyId]) -> Option<Wish> {
    let theirs = row.wish.parties.iter().any(|party| mine.contains(party));
    let asked = row.wish.asked_by.as_ref().is_some_and(|asker| mine.contains(asker));
    (theirs && (asked || !row.unheard)).then(|| row.wish.clone())
}

/// The mission as whoever looks may see it: all of it for organisers; for attendees who comes, and their own wishes;
/// for everybody else where and when it is.
pub(super) fn seen_by(held: &Held, who: &Who) -> Mission {
    if who.is_organiser() {
        return held.mission.clone();
    }
    let mine = held.mine(who);
    let mut mission = held.mission.clone();
    mission.met_before.clear();
    if mine.is_empty() {
        (mission.attendees, mission.wishes) = (Vec::new(), Vec::new());
        return mission;
    }
    mission.wishes = held.wishes.iter().filter_map(|kept| wish_seen_by(&kept.row, &mine)).collect();
    let others = mission.attendees.iter_mut().filter(|a| !mine.contains(&a.party));
    others.for_each(|attendee| *attendee = attendee.to_others());
    mission
}

/// Reads a mission that whoever asks may see.
///
/// # Errors
/// `missing`.
pub(super) async fn visible(node: &Node, who: &Who, id: &MissionId) -> Result<Held, Refusal> {
    let held = read(node.store(), id).await?;
    if held.is_seen_by(who) { Ok(held) } else { Err(Refusal::missing("mission")) }
}

/// Whoever asks must organise and may write.
///
/// # Errors
/// `sign-in`; `forbidden`.
pub(super) fn organiser(who: &Who) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer().map(|_| ())
}

/// The edition of a mission, if it has a plan.
///
/// # Errors
/// What the store refuses.
pub(super) async fn edition(store: &Store, id: &MissionId) -> Result<Option<Kept<MissionEdition>>, Refusal> {
    Ok(store.get::<MissionEdition>(id.as_str()).await?)
}

/// A plan of a mission by its number.
///
/// # Errors
/// What the store refuses.
pub(super) async fn plan(store: &Store, id: &MissionId, number: i64) -> Result<Option<MissionPlan>, Refusal> {
    let kept = store.get::<MissionPlanRow>(&MissionPlanRow::id_of(id, number)).await?;
    Ok(kept.map(|kept| kept.row.plan))
}
