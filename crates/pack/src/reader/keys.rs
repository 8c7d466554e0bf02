//! Reading the keys of a table, each by the type it must have.

use super::value::{describe, short};
use super::{At, Shape, Table, nearest};
use jiff::civil::Date;
use std::ops::RangeInclusive;
use toml::Spanned;
use toml::de::DeValue;

impl<'r> Table<'r> {
    /// A text that must be there and not be blank.
    pub fn text(&self, key: &'static str) -> Option<&'r str> {
        self.required(key, "text in \"quotes\"");
        self.opt_text(key)
    }

    /// A text that may be absent, but not blank.
    pub fn opt_text(&self, key: &'static str) -> Option<&'r str> {
        let (_, value) = self.look(key)?;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                self.fault(
                    key,
                    "empty-text",
                    format!("{}: `{key}` is blank.", self.name()),
                    "Write the text, or take the key away if it may be absent.",
                );
                None
            }
            DeValue::String(text) => Some(text.as_ref()),
            other => self.wrong(key, "text in \"quotes\"", other),
        }
    }

    /// A text that must be one of `words`; gives what stands beside the word.
    pub fn choice<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        self.choose(key, text, words)
    }

    /// As [`Table::choice`], but the key may be absent.
    pub fn opt_choice<T: Copy>(&self, key: &'static str, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.opt_text(key)?;
        self.choose(key, text, words)
    }

    /// One of `words`, read from `text`; a fault at `key` if it is none of them.
    pub fn choose<T: Copy>(&self, key: &str, text: &str, words: &[(&'static str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let cure = match nearest(text, names.iter().copied()) {
                Some(near) => format!("Did you mean {near:?}? Known: {}.", names.join(", ")),
                None => format!("Write one of: {}.", names.join(", ")),
            };
            self.fault(
                key,
                "unknown-word",
                format!("{}: {:?} is no known `{key}`.", self.name(), short(text)),
                cure,
            );
        }
        found.map(|(_, value)| *value)
    }

    /// A list of texts; empty if absent. Parts that are no text are reported and left out.
    pub fn texts(&self, key: &'static str) -> Vec<At<&'r str>> {
        let Some((_, value)) = self.look(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong::<()>(key, "a list of texts, [\"one\", \"two\"]", value.get_ref());
            return Vec::new();
        };
        let mut out = Vec::with_capacity(list.len());
        for part in list.iter() {
            match part.get_ref() {
                DeValue::String(text) if !text.trim().is_empty() => {
                    out.push(At { value: text.as_ref(), line: self.document.line(part.span().start) })
                }
                other => {
                    self.wrong_at::<()>(part.span().start, key, "a list of texts that are not blank", other);
                }
            }
        }
        out
    }

    /// A whole number within `range` that must be there.
    pub fn integer(&self, key: &'static str, range: RangeInclusive<i64>) -> Option<i64> {
        self.required(key, "a whole number");
        self.opt_integer(key, range)
    }

    /// A whole number within `range` that may be absent.
    pub fn opt_integer(&self, key: &'static str, range: RangeInclusive<i64>) -> Option<i64> {
        let (_, value) = self.look(key)?;
        self.number(|| key.to_owned(), value, range)
    }

    /// A whole number if there is one under the key; reports nothing.
    pub fn peek_integer(&self, key: &str) -> Option<i64> {
        let (_, value) = self.find(key)?;
        let DeValue::Integer(integer) = value.get_ref() else {
            return None;
        };
        i64::from_str_radix(integer.as_str(), integer.radix()).ok()
    }

    /// `true` or `false`; `false` if absent.
    pub fn flag(&self, key: &'static str) -> bool {
        match self.look(key).map(|(_, value)| value.get_ref()) {
            None => false,
            Some(DeValue::Boolean(flag)) => *flag,
            Some(other) => {
                self.wrong::<()>(key, "true or false", other);
                false
            }
        }
    }

    /// A civil date, `"2026-11-23"`, that must be there.
    pub fn date(&self, key: &'static str) -> Option<Date> {
        self.required(key, "a date, \"2026-11-23\"");
        self.opt_date(key)
    }

    /// A civil date that may be absent.
    pub fn opt_date(&self, key: &'static str) -> Option<Date> {
        let (_, value) = self.look(key)?;
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            other => return self.wrong(key, "a date, \"2026-11-23\"", other),
        };
        let date = (text.len() == 10).then(|| text.parse::<Date>().ok()).flatten();
        if date.is_none() {
            self.fault(
                key,
                "bad-date",
                format!("{}: `{key}` is {:?}, which is no date of the calendar.", self.name(), short(&text)),
                "Write year, month and day, \"2026-11-23\".",
            );
        }
        date
    }

    /// A table under `key`, in line or with a head of its own.
    pub fn table(&self, key: &'static str, shape: &'static Shape) -> Option<Table<'r>> {
        let (_, value) = self.look(key)?;
        match value.get_ref() {
            DeValue::Table(table) => Some(self.within(shape, None, table, value.span().start)),
            other => self.wrong(key, "a table", other),
        }
    }

    /// Tables under `key`, `[[city]]`, in the order of the file; none if absent.
    pub fn tables(&self, key: &'static str, shape: &'static Shape) -> Vec<Table<'r>> {
        let Some((_, value)) = self.look(key) else {
            return Vec::new();
        };
        let DeValue::Array(list) = value.get_ref() else {
            self.wrong::<()>(key, "a list of tables, [[…]]", value.get_ref());
            return Vec::new();
        };
        let mut out = Vec::with_capacity(list.len());
        for part in list.iter() {
            let start = part.span().start;
            match part.get_ref() {
                DeValue::Table(table) => out.push(self.within(shape, None, table, start)),
                other => {
                    self.wrong_at::<()>(start, key, "a list of tables", other);
                }
            }
        }
        out
    }

    /// Whole numbers by name, `{ javascript = 90 }`, each within `range`, in the order of
    /// the file; none if absent. Numbers out of range are reported and left out.
    pub fn numbers(&self, key: &'static str, range: RangeInclusive<i64>) -> Vec<(At<&'r str>, i64)> {
        let mut out = Vec::new();
        for (name, offset, value) in self.entries(key, "numbers by name, { name = 90 }") {
            let line = self.document.line(offset);
            if let Some(number) = self.number(|| format!("{key}.{}", short(name)), value, range.clone()) {
                out.push((At { value: name, line }, number));
            }
        }
        out
    }

    /// Texts by name, `{ province = "ON" }`, in the order of the file; none if absent.
    pub fn texts_by_name(&self, key: &'static str) -> Vec<(At<&'r str>, &'r str)> {
        let mut out = Vec::new();
        for (name, offset, value) in self.entries(key, "texts by name, { name = \"text\" }") {
            let line = self.document.line(offset);
            match value.get_ref() {
                DeValue::String(text) => out.push((At { value: name, line }, text.as_ref())),
                other => {
                    self.wrong_at::<()>(offset, key, "texts by name", other);
                }
            }
        }
        out
    }

    /// Every key of the table with its text, in the order of the file: for tables whose
    /// keys are named elsewhere in the pack. Such a table needs no [`Table::finish`].
    pub fn every_text(&self) -> Vec<(At<&'r str>, &'r str)> {
        let mut out = Vec::new();
        for (name, value) in self.table.iter() {
            let (name, start) = (name.get_ref().as_ref(), name.span().start);
            match value.get_ref() {
                DeValue::String(text) => out.push((start, name, text.as_ref())),
                other => {
                    self.wrong_at::<()>(start, name, "text in \"quotes\"", other);
                }
            }
        }
        out.sort_by_key(|(start, ..)| *start);
        let at = |(start, name, text)| (At { value: name, line: self.document.line(start) }, text);
        out.into_iter().map(at).collect()
    }

    fn entries(&self, key: &'static str, wanted: &str) -> Vec<(&'r str, usize, &'r Spanned<DeValue<'r>>)> {
        let Some((_, value)) = self.look(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong::<()>(key, wanted, value.get_ref());
            return Vec::new();
        };
        let mut entries: Vec<_> =
            table.iter().map(|(name, value)| (name.get_ref().as_ref(), name.span().start, value)).collect();
        entries.sort_by_key(|(_, offset, _)| *offset);
        entries
    }

    /// `key` names the place in a finding, and is asked for only then.
    fn number(
        &self,
        key: impl Fn() -> String,
        value: &Spanned<DeValue<'_>>,
        range: RangeInclusive<i64>,
    ) -> Option<i64> {
        let DeValue::Integer(integer) = value.get_ref() else {
            return self.wrong_at(value.span().start, &key(), "a whole number", value.get_ref());
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        let fits = number.filter(|number| range.contains(number));
        if fits.is_none() {
            self.document.report(
                self.sink,
                value.span().start,
                "out-of-range",
                format!("{}: `{}` is {integer}, which is out of range.", self.name(), key()),
                format!("Write a whole number from {} to {}.", range.start(), range.end()),
            );
        }
        fits
    }

    fn required(&self, key: &'static str, wanted: &str) {
        if self.find(key).is_none() {
            let cause = format!("{}: `{key}` is missing.", self.name());
            self.fault(key, "missing-key", cause, format!("Add `{key}`: {wanted}."));
        }
    }

    fn wrong<T>(&self, key: &str, wanted: &str, found: &DeValue<'_>) -> Option<T> {
        let at = self.find(key).map_or(self.offset, |(at, _)| at);
        self.wrong_at(at, key, wanted, found)
    }

    fn wrong_at<T>(&self, at: usize, key: &str, wanted: &str, found: &DeValue<'_>) -> Option<T> {
        let cause = format!("{}: `{key}` wants {wanted}, but here is {}.", self.name(), describe(found));
        self.document.report(self.sink, at, "wrong-type", cause, format!("Write {wanted}."));
        None
    }
}
