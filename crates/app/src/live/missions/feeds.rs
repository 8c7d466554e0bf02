//! Calendar addresses: a secret that shows one delegate's meetings to whoever holds it, and can be taken back.

use super::held;
use super::plans::{Timetable, of_party};
use crate::boxed;
use crate::files::hash;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::Timestamp;
use pul_domain::{DelegateId, LanguageCode, MissionId, PartyId};
use pul_store::Query;
use pul_store::tables::{MissionFeed, MissionState};
use std::collections::BTreeMap;

/// Makes a calendar address for a delegate; the secret, told once. Addresses made before end.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn open_feed(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    delegate: &DelegateId,
) -> Result<String, Refusal> {
    let by = who.writer_for(party)?.clone();
    let secret = node.new_secret();
    let mut write = node.write(who, "mission-feed-opened").await?;
    let held = held::hold(&mut write, id).await?;
    if !held.attendee(party)?.row.attendee.delegates.contains(delegate) {
        return Err(Refusal::missing("delegate"));
    }
    for kept in write.find::<MissionFeed>(&Query::new().is("mission", id).is("delegate", delegate)).await? {
        write.delete::<MissionFeed>(&kept.row.hash, kept.version).await?;
    }
    let row = MissionFeed {
        hash: hash(secret.as_bytes()),
        mission: id.clone(),
        party: party.clone(),
        delegate: delegate.clone(),
        language: who.language,
        by,
        created: node.now(),
    };
    write.insert(&row).await?;
    node.commit(write).await?;
    Ok(secret)
}

/// The delegates of a party that have a calendar address, and since when.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn feeds(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
) -> Result<BTreeMap<DelegateId, Timestamp>, Refusal> {
    if !who.speaks_for(party) {
        return Err(Refusal::forbidden());
    }
    let found = node.store().find::<MissionFeed>(&Query::new().is("mission", id)).await?;
    let own = found.into_iter().map(|kept| kept.row).filter(|row| row.party == *party);
    Ok(own.map(|row| (row.delegate, row.created)).collect())
}

/// Ends the calendar address of a delegate; whether there was one.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn close_feed(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    delegate: &DelegateId,
) -> Result<bool, Refusal> {
    who.writer_for(party)?;
    let mut write = node.write(who, "mission-feed-closed").await?;
    let found = write.find::<MissionFeed>(&Query::new().is("mission", id).is("delegate", delegate)).await?;
    let own: Vec<_> = found.into_iter().filter(|kept| kept.row.party == *party).collect();
    for kept in &own {
        write.delete::<MissionFeed>(&kept.row.hash, kept.version).await?;
    }
    node.commit(write).await?;
    Ok(!own.is_empty())
}

/// What a calendar address shows: the delegate, the language of its words, and the timetable of the party.
///
/// # Errors
/// `missing` for an address that is none, or no longer.
#[boxed]
pub async fn feed(node: &Node, secret: &str) -> Result<(DelegateId, LanguageCode, Timetable), Refusal> {
    let kept = node.store().get::<MissionFeed>(&hash(secret.as_bytes())).await?;
    let feed = kept.ok_or_else(|| Refusal::missing("calendar"))?.row;
    let held = held::read(node.store(), &feed.mission).await?;
    if held.row.state == MissionState::Draft {
        return Err(Refusal::missing("calendar"));
    }
    let reader = Who { parties: vec![feed.party.clone()], ..Who::public() };
    let timetable = of_party(node, &reader, &held, &feed.party).await?;
    Ok((feed.delegate, feed.language, timetable))
}
