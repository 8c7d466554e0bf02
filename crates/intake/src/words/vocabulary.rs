//! Every spelling of every skill and role, with what it takes for it to count.

use super::tokens::Tokens;
use super::trie::Trie;
use pul_domain::{RoleId, SkillId};
use pul_pack::{Alias, Pack, Skill, SkillKind};

/// A spelling of a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    /// Index into [`Vocabulary::skills`].
    pub skill: usize,
    /// The only writing that counts, if the case matters.
    pub exact: Option<String>,
    /// Whether it is an ordinary word too and needs confirming.
    pub word: bool,
}

/// What is kept of a skill.
#[derive(Debug)]
pub(super) struct Named {
    pub id: SkillId,
    /// Folded words and phrases that confirm it.
    pub context: Vec<Vec<String>>,
}

#[derive(Debug)]
pub(super) struct Vocabulary {
    pub skills: Vec<Named>,
    pub spellings: Trie<Spelling>,
    pub roles: Trie<RoleId>,
}

impl Vocabulary {
    pub fn new(pack: &Pack) -> Vocabulary {
        let mut vocabulary = Vocabulary { skills: Vec::new(), spellings: Trie::new(), roles: Trie::new() };
        for skill in pack.skills() {
            vocabulary.skills.push(Named {
                id: skill.id.clone(),
                context: skill.context.iter().map(|phrase| words(phrase)).collect(),
            });
        }
        for (at, skill) in pack.skills().iter().enumerate() {
            vocabulary.add_label(at, skill);
        }
        for alias in pack.aliases() {
            vocabulary.add_alias(alias, pack.skill(alias.skill));
        }
        // Plurals come last: a spelling that stands in the pack wins over a made one.
        for alias in pack.aliases().iter().filter(|alias| !alias.exact) {
            vocabulary.add_plural(alias, pack.skill(alias.skill));
        }
        for role in pack.roles() {
            for title in role.labels.all().chain(role.titles.iter().map(String::as_str)) {
                vocabulary.roles.add(title, role.id.clone());
            }
        }
        vocabulary
    }

    /// The label in its own case counts even if the `exact` spellings leave it out.
    fn add_label(&mut self, at: usize, skill: &Skill) {
        let label = &skill.labels.en;
        if skill.exact.iter().any(|exact| words(exact) == words(label)) {
            let spelling = Spelling { skill: at, exact: Some(label.clone()), word: skill.word };
            self.spellings.add(label, spelling);
        }
    }

    fn add_alias(&mut self, alias: &Alias, skill: &Skill) {
        let spelling = Spelling {
            skill: alias.skill.index(),
            exact: alias.exact.then(|| alias.written.clone()),
            word: needs_confirming(alias, skill),
        };
        self.spellings.add(&alias.written, spelling);
        if !alias.exact {
            self.add_js(&alias.written, alias.skill.index());
        }
    }

    /// `node.js` is also written `nodejs`, and the other way round.
    fn add_js(&mut self, name: &str, skill: usize) {
        let parts = words(name);
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let plain = Spelling { skill, exact: None, word: false };
        match parts.as_slice() {
            [stem, "js"] => {
                let joined = format!("{stem}js");
                if !self.spellings.has_words(&[&joined]) {
                    self.spellings.add_words(&[&joined], plain);
                }
            }
            [joined] if joined.len() > 4 && joined.ends_with("js") => {
                let pair = [&joined[..joined.len() - 2], "js"];
                if !self.spellings.has_words(&pair) {
                    self.spellings.add_words(&pair, plain);
                }
            }
            _ => {}
        }
    }

    /// Plural and singular of the last word of names that are no brands.
    fn add_plural(&mut self, alias: &Alias, skill: &Skill) {
        use SkillKind::{Knowledge, Method, Practice, Service, Standard};
        let common = matches!(skill.kind, Method | Practice | Knowledge | Service | Standard);
        let parts = words(&alias.written);
        let Some((last, head)) = parts.split_last() else {
            return;
        };
        let Some(other) = other_number(last).filter(|_| common || !head.is_empty()) else {
            return;
        };
        let mut path: Vec<&str> = head.iter().map(String::as_str).collect();
        path.push(&other);
        if !self.spellings.has_words(&path) {
            let word = needs_confirming(alias, skill);
            self.spellings.add_words(&path, Spelling { skill: alias.skill.index(), exact: None, word });
        }
    }
}

/// Of a skill whose name is an ordinary word too, the `exact` spellings need confirming;
/// if it has none, every spelling of a single word does.
fn needs_confirming(alias: &Alias, skill: &Skill) -> bool {
    alias.word && (alias.exact || (skill.exact.is_empty() && words(&alias.written).len() == 1))
}

/// The folded words of a name.
pub(super) fn words(name: &str) -> Vec<String> {
    let tokens = Tokens::new(name);
    (0..tokens.list.len()).map(|at| tokens.fold(at).to_owned()).collect()
}

/// The plural of a singular and the singular of a plural, for plain English words.
fn other_number(word: &str) -> Option<String> {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return (stem.len() > 2).then(|| format!("{stem}y"));
    }
    if let Some(stem) = word.strip_suffix('s') {
        let kept = ["ss", "us", "is", "js", "os", "as"].iter().any(|end| word.ends_with(end));
        return (stem.len() > 3 && !kept).then(|| stem.to_owned());
    }
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => Some(format!("{stem}ies")),
        _ => Some(format!("{word}s")),
    }
}
