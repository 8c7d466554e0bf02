//! How somebody wants to read, and what they want to be written to about.

use super::words;
use crate::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

words! {
    /// The digits figures are written with.
    Numerals {
        /// 0123456789.
        Latin = "latin",
        /// ۰۱۲۳۴۵۶۷۸۹.
        Eastern = "eastern",
    }
}

words! {
    /// What letters are about that may be left unsent. A link to sign in, or word of a new right, always
    /// comes.
    LetterTopic {
        /// Requests to meet, and what became of them.
        Introductions = "introductions",
        /// Posts that were published or sent back.
        Posts = "posts",
        /// Posts that end soon, or ended.
        Reminders = "reminders",
        /// Missions: invitations, wishes, meetings.
        Missions = "missions",
    }
}

impl LetterTopic {
    /// What a letter of this code is about; none for one that always comes.
    pub fn of(code: &str) -> Option<LetterTopic> {
        match code {
            "post-expiring" | "post-expired" => Some(LetterTopic::Reminders),
            _ if code.starts_with("post-") => Some(LetterTopic::Posts),
            _ if code.starts_with("introduction-") => Some(LetterTopic::Introductions),
            _ if code.starts_with("mission-") => Some(LetterTopic::Missions),
            _ => None,
        }
    }
}

/// What somebody prefers. What they never chose is the default, and is not written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preferences {
    /// The time zone they read times in, by its name among the zones of the world; Coordinated Universal
    /// Time where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// The digits they read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digits: Option<Numerals>,
    /// What they do not want to be written to about.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub unwanted: BTreeSet<LetterTopic>,
}

impl Preferences {
    /// Whether nothing was chosen.
    pub fn is_default(&self) -> bool {
        *self == Preferences::default()
    }

    /// Whether a letter of this code is wanted.
    pub fn wants(&self, code: &str) -> bool {
        LetterTopic::of(code).is_none_or(|topic| !self.unwanted.contains(&topic))
    }
}
