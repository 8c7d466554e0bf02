//! When a party works, in its own zone.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// Monday, the first of ISO 8601.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// The weekday of a date.
    pub fn of(date: jiff::civil::Date) -> Weekday {
        Weekday::ALL[date.weekday().to_monday_zero_offset() as usize]
    }
}

/// A set of weekdays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<Weekday>", into = "Vec<Weekday>")]
pub struct DaySet(u8);

impl DaySet {
    /// Monday to Friday.
    pub const WORKING_WEEK: DaySet = DaySet(0b001_1111);

    /// Whether the day is in the set.
    pub fn has(self, day: Weekday) -> bool {
        self.0 & (1 << day as u8) != 0
    }

    /// Days in both.
    #[must_use]
    pub fn both(self, other: DaySet) -> DaySet {
        DaySet(self.0 & other.0)
    }

    /// Whether no day is in it.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many days.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }
}

impl From<Vec<Weekday>> for DaySet {
    fn from(days: Vec<Weekday>) -> DaySet {
        DaySet(days.into_iter().fold(0, |set, day| set | 1 << day as u8))
    }
}

impl From<DaySet> for Vec<Weekday> {
    fn from(set: DaySet) -> Vec<Weekday> {
        Weekday::ALL.into_iter().filter(|d| set.has(*d)).collect()
    }
}

/// Minutes after local midnight, 0 to 1440; written `09:30`, and `24:00` is the end of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// A time of day from minutes after midnight; `None` past 1440.
    pub fn from_minutes(minutes: u16) -> Option<TimeOfDay> {
        (minutes <= 1440).then_some(TimeOfDay(minutes))
    }

    /// Minutes after midnight.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl TryFrom<String> for TimeOfDay {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let parsed = text.split_once(':').and_then(|(h, m)| {
            let fits = (1..=2).contains(&h.len()) && m.len() == 2;
            let (h, m) = (h.parse::<u16>().ok()?, m.parse::<u16>().ok()?);
            (fits && m < 60).then(|| TimeOfDay::from_minutes(h.checked_mul(60)? + m))?
        });
        parsed.ok_or_else(|| {
            format!("{:?} is not a time of day such as 09:30", text.chars().take(20).collect::<String>())
        })
    }
}

impl From<TimeOfDay> for String {
    fn from(time: TimeOfDay) -> String {
        time.to_string()
    }
}

/// Hours a party works, in its own zone, on the wall clock.
///
/// `end` at or before `start` means that the work runs past midnight: from `start`
/// to `end` of the next day. The day of the week is that of `start`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkingHours {
    /// IANA zone, `America/Toronto`. Whether it exists is checked where a post is read.
    pub zone: String,
    /// Start of work on the wall clock.
    pub start: TimeOfDay,
    /// End of work on the wall clock.
    pub end: TimeOfDay,
    /// Days on which work starts.
    #[serde(default = "working_week")]
    pub days: DaySet,
}

fn working_week() -> DaySet {
    DaySet::WORKING_WEEK
}

impl WorkingHours {
    /// Length of a working day in minutes, 1 to 1440.
    pub fn minutes(&self) -> u16 {
        let (start, end) = (self.start.minutes(), self.end.minutes());
        if end > start { end - start } else { 1440 - start + end }
    }
}
