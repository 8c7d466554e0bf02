//! How well a skill is mastered, and how much a requirement matters.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Mastery of a skill, 1 to 5: 1 has met it, 2 works with help, 3 works alone,
/// 4 leads others in it, 5 is known for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

/// A number outside 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidLevel(pub u8);

impl fmt::Display for InvalidLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not a level: levels are 1 to 5", self.0)
    }
}

impl std::error::Error for InvalidLevel {}

impl Level {
    /// Works alone: what is assumed where no level is stated.
    pub const WORKING: Level = Level(3);

    /// A level from 1 to 5.
    ///
    /// # Errors
    /// [`InvalidLevel`] outside 1 to 5.
    pub fn new(level: u8) -> Result<Level, InvalidLevel> {
        if (1..=5).contains(&level) { Ok(Level(level)) } else { Err(InvalidLevel(level)) }
    }

    /// The level as a number, 1 to 5.
    pub fn get(self) -> u8 {
        self.0
    }

    /// The level in thirds, 3 to 15.
    pub fn thirds(self) -> Thirds {
        Thirds(self.0 * 3)
    }
}

impl TryFrom<u8> for Level {
    type Error = InvalidLevel;
    fn try_from(level: u8) -> Result<Self, InvalidLevel> {
        Level::new(level)
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.0
    }
}

/// What a skill is worth towards another, in thirds of a level, 0 to 15.
///
/// Having a skill at level `l` that implies another at `s` per cent is worth
/// `⌊3·l·s/100⌋` thirds of the other. Sixteen values, so a worth fits in four bits,
/// which is what the index of matching rests on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Thirds(pub u8);

impl Thirds {
    /// What `level` of a skill is worth towards another that it implies at
    /// `strength` per cent (100 for the skill itself); rounded down.
    pub fn implied(level: Level, strength: u8) -> Thirds {
        let worth = u32::from(level.0) * 3 * u32::from(strength.min(100)) / 100;
        Thirds(worth as u8)
    }
}

impl fmt::Display for Thirds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 3, self.0 % 3);
        match (whole, rest) {
            (0, 1) => f.write_str("⅓"),
            (0, 2) => f.write_str("⅔"),
            (w, 1) => write!(f, "{w}⅓"),
            (w, 2) => write!(f, "{w}⅔"),
            (w, _) => write!(f, "{w}"),
        }
    }
}

/// How much an asker wants a skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Importance {
    /// Welcome.
    Nice,
    /// Wanted.
    Should,
    /// Without it there is no match: a hard rule.
    Must,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worth_is_rounded_down_to_thirds() {
        let four = Level::new(4).unwrap();
        assert_eq!(Thirds::implied(four, 90).to_string(), "3⅓");
        assert_eq!(Thirds::implied(four, 100), four.thirds());
        assert_eq!(Thirds::implied(Level::new(1).unwrap(), 30).to_string(), "0");
    }
}
