//! What each language does with numbers, dates and lists: constants stated by CLDR and
//! compared with it by `cldr_test`.

mod en;
mod fr;
mod ur;

use crate::Language;

/// Separators and the minus sign of a numbering system.
pub(crate) struct Symbols {
    pub decimal: &'static str,
    pub group: &'static str,
    pub minus: &'static str,
}

/// CLDR list patterns; `{0}` and `{1}` are the parts to join.
pub(crate) struct ListPattern {
    pub two: &'static str,
    pub start: &'static str,
    pub middle: &'static str,
    pub end: &'static str,
}

/// Everything CLDR says about one language that this crate uses. Patterns are CLDR's own.
pub(crate) struct Table {
    pub latin: Symbols,
    pub eastern: Symbols,
    pub percent: &'static str,
    pub money: &'static str,
    /// For a currency sign that has a letter next to the number (`Rs`, `PKR`).
    pub money_alpha: &'static str,
    pub range: &'static str,
    /// Signs that are not simply the ISO code.
    pub signs: &'static [(&'static str, &'static str)],
    pub months: [&'static str; 12],
    pub months_short: [&'static str; 12],
    /// From Sunday.
    pub days: [&'static str; 7],
    /// From Sunday.
    pub days_short: [&'static str; 7],
    pub am: &'static str,
    pub pm: &'static str,
    pub date_full: &'static str,
    pub date_long: &'static str,
    pub date_medium: &'static str,
    pub date_short: &'static str,
    pub month_of_year: &'static str,
    pub time: &'static str,
    /// Joins a time `{0}` to a date `{1}`.
    pub at: &'static str,
    /// Names of zones that differ from tzdata's English ones: tzdata's abbreviation, its
    /// offset in minutes (abbreviations alone are ambiguous), the name here.
    pub zones: &'static [(&'static str, i32, &'static str)],
    pub and: ListPattern,
    pub or: ListPattern,
    pub unit: ListPattern,
}

impl Table {
    pub(crate) const fn of(language: Language) -> &'static Table {
        match language {
            Language::English => &en::TABLE,
            Language::French => &fr::TABLE,
            Language::Urdu => &ur::TABLE,
        }
    }
}

/// The Eastern Arabic digits' symbols, shared: CLDR states them for Urdu alone.
pub(crate) const EASTERN: Symbols =
    Symbols { decimal: "\u{66b}", group: "\u{66c}", minus: "\u{200e}-\u{200e}" };
