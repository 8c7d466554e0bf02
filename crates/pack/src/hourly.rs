//! Rates of pay as hundredths of a US cent an hour per person.

use crate::{Pack, Ratio};
use jiff::civil::Date;
use pul_domain::{Currency, Rate, RateUnit};
use std::fmt;

/// The work a fixed amount pays for: what the ask states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Workload {
    /// People at once.
    pub people: u16,
    /// Hours a week per person; the pack's `full_time_hours` where none is stated.
    pub hours_per_week: Option<u8>,
    /// Days of the period, first and last included.
    pub days: u32,
}

/// Why a rate has no worth an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoHourly {
    /// The pack has no exchange rate of this currency for this day.
    NoExchange(Currency, Date),
    /// A fixed amount for no people, no hours or no days.
    NoWork,
    /// Beyond what 63 bits hold.
    TooLarge,
}

impl fmt::Display for NoHourly {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NoHourly::NoExchange(currency, date) => {
                write!(f, "the pack has no exchange rate of {currency} for {date}")
            }
            NoHourly::NoWork => f.write_str("a fixed amount for no people, hours or days"),
            NoHourly::TooLarge => f.write_str("the rate is too large"),
        }
    }
}

impl std::error::Error for NoHourly {}

impl Pack {
    /// What a rate is in hundredths of a US cent an hour per person on a day.
    ///
    /// A day, month or year of work has the hours of `[price]` in `scoring.toml`; a fixed
    /// amount is shared by the person-hours of `workload` (people × hours a week × days
    /// ÷ 7). The exchange rate is that of `date`. Everything is exact until the one
    /// rounding at the end, half up.
    ///
    /// # Errors
    /// [`NoHourly`] without an exchange rate, without work, or out of range.
    pub fn hourly(&self, rate: &Rate, workload: &Workload, date: Date) -> Result<i64, NoHourly> {
        let per_usd = self.per_usd(rate.currency, date).ok_or(NoHourly::NoExchange(rate.currency, date))?;
        hourly(rate, &self.hours_of(rate.per, workload), per_usd)
    }

    /// Hours of one unit of work as a fraction.
    fn hours_of(&self, unit: RateUnit, workload: &Workload) -> Hours {
        let price = &self.scoring().price;
        let day = u128::from(price.hours_per_day);
        let month = day * u128::from(price.days_per_month);
        let (hours, of) = match unit {
            RateUnit::Hour => (1, 1),
            RateUnit::Day => (day, 1),
            RateUnit::Month => (month, 1),
            RateUnit::Year => (month * u128::from(price.months_per_year), 1),
            RateUnit::Fixed => {
                let full_time = self.scoring().unstated.full_time_hours;
                let week = u128::from(workload.hours_per_week.unwrap_or(full_time));
                (u128::from(workload.people) * week * u128::from(workload.days), 7)
            }
        };
        Hours { hours, of }
    }
}

struct Hours {
    hours: u128,
    of: u128,
}

/// `minor ÷ minor-per-major ÷ per-usd × 10,000 ÷ hours`, rounded half up once.
///
/// Widest: 2·2⁶⁴·10⁴·10¹⁴·7 < 2¹²⁸ above, 2·1000·10¹⁵·2¹⁶·2⁸·2³² < 2¹¹⁷ below.
fn hourly(rate: &Rate, hours: &Hours, per_usd: Ratio) -> Result<i64, NoHourly> {
    let minor_per_major = u128::from(rate.currency.minor_per_major().unsigned_abs());
    let above = u128::from(rate.minor) * 10_000 * 10_u128.pow(per_usd.scale) * hours.of;
    let below = minor_per_major * u128::from(per_usd.digits) * hours.hours;
    if below == 0 {
        return Err(NoHourly::NoWork);
    }
    let rounded = (2 * above + below) / (2 * below);
    i64::try_from(rounded).map_err(|_| NoHourly::TooLarge)
}
