//! Questions about the records of one table, by its key columns alone.

use crate::{Error, Record, Table, Value};

/// The direction of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Least first.
    Asc,
    /// Greatest first.
    Desc,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Is(Value),
    IsNot(Value),
    OneOf(Vec<Value>),
    AtLeast(Value),
    Below(Value),
}

impl Test {
    /// Values with U+0000, which no key holds, are like no value at all.
    fn reduced(&self) -> Test {
        let held = |value: &Value| !value.text().contains('\0');
        match self {
            Test::Is(value) if !held(value) => Test::OneOf(Vec::new()),
            Test::OneOf(all) => Test::OneOf(all.iter().filter(|v| held(v)).cloned().collect()),
            other => other.clone(),
        }
    }
}

/// A question: tests that must all hold, an order, a place to go on from, a limit.
///
/// Records of equal order stand by id, so an order is always total and a page never skips or repeats.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    tests: Vec<(String, Test)>,
    order: Option<(String, Order)>,
    after: Option<Cursor>,
    limit: Option<u32>,
}

/// The place after a record, in the order of a query. It prints as opaque text and reads back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor {
    value: Value,
    id: String,
}

impl Cursor {
    /// The place after a record whose ordering key has this value.
    pub fn new(value: impl Into<Value>, id: &str) -> Cursor {
        Cursor { value: value.into(), id: id.to_owned() }
    }

    /// Reads what [`Cursor`] printed; none when it is anything else.
    pub fn parse(text: &str) -> Option<Cursor> {
        if !text.is_ascii() || !text.len().is_multiple_of(2) || text.len() > 4 * crate::KEY_LIMIT + 64 {
            return None;
        }
        let byte = |i: usize| u8::from_str_radix(text.get(i..i + 2)?, 16).ok();
        let bytes: Option<Vec<u8>> = (0..text.len()).step_by(2).map(byte).collect();
        let plain = String::from_utf8(bytes?).ok().filter(|t| !t.contains('\0'))?;
        let (kind, rest) = plain.split_at_checked(1)?;
        let (length, rest) = rest.split_once(':')?;
        let (id, value) = rest.split_at_checked(length.parse().ok()?)?;
        let value = match kind {
            "i" => Value::Int(value.parse().ok()?),
            "t" => Value::from(value),
            _ => return None,
        };
        Some(Cursor { value, id: id.to_owned() })
    }
}

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plain = match &self.value {
            Value::Int(number) => format!("i{}:{}{number}", self.id.len(), self.id),
            Value::Text(text) => format!("t{}:{}{text}", self.id.len(), self.id),
        };
        f.write_str(&crate::canonical::hex(plain.as_bytes()))
    }
}

impl Query {
    /// Every record, by id.
    pub fn new() -> Query {
        Query::default()
    }

    fn test(mut self, key: &str, test: Test) -> Query {
        self.tests.push((key.to_owned(), test));
        self
    }

    /// Only records whose key has this value.
    pub fn is(self, key: &str, value: impl Into<Value>) -> Query {
        self.test(key, Test::Is(value.into()))
    }

    /// Only records whose key has another value.
    pub fn is_not(self, key: &str, value: impl Into<Value>) -> Query {
        self.test(key, Test::IsNot(value.into()))
    }

    /// Only records whose key has one of these values; none when there are none.
    pub fn one_of<V: Into<Value>>(self, key: &str, values: impl IntoIterator<Item = V>) -> Query {
        self.test(key, Test::OneOf(values.into_iter().map(Into::into).collect()))
    }

    /// Only records whose key is this or greater.
    pub fn at_least(self, key: &str, value: impl Into<Value>) -> Query {
        self.test(key, Test::AtLeast(value.into()))
    }

    /// Only records whose key is less than this.
    pub fn below(self, key: &str, value: impl Into<Value>) -> Query {
        self.test(key, Test::Below(value.into()))
    }

    /// In the order of a key; by id where none is stated.
    pub fn order(mut self, key: &str, order: Order) -> Query {
        self.order = Some((key.to_owned(), order));
        self
    }

    /// Only what comes after this place in the order.
    pub fn after(mut self, cursor: Cursor) -> Query {
        self.after = Some(cursor);
        self
    }

    /// No more than this many.
    pub fn limit(mut self, most: u32) -> Query {
        self.limit = Some(most);
        self
    }

    /// The place after a record in the order of this query.
    pub fn cursor<R: Record>(&self, row: &R) -> Cursor {
        let id = row.id();
        let value = self.order.as_ref().and_then(|(key, _)| {
            let at = R::TABLE.keys.iter().position(|(name, _)| name == key)?;
            row.keys().into_iter().nth(at)
        });
        Cursor { value: value.unwrap_or_else(|| Value::Text(id.clone())), id }
    }

    /// The tests alone: what is counted or swept has no order and no page.
    pub(crate) fn unplaced(mut self) -> Query {
        (self.order, self.after, self.limit) = (None, None, None);
        self
    }

    /// ` WHERE … ORDER BY … LIMIT …` with the values of its places, from `$1` on.
    pub(crate) fn sql(&self, table: &Table, ordered: bool) -> Result<(String, Vec<Value>), Error> {
        let mut values = Vec::new();
        let mut tests = Vec::new();
        let place = |key: &str, value: &Value, values: &mut Vec<Value>| {
            // A key never holds U+0000 (see `Refusal::Nul`), and PostgreSQL cannot even be asked for it.
            if table.key(key) != Some(value.kind()) || value.text().contains('\0') {
                return Err(Error::Query { table: table.name, key: key.to_owned() });
            }
            values.push(value.clone());
            Ok(format!("${}", values.len()))
        };
        for (key, test) in &self.tests {
            tests.push(match test.reduced() {
                Test::Is(value) => format!("{key} = {}", place(key, &value, &mut values)?),
                Test::IsNot(value) => format!("{key} <> {}", place(key, &value, &mut values)?),
                Test::AtLeast(value) => format!("{key} >= {}", place(key, &value, &mut values)?),
                Test::Below(value) => format!("{key} < {}", place(key, &value, &mut values)?),
                Test::OneOf(all) => {
                    let places: Result<Vec<String>, Error> =
                        all.iter().map(|value| place(key, value, &mut values)).collect();
                    let places = places?;
                    if places.is_empty() {
                        "1 = 0".to_owned()
                    } else {
                        format!("{key} IN ({})", places.join(", "))
                    }
                }
            });
        }
        let (key, order) = match &self.order {
            Some((key, order)) => (key.as_str(), *order),
            None => ("id", Order::Asc),
        };
        if table.key(key).is_none() {
            return Err(Error::Query { table: table.name, key: key.to_owned() });
        }
        let (more, word) = if order == Order::Asc { (">", "ASC") } else { ("<", "DESC") };
        if let Some(cursor) = &self.after {
            let value = place(key, &cursor.value, &mut values)?;
            values.push(Value::from(&cursor.id));
            tests.push(format!("({key}, id) {more} ({value}, ${})", values.len()));
        }
        let mut sql = String::new();
        if !tests.is_empty() {
            sql = format!(" WHERE {}", tests.join(" AND "));
        }
        if ordered {
            let by = if key == "id" { format!("id {word}") } else { format!("{key} {word}, id {word}") };
            sql.push_str(&format!(" ORDER BY {by}"));
            if let Some(most) = self.limit {
                sql.push_str(&format!(" LIMIT {most}"));
            }
        }
        Ok((sql, values))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cursors_read_back(id in "[^\0]{0,80}", text in "[^\0]{0,80}", number: i64) {
            for cursor in [Cursor::new(text.as_str(), &id), Cursor::new(number, &id)] {
                prop_assert_eq!(Cursor::parse(&cursor.to_string()), Some(cursor));
            }
        }

        #[test]
        fn no_text_is_too_strange_for_a_cursor(text in ".{0,40}", hex in "([0-9a-f]{2}){0,40}") {
            let _ = Cursor::parse(&text);
            if let Some(cursor) = Cursor::parse(&hex) {
                prop_assert!(!cursor.id.contains('\0') && !cursor.value.text().contains('\0'));
            }
        }
    }

    #[test]
    fn a_query_is_one_statement_for_both_engines() {
        let table = Table { name: "t", keys: &[("at", crate::Kind::Int), ("who", crate::Kind::Text)] };
        let query = Query::new()
            .is("who", "a")
            .one_of("who", ["b", "c\0"])
            .is("who", "\0")
            .at_least("at", 1)
            .order("at", Order::Desc)
            .after(Cursor::new(9, "x"))
            .limit(50);
        let (sql, values) = query.sql(&table, true).unwrap();
        insta::assert_snapshot!(format!("{sql}\n{values:?}"), @r#"
         WHERE who = $1 AND who IN ($2) AND 1 = 0 AND at >= $3 AND (at, id) < ($4, $5) ORDER BY at DESC, id DESC LIMIT 50
        [Text("a"), Text("b"), Int(1), Int(9), Text("x")]
        "#);
    }
}
