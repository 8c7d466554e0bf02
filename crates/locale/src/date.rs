//! Dates in the Gregorian calendar.

use crate::Locale;
use crate::table::Table;
use jiff::civil::{Date, Time, Weekday};

/// How long a date is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Length {
    /// `Monday, November 23, 2026`.
    Full,
    /// `November 23, 2026`.
    #[default]
    Long,
    /// `Nov 23, 2026`.
    Medium,
    /// `2026-11-23`; in Urdu day, month and year of two digits, so not for papers.
    Short,
}

impl Locale {
    /// A date.
    pub fn date(&self, date: Date, length: Length) -> String {
        let table = Table::of(self.language());
        let pattern = match length {
            Length::Full => table.date_full,
            Length::Long => table.date_long,
            Length::Medium => table.date_medium,
            Length::Short => table.date_short,
        };
        self.pattern(pattern, date, Time::midnight())
    }

    /// A month of a year: `November 2026`.
    pub fn month_of_year(&self, date: Date) -> String {
        let pattern = Table::of(self.language()).month_of_year;
        self.pattern(pattern, date, Time::midnight())
    }

    /// The month's name alone, 1 for January; the number itself outside 1 to 12.
    pub fn month(&self, month: i8) -> String {
        let months = Table::of(self.language()).months;
        usize::try_from(i32::from(month) - 1)
            .ok()
            .and_then(|i| months.get(i))
            .map_or_else(|| self.integer(month), |name| (*name).to_owned())
    }

    /// The name of a day of the week: `Monday`.
    pub fn weekday(&self, day: Weekday) -> String {
        Table::of(self.language()).days[day.to_sunday_zero_offset() as usize].to_owned()
    }

    /// The short name of a day of the week: `Mon`.
    pub fn weekday_short(&self, day: Weekday) -> String {
        Table::of(self.language()).days_short[day.to_sunday_zero_offset() as usize].to_owned()
    }

    /// Fills a CLDR pattern. A run of one letter is a field, text in quotes stands as it is.
    pub(crate) fn pattern(&self, pattern: &str, date: Date, time: Time) -> String {
        let mut out = String::new();
        let mut rest = pattern;
        while let Some(c) = rest.chars().next() {
            let run = if c == '\'' {
                let end = rest[1..].find('\'').map_or(rest.len(), |i| i + 2);
                out.push_str(rest[..end].trim_matches('\''));
                end
            } else {
                let width = rest.chars().take_while(|other| *other == c).count();
                match self.field(c, width, date, time) {
                    Some(text) => out.push_str(&text),
                    None => out.extend(std::iter::repeat_n(c, width)),
                }
                width * c.len_utf8()
            };
            rest = &rest[run..];
        }
        out
    }

    fn field(&self, letter: char, width: usize, date: Date, time: Time) -> Option<String> {
        let table = Table::of(self.language());
        let number = |n: i16| Some(self.digits().shape(&format!("{n:0>width$}")));
        let hour12 = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        let month = usize::from(date.month().unsigned_abs()) - 1;
        let day = date.weekday().to_sunday_zero_offset() as usize;
        match (letter, width) {
            ('y', 2) => number(date.year().rem_euclid(100)),
            ('y', _) => number(date.year()),
            ('M', 4) => Some(table.months[month].to_owned()),
            ('M', 3) => Some(table.months_short[month].to_owned()),
            ('M', _) => number(date.month().into()),
            ('d', _) => number(date.day().into()),
            ('E', 4) => Some(table.days[day].to_owned()),
            ('H', _) => number(time.hour().into()),
            ('h', _) => number(hour12.into()),
            ('m', _) => number(time.minute().into()),
            ('a', _) if time.hour() < 12 => Some(table.am.to_owned()),
            ('a', _) => Some(table.pm.to_owned()),
            _ => None,
        }
    }
}
