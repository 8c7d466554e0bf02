//! Wishes of the parties: asked, answered, withdrawn, expired.

use super::begin::{acting, not_closed};
use super::held::{self, Held, visible, wish_seen_by};
use super::mend::mend_later;
use crate::boxed;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::SignedDuration;
use pul_domain::{MissionId, PartyId, Wish, WishId, WishState, WishStep};
use pul_store::tables::MissionWish;
use pul_store::{Actor, Kept, Order, Query, Write};
use std::collections::BTreeMap;

/// Longest message, in characters.
const LONGEST_MESSAGE: usize = 2_000;
/// Value of a wish where the organiser states none.
const USUAL_VALUE: u32 = 50;

/// The wishes whoever asks may know of: all for organisers, those of their parties for attendees. What is kept from a
/// party it asked is not among them; whoever asked sees a request without an answer.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn wishes(node: &Node, who: &Who, id: &MissionId) -> Result<Vec<(Wish, String)>, Refusal> {
    let held = visible(node, who, id).await?;
    let mine = held.mine(who);
    let seen = held.wishes.iter().filter_map(|kept| {
        let wish =
            if who.is_organiser() { Some(kept.row.wish.clone()) } else { wish_seen_by(&kept.row, &mine) };
        Some((wish?, kept.row.message.clone()))
    });
    Ok(seen.collect())
}

/// A party asks others to meet. A request to a party that wants none from this one is taken like any other, counts
/// like any other, and never reaches it.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `message`; `wish-twice` for a pair with a standing wish; `invalid` where
/// the party has as many requests standing as it may.
#[boxed]
pub async fn request(
    node: &Node,
    who: &Who,
    id: &MissionId,
    from: &PartyId,
    to: &[PartyId],
    message: &str,
) -> Result<WishId, Refusal> {
    who.writer_for(from)?;
    if message.chars().count() > LONGEST_MESSAGE {
        return Err(Refusal::field("message", "message"));
    }
    let (mut write, mut held) = acting(node, who, "wish-requested", id, from).await?;
    held.attendee(from)?;
    let mut unheard = false;
    for party in to {
        unheard |= held.attendee(party)?.row.attendee.no_thanks.contains(from);
    }
    let parties: Vec<PartyId> = std::iter::once(from).chain(to).cloned().collect();
    let standing = held.wishes.iter().map(|kept| &kept.row).any(|row| {
        let open = !matches!(row.wish.state, WishState::Declined | WishState::Cancelled | WishState::Expired);
        open && parties.iter().all(|party| row.wish.parties.contains(party))
            && wish_seen_by(row, std::slice::from_ref(from)).is_some()
    });
    if to.is_empty() || to.contains(from) || standing {
        return Err(Refusal::state("wish-twice", "standing"));
    }
    let answer_by =
        node.now() + SignedDuration::from_hours(24 * i64::from(held.row.rules.answer_days.max(1)));
    let wish = Wish {
        id: node.new_id(),
        parties,
        value: USUAL_VALUE,
        state: WishState::Requested,
        delegates: Vec::new(),
        venues: Vec::new(),
        after: Vec::new(),
        fixed: None,
        asked_by: Some(from.clone()),
        accepted_by: Vec::new(),
        answer_by: Some(answer_by),
    };
    held.mission.request(wish.clone()).map_err(Refusal::invalid)?;
    let message = message.trim().to_owned();
    let row = MissionWish { message, unheard, ..MissionWish::new(id.clone(), wish, node.now()) };
    write.insert(&row).await?;
    if !unheard {
        for party in to {
            outbox::post_to_party(node, &mut write, party, letter("mission-wish-requested", &held, &row))
                .await?;
        }
    }
    node.commit(write).await?;
    Ok(row.wish.id)
}

pub(super) fn letter(code: &'static str, held: &Held, row: &MissionWish) -> Letter {
    let name = |party: &PartyId| held.mission.attendee(party).map(|a| a.name.clone()).unwrap_or_default();
    let asker = row.wish.asked_by.as_ref();
    let others = row.wish.parties.iter().filter(|party| Some(*party) != asker).map(name);
    let letter = Letter::new(code).value("mission", &held.row.mission.id);
    let letter = letter.value("title", &held.row.mission.title).value("message", &row.message);
    letter
        .value("from", asker.map(name).unwrap_or_default())
        .value("to", others.collect::<Vec<_>>().join(", "))
}

/// Accepts, declines or withdraws a wish for a party; where the wish stands then.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `invalid` for a wish past that step.
#[boxed]
pub async fn step(
    node: &Node,
    who: &Who,
    id: &MissionId,
    wish: &WishId,
    party: &PartyId,
    step: WishStep,
) -> Result<WishState, Refusal> {
    let (doing, code) = match step {
        WishStep::Accept => ("wish-accepted", "mission-wish-accepted"),
        WishStep::Decline => ("wish-declined", "mission-wish-declined"),
        WishStep::Cancel => ("wish-cancelled", "mission-wish-cancelled"),
    };
    let (mut write, mut held) = acting(node, who, doing, id, party).await?;
    let Kept { row, version } = own(&held, wish, party)?;
    let state = held.mission.step(wish, party, step, node.now()).map_err(Refusal::invalid)?;
    let changed = held.mission.wish(wish).cloned().ok_or_else(|| Refusal::missing("wish"))?;
    let row = MissionWish { wish: changed, changed: node.now(), ..row };
    write.update(&row, version).await?;
    // A request that was kept from the parties it asked is withdrawn without troubling them.
    for other in row.wish.parties.iter().filter(|other| *other != party && !row.unheard) {
        outbox::post_to_party(node, &mut write, other, letter(code, &held, &row)).await?;
    }
    // A meeting that is withdrawn makes room, and one that is agreed waits for some.
    if state != WishState::Declined {
        mend_later(node, &mut write, &held).await?;
    }
    node.commit(write).await?;
    Ok(state)
}

/// Tells the other parties of a wish that it is withdrawn. Those it was kept from never knew of it; why it is withdrawn
/// is not told, so that a private no reads like any other withdrawal.
pub(super) async fn tell_withdrawn(
    node: &Node,
    write: &mut Write,
    held: &Held,
    (row, by): (&MissionWish, &PartyId),
) -> Result<(), Refusal> {
    for other in row.wish.parties.iter().filter(|other| *other != by) {
        if wish_seen_by(row, std::slice::from_ref(other)).is_some() {
            outbox::post_to_party(node, write, other, letter("mission-wish-cancelled", held, row)).await?;
        }
    }
    Ok(())
}

/// The row of a wish that a party may know of.
fn own(held: &Held, wish: &WishId, party: &PartyId) -> Result<Kept<MissionWish>, Refusal> {
    let kept = held.wish(wish.as_str())?;
    let seen = wish_seen_by(&kept.row, std::slice::from_ref(party));
    seen.map(|_| kept.clone()).ok_or_else(|| Refusal::missing("wish"))
}

/// An agreed wish must be held, or need not: said by organisers, and by its parties where the mission lets them.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `wish-state` for one that is not agreed.
#[boxed]
pub async fn must(node: &Node, who: &Who, id: &MissionId, wish: &WishId, must: bool) -> Result<(), Refusal> {
    who.writer()?;
    let mut write = node.write(who, "wish-must").await?;
    let held = held::hold(&mut write, id).await?;
    not_closed(&held)?;
    let kept = held.wish(wish.as_str())?;
    let party = kept.row.wish.parties.iter().any(|party| who.speaks_for(party));
    if !(who.is_organiser() || party && held.row.rules.members_must) {
        return Err(if party { Refusal::forbidden() } else { Refusal::missing("wish") });
    }
    let mut row = kept.row.clone();
    row.wish.state = match (must, row.wish.state) {
        (true, WishState::Accepted | WishState::Waiting | WishState::Must) => WishState::Must,
        (false, WishState::Must | WishState::Accepted) => WishState::Accepted,
        _ => return Err(Refusal::state("wish-state", "other")),
    };
    row.changed = node.now();
    write.update(&row, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Ends requests nobody answered in time, whether nobody said anything or somebody said no in private; how many.
pub(crate) async fn expire(node: &Node) -> Result<u64, Refusal> {
    let due = Query::new().is("state", "requested").at_least("answer_by", 1).below("answer_by", node.now());
    let mut write = node.write_as(&Actor::system("wish-expired")).await?;
    let found = write.find::<MissionWish>(&due.order("answer_by", Order::Asc).limit(300)).await?;
    let count = found.len() as u64;
    // Many requests of one mission end together: it is put together once, for the names in the letters.
    let mut missions: BTreeMap<MissionId, Held> = BTreeMap::new();
    for Kept { mut row, version } in found {
        (row.wish.state, row.changed) = (WishState::Expired, node.now());
        write.update(&row, version).await?;
        let Some(asker) = &row.wish.asked_by else { continue };
        if !missions.contains_key(&row.mission) {
            missions.insert(row.mission.clone(), held::hold(&mut write, &row.mission).await?);
        }
        let letter = letter("mission-wish-expired", &missions[&row.mission], &row);
        outbox::post_to_party(node, &mut write, asker, letter).await?;
    }
    node.commit(write).await?;
    Ok(count)
}
