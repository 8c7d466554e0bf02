//! Units: currencies and times, multiplied and divided. They keep rupees out of
//! dollars and a month's figure out of a year's.

use std::collections::BTreeMap;
use std::fmt;

/// What a figure counts: currencies and times with their exponents. A percentage, a
/// ratio and a head count are plain numbers, the empty unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Unit(BTreeMap<String, i8>);

/// What a parameter or an input holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A number of this unit.
    Number(Unit),
    /// A percentage: written `15`, used as 0.15.
    Percent,
    /// Yes or no, written `true` or `false`.
    Flag,
    /// Words, never computed with.
    Text,
}

const TIMES: [&str; 4] = ["hour", "day", "month", "year"];

impl Unit {
    /// A plain number.
    pub fn plain() -> Unit {
        Unit::default()
    }

    /// A currency or time by itself.
    pub fn of(name: &str) -> Unit {
        Unit(BTreeMap::from([(name.to_owned(), 1)]))
    }

    /// Whether this is a plain number.
    pub fn is_plain(&self) -> bool {
        self.0.is_empty()
    }

    /// The currency, when the unit is just money.
    pub fn as_currency(&self) -> Option<&str> {
        match self.0.iter().next() {
            Some((name, 1)) if self.0.len() == 1 && !TIMES.contains(&name.as_str()) => Some(name),
            _ => None,
        }
    }

    /// The unit of a product.
    #[must_use]
    pub fn times(&self, other: &Unit) -> Unit {
        self.combine(other, 1)
    }

    /// The unit of a quotient.
    #[must_use]
    pub fn per(&self, other: &Unit) -> Unit {
        self.combine(other, -1)
    }

    fn combine(&self, other: &Unit, sign: i8) -> Unit {
        let mut out = self.0.clone();
        for (name, exponent) in &other.0 {
            let sum = out.get(name).copied().unwrap_or(0).saturating_add(exponent.saturating_mul(sign));
            if sum == 0 {
                out.remove(name);
            } else {
                out.insert(name.clone(), sum);
            }
        }
        Unit(out)
    }

    /// Reads `CAD`, `CAD/hour`, `PKR/CAD`, `month/year`, `ratio`.
    pub fn read(text: &str) -> Option<Unit> {
        let mut unit = Unit::plain();
        let mut sign = 1;
        let mut rest = text.trim();
        loop {
            let end = rest.find(['/', '*']).unwrap_or(rest.len());
            let part = base(rest[..end].trim())?;
            unit = unit.combine(&part, sign);
            let Some(mark) = rest[end..].chars().next() else {
                return Some(unit);
            };
            sign = if mark == '/' { -1 } else { 1 };
            rest = &rest[end + 1..];
        }
    }
}

/// One currency, one time (singular or plural) or a plain count.
fn base(word: &str) -> Option<Unit> {
    if matches!(word, "ratio" | "1" | "count") {
        return Some(Unit::plain());
    }
    let singular = word.strip_suffix('s').unwrap_or(word);
    if TIMES.contains(&singular) {
        return Some(Unit::of(singular));
    }
    let currency = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    currency.then(|| Unit::of(word))
}

impl Measure {
    /// Reads the `unit` of a parameter or input.
    pub fn read(text: &str) -> Option<Measure> {
        Some(match text {
            "percent" => Measure::Percent,
            "flag" => Measure::Flag,
            "text" => Measure::Text,
            other => Measure::Number(Unit::read(other)?),
        })
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Number(unit) => unit.fmt(f),
            Measure::Percent => f.write_str("percent"),
            Measure::Flag => f.write_str("flag"),
            Measure::Text => f.write_str("text"),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_plain() {
            return f.write_str("ratio");
        }
        let power = |(name, exponent): (&String, &i8)| match exponent.unsigned_abs() {
            1 => name.clone(),
            n => vec![name.as_str(); usize::from(n)].join("*"),
        };
        let over: Vec<String> = self.0.iter().filter(|(_, e)| **e > 0).map(power).collect();
        let under: Vec<String> = self.0.iter().filter(|(_, e)| **e < 0).map(power).collect();
        f.write_str(if over.is_empty() { "1" } else { "" })?;
        f.write_str(&over.join("*"))?;
        for name in under {
            write!(f, "/{}", name.replace('*', "/"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_multiply_out() {
        let wage = Unit::read("CAD/hour").unwrap();
        let hours = Unit::read("hours/year").unwrap();
        assert_eq!(wage.times(&hours).to_string(), "CAD/year");
        assert_eq!(Unit::read("PKR/CAD").unwrap().times(&Unit::of("CAD")), Unit::of("PKR"));
        assert_eq!(Unit::of("CAD").per(&Unit::of("CAD")), Unit::plain());
        assert_eq!(Unit::read("dollars"), None);
        assert_eq!(Unit::of("CAD").as_currency(), Some("CAD"));
        assert_eq!(Unit::of("month").as_currency(), None);
    }
}
