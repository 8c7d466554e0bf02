//! Arrival at a mission, on each of its days.

use super::begin::acting;
use super::held::visible;
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{DelegateId, Mission, MissionId, PartyId, on_wall};
use pul_store::Query;
use pul_store::tables::MissionCheckIn;

/// The day of a mission at an instant, on the clock of the first place people go to; nothing where the mission has no
/// slots on that day.
pub fn day_of(mission: &Mission, at: Timestamp) -> Option<Date> {
    let place = mission.venues.iter().find(|venue| venue.area.is_some()).or(mission.venues.first())?;
    let day = on_wall(at, &place.zone).date();
    mission.venues.iter().flat_map(|venue| &venue.grids).any(|grid| grid.date == day).then_some(day)
}

/// A delegate arrived today; when. Saying it again changes nothing.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `mission-day` on a day the mission is not held.
#[boxed]
pub async fn check_in(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    delegate: &DelegateId,
) -> Result<Timestamp, Refusal> {
    let by = who.writer_for(party)?.clone();
    let (mut write, held) = acting(node, who, "mission-checked-in", id, party).await?;
    if !held.attendee(party)?.row.attendee.delegates.contains(delegate) {
        return Err(Refusal::missing("delegate"));
    }
    let at = node.now();
    let day = day_of(&held.mission, at).ok_or_else(|| Refusal::state("mission-day", "other"))?;
    let known = write.get::<MissionCheckIn>(&MissionCheckIn::id_of(id, delegate, day)).await?;
    if let Some(kept) = known {
        return Ok(kept.row.at);
    }
    let (mission, party, delegate) = (id.clone(), party.clone(), delegate.clone());
    write.insert(&MissionCheckIn { mission, party, delegate, day, at, by }).await?;
    node.commit(write).await?;
    Ok(at)
}

/// Who arrived on a day: everybody for organisers, their own people for attendees.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn check_ins(
    node: &Node,
    who: &Who,
    id: &MissionId,
    day: Date,
) -> Result<Vec<MissionCheckIn>, Refusal> {
    visible(node, who, id).await?;
    let query = Query::new().is("mission", id).is("day", day.to_string());
    let found = node.store().find::<MissionCheckIn>(&query).await?.into_iter().map(|kept| kept.row);
    Ok(found.filter(|row| who.is_organiser() || who.speaks_for(&row.party)).collect())
}
