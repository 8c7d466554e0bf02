//! Rates and budgets.

use super::numbers::{Decimal, decimal};
use super::trouble::Trouble;
use crate::mapping::Habits;
use crate::table::short;
use pul_domain::{Currency, RateUnit};
use pul_pack::Pack;

/// An amount in minor units, and whether it had to be rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount {
    pub minor: u64,
    pub rounded: bool,
}

/// Reads an amount in major units times `scale` as minor units, rounded half up. A
/// negative amount is refused.
pub(super) fn amount(text: &str, habits: &Habits, scale: u32, currency: Currency) -> Result<Amount, Trouble> {
    let number = decimal(text, habits)?;
    if number.negative && !(number.whole.is_empty() && number.fraction.is_empty()) {
        return Err(Trouble::new(
            "negative-rate",
            format!("{:?} is less than nothing.", short(text)),
            "Write what is paid as a positive amount.",
        ));
    }
    minor(&number, scale, currency).ok_or_else(|| {
        Trouble::new(
            "amount-too-large",
            format!("{:?} is more than can be counted.", short(text)),
            "Check the amount and the mapping's `scale`.",
        )
    })
}

fn minor(number: &Decimal, scale: u32, currency: Currency) -> Option<Amount> {
    // 18 digits times a million times a thousand fits in 128 bits; digits of the fraction
    // beyond 12 decide nothing but a tie, which `sticky` keeps.
    let kept = number.fraction.get(..12).unwrap_or(&number.fraction);
    let sticky = number.fraction.len() > kept.len();
    if number.whole.len() > 18 {
        return None;
    }
    let digits: u128 = format!("0{}{kept}", number.whole).parse().ok()?;
    let unit = 10_u128.pow(kept.len() as u32);
    let scaled = digits * u128::from(scale) * u128::try_from(currency.minor_per_major()).ok()?;
    let (quotient, rest) = (scaled / unit, scaled % unit);
    let minor = quotient + u128::from(rest * 2 >= unit);
    let minor = u64::try_from(minor).ok().filter(|minor| i64::try_from(*minor).is_ok())?;
    Some(Amount { minor, rounded: rest != 0 || sticky })
}

/// A currency the pack has a rate for.
pub(super) fn currency(text: &str, pack: &Pack) -> Result<Currency, Trouble> {
    let known = || pack.currencies().map(|c| c.as_str().to_owned()).collect::<Vec<_>>().join(", ");
    let Some(currency) = Currency::new(text.trim()) else {
        return Err(Trouble::new(
            "unknown-currency",
            format!("{:?} is no currency code.", short(text)),
            format!("Write one of {}, or list the value under `values` in the mapping.", known()),
        )
        .with("text", short(text))
        .with("known", known()));
    };
    if pack.currencies().any(|known| known == currency) {
        Ok(currency)
    } else {
        Err(Trouble::new(
            "unknown-currency",
            format!("The pack has no exchange rate for {currency}."),
            format!("Write the amount in one of {}, or add the rate to the pack.", known()),
        )
        .with("text", currency)
        .with("known", known()))
    }
}

/// What an amount is for.
pub(super) fn unit(text: &str) -> Result<RateUnit, Trouble> {
    match text.trim().to_lowercase().as_str() {
        "hour" | "hourly" => Ok(RateUnit::Hour),
        "day" | "daily" => Ok(RateUnit::Day),
        "month" | "monthly" => Ok(RateUnit::Month),
        "year" | "yearly" | "annual" => Ok(RateUnit::Year),
        "fixed" | "engagement" => Ok(RateUnit::Fixed),
        _ => Err(Trouble::new(
            "unknown-unit",
            format!("{:?} is nothing a rate can be for.", short(text)),
            "Write hour, day, month, year or fixed, or list the value under `values` in the mapping.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_minor_units() {
        let habits = Habits { decimal: '.', thousands: ',', dates: vec![], empty: vec![] };
        let read = |text: &str, code: &str, scale| match amount(
            text,
            &habits,
            scale,
            Currency::new(code).unwrap(),
        ) {
            Ok(amount) => format!("{}{}", amount.minor, if amount.rounded { "~" } else { "" }),
            Err(trouble) => trouble.code.to_owned(),
        };
        let all = [
            read("1,200,000.0", "PKR", 1),
            read("12.345", "USD", 1),
            read("12.344999999999999999", "USD", 1),
            read("7.5", "JPY", 1),
            read("1.5", "USD", 1000),
            read("-5", "USD", 1),
            read("-0", "USD", 1),
            read("999999999999999999", "USD", 1),
        ];
        insta::assert_snapshot!(all.join(" | "), @"120000000 | 1235~ | 1234~ | 8~ | 150000 | negative-rate | 0 | amount-too-large");
    }
}
