//! Letters to the people of a party about what a publication changed of their meetings, each with its calendar message.

use super::carried::{carried, letter};
use super::held;
use super::reminders::remind_later;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::Refusal;
use jiff::Timestamp;
use pul_domain::{DelegateId, MissionId, PartyId, PersonChange, changes};
use pul_store::tables::{Account, AccountState, DelegateCard, Membership, MissionAttendee};
use pul_store::{Actor, Claimed, Job, Query, Write};
use serde::{Deserialize, Serialize};

/// Kind of the jobs that write to a party what a publication changed for its people.
pub(crate) const TELL: &str = "mission-tell";

/// The work of one party after a publication.
#[derive(Debug, Serialize, Deserialize)]
struct Telling {
    mission: MissionId,
    party: PartyId,
    before: Option<i64>,
    after: Option<i64>,
    version: u32,
    stamp: Timestamp,
}

/// Has the people of some parties told what a publication or a withdrawal changed for them.
pub(super) async fn tell_later(
    write: &mut Write,
    mission: &MissionId,
    parties: impl Iterator<Item = &PartyId>,
    (before, after): (Option<i64>, Option<i64>),
    (version, stamp): (u32, Timestamp),
) -> Result<(), Refusal> {
    for party in parties {
        let (mission, party) = (mission.clone(), party.clone());
        let id = format!("{TELL}:{mission}:{version}:{party}");
        let telling = Telling { mission, party, before, after, version, stamp };
        let body = serde_json::to_value(telling).map_err(Refusal::internal)?;
        write.enqueue(&Job { id, kind: TELL.to_owned(), body, due: stamp, most: 8 }).await?;
    }
    Ok(())
}

/// Writes to the people of a party what changed for each, a letter for each meeting: calendar programs take one
/// message from a letter, not several.
pub(crate) async fn tell(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let telling: Telling = serde_json::from_value(job.body.clone()).map_err(Refusal::internal)?;
    let held = held::read(node.store(), &telling.mission).await?;
    let plan = async |number: Option<i64>| match number {
        Some(number) => held::plan(node.store(), &telling.mission, number).await,
        None => Ok(None),
    };
    let (before, after) = (plan(telling.before).await?, plan(telling.after).await?);
    let mut write = node.write_as(&Actor::system(TELL)).await?;
    if let Some(kept) = held.attendees.get(&telling.party) {
        let row = &kept.row;
        let theirs = |c: &PersonChange| row.attendee.delegates.contains(&c.delegate);
        for change in changes(before.as_ref(), after.as_ref()).into_iter().filter(theirs) {
            let to = address(&mut write, row, &change.delegate).await?;
            for (code, one) in single(&change) {
                let carried = carried(&held.mission, row, one, (telling.version, telling.stamp));
                post(node, &mut write, &to, row, letter(code, &held.row.mission, row, &carried)?).await?;
            }
        }
        if let Some(plan) = &after {
            remind_later(node, &mut write, &held.mission, &row.attendee, plan).await?;
        }
    }
    write.job_done(job).await?;
    write.commit().await?;
    Ok(())
}

/// A change as changes of one meeting each, with the letter for it.
fn single(change: &PersonChange) -> Vec<(&'static str, PersonChange)> {
    let none =
        || PersonChange { delegate: change.delegate.clone(), gained: vec![], lost: vec![], moved: vec![] };
    let lost = change
        .lost
        .iter()
        .map(|m| ("mission-meeting-cancelled", PersonChange { lost: vec![m.clone()], ..none() }));
    let moved = change
        .moved
        .iter()
        .map(|m| ("mission-meeting-moved", PersonChange { moved: vec![m.clone()], ..none() }));
    let gained = change
        .gained
        .iter()
        .map(|m| ("mission-meeting-planned", PersonChange { gained: vec![m.clone()], ..none() }));
    lost.chain(moved).chain(gained).collect()
}

/// Where letters for a person go, and in which language, where the party named an address of theirs.
pub(super) type To = Option<(String, pul_domain::LanguageCode)>;

pub(super) async fn address(
    write: &mut Write,
    row: &MissionAttendee,
    delegate: &DelegateId,
) -> Result<To, Refusal> {
    let card = row.people.iter().find(|card| card.id == *delegate);
    let Some(email) = card.and_then(|card: &DelegateCard| card.email.as_ref()) else { return Ok(None) };
    let email = email.open_with_consent().clone();
    let own = Query::new().is("email", Account::email_key(&email));
    if let Some(kept) = write.find::<Account>(&own).await?.into_iter().next() {
        return Ok(Some((email, kept.row.language)));
    }
    // Somebody without an account reads what their party reads.
    for membership in write.find::<Membership>(&Query::new().is("party", &row.attendee.party)).await? {
        let account = write.get::<Account>(membership.row.account.as_str()).await?;
        if let Some(account) = account.filter(|kept| kept.row.state == AccountState::Active) {
            return Ok(Some((email, account.row.language)));
        }
    }
    Ok(Some((email, pul_domain::LanguageCode::ENGLISH)))
}

pub(super) async fn post(
    node: &Node,
    write: &mut Write,
    to: &To,
    row: &MissionAttendee,
    letter: Letter,
) -> Result<(), Refusal> {
    match to {
        Some((email, language)) => outbox::post(node, write, email, *language, letter).await.map(|_| ()),
        None => outbox::post_to_party(node, write, &row.attendee.party, letter).await,
    }
}
