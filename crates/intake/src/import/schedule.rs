//! When: periods and working hours.

use super::build::RowReader;
use super::numbers::{OfMonth, date, days, time, weekday};
use super::trouble::Trouble;
use crate::mapping::Pick;
use crate::table::short;
use jiff::civil::Date;
use jiff::{ToSpan, tz::TimeZone};
use pul_domain::{DaySet, Finding, Party, Period, Place, WorkingHours};

impl RowReader<'_> {
    /// An ask's period: from `from` to `until`, or for `days` days. A first day alone is no
    /// period, so the ask then states none.
    pub(super) fn period(&mut self) -> Option<Period> {
        let (from, until) = self.first_and_last();
        let from = from?;
        let days = self.count("days", self.mapping.fields.days.as_ref(), 1, 3650);
        let last = days.and_then(|days| i64::try_from(days - 1).ok());
        let until = until.or_else(|| from.checked_add(last?.days()).ok())?;
        let period = Period::new(from, until);
        if let Err(why) = &period {
            self.end_before_start(&why.to_string());
        }
        period.ok()
    }

    /// An offer's first and last day.
    pub(super) fn available(&mut self) -> (Option<Date>, Option<Date>) {
        let (from, until) = self.first_and_last();
        if let (Some(from), Some(until)) = (from, until)
            && let Err(why) = Period::new(from, until)
        {
            self.end_before_start(&why.to_string());
        }
        (from, until)
    }

    fn first_and_last(&mut self) -> (Option<Date>, Option<Date>) {
        let (fields, habits) = (&self.mapping.fields, &self.mapping.habits);
        let from = self.one("from", fields.from.as_ref(), |text| date(text, habits, OfMonth::First));
        let until = self.one("until", fields.until.as_ref(), |text| date(text, habits, OfMonth::Last));
        (from, until)
    }

    fn end_before_start(&mut self, why: &str) {
        self.findings.push(Finding::fault(
            "end-before-start",
            Place::cell(self.file, self.row.number, "until"),
            format!("{}{}.", why[..1].to_uppercase(), &why[1..]),
            "Swap the two days, or mend one.",
        ));
    }

    /// Working hours, if the mapping states any: in the stated zone, else the city's, else
    /// that of the side's first city.
    pub(super) fn hours(&mut self, party: Option<&Party>) -> Option<WorkingHours> {
        let fields = &self.mapping.fields;
        let start = self.one("hours_start", fields.hours_start.as_ref(), time)?;
        let end = self.one("hours_end", fields.hours_end.as_ref(), time)?;
        let stated = self.one("hours_zone", fields.hours_zone.as_ref(), zone);
        let listed = self.all("hours_days", fields.hours_days.as_ref(), weekday);
        let any = fields
            .hours_days
            .as_ref()
            .is_some_and(|pick: &Pick| !self.picked("hours_days", pick, true).is_empty());
        let days = if any { days(listed) } else { DaySet::WORKING_WEEK };
        let zone = stated.or_else(|| self.zone_of(party?))?;
        Some(WorkingHours { zone, start, end, days })
    }

    fn zone_of(&self, party: &Party) -> Option<String> {
        let city = party.city.as_ref().and_then(|city| self.pack.city(city.as_str()));
        let first = || {
            let side = self.pack.side(party.sides.first()?.as_str())?;
            side.cities.first()
        };
        Some(city.or_else(first)?.zone.name().to_owned())
    }
}

/// An IANA zone.
fn zone(text: &str) -> Result<String, Trouble> {
    match TimeZone::get(text.trim()) {
        Ok(_) => Ok(text.trim().to_owned()),
        Err(_) => Err(unknown_zone(text)),
    }
}

/// A zone nobody knows.
pub(super) fn unknown_zone(text: &str) -> Trouble {
    Trouble::new(
        "unknown-zone",
        format!("{:?} is no time zone.", short(text)),
        "Write an IANA zone, America/Toronto or Asia/Karachi.",
    )
    .with("text", short(text))
}
