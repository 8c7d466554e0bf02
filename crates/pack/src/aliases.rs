//! Which skill a spelling means.

use crate::reader::Sink;
use crate::skill::{Skill, SkillIx};
use crate::spelling::{fold, squeeze, squeeze_key};
use pul_domain::Finding;
use serde::Serialize;
use std::collections::BTreeMap;

/// One spelling of one skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alias {
    /// Its key ([`crate::spelling::fold`]).
    pub key: String,
    /// As the pack writes it.
    pub written: String,
    /// The skill.
    pub skill: SkillIx,
    /// Counts in exactly this case only.
    pub exact: bool,
    /// An ordinary word too: in running text it needs one of the skill's context words
    /// near by.
    pub word: bool,
    /// Whether it is a label in French or Urdu.
    pub translated: bool,
}

/// How sure a resolution is, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Match {
    /// The skill's id, or a spelling in exactly its case.
    Same,
    /// A spelling, but for case, accents, dashes and marks at the ends.
    Folded,
    /// A spelling, but for dots, slashes and spaces too.
    Squeezed,
}

/// Every spelling of every skill.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    all: Vec<Alias>,
    squeezed: BTreeMap<String, SkillIx>,
}

/// Shortest squeezed key: `c/c` and the like are too short to squeeze.
const LEAST_SQUEEZED: usize = 4;

impl Aliases {
    /// Gathers spellings. A spelling of two skills is a fault; a French or Urdu label that
    /// another skill has too is a warning, and then counts for neither.
    pub(crate) fn gather(skills: &[Skill], sink: &Sink) -> Aliases {
        let mut all: Vec<Alias> = Vec::new();
        for (skill, ix) in skills.iter().zip((0..).map(SkillIx)) {
            spellings(skill, ix, &mut all);
        }
        all.sort_by(|a, b| {
            (&a.key, a.translated, a.skill, &a.written).cmp(&(&b.key, b.translated, b.skill, &b.written))
        });
        let mut kept: Vec<Alias> = Vec::with_capacity(all.len());
        for group in all.chunk_by(|a, b| a.key == b.key) {
            keep(group, skills, sink, &mut kept);
        }
        let mut candidates: BTreeMap<String, Option<SkillIx>> = BTreeMap::new();
        for alias in kept.iter().filter(|alias| !alias.exact && !alias.translated) {
            let key = squeeze_key(&alias.key);
            if key.len() >= LEAST_SQUEEZED {
                candidates
                    .entry(key)
                    .and_modify(|known| *known = known.filter(|ix| *ix == alias.skill))
                    .or_insert(Some(alias.skill));
            }
        }
        let sure = candidates.into_iter().filter_map(|(key, ix)| Some((key, ix?)));
        Aliases { all: kept, squeezed: sure.collect() }
    }

    /// Every spelling, by key.
    pub fn all(&self) -> &[Alias] {
        &self.all
    }

    /// The spellings with a key, as [`fold`] gives it.
    pub fn with_key(&self, key: &str) -> &[Alias] {
        let from = self.all.partition_point(|alias| alias.key.as_str() < key);
        let more = self.all[from..].partition_point(|alias| alias.key == key);
        &self.all[from..from + more]
    }

    /// The skill that a field holding nothing but a skill's name means.
    pub fn resolve(&self, text: &str) -> Option<(SkillIx, Match)> {
        let text = text.trim();
        let candidates = self.with_key(&fold(text)).iter();
        if let Some(alias) = candidates.clone().find(|alias| alias.written == text) {
            return Some((alias.skill, Match::Same));
        }
        if let Some(alias) = candidates.clone().find(|alias| !alias.exact) {
            return Some((alias.skill, Match::Folded));
        }
        let mut exact = candidates;
        if let (Some(alias), None) = (exact.next(), exact.next()) {
            // A field is no running text: `go` in a list of skills is the language.
            return Some((alias.skill, Match::Folded));
        }
        let squeezed = self.squeezed.get(&squeeze(text))?;
        Some((*squeezed, Match::Squeezed))
    }
}

/// The spellings of one skill, each key once. A label or alias that is one of the `exact`
/// spellings but for its case counts only as that.
fn spellings(skill: &Skill, ix: SkillIx, into: &mut Vec<Alias>) {
    let mut keys: Vec<String> = Vec::new();
    let mut add = |written: &str, exact: bool, translated: bool| {
        let key = fold(written);
        let taken =
            keys.contains(&key) && (!exact || into.iter().any(|a| a.skill == ix && a.written == written));
        if key.is_empty() || taken {
            return;
        }
        keys.push(key.clone());
        into.push(Alias { key, written: written.to_owned(), skill: ix, exact, word: skill.word, translated });
    };
    for written in &skill.exact {
        add(written, true, false);
    }
    add(&skill.labels.en, false, false);
    for written in &skill.aliases {
        add(written, false, false);
    }
    for written in skill.labels.fr.iter().chain(&skill.labels.ur) {
        add(written, false, true);
    }
}

/// Keeps the spellings of one key and reports those that two skills share.
fn keep(group: &[Alias], skills: &[Skill], sink: &Sink, kept: &mut Vec<Alias>) {
    let own: Vec<&Alias> = group.iter().filter(|alias| !alias.translated).collect();
    let mut clash_of_translations = false;
    for (at, alias) in group.iter().enumerate() {
        let rivals = group[..at].iter().filter(|other| other.skill != alias.skill);
        for rival in rivals {
            if alias.exact && rival.exact && alias.written != rival.written {
                continue;
            }
            clash_of_translations |= rival.translated;
            report(alias, rival, skills, sink);
            break;
        }
    }
    kept.extend(own.iter().map(|alias| (*alias).clone()));
    if own.is_empty() && !clash_of_translations {
        kept.extend_from_slice(group);
    }
}

fn report(alias: &Alias, rival: &Alias, skills: &[Skill], sink: &Sink) {
    let (Some(skill), Some(other)) = (skills.get(alias.skill.index()), skills.get(rival.skill.index()))
    else {
        return;
    };
    let cause = format!(
        "skill `{}`: the spelling {:?} is one of skill `{}` too ({:?}, {}).",
        skill.id, alias.written, other.id, rival.written, other.origin
    );
    let finding = if alias.translated {
        Finding::warning(
            "label-collision",
            skill.origin.place(),
            cause,
            "Make the label more precise; as it is, it does not find the skill in a text.",
        )
    } else {
        Finding::fault(
            "spelling-collision",
            skill.origin.place(),
            cause,
            "Leave the spelling to one of the two, or list it as `exact` in both, in different case.",
        )
    };
    sink.push(finding);
}
