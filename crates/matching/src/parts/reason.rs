//! Why a part earned what it earned, in numbers; ids only when it is to be shown.

use crate::basis::Basis;
use crate::features::Vocabulary;
use pul_domain::{Ask, Cause, Cefr, Level, Part, PartName, Thirds};

/// A part of a view: what [`Part`] says, with numbers for ids. Small enough to keep millions of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reason {
    pub(crate) name: PartName,
    pub(crate) points: u16,
    pub(crate) of: u16,
    pub(crate) why: Why,
}

/// As [`Cause`], case for case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Skill {
        /// Which requirement of the ask.
        need: u16,
        /// What it is worth, in thirds.
        worth: u8,
        /// Number of the offered skill, its level and its strength.
        via: Option<(u32, u8, u8)>,
    },
    Measure {
        have: i64,
        want: i64,
    },
    Language {
        /// Which language of the ask.
        language: u16,
        /// Rank offered, 0 for none.
        rank: u8,
    },
    SharedSector(u32),
    NoSharedSector,
    Unstated,
    NothingAsked,
}

impl Reason {
    /// The part in words; none if this is of another ask.
    pub(crate) fn part(&self, basis: &Basis, words: &Vocabulary, ask: &Ask) -> Option<Part> {
        let why = match self.why {
            Why::Skill { need, worth, via } => {
                let asked = ask.skills.get(usize::from(need))?;
                Cause::Skill {
                    asked: asked.skill.clone(),
                    level: asked.level,
                    via: via.map(|(skill, ..)| words.skill_id(basis, skill).clone()),
                    offered: via.and_then(|(_, level, _)| Level::new(level).ok()),
                    strength: via.map_or(0, |(_, _, strength)| strength),
                    worth: Thirds(worth),
                }
            }
            Why::Measure { have, want } => Cause::Measure { have, want },
            Why::Language { language, rank } => {
                let asked = ask.languages.get(usize::from(language))?;
                Cause::Language {
                    language: asked.language,
                    asked: asked.level,
                    offered: Cefr::ALL.into_iter().find(|level| level.rank() == rank),
                }
            }
            Why::SharedSector(sector) => Cause::SharedSector { sector: words.sectors.id(sector).clone() },
            Why::NoSharedSector => Cause::NoSharedSector,
            Why::Unstated => Cause::Unstated,
            Why::NothingAsked => Cause::NothingAsked,
        };
        Some(Part { name: self.name, points: self.points, of: self.of, why })
    }
}
