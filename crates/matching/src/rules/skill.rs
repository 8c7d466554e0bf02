//! Skill: every must-have is worth at least its level.

use super::{Posts, failure};
use crate::pair::{Pair, via};
use pul_domain::{Change, Failure, Level, Rule, SkillId, Thirds};

pub(super) fn passes(pair: &Pair<'_>) -> bool {
    let needs = pair.ask.needs.iter().zip(pair.worths);
    needs.fold(true, |ok, (need, worth)| ok & (!need.must | (*worth >= need.thirds)))
}

/// One failure for each requirement. The asker may accept the level that is there; the
/// offerer may raise a skill it has, or the one asked, whichever takes fewest levels.
pub(super) fn failures(pair: &Pair<'_>, posts: Posts<'_>, out: &mut Vec<Failure>) {
    for (need, asked) in pair.ask.needs.iter().zip(&posts.ask.skills) {
        let (worth, best) = via(pair.basis, need.skill, pair.offer);
        if !need.must || worth >= need.thirds {
            continue;
        }
        let ask_change = Change::AskLevel { skill: asked.skill.clone(), to: Level::new(worth / 3).ok() };
        let (skill, to) =
            cheapest(pair, need.skill, need.thirds).unwrap_or_else(|| (asked.skill.clone(), asked.level));
        let mut found = failure(
            Rule::Skill,
            i64::from(worth),
            i64::from(need.thirds),
            ask_change,
            Change::OfferLevel { skill, to },
        );
        found.about = Some(asked.skill.as_str().to_owned());
        found.via = best.map(|(skill, ..)| {
            let words = &pair.offer.store.vocabulary;
            words.skill_id(pair.basis, skill).clone()
        });
        out.push(found);
    }
}

/// The raise of a skill on offer that takes the fewest levels, fewer than learning the
/// skill asked from nothing would; ties to the skill asked, then to the lowest id.
fn cheapest(pair: &Pair<'_>, asked: u32, thirds: u8) -> Option<(SkillId, Level)> {
    let words = &pair.offer.store.vocabulary;
    let raises = pair.offer.skills().filter_map(|(offered, _)| {
        let strength = pair.basis.strength(offered, asked);
        let enough = |level: &u8| Level::new(*level).is_ok_and(|l| Thirds::implied(l, strength).0 >= thirds);
        let to = (1..=5).find(enough)?;
        // A skill may be listed twice; what is held is the highest.
        let listed = pair.offer.skills().filter(|(s, _)| *s == offered);
        let held = listed.map(|(_, level)| level).max().unwrap_or(0);
        let name = words.skill_id(pair.basis, offered);
        Some((to - held.min(to), offered != asked, name.clone(), to))
    });
    let from_nothing = thirds / 3;
    let (.., name, to) = raises.filter(|(levels, ..)| *levels < from_nothing).min()?;
    Some((name, Level::new(to).ok()?))
}
