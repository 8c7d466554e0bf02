//! Exchange rates by date, exact.

use crate::declared::Declared;
use crate::documents::Documents;
use crate::reader::{Sink, Table};
use crate::shapes::{EXCHANGE, RATE};
use crate::side::currency;
use jiff::civil::Date;
use pul_domain::{Currency, Finding, Place, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// Digits of a rate, all told; keeps every product within 128 bits.
const MOST_DIGITS: usize = 15;

/// An exact positive decimal: `digits / 10^scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Ratio {
    /// All digits as one number, above 0.
    pub digits: u64,
    /// How many of them stand behind the point.
    pub scale: u32,
}

impl Ratio {
    /// One.
    pub const ONE: Ratio = Ratio { digits: 1, scale: 0 };

    /// Reads a plain decimal above 0 of at most 15 digits: `281.2`.
    pub fn parse(text: &str) -> Option<Ratio> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let plain = !whole.is_empty()
            && !text.ends_with('.')
            && whole.len() + fraction.len() <= MOST_DIGITS
            && whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit());
        let digits: u64 = plain.then(|| format!("{whole}{fraction}").parse().ok())??;
        let scale = u32::try_from(fraction.len()).ok()?;
        (digits > 0).then_some(Ratio { digits, scale })
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale as usize;
        let digits = format!("{:0>width$}", self.digits, width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        match fraction {
            "" => f.write_str(whole),
            _ => write!(f, "{whole}.{fraction}"),
        }
    }
}

/// What one US dollar was in a currency over some days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExchangeRate {
    /// The currency.
    pub currency: Currency,
    /// Units of the currency for one US dollar.
    pub per_usd: Ratio,
    /// First day it holds.
    pub from: Date,
    /// Last day it holds; open where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// Who says so.
    pub source: SourceId,
    /// Line of `exchange.toml`.
    pub line: u32,
}

impl ExchangeRate {
    fn last_day(&self) -> Date {
        self.until.unwrap_or(Date::MAX)
    }
}

/// Rates of each currency by first day; no two of a currency hold on one day.
pub(crate) type Rates = BTreeMap<Currency, Vec<ExchangeRate>>;

pub(crate) fn read(documents: &Documents<'_>, sources: &Declared, sink: &Sink) -> Rates {
    let mut rates = Rates::new();
    let Some(document) = documents.required("exchange.toml", sink) else {
        return rates;
    };
    let table = document.root(sink, &EXCHANGE);
    for rate in table.tables("rate", &RATE) {
        if let Some(read) = read_one(&rate, sources) {
            rates.entry(read.currency).or_default().push(read);
        }
        rate.finish();
    }
    table.finish();
    for of_currency in rates.values_mut() {
        of_currency.sort_by_key(|rate| (rate.from, rate.line));
        for pair in of_currency.windows(2) {
            if pair[0].last_day() >= pair[1].from {
                sink.push(overlap(&pair[0], &pair[1], document.path()));
            }
        }
    }
    rates
}

fn overlap(first: &ExchangeRate, second: &ExchangeRate, path: &str) -> Finding {
    let cure = match second.from.yesterday() {
        Ok(before) => format!("End the earlier one with until = \"{before}\", or take one away."),
        Err(_) => "Take one away.".to_owned(),
    };
    Finding::fault(
        "overlapping-rates",
        Place::line(path, second.line),
        format!(
            "The {} rate from {} overlaps the one of line {} (from {}{}).",
            second.currency,
            second.from,
            first.line,
            first.from,
            first.until.map(|until| format!(" until {until}")).unwrap_or_default(),
        ),
        cure,
    )
}

fn read_one(table: &Table<'_>, sources: &Declared) -> Option<ExchangeRate> {
    let currency = currency(table, "currency");
    if currency == Some(Currency::USD) {
        table.fault(
            "currency",
            "rate-of-dollar",
            "A US dollar is one US dollar on every day.",
            "Take the rate away.",
        );
    }
    let text = table.text("per_usd");
    let per_usd = text.and_then(Ratio::parse);
    if let (Some(text), None) = (text, per_usd) {
        table.fault(
            "per_usd",
            "bad-decimal",
            format!("{}: {text:?} is no decimal above 0.", table.name()),
            format!("Write units for one US dollar, \"1.3981\", at most {MOST_DIGITS} digits."),
        );
    }
    let from = table.date("from");
    let until = table.opt_date("until");
    if let (Some(from), Some(until)) = (from, until)
        && until < from
    {
        table.fault(
            "until",
            "bad-period",
            format!("{}: it ends on {until}, before it begins on {from}.", table.name()),
            "Exchange the two dates, or mend the wrong one.",
        );
        return None;
    }
    let source = sources.refer_one(table, "source");
    Some(ExchangeRate {
        currency: currency?,
        per_usd: per_usd?,
        from: from?,
        until,
        source: source?,
        line: table.line(),
    })
}

/// The rate of a currency that holds on a day.
pub(crate) fn on(rates: &Rates, currency: Currency, date: Date) -> Option<&ExchangeRate> {
    let of_currency = rates.get(&currency)?;
    let after = of_currency.partition_point(|rate| rate.from <= date);
    let rate = of_currency.get(after.checked_sub(1)?)?;
    (date <= rate.last_day()).then_some(rate)
}
