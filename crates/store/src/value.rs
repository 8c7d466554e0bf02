//! The two kinds of column there are, and what makes a row of a table.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The longest id or key, in bytes: what a B-tree of either engine takes whole.
pub const KEY_LIMIT: usize = 512;

/// The longest record, in bytes of JSON.
pub const BODY_LIMIT: usize = 32 << 20;

/// The kind of a column: text ordered bytewise, or a whole number of 64 bits.
///
/// There is no other. Instants are microseconds since 1970, money is minor units, a yes or no is 1 or 0,
/// and what is absent is the empty text or 0: so both engines order, compare and index alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Int,
}

/// The value of a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
}

impl Value {
    /// Its kind.
    pub fn kind(&self) -> Kind {
        match self {
            Value::Text(_) => Kind::Text,
            Value::Int(_) => Kind::Int,
        }
    }

    /// The text; empty for a number.
    pub fn text(&self) -> &str {
        match self {
            Value::Text(text) => text,
            Value::Int(_) => "",
        }
    }

    /// The number; 0 for a text.
    pub fn int(&self) -> i64 {
        match self {
            Value::Text(_) => 0,
            Value::Int(number) => *number,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}
impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}
impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}
impl From<bool> for Value {
    fn from(yes: bool) -> Value {
        Value::Int(yes.into())
    }
}
impl From<jiff::Timestamp> for Value {
    fn from(at: jiff::Timestamp) -> Value {
        Value::Int(at.as_microsecond())
    }
}
impl<K> From<&pul_domain::Id<K>> for Value {
    fn from(id: &pul_domain::Id<K>) -> Value {
        Value::Text(id.as_str().to_owned())
    }
}
/// What is absent is the empty text or 0.
impl<T: Into<Value> + Absent> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(T::ABSENT, Into::into)
    }
}

/// What stands in a column for a value that is not there.
pub trait Absent {
    /// The empty text or 0.
    const ABSENT: Value;
}
impl Absent for &str {
    const ABSENT: Value = Value::Text(String::new());
}
impl Absent for &String {
    const ABSENT: Value = Value::Text(String::new());
}
impl<K> Absent for &pul_domain::Id<K> {
    const ABSENT: Value = Value::Text(String::new());
}
impl Absent for i64 {
    const ABSENT: Value = Value::Int(0);
}
impl Absent for jiff::Timestamp {
    const ABSENT: Value = Value::Int(0);
}

/// A table of records: `id`, `version`, these keys, and `body`, the whole record as canonical JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// The columns that queries may use, beside `id`.
    pub keys: &'static [(&'static str, Kind)],
}

impl Table {
    /// The kind of a key; `id` is one of every table.
    pub(crate) fn key(&self, name: &str) -> Option<Kind> {
        if name == "id" {
            return Some(Kind::Text);
        }
        self.keys.iter().find(|(key, _)| *key == name).map(|(_, kind)| *kind)
    }

    /// Every column with its kind, in the order of a dump.
    pub(crate) fn columns(&self) -> Vec<(&'static str, Kind)> {
        let mut all = vec![("id", Kind::Text), ("version", Kind::Int)];
        all.extend_from_slice(self.keys);
        all.push(("body", Kind::Text));
        all
    }
}

/// A record of a table.
pub trait Record: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its table.
    const TABLE: Table;

    /// The primary key.
    fn id(&self) -> String;

    /// Values of the key columns, in the order of [`Record::TABLE`].
    fn keys(&self) -> Vec<Value>;

    /// Whether changes of it go to the log. Sessions and the like do not.
    fn logged(&self) -> bool {
        true
    }
}

/// A record as it is kept, with the version a change must name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept<R> {
    /// The record.
    pub row: R,
    /// 1 when inserted, one more with each change.
    pub version: i64,
}
