//! Spans of time.

use crate::table::Table;
use crate::{Locale, Value, list};

/// A unit of time. Its words are the messages `unit-…` (a number of them), `per-…` (for
/// each one).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Sixty seconds.
    Minute,
    /// Sixty minutes.
    Hour,
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl Unit {
    /// The stem of its message keys: `hour`.
    pub const fn key(self) -> &'static str {
        match self {
            Unit::Minute => "minute",
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }
}

impl Locale {
    /// A number of a unit: `3 months`.
    pub fn span(&self, n: i64, unit: Unit) -> String {
        self.say(&format!("unit-{}", unit.key()), &[("n", Value::Count(n))])
    }

    /// A length of time in hours and minutes: `2 hours, 30 minutes`. Negative lengths are
    /// written by their size; which way they point is for the sentence around them.
    pub fn duration(&self, minutes: i64) -> String {
        let minutes = minutes.unsigned_abs();
        let part = |n: u64, unit| self.span(i64::try_from(n).unwrap_or(i64::MAX), unit);
        match (minutes / 60, minutes % 60) {
            (0, rest) => part(rest, Unit::Minute),
            (hours, 0) => part(hours, Unit::Hour),
            (hours, rest) => list::join(
                &Table::of(self.language()).unit,
                &[part(hours, Unit::Hour), part(rest, Unit::Minute)],
            ),
        }
    }
}
