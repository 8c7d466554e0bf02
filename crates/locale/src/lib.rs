//! Words, numbers, money, dates and direction in the three languages of the product.
//!
//! ```
//! use pul_locale::{Language, Locale};
//! let french = Locale::new(Language::French);
//! assert_eq!(french.say("unit-month", &[("n", 3.into())]), "3\u{a0}mois");
//! assert_eq!(french.decimal(123450, 2), "1\u{a0}234,50");
//! ```
//!
//! # Words
//! Every sentence a person reads is a [Fluent](https://projectfluent.org) message in
//! `words/en`, `words/fr` and `words/ur`, one file for each topic, the same in all three.
//!
//! * **A message for a topic there is**: write it in the three files.
//! * **A new topic** (`quote`): `words/{en,fr,ur}/quote.ftl`, and the line `"quote",` in
//!   `TOPICS` in `src/words.rs`.
//! * **Keys** are kebab-case and start with their topic or a word of it (`quote-total`), for
//!   all topics share one space of names. A value of an enum is `topic-value`
//!   (`importance-must`), so that code can build the key from the enum's own name.
//! * **Enums of the domain** have their words through [`Noun`] and [`Locale::word`].
//! * **Counts** are passed as numbers (`("n", 3.into())`) and choose the plural form:
//!   `{ $n -> [one] { $n } match *[other] { $n } matches }`. The forms are `[one]` and
//!   `*[other]` in all three languages (French counts zero as one).
//! * **Figures** that are not counts (money, percentages, dates) are written first by the
//!   methods of [`Locale`] and passed as text.
//! * Terms, functions and references to other messages are not used: what stands in the file
//!   is what is said.
//!
//! The tests hold that the three languages have the same files, keys, attributes and
//! variables, that selectors use the plural forms their language has, and that no key
//! is written twice.
//!
//! # Directions
//! On a page or in an HTML mail use [`Locale::with_isolates`]: every value filled into a
//! sentence is then wrapped in invisible marks that keep an English name inside an Urdu
//! sentence from moving its neighbours. Terminals, CSV, calendars and mail subjects show such
//! marks as rubbish or carry them along, so [`Locale::new`] leaves them out.
//!
//! # Numbers and dates
//! The tables in `src/table` state what CLDR 48.2 says for `en-CA`, `fr-CA` and `ur`, and a
//! test compares them with an extract of it. Nothing goes through binary floating point.

mod bidi;
#[cfg(test)]
mod cldr_test;
mod date;
mod duration;
mod language;
mod list;
mod matches;
mod money;
mod noun;
mod number;
mod table;
mod time;
mod value;
mod words;
#[cfg(test)]
mod words_test;

pub use bidi::{FSI, LRI, PDI, is_control, isolate, isolate_ltr, strip};
pub use date::Length;
pub use duration::Unit;
pub use language::{Direction, Language, UnknownLanguage};
pub use matches::{Names, Pair};
pub use noun::Noun;
pub use number::Digits;
pub use value::Value;

/// A language and how to write it. Small and free to copy; the words are read once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Locale {
    language: Language,
    digits: Digits,
    isolates: bool,
}

impl Locale {
    /// A language in Latin digits and without marks of direction: for terminals and files.
    pub const fn new(language: Language) -> Locale {
        Locale { language, digits: Digits::Latin, isolates: false }
    }

    /// The same with what is filled into sentences isolated: for pages and papers.
    #[must_use]
    pub const fn with_isolates(self) -> Locale {
        Locale { isolates: true, ..self }
    }

    /// The same in other digits.
    #[must_use]
    pub const fn with_digits(self, digits: Digits) -> Locale {
        Locale { digits, ..self }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The digits.
    pub const fn digits(&self) -> Digits {
        self.digits
    }

    /// Whether what is filled into sentences is isolated.
    pub const fn isolates(&self) -> bool {
        self.isolates
    }

    /// Which way the language is written.
    pub const fn direction(&self) -> Direction {
        self.language.direction()
    }

    /// The message `key` with its variables filled, or `⟦key⟧` where there is none, so that
    /// a forgotten word is seen and breaks nothing. `key.attribute` gives an attribute.
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.try_say(key, values).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The message `key`, or `None` where there is none: for keys built from data, such as
    /// the code of a finding, which have something else to fall back on.
    pub fn try_say(&self, key: &str, values: &[(&str, Value)]) -> Option<String> {
        words::find(*self, key, values)
    }

    /// A name or other text from data, isolated when isolates are on.
    pub fn name(&self, text: &str) -> String {
        if self.isolates { isolate(text) } else { text.to_owned() }
    }

    /// A run of figures and Latin signs, held left to right in a right-to-left line when
    /// isolates are on.
    pub(crate) fn figure_run(&self, text: String) -> String {
        if self.isolates && self.direction() == Direction::Rtl { isolate_ltr(&text) } else { text }
    }
}
