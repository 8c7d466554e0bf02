//! Skills from a brief or a CV.

use pul_domain::{Importance, RoleId, SkillId};
use pul_intake::Words;
use pul_pack::Pack;
use serde::Serialize;

/// A skill named in a text.
#[derive(Debug, Serialize)]
pub struct Found {
    /// Which.
    pub skill: SkillId,
    /// Its English label.
    pub label: String,
    /// First byte of the words it came from.
    pub from: usize,
    /// The byte after them.
    pub until: usize,
    /// The words.
    pub text: String,
    /// Why they count: name, case, context, list or phrase.
    pub reason: String,
    /// Level the words around suggest.
    pub level: Option<u8>,
    /// Importance the words around suggest.
    pub importance: Option<Importance>,
}

/// What a text says.
#[derive(Debug, Serialize)]
pub struct Reading {
    /// Skills in the order of the text.
    pub skills: Vec<Found>,
    /// The role it names, with the words it came from.
    pub role: Option<(RoleId, String)>,
}

/// Reads a text in any language; never fails.
pub fn read(pack: &Pack, text: &str) -> Reading {
    read_with(pack, &Words::new(pack), text)
}

/// The same with words that were built before: for many texts.
pub fn read_with(pack: &Pack, words: &Words, text: &str) -> Reading {
    let skills = words.skills(text).into_iter().map(|mention| Found {
        label: pack
            .skill_ix(mention.skill.as_str())
            .map_or_else(|| mention.skill.to_string(), |ix| pack.skill(ix).labels.en.clone()),
        skill: mention.skill,
        from: mention.span.start,
        until: mention.span.end,
        text: mention.text,
        reason: mention.reason.to_string(),
        level: mention.level.map(|cue| cue.suggests.get()),
        importance: mention.importance.map(|cue| cue.suggests),
    });
    Reading { skills: skills.collect(), role: words.role(text).map(|r| (r.role, r.text)) }
}
