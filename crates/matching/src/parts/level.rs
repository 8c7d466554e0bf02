//! Level: mastery above the level asked.

use super::{Reason, Why, part};
use crate::credit::credit;
use crate::features::Need;
use crate::pair::Pair;
use pul_domain::PartName;

/// The most a skill can be worth, in thirds.
const MOST: u8 = 15;

/// Points of one requirement for a worth in thirds. A level above the one asked is full;
/// where the highest is asked, reaching it is.
pub(crate) fn points(need: &Need, worth: u8) -> u32 {
    if need.thirds >= MOST {
        return if worth >= MOST { need.level_share } else { 0 };
    }
    let above = worth.saturating_sub(need.thirds);
    let room = (MOST - need.thirds).min(3);
    credit(need.level_share, i64::from(above), i64::from(room))
}

/// One reason for each requirement, in the order of the ask, with the causes its skills have; theirs
/// are those from `start` on.
pub(super) fn reasons(pair: &Pair<'_>, start: usize, out: &mut Vec<Reason>) {
    if pair.ask.needs.is_empty() {
        let whole = pair.basis.weights.asker.level;
        out.push(part(PartName::Level, whole, whole, Why::NothingAsked));
    }
    for (at, need) in pair.ask.needs.iter().enumerate() {
        let why = out[start + at].why;
        let worth = pair.worths[at];
        out.push(part(PartName::Level, points(need, worth), need.level_share, why));
    }
}
