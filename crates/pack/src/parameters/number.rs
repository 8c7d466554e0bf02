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
mod tests;
