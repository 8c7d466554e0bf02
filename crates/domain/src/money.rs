//! Money: an exact count of minor units with its currency.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An ISO 4217 currency, three capital letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// Active currencies of ISO 4217 whose minor unit is not a hundredth.
const ODD_EXPONENTS: [(&str, u32); 22] = [
    ("BHD", 3),
    ("BIF", 0),
    ("CLP", 0),
    ("DJF", 0),
    ("GNF", 0),
    ("IQD", 3),
    ("ISK", 0),
    ("JOD", 3),
    ("JPY", 0),
    ("KMF", 0),
    ("KRW", 0),
    ("KWD", 3),
    ("LYD", 3),
    ("OMR", 3),
    ("PYG", 0),
    ("RWF", 0),
    ("TND", 3),
    ("UGX", 0),
    ("VND", 0),
    ("VUV", 0),
    ("XAF", 0),
    ("XOF", 0),
];

impl Currency {
    /// Canadian dollar.
    pub const CAD: Currency = Currency(*b"CAD");
    /// Pakistani rupee.
    pub const PKR: Currency = Currency(*b"PKR");
    /// United States dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// Reads three ASCII letters, any case. Whether a pack knows an exchange rate
    /// for it is the pack's business.
    pub fn new(code: &str) -> Option<Currency> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Currency(bytes.map(|b| b.to_ascii_uppercase())))
    }

    /// The code, `CAD`.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many decimal digits the minor unit has: 2 for cents, 0 for yen.
    pub fn exponent(&self) -> u32 {
        ODD_EXPONENTS.iter().find(|(code, _)| *code == self.as_str()).map_or(2, |(_, e)| *e)
    }

    /// Minor units in one major unit, 100 for the dollar.
    pub fn minor_per_major(&self) -> i64 {
        10_i64.pow(self.exponent())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<String> for Currency {
    type Error = String;
    fn try_from(code: String) -> Result<Self, String> {
        Currency::new(&code).ok_or_else(|| {
            format!("{:?} is not a currency code such as CAD", code.chars().take(20).collect::<String>())
        })
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.as_str().to_owned()
    }
}

/// An amount of money in minor units (cents, paisa).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// Minor units; negative is money owed the other way.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Why two amounts could not be put together, or a text is not an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyError {
    /// Two currencies in one sum.
    Mixed(Currency, Currency),
    /// Beyond what 64 bits of minor units hold.
    Overflow,
    /// Not a plain decimal number.
    NotANumber(String),
    /// More decimals than the currency has.
    TooFine(Currency),
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MoneyError::Mixed(a, b) => write!(f, "{a} and {b} cannot be added without a rate"),
            MoneyError::Overflow => f.write_str("the amount is too large"),
            MoneyError::NotANumber(text) => write!(f, "{text:?} is not a plain decimal number"),
            MoneyError::TooFine(c) => {
                write!(f, "{c} has {} decimals, the amount has more", c.exponent())
            }
        }
    }
}

impl std::error::Error for MoneyError {}

impl Money {
    /// An amount of minor units.
    pub fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Reads a plain decimal such as `1234.5`; `1 234,50` and the like are for the
    /// importer, which knows the writer's habits.
    ///
    /// # Errors
    /// When the text is no number, too fine for the currency, or too large.
    pub fn parse(text: &str, currency: Currency) -> Result<Money, MoneyError> {
        let bad = || MoneyError::NotANumber(text.chars().take(40).collect());
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(bad());
        }
        let exponent = currency.exponent() as usize;
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > exponent {
            return Err(MoneyError::TooFine(currency));
        }
        let minor: i64 =
            format!("{whole}{fraction:0<exponent$}").parse().map_err(|_| MoneyError::Overflow)?;
        Ok(Money { minor: if negative { -minor } else { minor }, currency })
    }

    /// The sum.
    ///
    /// # Errors
    /// Mixed currencies and overflow.
    pub fn checked_add(self, other: Money) -> Result<Money, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mixed(self.currency, other.currency));
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Money { minor, currency: self.currency })
    }
}

impl fmt::Display for Money {
    /// `CAD 1234.50`: for logs and plain tables; people's formats live in `locale`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exponent = self.currency.exponent() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = exponent + 1);
        let (whole, fraction) = digits.split_at(digits.len() - exponent);
        write!(f, "{} {sign}{whole}", self.currency)?;
        if exponent > 0 { write!(f, ".{fraction}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reading_and_printing() {
        assert_eq!(Money::parse("1234.5", Currency::CAD).unwrap().to_string(), "CAD 1234.50");
        assert_eq!(Money::parse("-0.05", Currency::CAD).unwrap().minor, -5);
        assert_eq!(Money::parse("7", Currency::new("jpy").unwrap()).unwrap().to_string(), "JPY 7");
        assert_eq!(Money::parse("1.005", Currency::CAD), Err(MoneyError::TooFine(Currency::CAD)));
        assert!(Money::parse("1e5", Currency::CAD).is_err());
        assert_eq!(Money::parse("99999999999999999999", Currency::CAD), Err(MoneyError::Overflow));
    }

    proptest! {
        #[test]
        fn printed_money_reads_back(minor in any::<i64>().prop_filter("i64::MIN has no twin", |m| *m != i64::MIN)) {
            let money = Money::new(minor, Currency::CAD);
            let text = money.to_string();
            prop_assert_eq!(Money::parse(&text[4..], Currency::CAD).unwrap(), money);
        }
    }
}
