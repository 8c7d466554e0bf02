//! A span of civil dates.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;

/// From a first day to a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Raw", into = "Raw")]
pub struct Period {
    from: Date,
    until: Date,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Raw {
    from: Date,
    until: Date,
}

/// The last day is before the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidPeriod {
    /// First day as given.
    pub from: Date,
    /// Last day as given.
    pub until: Date,
}

impl fmt::Display for InvalidPeriod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the end {} is before the start {}", self.until, self.from)
    }
}

impl std::error::Error for InvalidPeriod {}

impl Period {
    /// A period; both days belong to it.
    ///
    /// # Errors
    /// [`InvalidPeriod`] when it ends before it starts.
    pub fn new(from: Date, until: Date) -> Result<Period, InvalidPeriod> {
        if until < from { Err(InvalidPeriod { from, until }) } else { Ok(Period { from, until }) }
    }

    /// First day.
    pub fn from(&self) -> Date {
        self.from
    }

    /// Last day.
    pub fn until(&self) -> Date {
        self.until
    }

    /// Whether every day of `other` is one of these.
    pub fn covers(&self, other: &Period) -> bool {
        self.from <= other.from && other.until <= self.until
    }
}

impl TryFrom<Raw> for Period {
    type Error = InvalidPeriod;
    fn try_from(raw: Raw) -> Result<Self, InvalidPeriod> {
        Period::new(raw.from, raw.until)
    }
}

impl From<Period> for Raw {
    fn from(period: Period) -> Raw {
        Raw { from: period.from, until: period.until }
    }
}
