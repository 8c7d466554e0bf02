//! The course of a mission: a draft is opened, and what is over is closed.

use super::begin::organising;
use super::held::{self, organiser};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::MissionId;
use pul_store::tables::{Invitation, MissionRow, MissionState};

/// Opens a draft: its attendees are invited by letter and may state their wishes.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn open(node: &Node, who: &Who, id: &MissionId) -> Result<(), Refusal> {
    organiser(who)?;
    let mut write = node.write(who, "mission-opened").await?;
    let held = held::hold(&mut write, id).await?;
    if held.row.state != MissionState::Draft {
        return Err(Refusal::state("mission-state", held.row.state.as_str()));
    }
    for kept in held.attendees.values().filter(|kept| kept.row.invitation == Invitation::Invited) {
        super::attendees::invite_letter(node, &mut write, &held.row, &kept.row.attendee.party).await?;
    }
    let row = MissionRow { state: MissionState::Open, changed: node.now(), ..held.row };
    write.update(&row, held.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Closes a mission: nothing of it changes any more, and later missions remember who met.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn close(node: &Node, who: &Who, id: &MissionId) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "mission-closed", id).await?;
    let row = MissionRow { state: MissionState::Closed, changed: node.now(), ..held.row };
    write.update(&row, held.version).await?;
    node.commit(write).await?;
    Ok(())
}
