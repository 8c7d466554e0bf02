//! Repair: what changed is taken in, and as few people as possible notice.
//!
//! Every meeting that can stand stays where it is. A meeting that cannot is given another place:
//! one that is open if there is one, else by the exchange that moves the fewest others. Freed
//! sittings then go to wishes that were left out, which moves nobody.

use super::compile::Compiled;
use super::plan::reread;
use crate::value::{Placement, settle};
use pul_domain::MissionPlan;

/// A repaired placement and how few moves it took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Where everything is now.
    pub placement: Placement,
    /// Meetings of the former plan that are held elsewhere now.
    pub moved: u32,
    /// No plan that still holds all the meetings this one holds of the former plan moves fewer.
    pub moved_at_least: u32,
    /// Meetings of the former plan that are not held any more.
    pub lost: Vec<u32>,
    /// Meetings that are new.
    pub gained: Vec<u32>,
}

/// Repairs a plan for a mission as it is now: the same mission with somebody gone or late, a
/// venue closed, wishes withdrawn or added. Meetings that are fixed in the mission do not move.
pub fn repair(compiled: &Compiled<'_>, former: &MissionPlan) -> Repair {
    let (standing, fallen) = reread(compiled, former);
    let settled = settle(&compiled.problem, &standing, &fallen);
    let held = |wish: u32| settled.placement[wish as usize];
    let was: Vec<u32> = (0..standing.len() as u32)
        .filter(|w| standing[*w as usize].is_some() || fallen.contains(w))
        .collect();
    let moved =
        was.iter().filter(|w| held(**w).is_some() && held(**w) != standing[**w as usize]).count() as u32;
    Repair {
        moved,
        moved_at_least: settled.moved_at_least.min(moved),
        lost: was.iter().copied().filter(|w| held(*w).is_none()).collect(),
        gained: (0..standing.len() as u32).filter(|w| held(*w).is_some() && !was.contains(w)).collect(),
        placement: settled.placement,
    }
}
