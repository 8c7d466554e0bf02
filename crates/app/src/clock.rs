//! The clock: the only place that reads it.

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Today's date in Coordinated Universal Time, so that two machines agree on it.
pub fn today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

/// The present instant, to the second: what is written down about it is read by people.
pub fn now() -> Timestamp {
    let now = Timestamp::now();
    Timestamp::from_second(now.as_second()).unwrap_or(now)
}
