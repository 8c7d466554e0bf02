//! Repairing a plan after something happened: as few people as possible notice.

use super::planning::{prices, verify};
use crate::Error;
use pul_domain::{Findings, Mission, MissionPlan, PersonChange, WishId, changes};
use pul_scheduling::mission::{Made, compile, repair as settle, rewrite};

/// Rounds for the bound on breaks; a repair is to be quick.
const ROUNDS: u32 = 50;

/// A repaired plan and what the repair cost.
#[derive(Debug, Clone)]
pub struct Repaired {
    /// The plan; it passed the checker.
    pub plan: MissionPlan,
    /// What is wrong with the mission as it is now.
    pub findings: Findings,
    /// Meetings held elsewhere than before.
    pub moved: u32,
    /// No plan that still holds the same of the former meetings moves fewer.
    pub moved_at_least: u32,
    /// Meetings not held any more.
    pub lost: Vec<WishId>,
    /// Meetings that took what came free.
    pub gained: Vec<WishId>,
    /// What changed for each person.
    pub changes: Vec<PersonChange>,
}

/// Repairs a plan for the mission as it is now (see [`super::disrupt`]).
///
/// # Errors
/// [`Error::Differs`] when the checker disagrees, which would be a fault of ours.
pub fn repair(mission: &Mission, former: &MissionPlan) -> Result<Repaired, Error> {
    let (compiled, findings) = compile(mission);
    let mended = settle(&compiled, former);
    // What came free went to whoever it fits, so nothing is given up any more.
    let made = (Made { seed: former.seed, work: former.work, calm: 0 }, ROUNDS);
    let plan = rewrite(&compiled, &mended.placement, &prices(&compiled), made, Some(former));
    verify(mission, &plan)?;
    let names = |wishes: &[u32]| wishes.iter().map(|w| mission.wishes[*w as usize].id.clone()).collect();
    Ok(Repaired {
        changes: changes(Some(former), Some(&plan)),
        findings,
        moved: mended.moved,
        moved_at_least: mended.moved_at_least,
        lost: names(&mended.lost),
        gained: names(&mended.gained),
        plan,
    })
}
