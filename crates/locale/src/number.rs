//! Numbers, exactly: a whole number of units and how many of its digits are decimals.

use crate::table::{Symbols, Table};
use crate::{Language, Locale};

/// Which digits figures are written with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Digits {
    /// 0123456789, what Pakistani sites and invoices use; the default in every language.
    #[default]
    Latin,
    /// ۰۱۲۳۴۵۶۷۸۹, with their own separators.
    Eastern,
}

impl Digits {
    pub(crate) fn symbols(self, language: Language) -> &'static Symbols {
        let table = Table::of(language);
        match self {
            Digits::Latin => &table.latin,
            Digits::Eastern => &table.eastern,
        }
    }

    /// `text` with its ASCII digits written in these digits.
    pub(crate) fn shape(self, text: &str) -> String {
        match self {
            Digits::Latin => text.to_owned(),
            Digits::Eastern => text.chars().map(eastern).collect(),
        }
    }
}

fn eastern(c: char) -> char {
    match c.to_digit(10) {
        Some(digit) => char::from_u32(0x6f0 + digit).unwrap_or(c),
        None => c,
    }
}

impl Locale {
    /// A whole number with its groups: `1,234,567`.
    pub fn integer(&self, n: impl Into<i128>) -> String {
        self.decimal(n, 0)
    }

    /// The number `units × 10^-scale` with all its decimals: `decimal(123450, 2)` is
    /// `1,234.50`. Nothing is rounded.
    pub fn decimal(&self, units: impl Into<i128>, scale: u32) -> String {
        let units = units.into();
        let body = self.magnitude(units.unsigned_abs(), scale);
        self.sign(units, &body)
    }

    /// Like [`Locale::decimal`], rounded to `places` decimals, halves to the even digit.
    /// For showing only (an exchange rate of ten decimals, a share of a total): whatever is
    /// owed has been rounded before it gets here, by the rule named there.
    pub fn decimal_rounded(&self, units: impl Into<i128>, scale: u32, places: u32) -> String {
        let (units, scale) = rounded(units.into(), scale, places);
        self.decimal(units, scale)
    }

    /// The share `units × 10^-scale` in per cent: `percent(155, 3)` is `15.5%`,
    /// `percent(2, 0)` is `200%`. Nothing is rounded.
    pub fn percent(&self, units: impl Into<i128>, scale: u32) -> String {
        let units = units.into();
        let mut digits = units.unsigned_abs().to_string();
        if units != 0 {
            digits.extend(std::iter::repeat_n('0', 2_u32.saturating_sub(scale) as usize));
        }
        let number = self.grouped(&digits, scale.saturating_sub(2));
        let body = Table::of(self.language()).percent.replace("#,##0", &number);
        self.sign(units, &body)
    }

    /// Two figures already written, as a range: `10–20`.
    pub fn range(&self, from: &str, until: &str) -> String {
        crate::list::fill(Table::of(self.language()).range, from, until)
    }

    pub(crate) fn sign(&self, units: i128, body: &str) -> String {
        if units < 0 {
            let minus = self.digits().symbols(self.language()).minus;
            format!("{minus}{body}")
        } else {
            body.to_owned()
        }
    }

    pub(crate) fn magnitude(&self, units: u128, scale: u32) -> String {
        self.grouped(&units.to_string(), scale)
    }

    fn grouped(&self, digits: &str, scale: u32) -> String {
        let scale = scale as usize;
        let symbols = self.digits().symbols(self.language());
        let digits = format!("{digits:0>width$}", width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let mut out = String::with_capacity(digits.len() * 2);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push_str(symbols.group);
            }
            out.push(digit);
        }
        if scale > 0 {
            out.push_str(symbols.decimal);
            out.push_str(fraction);
        }
        self.digits().shape(&out)
    }
}

/// `units × 10^-scale` with at most `places` decimals, halves to even.
fn rounded(units: i128, scale: u32, places: u32) -> (i128, u32) {
    if scale <= places {
        return (units, scale);
    }
    // A divisor beyond i128 is more than twice any value it could divide.
    let Some(divisor) = 10_i128.checked_pow(scale - places) else {
        return (0, places);
    };
    let (quotient, rest) = (units / divisor, units % divisor);
    let twice = rest.unsigned_abs().saturating_mul(2);
    let up = match twice.cmp(&divisor.unsigned_abs()) {
        std::cmp::Ordering::Greater => true,
        std::cmp::Ordering::Equal => quotient % 2 != 0,
        std::cmp::Ordering::Less => false,
    };
    (quotient + if up { units.signum() } else { 0 }, places)
}
