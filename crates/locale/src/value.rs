//! What a message's variables are filled with.

use fluent_bundle::FluentValue;
use std::borrow::Cow;

/// A value for a variable of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text as it stands: a name, or a figure already written by the locale.
    Text(Cow<'a, str>),
    /// A count. It chooses plural forms and is written with the locale's groups and digits.
    Count(i64),
}

/// Fluent holds numbers as doubles; beyond this a count would lose digits.
const EXACT: u64 = 1 << 53;

impl<'a> Value<'a> {
    /// Counts beyond ±2⁵³ go in as text: written exactly, and of the form for large numbers,
    /// which is every selector's default.
    pub(crate) fn into_fluent(self, write: impl Fn(i64) -> String) -> FluentValue<'a> {
        match self {
            Value::Text(text) => FluentValue::String(text),
            Value::Count(n) if n.unsigned_abs() > EXACT => FluentValue::String(write(n).into()),
            Value::Count(n) => FluentValue::from(n),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl From<$number> for Value<'_> {
            fn from(n: $number) -> Self {
                Value::Count(i64::try_from(n).unwrap_or(i64::MAX))
            }
        }
    )*};
}

counts!(i64, i32, i16, i8, u64, u32, u16, u8, usize);
