//! Exchange rates a deal does not state: the last ones the pack saw, said aloud.

use super::Prices;
use jiff::civil::Date;
use pul_domain::{Currency, Finding, Findings, Place};
use pul_pack::Ratio;
use pul_pack::parameters::{Number, Rounding};
use pul_pack::rules::{InputKind, InputScope};
use pul_pricing::Statement;

/// Decimals of a rate filled in: what exchange rates are published with.
const PLACES: u32 = 4;

/// The statement with each exchange rate it lacks taken from the pack for the day, and a
/// note for each. An input is an exchange rate when its unit is one currency for another.
pub fn filled(prices: &Prices, statement: &Statement, day: Date) -> (Statement, Findings) {
    let mut out = statement.clone();
    let mut findings = Findings::new();
    let mut oldest: Option<Date> = None;
    for input in &prices.tariff.rules.inputs {
        let InputKind::Measured(measure) = &input.kind else { continue };
        if input.scope != InputScope::Deal || statement.inputs.contains_key(&input.id) {
            continue;
        }
        let unit = measure.to_string();
        let Some((rate, since)) = rate(prices, &unit, day) else { continue };
        let text = rate.rounded(PLACES, Rounding::HalfEven).written(0);
        oldest = Some(oldest.map_or(since, |o| o.min(since)));
        findings.push(Finding::note(
            "rate-filled-in",
            Place::default().field(input.id.as_str()),
            format!("`{}` is not stated: the pack's last rate is used, {text} {unit}, of {since}.", input.id),
            "State the rate of the deal and its day.",
        ));
        out.inputs.insert(input.id.clone(), text);
    }
    if let Some(since) = oldest
        && prices.tariff.input("rate-date").is_some()
    {
        out.inputs.entry("rate-date".to_owned()).or_insert_with(|| since.to_string());
    }
    (out, findings)
}

/// The rate of a unit such as `PKR/CAD`, and the day it is from.
fn rate(prices: &Prices, unit: &str, day: Date) -> Option<(Number, Date)> {
    let (above, below) = unit.split_once('/')?;
    let (above, below) = (currency(above)?, currency(below)?);
    let (a, since_a) = per_usd(prices, above, day)?;
    let (b, since_b) = per_usd(prices, below, day)?;
    Some((number(a).per(number(b))?, since_a.max(since_b)))
}

/// `CAD` but not `month`.
fn currency(word: &str) -> Option<Currency> {
    word.bytes().all(|b| b.is_ascii_uppercase()).then(|| Currency::new(word)).flatten()
}

/// Units for one US dollar, and since when; the dollar itself is one, always.
fn per_usd(prices: &Prices, currency: Currency, day: Date) -> Option<(Ratio, Date)> {
    if currency == Currency::USD {
        return Some((Ratio::ONE, Date::MIN));
    }
    prices.loaded.pack.exchange_rate(currency, day).map(|r| (r.per_usd, r.from))
}

/// A ratio as an exact number.
pub(super) fn number(ratio: Ratio) -> Number {
    Number::from_minor(i128::from(ratio.digits), ratio.scale)
}
