//! A pasted brief becomes suggestions for a post: skills with the words they came from.

use super::node::Node;
use crate::skills::{Found, Reading};

impl Node {
    /// Skills and a role named in a text in any language, with the bytes they stand at; never
    /// fails. What people take of it is theirs to choose: nothing is filled in unseen.
    pub fn read_brief(&self, text: &str) -> Reading {
        let pack = self.pack();
        let label = |skill: &pul_domain::SkillId| {
            let known = pack.skill_ix(skill.as_str());
            known.map_or_else(|| skill.to_string(), |ix| pack.skill(ix).labels.en.clone())
        };
        let skills = self.words().skills(text).into_iter().map(|mention| Found {
            label: label(&mention.skill),
            skill: mention.skill,
            from: mention.span.start,
            until: mention.span.end,
            text: mention.text,
            reason: mention.reason.to_string(),
            level: mention.level.map(|cue| cue.suggests.get()),
            importance: mention.importance.map(|cue| cue.suggests),
        });
        let role = self.words().role(text).map(|r| (r.role, r.text));
        Reading { skills: skills.collect(), role }
    }
}
