//! Languages and how well they are known.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A language by its ISO 639 code in lower case, two or three letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageCode([u8; 3]);

impl LanguageCode {
    /// English.
    pub const ENGLISH: LanguageCode = LanguageCode(*b"en ");

    /// Reads a code of two or three ASCII letters, any case.
    pub fn new(code: &str) -> Option<LanguageCode> {
        let bytes = code.as_bytes();
        if !matches!(bytes.len(), 2 | 3) || !bytes.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let mut out = [b' '; 3];
        for (to, from) in out.iter_mut().zip(bytes) {
            *to = from.to_ascii_lowercase();
        }
        Some(LanguageCode(out))
    }

    /// The code as text, `en`.
    pub fn as_str(&self) -> &str {
        let end = if self.0[2] == b' ' { 2 } else { 3 };
        std::str::from_utf8(&self.0[..end]).unwrap_or("und")
    }
}

impl fmt::Display for LanguageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for LanguageCode {
    type Error = String;
    fn try_from(code: String) -> Result<Self, String> {
        LanguageCode::new(&code).ok_or_else(|| {
            format!("{:?} is not a language code such as en or ur", code.chars().take(20).collect::<String>())
        })
    }
}

impl From<LanguageCode> for String {
    fn from(code: LanguageCode) -> String {
        code.as_str().to_owned()
    }
}

/// Levels of the Common European Framework of Reference for Languages, with
/// `Native` above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cefr {
    /// Breakthrough.
    A1,
    /// Waystage.
    A2,
    /// Threshold.
    B1,
    /// Vantage.
    B2,
    /// Effective operational proficiency.
    C1,
    /// Mastery.
    C2,
    /// Native speaker.
    Native,
}

impl Cefr {
    /// All of them, lowest first.
    pub const ALL: [Cefr; 7] = [Cefr::A1, Cefr::A2, Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2, Cefr::Native];

    /// 1 for A1 to 7 for native; 0 is kept for "does not speak it".
    pub fn rank(self) -> u8 {
        self as u8 + 1
    }
}

impl fmt::Display for Cefr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Cefr::A1 => "A1",
            Cefr::A2 => "A2",
            Cefr::B1 => "B1",
            Cefr::B2 => "B2",
            Cefr::C1 => "C1",
            Cefr::C2 => "C2",
            Cefr::Native => "native",
        })
    }
}

/// A language with the level asked or held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageSkill {
    /// Which language.
    pub language: LanguageCode,
    /// How well.
    pub level: Cefr,
}
