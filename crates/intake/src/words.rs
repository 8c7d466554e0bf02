//! Skills and roles read from running text. `docs/skills-from-words.md` states the rules.

mod ambiguity;
mod cue_words;
mod cues;
mod scan;
mod tokens;
mod trie;
mod vocabulary;

pub use cues::Cue;
pub use scan::Words;

use pul_domain::{Importance, Level, RoleId, SkillId};
use pul_pack::Pack;
use std::fmt;
use std::ops::Range;

/// A skill named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Which skill.
    pub skill: SkillId,
    /// The bytes of the text that name it; always at the edges of characters.
    pub span: Range<usize>,
    /// What stands there.
    pub text: String,
    /// Why it counts.
    pub reason: Reason,
    /// The level the words around suggest, and the words.
    pub level: Option<Cue<Level>>,
    /// The importance the words around suggest, and the words.
    pub importance: Option<Cue<Importance>>,
}

/// Why a name counts as a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It means nothing else.
    Name,
    /// It is written in the very case the pack asks for.
    Case,
    /// A word near by, at these bytes, confirms it.
    Context {
        /// First byte of the word.
        start: usize,
        /// The byte after it.
        end: usize,
    },
    /// It stands in a list beside another skill.
    List,
    /// Words such as *experience with* or *developer* stand right beside it.
    Phrase,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Reason::Name => "name",
            Reason::Case => "case",
            Reason::Context { .. } => "context",
            Reason::List => "list",
            Reason::Phrase => "phrase",
        })
    }
}

/// A role named in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleMention {
    /// Which role.
    pub role: RoleId,
    /// The bytes of the text that name it.
    pub span: Range<usize>,
    /// What stands there.
    pub text: String,
}

/// Skills named in a text, in its order. For many texts build [`Words`] once.
pub fn read_skills(pack: &Pack, text: &str) -> Vec<Mention> {
    Words::new(pack).skills(text)
}

/// The role a text names: the longest title in it, the earliest of equals.
pub fn read_role(pack: &Pack, text: &str) -> Option<RoleMention> {
    Words::new(pack).role(text)
}
