//! The clock: the only place that reads it.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Today's date in Coordinated Universal Time, so that two machines agree on it.
pub fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
