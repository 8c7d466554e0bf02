//! How a change of a mission begins: who may make it, and where the mission must stand.

use super::held::{self, Held, organiser};
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{Mission, MissionId, PartyId};
use pul_scheduling::mission::compile;
use pul_store::Write;
use pul_store::tables::MissionState;

/// An organiser changes a mission that is not closed.
///
/// # Errors
/// `sign-in`; `forbidden`; `missing`; `mission-state`.
pub(super) async fn organising(
    node: &Node,
    who: &Who,
    doing: &str,
    id: &MissionId,
) -> Result<(Write, Held), Refusal> {
    organiser(who)?;
    let mut write = node.write(who, doing).await?;
    let held = held::hold(&mut write, id).await?;
    not_closed(&held)?;
    Ok((write, held))
}

/// A party acts at a mission that is open or planned.
///
/// # Errors
/// `sign-in`; `forbidden`; `missing`; `mission-state`.
pub(super) async fn acting(
    node: &Node,
    who: &Who,
    doing: &str,
    id: &MissionId,
    party: &PartyId,
) -> Result<(Write, Held), Refusal> {
    who.writer_for(party)?;
    let mut write = node.write(who, doing).await?;
    let held = held::hold(&mut write, id).await?;
    match held.row.state {
        MissionState::Open | MissionState::Planned => Ok((write, held)),
        MissionState::Draft if !who.is_organiser() => Err(Refusal::missing("mission")),
        state => Err(Refusal::state("mission-state", state.as_str())),
    }
}

/// Nothing of a closed mission changes any more.
pub(super) fn not_closed(held: &Held) -> Result<(), Refusal> {
    match held.row.state {
        MissionState::Closed => Err(Refusal::state("mission-state", MissionState::Closed.as_str())),
        _ => Ok(()),
    }
}

/// Whether a mission is as sound as the one that is kept; what was wrong before is not this change's doing.
pub(super) fn as_sound(held: &Held, changed: &Mission) -> Result<(), Refusal> {
    let (_, before) = compile(&held.mission);
    let (_, mut findings) = compile(changed);
    findings.0.retain(|finding| !before.0.contains(finding));
    if findings.has_faults() { Err(Refusal::invalid(findings)) } else { Ok(()) }
}
