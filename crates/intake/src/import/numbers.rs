//! Numbers, dates and times as people write them.

use super::trouble::Trouble;
use crate::mapping::Habits;
use crate::table::short;
use jiff::civil::Date;
use jiff::fmt::strtime;
use pul_domain::{DaySet, TimeOfDay, Weekday};

/// A decimal number, exactly as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decimal {
    pub negative: bool,
    /// Digits before the mark, without leading zeros.
    pub whole: String,
    /// Digits after it, without trailing zeros.
    pub fraction: String,
}

/// Reads a decimal number by the writer's habits. Groups must be of three digits; a
/// number in brackets is negative; no exponents.
pub(super) fn decimal(text: &str, habits: &Habits) -> Result<Decimal, Trouble> {
    let bad = || {
        Trouble::new(
            "bad-number",
            format!("{:?} is no number.", short(text)),
            format!("Write digits, with {:?} before the decimals.", habits.decimal),
        )
    };
    let body = text.trim();
    let (negative, body) = match (body.strip_prefix(['-', '−']), body.strip_prefix('(')) {
        (Some(rest), _) => (true, rest),
        (None, Some(rest)) => (true, rest.strip_suffix(')').ok_or_else(bad)?),
        (None, None) => (false, body.strip_prefix('+').unwrap_or(body)),
    };
    let (whole, fraction) = body.split_once(habits.decimal).unwrap_or((body, ""));
    let whole = groups(whole, habits.thousands).ok_or_else(bad)?;
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(&whole) || !digits(fraction) {
        return Err(bad());
    }
    Ok(Decimal {
        negative,
        whole: whole.trim_start_matches('0').to_owned(),
        fraction: fraction.trim_end_matches('0').to_owned(),
    })
}

/// Takes the marks between groups of three digits away; `None` if a group is no three.
fn groups(whole: &str, mark: char) -> Option<String> {
    let spaced = |c: char| c == mark || (mark == ' ' && matches!(c, '\u{a0}' | '\u{202f}'));
    let mut parts = whole.trim().split(spaced);
    let mut out = parts.next()?.to_owned();
    let (mut grouped, first) = (false, out.len());
    for part in parts {
        if part.len() != 3 {
            return None;
        }
        grouped = true;
        out.push_str(part);
    }
    (!grouped || (1..=3).contains(&first)).then_some(out)
}

/// A whole number within bounds; decimals must be zeros (`5.0`).
pub(super) fn whole(text: &str, habits: &Habits, least: u64, most: u64) -> Result<u64, Trouble> {
    let number = decimal(text, habits)?;
    let range = || {
        Trouble::new(
            if number.negative { "negative-number" } else { "out-of-range" },
            format!("{:?} is not a whole number from {least} to {most}.", short(text)),
            format!("Write a whole number from {least} to {most}."),
        )
        .with("least", least)
        .with("most", most)
    };
    let digits = if number.whole.is_empty() { "0" } else { &number.whole };
    let value: u64 = digits.parse().map_err(|_| range())?;
    let zero = value == 0 && number.fraction.is_empty();
    if !number.fraction.is_empty() || (number.negative && !zero) || !(least..=most).contains(&value) {
        return Err(range());
    }
    Ok(value)
}

/// Which day of a month a month alone means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfMonth {
    First,
    Last,
}

/// A date: 2026-11-23 or one of the mapping's formats. A format without a day gives the
/// first or last of the month.
pub(super) fn date(text: &str, habits: &Habits, of_month: OfMonth) -> Result<Date, Trouble> {
    let text = text.trim();
    let day = text
        .get(..10)
        .filter(|_| text.len() == 10 || text.as_bytes().get(10).is_some_and(|b| matches!(b, b' ' | b'T')));
    if let Some(date) = day.and_then(|day| day.parse::<Date>().ok()) {
        return Ok(date);
    }
    for format in &habits.dates {
        let Ok(mut parsed) = strtime::parse(format, text) else {
            continue;
        };
        let month_only = parsed.day().is_none() && parsed.month().is_some();
        if month_only && parsed.set_day(Some(1)).is_err() {
            continue;
        }
        if let Ok(date) = parsed.to_date() {
            return Ok(match (month_only, of_month) {
                (true, OfMonth::Last) => date.last_of_month(),
                _ => date,
            });
        }
    }
    Err(Trouble::new(
        "bad-date",
        format!("{:?} is no date.", short(text)),
        "Write 2026-11-23, or state the file's format under `dates` in [read].",
    ))
}

/// A time of day, `9:30`.
pub(super) fn time(text: &str) -> Result<TimeOfDay, Trouble> {
    TimeOfDay::try_from(text.trim().to_owned())
        .map_err(|why| Trouble::new("bad-time", format!("{why}."), "Write hours and minutes, 09:30."))
}

/// A day of the week by its English name or the first three letters of it.
pub(super) fn weekday(text: &str) -> Result<Weekday, Trouble> {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let name = text.trim().to_lowercase();
    let at = NAMES.iter().position(|known| *known == name || known[..3] == *name);
    at.map(|at| Weekday::ALL[at]).ok_or_else(|| {
        Trouble::new(
            "bad-day",
            format!("{:?} is no day of the week.", short(text)),
            "Write monday to sunday.",
        )
    })
}

/// The days of a list.
pub(super) fn days(list: Vec<Weekday>) -> DaySet {
    DaySet::from(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn habits() -> Habits {
        Habits {
            decimal: '.',
            thousands: ',',
            dates: vec!["%d/%m/%Y".into(), "%Y-%m".into()],
            empty: Vec::new(),
        }
    }

    #[test]
    fn numbers_as_written() {
        let read = |text: &str| match decimal(text, &habits()) {
            Ok(d) => format!("{}{}.{}", if d.negative { "-" } else { "" }, d.whole, d.fraction),
            Err(trouble) => trouble.code.to_owned(),
        };
        let texts = ["1,234.50", "12,34", "(500)", "-0.5", "1e5", "", "1234,567", "007", "٥"];
        insta::assert_snapshot!(texts.map(read).join(" | "), @"1234.5 | bad-number | -500. | -.5 | bad-number | bad-number | bad-number | 7. | bad-number");
        assert_eq!(whole("5.0", &habits(), 0, 9), Ok(5));
        assert_eq!(whole("-1", &habits(), 0, 9).unwrap_err().code, "negative-number");
        assert_eq!(whole("2.5", &habits(), 0, 9).unwrap_err().code, "out-of-range");
    }

    #[test]
    fn dates_as_written() {
        let read = |text: &str| match date(text, &habits(), OfMonth::Last) {
            Ok(date) => date.to_string(),
            Err(trouble) => trouble.code.to_owned(),
        };
        let texts = ["2026-11-23", "23/11/2026", "2024-02", "31/02/2026", "2026-11-23 10:00", "soon"];
        insta::assert_snapshot!(texts.map(read).join(" | "), @"2026-11-23 | 2026-11-23 | 2024-02-29 | bad-date | 2026-11-23 | bad-date");
    }
}
