//! Exact decimals of fixed scale: what parameters, formulas and quotes count in.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How many decimals a [`Number`] keeps.
pub const DECIMALS: u32 = 12;
const ONE: i128 = 1_000_000_000_000;

/// A decimal with twelve places, held as an integer count of 10⁻¹².
///
/// Sums and differences are exact. A product or a quotient that needs more than
/// twelve places is rounded half away from zero at the twelfth; money is rounded to
/// its minor unit once, where a line of a quote says so. Nothing here panics:
/// results too large for 128 bits saturate, and [`Number::is_sane`] tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Number(i128);

/// The ways a number is cut to fewer places; each rule names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// Half a unit goes away from zero: 0.005 → 0.01, −0.005 → −0.01.
    HalfUp,
    /// Half a unit goes to the even neighbour.
    HalfEven,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

impl Rounding {
    /// Reads `half-up`, `half-even`, `down` or `up`.
    pub fn read(text: &str) -> Option<Rounding> {
        Some(match text {
            "half-up" => Rounding::HalfUp,
            "half-even" => Rounding::HalfEven,
            "down" => Rounding::Down,
            "up" => Rounding::Up,
            _ => return None,
        })
    }
}

impl Number {
    /// Nought.
    pub const ZERO: Number = Number(0);
    /// One; also "true" in a condition.
    pub const ONE: Number = Number(ONE);
    /// Beyond this a result is not a sum of money but an overflow.
    const LIMIT: i128 = i128::MAX / 4;

    /// A whole number.
    pub fn whole(value: i64) -> Number {
        Number(i128::from(value) * ONE)
    }

    /// A count of 10⁻¹².
    pub const fn from_raw(raw: i128) -> Number {
        Number(raw)
    }

    /// The count of 10⁻¹².
    pub const fn raw(self) -> i128 {
        self.0
    }

    /// Hundredths of a unit, as money counts them.
    pub fn from_minor(minor: i128, places: u32) -> Number {
        Number(minor.saturating_mul(10_i128.pow(DECIMALS - places.min(DECIMALS))))
    }

    /// The number as a count of units of `10^-places`; exact only after
    /// [`Number::rounded`] to as many places.
    #[inline]
    pub fn to_minor(self, places: u32) -> i128 {
        let unit = 10_i64.pow(DECIMALS - places.min(DECIMALS));
        i64::try_from(self.0).map_or_else(|_| self.0 / i128::from(unit), |small| i128::from(small / unit))
    }

    /// Reads a plain decimal: digits, at most twelve after the point, an optional
    /// minus sign, `_` between digits allowed.
    pub fn read(text: &str) -> Option<Number> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit() || b == b'_');
        let whole: String = whole.chars().filter(|c| *c != '_').collect();
        if whole.is_empty() || whole.len() > 18 || fraction.len() > DECIMALS as usize {
            return None;
        }
        if !plain(&whole) || !fraction.bytes().all(|b| b.is_ascii_digit()) || digits.ends_with('.') {
            return None;
        }
        let raw: i128 = format!("{whole}{fraction:0<12}").parse().ok()?;
        Some(Number(if negative { -raw } else { raw }))
    }

    /// Whether no result on the way here overflowed.
    pub fn is_sane(self) -> bool {
        self.0.unsigned_abs() < Self::LIMIT.unsigned_abs()
    }

    /// The sum, saturating.
    #[inline]
    #[must_use]
    pub fn plus(self, other: Number) -> Number {
        Number(self.0.saturating_add(other.0))
    }

    /// The difference, saturating.
    #[inline]
    #[must_use]
    pub fn minus(self, other: Number) -> Number {
        Number(self.0.saturating_sub(other.0))
    }

    /// The product, rounded half away from zero at the twelfth place, saturating.
    #[inline]
    #[must_use]
    pub fn times(self, other: Number) -> Number {
        match self.0.checked_mul(other.0) {
            Some(product) => Number(divide_half_up(product, ONE)),
            None => self.times_wide(other),
        }
    }

    /// The product when the plain one does not fit: the whole part of the larger
    /// factor goes straight through, only its fraction needs the division.
    fn times_wide(self, other: Number) -> Number {
        let (large, small) = if self.0.unsigned_abs() > other.0.unsigned_abs() {
            (self.0, other.0)
        } else {
            (other.0, self.0)
        };
        let whole = (large / ONE).saturating_mul(small);
        let rest = (large % ONE).checked_mul(small).map(|p| divide_half_up(p, ONE));
        Number(rest.map_or(whole, |r| whole.saturating_add(r)))
    }

    /// The quotient, rounded half away from zero at the twelfth place; `None` when
    /// the divisor is nought.
    #[inline]
    #[must_use]
    pub fn per(self, other: Number) -> Option<Number> {
        if other.0 == 0 {
            return None;
        }
        if let Some(scaled) = self.0.checked_mul(ONE) {
            return Some(Number(divide_half_up(scaled, other.0)));
        }
        let whole = (self.0 / other.0).saturating_mul(ONE);
        let rest = (self.0 % other.0).checked_mul(ONE).map(|r| divide_half_up(r, other.0));
        Some(Number(rest.map_or(whole, |r| whole.saturating_add(r))))
    }

    /// The number cut to `places` decimals.
    #[must_use]
    pub fn rounded(self, places: u32, rounding: Rounding) -> Number {
        if places >= DECIMALS {
            return self;
        }
        let unit = 10_i128.pow(DECIMALS - places);
        let count = match rounding {
            Rounding::HalfUp => divide_half_up(self.0, unit),
            Rounding::Down => self.0 / unit,
            Rounding::Up => {
                let away = i128::from(self.0 % unit != 0) * self.0.signum();
                self.0 / unit + away
            }
            Rounding::HalfEven => {
                let down = self.0 / unit;
                let twice = (self.0 % unit).unsigned_abs() * 2;
                let up = twice > unit.unsigned_abs() || (twice == unit.unsigned_abs() && down % 2 != 0);
                down + i128::from(up) * self.0.signum()
            }
        };
        Number(count.saturating_mul(unit))
    }

    /// The number written with at least `places` decimals and no useless zeros
    /// after them.
    pub fn written(self, places: u32) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, fraction) = (self.0.unsigned_abs() / ONE as u128, self.0.unsigned_abs() % ONE as u128);
        let mut decimals = format!("{fraction:012}");
        while decimals.len() > places as usize && decimals.ends_with('0') {
            decimals.pop();
        }
        if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{decimals}") }
    }
}

/// `value / by`, half away from zero.
#[inline]
fn divide_half_up(value: i128, by: i128) -> i128 {
    // Most figures fit a machine word, whose division is many times faster; and one
    // division with a product is faster than two.
    let quotient = match (i64::try_from(value), i64::try_from(by)) {
        (Ok(value), Ok(by)) => i128::from(value.wrapping_div(by)),
        _ => value / by,
    };
    let rest = value.wrapping_sub(quotient.wrapping_mul(by));
    // `rest >= by - rest` is `2·rest >= by` without the overflow.
    if rest.unsigned_abs() >= by.unsigned_abs() - rest.unsigned_abs() {
        quotient + value.signum() * by.signum()
    } else {
        quotient
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(0))
    }
}

impl TryFrom<String> for Number {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Number::read(&text)
            .ok_or_else(|| format!("{:?} is not a plain decimal", text.chars().take(40).collect::<String>()))
    }
}

impl From<Number> for String {
    fn from(number: Number) -> String {
        number.written(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(text: &str) -> Number {
        Number::read(text).unwrap()
    }

    #[test]
    fn reading_and_writing() {
        assert_eq!(n("38.46").to_string(), "38.46");
        assert_eq!(n("-0.05").written(2), "-0.05");
        assert_eq!(n("1_000").written(2), "1000.00");
        for bad in ["", "1.", ".5", "1e3", "1,000", "--1", "0.1234567890123"] {
            assert_eq!(Number::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn rounding_is_the_one_named() {
        let by = |r| {
            ["0.005", "0.015", "-0.005", "0.0049", "0.0051"].map(|t| n(t).rounded(2, r).written(2)).join(" ")
        };
        assert_eq!(by(Rounding::HalfUp), "0.01 0.02 -0.01 0.00 0.01");
        assert_eq!(by(Rounding::HalfEven), "0.00 0.02 0.00 0.00 0.01");
        assert_eq!(by(Rounding::Down), "0.00 0.01 0.00 0.00 0.00");
        assert_eq!(by(Rounding::Up), "0.01 0.02 -0.01 0.01 0.01");
    }

    #[test]
    fn statutory_maximum_of_2026() {
        let cpp = n("74600").minus(n("3500")).times(n("0.0595"));
        assert_eq!(cpp.written(2), "4230.45");
        let ei = n("68900").times(n("0.0163")).times(n("1.4"));
        assert_eq!(ei.rounded(2, Rounding::HalfUp).written(2), "1572.30");
    }

    proptest! {
        #[test]
        fn text_reads_back(raw in -(10_i128.pow(28))..10_i128.pow(28)) {
            let number = Number::from_raw(raw);
            prop_assert_eq!(Number::read(&number.to_string()), Some(number));
        }

        #[test]
        fn wide_products_agree_with_plain_ones(a in -(10_i128.pow(18))..10_i128.pow(18), b in -(10_i128.pow(18))..10_i128.pow(18)) {
            let (a, b) = (Number::from_raw(a), Number::from_raw(b));
            let difference = a.times(b).raw() - a.times_wide(b).raw();
            prop_assert!(difference.abs() <= 1);
        }

        #[test]
        fn quotients_undo_products(a in -(10_i128.pow(20))..10_i128.pow(20), b in 1..1000_i64) {
            let (a, b) = (Number::from_raw(a), Number::whole(b));
            prop_assert_eq!(a.times(b).per(b), Some(a));
        }

        #[test]
        fn nothing_panics(a in any::<i128>(), b in any::<i128>(), places in 0..14_u32) {
            let (a, b) = (Number::from_raw(a), Number::from_raw(b));
            let _ = (a.plus(b), a.minus(b), a.times(b), a.per(b), a.rounded(places, Rounding::HalfEven), a.rounded(places, Rounding::Up));
        }
    }
}
