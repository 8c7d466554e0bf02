//! Times, with their zone always beside them.

use crate::table::Table;
use crate::{Length, Locale, list};
use jiff::Zoned;
use jiff::civil::{Date, Time};

impl Locale {
    /// A time of day without a zone: `2:30 p.m.`. For working hours, whose zone stands
    /// beside them; an instant goes through [`Locale::time_zoned`].
    pub fn time(&self, time: Time) -> String {
        self.figure_run(self.unbroken(time))
    }

    /// A time with its zone: `2:30 p.m. EST (UTC−05:00)`.
    pub fn time_zoned(&self, at: &Zoned) -> String {
        self.figure_run(format!("{}\u{a0}{}", self.unbroken(at.time()), self.zone(at)))
    }

    /// A time in one piece. CLDR has spaces in French and Urdu times at which a line may end; between a time and its
    /// `PM`, in text that runs from the right, that leaves a range nobody can read.
    fn unbroken(&self, time: Time) -> String {
        self.pattern(Table::of(self.language()).time, Date::default(), time).replace(' ', "\u{a0}")
    }

    /// A date and time with its zone:
    /// `Monday, November 23, 2026 at 2:30 p.m. EST (UTC−05:00)`.
    pub fn date_time(&self, at: &Zoned, length: Length) -> String {
        let date = self.date(at.date(), length);
        let pattern = Table::of(self.language()).at;
        list::fill(pattern, &self.time_zoned(at), &date)
    }

    /// The zone at that instant: abbreviation and offset, `EST (UTC−05:00)`; the offset
    /// alone where tzdata has no abbreviation (`UTC+04:00` in Dubai).
    ///
    /// The offset is written after `UTC` in every language. CLDR says `GMT` in English and
    /// Urdu; one form lets two people compare their invitations.
    pub fn zone(&self, at: &Zoned) -> String {
        let minutes = at.offset().seconds() / 60;
        // The minus sign: after a hyphen browsers would end a line.
        let sign = if minutes < 0 { '\u{2212}' } else { '+' };
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let offset = self.digits().shape(&format!("UTC{sign}{hours:02}:{rest:02}"));
        let info = at.time_zone().to_offset_info(at.timestamp());
        let abbreviation = info.abbreviation();
        if !abbreviation.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return offset;
        }
        if abbreviation == "UTC" {
            return abbreviation.to_owned();
        }
        let name = Table::of(self.language())
            .zones
            .iter()
            .find(|(known, at, _)| *known == abbreviation && *at == minutes)
            .map_or(abbreviation, |(_, _, name)| name);
        format!("{name}\u{a0}({offset})")
    }
}
