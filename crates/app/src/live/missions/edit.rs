//! The document of a mission changes: its name, venues, travel, blocks, who may meet whom.

use super::begin::organising;
use super::held::{self, organiser};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{Mission, MissionId};
use pul_scheduling::mission::{compile, read_mission};
use pul_store::tables::{MissionRow, MissionRules};

/// Changes the document of a mission from the version that was read: its name, venues, travel, blocks, who may meet
/// whom. The attendees and wishes handed in count for nothing; they have ways of their own.
///
/// # Errors
/// `forbidden`; `changed`; `invalid`; `mission-state` for one that is closed.
#[boxed]
pub async fn edit(
    node: &Node,
    who: &Who,
    id: &MissionId,
    version: i64,
    mission: &Mission,
    rules: &MissionRules,
) -> Result<i64, Refusal> {
    let (mut write, held) = organising(node, who, "mission-edited", id).await?;
    let whole = Mission {
        id: id.clone(),
        attendees: held.mission.attendees.clone(),
        wishes: held.mission.wishes.clone(),
        ..mission.clone()
    };
    let (_, findings) = compile(&whole);
    if findings.has_faults() {
        return Err(Refusal::invalid(findings));
    }
    let document = Mission { attendees: Vec::new(), wishes: Vec::new(), ..whole };
    let row = MissionRow { mission: document, rules: rules.clone(), changed: node.now(), ..held.row.clone() };
    let version = write.update(&row, version).await?;
    node.commit(write).await?;
    Ok(version)
}

/// Reads a document and changes the mission to what it says; its rules stay.
///
/// # Errors
/// As [`edit`]; `invalid` with every fault of the document.
#[boxed]
pub async fn edit_from(
    node: &Node,
    who: &Who,
    id: &MissionId,
    version: i64,
    (name, bytes): (&str, &[u8]),
) -> Result<i64, Refusal> {
    organiser(who)?;
    let (read, findings) = read_mission(name, bytes);
    let Some(mission) = read.filter(|_| !findings.has_faults()) else {
        return Err(Refusal::invalid(findings));
    };
    let rules = held::read(node.store(), id).await?.row.rules;
    edit(node, who, id, version, &mission, &rules).await
}
