//! Skills of a row: named in columns, taken from the role, read from words.

use super::build::RowReader;
use super::trouble::Trouble;
use crate::mapping::{FromRole, FromText, Picked, SkillColumns};
use crate::table::{Cell, short};
use crate::words::Mention;
use pul_domain::{Finding, Importance, Level, OfferedSkill, Place, Requirement, RoleId};
use pul_pack::{Pack, SkillIx};

/// A skill of the row, before the best of several mentions is kept.
#[derive(Debug, Clone, Copy)]
struct Named {
    skill: SkillIx,
    level: Level,
    importance: Importance,
    weight: Option<u8>,
}

impl RowReader<'_> {
    /// What an offer offers: each skill once, at the highest level named.
    pub(super) fn offered(&mut self, role: Option<&RoleId>) -> Vec<OfferedSkill> {
        let named = self.named(role);
        let offer =
            |one: Named| OfferedSkill { skill: self.pack.skill(one.skill).id.clone(), level: one.level };
        named.into_iter().map(offer).collect()
    }

    /// What an ask wants: each skill once, as importantly and as well as any column says.
    pub(super) fn requirements(&mut self, role: Option<&RoleId>) -> Vec<Requirement> {
        let named = self.named(role);
        let require = |one: Named| Requirement {
            skill: self.pack.skill(one.skill).id.clone(),
            level: one.level,
            importance: one.importance,
            weight: one.weight,
        };
        named.into_iter().map(require).collect()
    }

    fn named(&mut self, role: Option<&RoleId>) -> Vec<Named> {
        let level = self.row_level();
        let mut all: Vec<Named> = Vec::new();
        for columns in &self.mapping.skills {
            for picked in self.picked("skills", &columns.pick, true) {
                self.skill_names += 1;
                all.extend(self.in_column(columns, &picked, level));
            }
        }
        if let (Some(rule), Some(role)) = (self.mapping.from_role, role) {
            all.extend(self.of_role(rule, role, level));
        }
        if let Some(rule) = &self.mapping.from_text {
            all.extend(self.in_text(rule, level));
        }
        let named = best(all);
        if named.len() < self.mapping.least_skills && !self.findings.has_faults() {
            let cause = match named.len() {
                0 => "The row names no skill of the pack.".to_owned(),
                some => format!(
                    "The row names {some} skills of the pack; the mapping wants {}.",
                    self.mapping.least_skills
                ),
            };
            self.findings.push(Finding::fault(
                "no-skills",
                Place::cell(self.file, self.row.number, "skills"),
                cause,
                "Name what is asked or offered, or lower `least_skills` in the mapping.",
            ));
        }
        named
    }

    fn in_column(&mut self, columns: &SkillColumns, picked: &Picked, level: Level) -> Option<Named> {
        let (name, marked) =
            match columns.level_mark.as_deref().and_then(|mark| picked.text.rsplit_once(mark)) {
                Some((name, marked)) => (name.trim(), Some(marked.trim())),
                None => (picked.text.as_str(), None),
            };
        let skill = skill(name, self.pack, self.suggestions);
        if skill.is_err() {
            self.unknown_skills.push(short(name));
        }
        let skill = self.settle(columns.pick.unknown, picked, skill)?;
        let marked = marked.map(|text| {
            let level = text.parse().ok().and_then(|level| Level::new(level).ok());
            level.ok_or_else(|| bad_level(text))
        });
        let marked = match marked {
            Some(level) => Some(self.settle(columns.pick.unknown, picked, level)?),
            None => None,
        };
        Some(Named {
            skill,
            level: marked.or(columns.level).unwrap_or(level),
            importance: columns.importance,
            weight: columns.weight,
        })
    }

    fn of_role(&self, rule: FromRole, role: &RoleId, level: Level) -> Vec<Named> {
        let Some(role) = self.pack.role_ix(role.as_str()).map(|ix| self.pack.role(ix)) else {
            return Vec::new();
        };
        let taken = role.skills.iter().filter(|(skill, weight)| {
            *weight >= rule.least_weight && (!rule.only_core || role.core.contains(skill))
        });
        taken
            .map(|(skill, weight)| Named {
                skill: *skill,
                level: rule.level.unwrap_or(level),
                importance: if role.core.contains(skill) { rule.core } else { rule.others },
                weight: Some(*weight),
            })
            .collect()
    }

    fn in_text(&self, rule: &FromText, level: Level) -> Vec<Named> {
        let (Some(words), mut out) = (self.words, Vec::new()) else {
            return Vec::new();
        };
        for (at, _) in &rule.columns {
            let texts: &[String] = match self.row.cells.get(*at) {
                Some(Cell::Text(text)) => std::slice::from_ref(text),
                Some(Cell::List(list)) => list,
                _ => &[],
            };
            let mentions = texts.iter().flat_map(|text| words.skills(text));
            out.extend(mentions.filter_map(|mention| self.mentioned(&mention, rule, level)));
        }
        out
    }

    fn mentioned(&self, mention: &Mention, rule: &FromText, level: Level) -> Option<Named> {
        Some(Named {
            skill: self.pack.skill_ix(mention.skill.as_str())?,
            level: mention.level.as_ref().map_or(level, |cue| cue.suggests),
            importance: mention.importance.as_ref().map_or(rule.importance, |cue| cue.suggests),
            weight: None,
        })
    }

    /// The level of skills that state none.
    fn row_level(&mut self) -> Level {
        let rule = &self.mapping.level;
        let Some(pick) = &rule.pick else {
            return rule.unstated;
        };
        let level = if rule.bands.is_empty() {
            self.count("level", Some(pick), 1, 5).and_then(|level| Level::new(level as u8).ok())
        } else {
            self.count("level", Some(pick), 0, 100).map(|years| rule.of_years(years))
        };
        level.unwrap_or(rule.unstated)
    }
}

/// Names for which the nearest spelling is looked up, in one file: looking through every
/// spelling takes as long as reading a hundred rows.
pub(super) const SUGGESTED: u32 = 50;

/// The skill a field's text means; `left` counts the suggestions that may still be made.
pub(super) fn skill(text: &str, pack: &Pack, left: &std::cell::Cell<u32>) -> Result<SkillIx, Trouble> {
    if let Some((skill, _)) = pack.resolve_skill(text) {
        return Ok(skill);
    }
    let spellings = if left.get() > 0 { pack.aliases() } else { &[] };
    left.set(left.get().saturating_sub(1));
    let names = spellings.iter().map(|alias| alias.written.as_str());
    Err(Trouble::unknown("unknown-skill", "skill", text, names))
}

fn bad_level(text: &str) -> Trouble {
    Trouble::new(
        "bad-level",
        format!("{:?} is no level.", short(text)),
        "Write a level from 1 (has met it) to 5 (is known for it).",
    )
}

/// Each skill once, by rank: the highest importance, level and weight named.
fn best(mut all: Vec<Named>) -> Vec<Named> {
    all.sort_by_key(|one| one.skill);
    all.dedup_by(|later, kept| {
        let same = later.skill == kept.skill;
        if same {
            kept.level = kept.level.max(later.level);
            kept.importance = kept.importance.max(later.importance);
            kept.weight = kept.weight.max(later.weight);
        }
        same
    });
    all
}
