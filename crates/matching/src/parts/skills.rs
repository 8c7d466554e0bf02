//! Skills: each requirement up to the level asked.

use super::{Reason, Why, part};
use crate::credit::credit;
use crate::features::Need;
use crate::pair::{Pair, Via};
use pul_domain::PartName;

/// Points of one requirement for a worth in thirds.
pub(crate) fn points(need: &Need, worth: u8) -> u32 {
    credit(need.share, i64::from(worth), i64::from(need.thirds))
}

/// One reason for each requirement, in the order of the ask.
pub(super) fn reasons(pair: &Pair<'_>, mut vias: impl FnMut(u32) -> Via, out: &mut Vec<Reason>) {
    if pair.ask.needs.is_empty() {
        let whole = pair.basis.weights.asker.skills;
        out.push(part(PartName::Skills, whole, whole, Why::NothingAsked));
    }
    for (at, need) in pair.ask.needs.iter().enumerate() {
        let (worth, via) = vias(need.skill);
        let why = Why::Skill { need: at as u16, worth, via };
        out.push(part(PartName::Skills, points(need, worth), need.share, why));
    }
}
