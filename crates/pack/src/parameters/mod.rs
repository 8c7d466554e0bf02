//! Parameters: what the law, a statistic or an assumption says a figure is, from
//! when to when, and who says so.

mod check;
mod number;
mod read;
mod unit;

pub use number::{DECIMALS, Number, Rounding};
pub(crate) use read::{PARAMETER, VALUE, read, words};
pub use read::{read_figure, write_figure};
pub use unit::{Measure, Unit};

use jiff::civil::Date;
use pul_domain::Place;

/// A label in the languages of the pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Words {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
    /// Urdu.
    pub ur: String,
}

impl Words {
    /// The label in `en`, `fr` or `ur`; English for any other language.
    pub fn in_language(&self, language: &str) -> &str {
        match language {
            "fr" if !self.fr.is_empty() => &self.fr,
            "ur" if !self.ur.is_empty() => &self.ur,
            _ => &self.en,
        }
    }
}

/// Whether a figure is found or set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Found in a source.
    Fact,
    /// Set by the user; the pack gives a default and a reason.
    Assumption,
}

/// One parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its id, unique in the pack.
    pub id: String,
    /// What people call it.
    pub label: Words,
    /// What it counts.
    pub measure: Measure,
    /// Fact or assumption.
    pub kind: Kind,
    /// Why an assumption is what it is; empty for a fact.
    pub reason: String,
    /// Names of its dimensions.
    pub by: Vec<String>,
    /// Its values, by `at` and then by date.
    pub rows: Vec<Row>,
    /// Where it is written.
    pub place: Place,
}

/// One dated value.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One key for each dimension.
    pub at: Vec<String>,
    /// First day it holds; always held as far as known when absent.
    pub from: Option<Date>,
    /// Last day it holds; open when absent.
    pub until: Option<Date>,
    /// The value.
    pub value: Value,
    /// The range an assumption may take.
    pub range: Option<Range>,
    /// Who says so; always there for a fact.
    pub provenance: Option<Provenance>,
    /// A remark for the reader.
    pub note: String,
    /// Where it is written.
    pub place: Place,
}

/// The low and high end of an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Lowest reasonable value.
    pub low: Number,
    /// Highest reasonable value.
    pub high: Number,
}

/// Who says so, where, how sure it is and when to look again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Id of the source.
    pub source: String,
    /// Section or page.
    pub locator: String,
    /// `high` or `medium`.
    pub confidence: Confidence,
    /// Day by which to check it again.
    pub review: Date,
}

/// How sure a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Read once in a secondary source.
    Medium,
    /// Read in the law or an official publication, or in two independent sources.
    High,
}

/// What a row holds. Percentages are kept divided by a hundred, flags as 0 and 1.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// One number.
    Number(Number),
    /// A schedule by bands.
    Bands(Vec<Band>),
    /// A distribution: low, lower quartile, median, upper quartile, high.
    Spread([Option<Number>; 5]),
    /// Words.
    Text(String),
}

/// One band: on the part of a figure over `over`, `rate` is due on top of `fixed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Where the band starts.
    pub over: Number,
    /// What is due at its start.
    pub fixed: Number,
    /// Share of the excess, 0.15 for 15 %.
    pub rate: Number,
}

impl Row {
    /// Whether it holds on a day.
    pub fn holds(&self, day: Date) -> bool {
        self.from.is_none_or(|f| f <= day) && self.until.is_none_or(|u| day <= u)
    }

    /// Whether it should have been checked again before this day.
    pub fn is_stale(&self, day: Date) -> bool {
        self.provenance.as_ref().is_some_and(|p| p.review < day)
    }
}

/// What a banded schedule gives for a figure: nought below the first band.
pub fn at_bands(bands: &[Band], figure: Number) -> Number {
    bands
        .iter()
        .rev()
        .find(|band| figure > band.over)
        .map_or(Number::ZERO, |band| band.fixed.plus(figure.minus(band.over).times(band.rate)))
}
