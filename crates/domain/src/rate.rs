//! Rates: money for a unit of work.

use crate::{Currency, Money};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a rate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RateUnit {
    /// One person's hour.
    Hour,
    /// One person's day.
    Day,
    /// One person's month.
    Month,
    /// One person's year.
    Year,
    /// The whole engagement.
    Fixed,
}

impl fmt::Display for RateUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RateUnit::Hour => "hour",
            RateUnit::Day => "day",
            RateUnit::Month => "month",
            RateUnit::Year => "year",
            RateUnit::Fixed => "engagement",
        })
    }
}

/// Money for a unit of work. Never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// Minor units of the currency.
    pub minor: u64,
    /// The currency.
    pub currency: Currency,
    /// What it is for.
    pub per: RateUnit,
}

impl Rate {
    /// The amount as money; saturates at what [`Money`] holds.
    pub fn money(&self) -> Money {
        Money::new(i64::try_from(self.minor).unwrap_or(i64::MAX), self.currency)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.money(), self.per)
    }
}
