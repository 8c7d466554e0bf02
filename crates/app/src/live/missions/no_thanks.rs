//! A private no of one party to another, said to nobody.

use super::begin::acting;
use super::mend::mend_later;
use super::wishes::tell_withdrawn;
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{MissionId, PartyId, WishState};
use pul_store::Kept;
use pul_store::tables::MissionAttendee;

/// A party will not meet another, and says so to nobody: requests of the other that wait look unanswered until they
/// expire, and further ones never reach it. What both had agreed is withdrawn.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn no_thanks(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    other: &PartyId,
) -> Result<(), Refusal> {
    let (mut write, held) = acting(node, who, "wish-no-thanks", id, party).await?;
    held.attendee(other)?;
    let Kept { mut row, version } = held.attendee(party)?.clone();
    if party == other {
        return Err(Refusal::missing("attendee"));
    }
    if !row.attendee.no_thanks.contains(other) {
        row.attendee.no_thanks.push(other.clone());
        row.changed = node.now();
        write.update(&row, version).await?;
    }
    for kept in &held.wishes {
        let mut row = kept.row.clone();
        if !(row.wish.parties.contains(party) && row.wish.parties.contains(other)) {
            continue;
        }
        let asked = row.wish.asked_by.as_ref() != Some(party);
        match row.wish.state {
            WishState::Requested if asked => row.unheard = true,
            WishState::Requested | WishState::Accepted | WishState::Must | WishState::Waiting => {
                (row.wish.state, row.wish.fixed) = (WishState::Cancelled, None);
                tell_withdrawn(node, &mut write, &held, (&row, party)).await?;
            }
            _ => continue,
        }
        row.changed = node.now();
        write.update(&row, kept.version).await?;
    }
    mend_later(node, &mut write, &held).await?;
    node.commit(write).await?;
    Ok(())
}

/// Takes a private no back. What was withdrawn for it stays so.
///
/// # Errors
/// As [`no_thanks`].
#[boxed]
pub async fn welcome(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    other: &PartyId,
) -> Result<(), Refusal> {
    let (mut write, held) = acting(node, who, "wish-welcome", id, party).await?;
    let Kept { mut row, version } = held.attendee(party)?.clone();
    row.attendee.no_thanks.retain(|no| no != other);
    let row = MissionAttendee { changed: node.now(), ..row };
    write.update(&row, version).await?;
    node.commit(write).await?;
    Ok(())
}
