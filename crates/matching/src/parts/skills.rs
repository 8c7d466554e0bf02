//! Skills: each requirement up to the level asked.

use super::part;
use crate::credit::credit;
use crate::features::Need;
use crate::pair::{Pair, via};
use pul_domain::{Ask, Cause, Level, Part, PartName, Requirement, Thirds};

/// Points of one requirement for a worth in thirds.
pub(crate) fn points(need: &Need, worth: u8) -> u32 {
    credit(need.share, i64::from(worth), i64::from(need.thirds))
}

/// One part for each requirement, in the order of the ask.
pub(super) fn parts(pair: &Pair<'_>, ask: &Ask) -> Vec<Part> {
    if ask.skills.is_empty() {
        let whole = pair.basis.weights.asker.skills;
        return vec![part(PartName::Skills, whole, whole, Cause::NothingAsked)];
    }
    let needs = pair.ask.needs.iter().zip(&ask.skills);
    needs
        .map(|(need, asked)| {
            let (worth, why) = cause(pair, need, asked);
            part(PartName::Skills, points(need, worth), need.share, why)
        })
        .collect()
}

/// What a requirement is worth and why.
pub(super) fn cause(pair: &Pair<'_>, need: &Need, asked: &Requirement) -> (u8, Cause) {
    let (worth, best) = via(pair.basis, need.skill, pair.offer);
    let words = &pair.offer.store.vocabulary;
    let cause = Cause::Skill {
        asked: asked.skill.clone(),
        level: asked.level,
        via: best.map(|(skill, ..)| words.skill_id(pair.basis, skill).clone()),
        offered: best.and_then(|(_, level, _)| Level::new(level).ok()),
        strength: best.map_or(0, |(_, _, strength)| strength),
        worth: Thirds(worth),
    };
    (worth, cause)
}
