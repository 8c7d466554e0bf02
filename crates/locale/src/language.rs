//! The languages the product speaks, and how one is chosen.

use std::fmt;
use std::str::FromStr;

/// Which way a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`: `ltr` or `rtl`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A language of the interface, with the region whose habits it follows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English as written in Canada.
    #[default]
    English,
    /// French as written in Canada.
    French,
    /// Urdu as written in Pakistan.
    Urdu,
}

/// A text that names no language of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLanguage(pub String);

impl fmt::Display for UnknownLanguage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} is not one of en, fr, ur", self.0)
    }
}

impl std::error::Error for UnknownLanguage {}

impl Language {
    /// All of them.
    pub const ALL: [Language; 3] = [Language::English, Language::French, Language::Urdu];

    /// The BCP 47 tag with the region, for HTML's `lang`: `en-CA`.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en-CA",
            Language::French => "fr-CA",
            Language::Urdu => "ur-PK",
        }
    }

    /// The ISO 639 code: `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Urdu => "ur",
        }
    }

    /// The language's name for itself, for a menu of languages.
    pub const fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::French => "Français",
            Language::Urdu => "اردو",
        }
    }

    /// Which way it is written.
    pub const fn direction(self) -> Direction {
        match self {
            Language::English | Language::French => Direction::Ltr,
            Language::Urdu => Direction::Rtl,
        }
    }

    /// The first language we speak among those a browser or system asks for.
    ///
    /// Takes an `Accept-Language` header (`fr-CA,fr;q=0.9,en;q=0.8`) or a POSIX locale
    /// (`fr_CA.UTF-8`). Higher `q` first, then the order of writing; `q=0` refuses a
    /// language. `None` when none is ours.
    pub fn negotiate(wanted: &str) -> Option<Language> {
        let mut best: Option<(u16, Language)> = None;
        for part in wanted.split(',') {
            let mut fields = part.split(';').map(str::trim);
            let Some(Ok(language)) = fields.next().map(Language::from_str) else {
                continue;
            };
            let quality = fields.find_map(|field| field.strip_prefix("q=")).map_or(1000, thousandths);
            if quality > 0 && best.is_none_or(|(held, _)| quality > held) {
                best = Some((quality, language));
            }
        }
        best.map(|(_, language)| language)
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

/// A quality value (`0.8`, `1`) in thousandths; what cannot be read counts as zero.
fn thousandths(quality: &str) -> u16 {
    let (whole, fraction) = quality.trim().split_once('.').unwrap_or((quality.trim(), ""));
    match whole {
        "1" => 1000,
        "0" if fraction.len() <= 3 => format!("{fraction:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Reads a code or tag in any case, whatever its region: `ur`, `ur-PK`, `fr_CA.UTF-8`.
    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        let primary = text.split(['-', '_', '.', '@']).next().unwrap_or_default().trim();
        Language::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(primary))
            .ok_or_else(|| UnknownLanguage(text.chars().take(40).collect()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negotiates_by_quality_then_order() {
        let cases = [
            ("fr-CA,fr;q=0.9,en;q=0.8", Some(Language::French)),
            ("de, en;q=0.5, ur;q=0.7", Some(Language::Urdu)),
            ("en;q=0, fr;q=0.001", Some(Language::French)),
            ("ur_PK.UTF-8", Some(Language::Urdu)),
            ("EN", Some(Language::English)),
            ("C.UTF-8", None),
            ("*", None),
            ("fr;q=zzz", None),
            ("", None),
        ];
        for (wanted, found) in cases {
            assert_eq!(Language::negotiate(wanted), found, "{wanted}");
        }
    }
}
