//! Wishes of the organiser: those it adds itself, and those it proposes from how well the posts of those who come fit.

use super::begin::{as_sound, organising};
use super::held::{self, Held, organiser};
use super::suggestions::between;
use crate::boxed;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::SignedDuration;
use pul_domain::{MissionId, PartyId, Wish, WishState};
use pul_scheduling::mission::suggestions;
use pul_store::Write;
use pul_store::tables::MissionWish;
use std::collections::{BTreeMap, BTreeSet};

/// Most wishes proposed for each party at a time.
const OF_EACH: usize = 3;
/// The most points of one side's view (docs/matching.md).
const VIEW: u32 = 10_000;

/// The organiser adds a wish, agreed elsewhere or to be answered by its parties.
///
/// # Errors
/// `forbidden`; `missing` for a party that does not attend; `exists`; `mission-state`.
#[boxed]
pub async fn add(node: &Node, who: &Who, id: &MissionId, wish: &Wish) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "wish-added", id).await?;
    for party in &wish.parties {
        held.attendee(party)?;
    }
    let mut with = held.mission.clone();
    with.wishes.push(wish.clone());
    as_sound(&held, &with)?;
    let row = MissionWish::new(id.clone(), wish.clone(), node.now());
    write.insert(&row).await?;
    if row.wish.state == WishState::Requested {
        ask(node, &mut write, &held, std::slice::from_ref(&row.wish)).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Takes in suggestions as wishes: pairs that fit best and have no wish yet, a few for each party. They are requests
/// nobody asked; nothing is planned until both parties accept. How many there are.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn propose(node: &Node, who: &Who, id: &MissionId) -> Result<usize, Refusal> {
    organiser(who)?;
    let read = held::read(node.store(), id).await?;
    let mut fits = Vec::new();
    for party in read.attendees.keys() {
        let found = between(node, &read, party, OF_EACH * 2).await?;
        fits.extend(found.into_iter().map(|other| (party.clone(), other.party, other.points)));
    }
    let (mut write, held) = organising(node, who, "wishes-proposed", id).await?;
    let (now, days) = (node.now(), held.row.rules.answer_days.max(1));
    let answer_by = now + SignedDuration::from_hours(24 * i64::from(days));
    let mutual = &node.pack().scoring().mutual;
    let whole = VIEW * (u32::from(mutual.less) + u32::from(mutual.more));
    let proposed = suggestions(&held.mission, &fits, whole, OF_EACH);
    for mut wish in proposed.iter().cloned() {
        (wish.id, wish.answer_by) = (node.new_id(), Some(answer_by));
        write.insert(&MissionWish::new(id.clone(), wish, now)).await?;
    }
    ask(node, &mut write, &held, &proposed).await?;
    node.commit(write).await?;
    Ok(proposed.len())
}

/// Asks the parties of wishes nobody of them made to answer: a letter for each party, however many wishes name it.
async fn ask(node: &Node, write: &mut Write, held: &Held, wishes: &[Wish]) -> Result<(), Refusal> {
    let mut others: BTreeMap<&PartyId, BTreeSet<&str>> = BTreeMap::new();
    for wish in wishes {
        let waiting =
            |party: &&PartyId| !wish.accepted_by.contains(party) && wish.asked_by.as_ref() != Some(*party);
        for party in wish.parties.iter().filter(waiting) {
            let rest = wish.parties.iter().filter(|other| *other != party);
            let names = rest.filter_map(|other| held.mission.attendee(other)).map(|a| a.name.as_str());
            others.entry(party).or_default().extend(names);
        }
    }
    for (party, names) in others {
        let letter = Letter::new("mission-wish-proposed").value("mission", &held.row.mission.id);
        let letter = letter.value("title", &held.row.mission.title);
        let names = names.into_iter().collect::<Vec<_>>().join(", ");
        outbox::post_to_party(node, write, party, letter.value("to", names)).await?;
    }
    Ok(())
}
