//! What happens to a planned mission: locked, disturbed, and its plan repaired with the fewest moved meetings.

use super::begin::{not_closed, organising};
use super::held::{self, organiser};
use super::plans::{lay_down, numbered};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use crate::mission::{Disruption, Lock, disrupt, lock, repair};
use pul_domain::{Mission, MissionId, PersonChange, WishId};
use pul_scheduling::mission::Who as Whom;
use pul_store::tables::{Invitation, MissionAttendee, MissionEdition, MissionRow, MissionWish, PlanMade};

/// What a repair does, before or after it is laid down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RepairShown {
    /// The number of the plan; none while it is only looked at.
    pub plan: Option<i64>,
    /// Meetings held elsewhere than before.
    pub moved: u32,
    /// No plan that still holds the same of the former meetings moves fewer.
    pub moved_at_least: u32,
    /// Meetings not held any more.
    pub lost: Vec<WishId>,
    /// Meetings that took what came free.
    pub gained: Vec<WishId>,
    /// What changes for each person against the plan in work.
    pub changes: Vec<PersonChange>,
}

/// Looks at what a repair of the plan in work would do after all of this happened; nothing is changed.
///
/// # Errors
/// `forbidden`; `missing`; `invalid` for a name the mission does not have.
#[boxed]
pub async fn look(
    node: &Node,
    who: &Who,
    id: &MissionId,
    happened: &[Disruption],
) -> Result<RepairShown, Refusal> {
    who.organiser()?;
    let held = held::read(node.store(), id).await?;
    let edition = held::edition(node.store(), id).await?.ok_or_else(|| Refusal::missing("plan"))?;
    let (now, former) = after(node, &held.mission, &edition.row, happened).await?;
    let repaired = mended(now, former).await?;
    Ok(shown(&repaired, None))
}

/// Takes in what happened and lays the repaired plan down as the draft. Whoever looks after the mission reviews and
/// publishes it; until then people see what they saw. With nothing in `happened`, the plan is repaired for what the
/// parties themselves did: withdrew, dropped out, were away.
///
/// # Errors
/// As [`look`]; `changed` where the mission or its plan changed meanwhile; `mission-state`.
#[boxed]
pub async fn disturb(
    node: &Node,
    who: &Who,
    id: &MissionId,
    happened: &[Disruption],
) -> Result<RepairShown, Refusal> {
    organiser(who)?;
    let read = held::read(node.store(), id).await?;
    not_closed(&read)?;
    let edition = held::edition(node.store(), id).await?.ok_or_else(|| Refusal::missing("plan"))?;
    let (now, former) = after(node, &read.mission, &edition.row, happened).await?;
    let repaired = mended(now.clone(), former).await?;
    let mut write = node.write(who, "mission-repaired").await?;
    let held = held::hold(&mut write, id).await?;
    let current = write.get::<MissionEdition>(id.as_str()).await?.map(|kept| kept.version);
    if held.mission != read.mission || current != Some(edition.version) {
        return Err(Refusal::state("changed", "mission").value("what", "mission"));
    }
    held.write_differences(&mut write, &now).await?;
    for what in happened {
        let Disruption::DropOut(Whom::Party(party)) = what else { continue };
        let row = write.get::<MissionAttendee>(&MissionAttendee::id_of(id, party)).await?;
        if let Some(kept) = row {
            let row = MissionAttendee { invitation: Invitation::DroppedOut, ..kept.row };
            write.update(&row, kept.version).await?;
        }
    }
    let document = Mission { attendees: Vec::new(), wishes: Vec::new(), ..now };
    let row = MissionRow { mission: document, changed: node.now(), ..held.row.clone() };
    let version = write.update(&row, held.version).await?;
    let made = (PlanMade::Repaired, repaired.moved, repaired.moved_at_least);
    let by = who.account.clone();
    let number = lay_down(&mut write, (id, version), repaired.plan.clone(), made, by).await?;
    node.commit(write).await?;
    Ok(shown(&repaired, Some(number)))
}

async fn after(
    node: &Node,
    mission: &Mission,
    edition: &MissionEdition,
    happened: &[Disruption],
) -> Result<(Mission, pul_domain::MissionPlan), Refusal> {
    let (now, findings) = disrupt(mission, happened);
    if findings.has_faults() {
        return Err(Refusal::invalid(findings));
    }
    let former = held::plan(node.store(), &mission.id, edition.current).await?;
    Ok((now, former.ok_or_else(|| Refusal::missing("plan"))?))
}

/// Repairs a plan for the mission as it is now.
pub(super) async fn mended(
    now: Mission,
    former: pul_domain::MissionPlan,
) -> Result<crate::mission::Repaired, Refusal> {
    let repaired = tokio::task::spawn_blocking(move || repair(&now, &former));
    Ok(repaired.await.map_err(Refusal::internal)??)
}

fn shown(repaired: &crate::mission::Repaired, plan: Option<i64>) -> RepairShown {
    RepairShown {
        plan,
        moved: repaired.moved,
        moved_at_least: repaired.moved_at_least,
        lost: repaired.lost.clone(),
        gained: repaired.gained.clone(),
        changes: repaired.changes.clone(),
    }
}

/// Locks meetings of the plan in work where they are, so that the rest may be planned again.
///
/// # Errors
/// `forbidden`; `missing`; `invalid` for a lock that catches no meeting; `mission-state`.
#[boxed]
pub async fn lock_meetings(node: &Node, who: &Who, id: &MissionId, locks: &[Lock]) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "mission-locked", id).await?;
    let edition = write.get::<MissionEdition>(id.as_str()).await?;
    let current = edition.ok_or_else(|| Refusal::missing("plan"))?.row.current;
    let plan = numbered(&mut write, id, current).await?;
    let (locked, findings) = lock(&held.mission, &plan, locks);
    if !findings.is_empty() {
        return Err(Refusal::invalid(findings));
    }
    for kept in &held.wishes {
        let was = &kept.row;
        let Some(wish) = locked.wish(&was.wish.id).filter(|wish| **wish != was.wish) else { continue };
        // Locked once more, elsewhere: what it named at first is still what it goes back to.
        let unlocked = was.unlocked.clone().or_else(|| Some(was.wish.delegates.clone()));
        let row = MissionWish { wish: wish.clone(), unlocked, changed: node.now(), ..was.clone() };
        write.update(&row, kept.version).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Unlocks every meeting. Delegates whom the organiser named stay named.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn unlock_all(node: &Node, who: &Who, id: &MissionId) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "mission-unlocked", id).await?;
    for kept in held.wishes.iter().filter(|kept| kept.row.wish.fixed.is_some()) {
        let mut row = kept.row.clone();
        (row.wish.fixed, row.changed) = (None, node.now());
        if let Some(named) = row.unlocked.take() {
            row.wish.delegates = named;
        }
        write.update(&row, kept.version).await?;
    }
    node.commit(write).await?;
    Ok(())
}
