//! Sittings that come free, offered to pairs on the waiting list: all of a pair say yes, or the next in line is asked.

use super::begin::acting;
use super::held::{self, Held, visible};
use super::mend::mend_later;
use crate::boxed;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use crate::mission::sitting_offers;
use pul_domain::{MissionId, PartyId, SittingOffer, SittingOfferState, Stage};
use pul_store::tables::{MissionEdition, MissionOffer, MissionOfferId, MissionState};
use pul_store::{Actor, Kept, Order, Query};

/// How long a sitting is held for a pair, in hours.
const HOURS: u16 = 12;
/// Offers of a mission that are shown.
const SHOWN: u32 = 500;

/// The offers whoever asks may know of, the latest first: all for organisers, those to their parties for attendees.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn offers(node: &Node, who: &Who, id: &MissionId) -> Result<Vec<MissionOffer>, Refusal> {
    visible(node, who, id).await?;
    let query = Query::new().is("mission", id).order("until_at", Order::Desc).limit(SHOWN);
    let found = node.store().find::<MissionOffer>(&query).await?;
    let theirs = |row: &MissionOffer| row.offer.parties.iter().any(|party| who.speaks_for(party));
    Ok(found.into_iter().map(|kept| kept.row).filter(|row| who.is_organiser() || theirs(row)).collect())
}

/// A party takes an offered sitting, or leaves it. Once all of the pair have taken it the meeting is planned, moving
/// nobody else; when one leaves it the next in line is asked.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `offer-over` for one that is not open any more.
#[boxed]
pub async fn answer_offer(
    node: &Node,
    who: &Who,
    id: &MissionId,
    offer: &MissionOfferId,
    party: &PartyId,
    yes: bool,
) -> Result<SittingOfferState, Refusal> {
    let doing = if yes { "mission-offer-taken" } else { "mission-offer-left" };
    let (mut write, held) = acting(node, who, doing, id, party).await?;
    let kept = write.get::<MissionOffer>(offer.as_str()).await?;
    let kept = kept.filter(|kept| kept.row.mission == *id && kept.row.offer.parties.contains(party));
    let Kept { mut row, version } = kept.ok_or_else(|| Refusal::missing("offer"))?;
    if row.offer.state != SittingOfferState::Open || node.now() >= row.offer.until {
        return Err(Refusal::state("offer-over", "over"));
    }
    let state = row.offer.answer(party, yes, node.now());
    row.changed = node.now();
    write.update(&row, version).await?;
    if state != SittingOfferState::Open {
        mend_later(node, &mut write, &held).await?;
    }
    node.commit(write).await?;
    Ok(state)
}

/// Offers what is free in the plan people see to those on the waiting list; how many offers that made. While another
/// plan is in work nothing is offered that it may need.
pub(super) async fn offer_free(node: &Node, id: &MissionId) -> Result<usize, Refusal> {
    let read = held::read(node.store(), id).await?;
    let edition = held::edition(node.store(), id).await?;
    let Some(edition) = edition.filter(|kept| standing(&read, &kept.row)) else { return Ok(0) };
    let Some(plan) = held::plan(node.store(), id, edition.row.current).await? else { return Ok(0) };
    let made = node.store().find::<MissionOffer>(&Query::new().is("mission", id)).await?;
    let made: Vec<SittingOffer> = made.into_iter().map(|kept| kept.row.offer).collect();
    let (mission, now) = (read.mission.clone(), node.now());
    let found = tokio::task::spawn_blocking(move || sitting_offers(&mission, &plan, &made, now, HOURS));
    let found = found.await.map_err(Refusal::internal)?;
    if found.is_empty() {
        return Ok(0);
    }
    let mut write = node.write_as(&Actor::system("mission-sitting-offered")).await?;
    let held = held::hold(&mut write, id).await?;
    let current = write.get::<MissionEdition>(id.as_str()).await?.map(|kept| kept.version);
    if held.mission != read.mission || current != Some(edition.version) {
        return Err(Refusal::state("changed", "mission").value("what", "mission"));
    }
    let count = found.len();
    for offer in found {
        for party in &offer.parties {
            outbox::post_to_party(node, &mut write, party, letter(&held, &offer, party)).await?;
        }
        let row = MissionOffer { id: node.new_id(), mission: id.clone(), offer, made: now, changed: now };
        write.insert(&row).await?;
    }
    node.commit(write).await?;
    Ok(count)
}

/// Whether people see the plan in work, of a mission that is under way.
pub(super) fn standing(held: &Held, edition: &MissionEdition) -> bool {
    held.row.state == MissionState::Planned
        && edition.stage == Stage::Published
        && edition.seen == Some(edition.current)
}

fn letter(held: &Held, offer: &SittingOffer, to: &PartyId) -> Letter {
    let name = |party: &PartyId| held.mission.attendee(party).map(|a| a.name.clone()).unwrap_or_default();
    let others: Vec<String> = offer.parties.iter().filter(|party| *party != to).map(name).collect();
    let letter = Letter::new("mission-offer").value("mission", &held.row.mission.id);
    letter.value("title", &held.row.mission.title).value("from", others.join(", "))
}

/// Ends offers nobody answered in time; how many. The sitting is the next pair's.
pub(crate) async fn lapse(node: &Node) -> Result<u64, Refusal> {
    let due = Query::new().is("state", "open").below("until_at", node.now());
    let mut write = node.write_as(&Actor::system("mission-offer-lapsed")).await?;
    let found = write.find::<MissionOffer>(&due.order("until_at", Order::Asc).limit(100)).await?;
    let count = found.len() as u64;
    for Kept { mut row, version } in found {
        row.offer.state = SittingOfferState::Lapsed;
        row.changed = node.now();
        write.update(&row, version).await?;
        let held = held::hold(&mut write, &row.mission).await?;
        mend_later(node, &mut write, &held).await?;
    }
    node.commit(write).await?;
    Ok(count)
}
