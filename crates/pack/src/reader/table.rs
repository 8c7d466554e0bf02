//! One table, read key by key.

use super::value::short;
use super::{Document, Shape, Sink, nearest};
use pul_domain::Place;
use std::cell::RefCell;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A value and the line it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// The line, from 1.
    pub line: u32,
}

/// One table of a [`Document`], read key by key. Every method that reads reports what is
/// wrong to the [`Sink`] and gives `None` or leaves the bad part out, so that reading
/// goes on. Call [`Table::finish`] last.
#[derive(Debug)]
pub struct Table<'r> {
    pub(super) document: &'r Document<'r>,
    pub(super) sink: &'r Sink,
    shape: &'static Shape,
    id: Option<&'r str>,
    pub(super) table: &'r DeTable<'r>,
    pub(super) offset: usize,
    /// Keys asked for, which a test holds against the shape.
    asked: RefCell<Vec<&'static str>>,
}

impl<'r> Table<'r> {
    pub(super) fn new(
        document: &'r Document<'r>,
        sink: &'r Sink,
        shape: &'static Shape,
        id: Option<&'r str>,
        table: &'r DeTable<'r>,
        offset: usize,
    ) -> Table<'r> {
        Table { document, sink, shape, id, table, offset, asked: RefCell::default() }
    }

    /// The line of the table's head.
    pub fn line(&self) -> u32 {
        self.document.line(self.offset)
    }

    /// The line of a key of the table; of the head if it has none such.
    pub fn line_of(&self, key: &str) -> u32 {
        match self.find(key) {
            Some((at, _)) => self.document.line(at),
            None => self.line(),
        }
    }

    /// The file it stands in.
    pub fn path(&self) -> &'r str {
        self.document.path()
    }

    /// The file and line of its head.
    pub fn place(&self) -> Place {
        Place::line(self.path(), self.line())
    }

    /// Whether the table has this key.
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// The thing in words, for findings: ``skill `react` ``. A table without an id of its
    /// own goes by what stands under `id` or `label`.
    pub fn name(&self) -> String {
        let under = |key| match self.find(key).map(|(_, value)| value.get_ref()) {
            Some(DeValue::String(text)) => Some(text.as_ref()),
            _ => None,
        };
        match self.id.or_else(|| under("id")).or_else(|| under("label")) {
            Some(id) => format!("{} `{}`", self.shape.noun(), short(id)),
            None => self.shape.noun().to_owned(),
        }
    }

    /// Reports a fault at `key` (at the head of the table if it has no such key).
    pub fn fault(&self, key: &str, code: &str, cause: impl Into<String>, cure: impl Into<String>) {
        let at = self.find(key).map_or(self.offset, |(at, _)| at);
        self.document.report(self.sink, at, code, cause, cure);
    }

    /// Reports a fault at a line of the table's file, as [`At`] gives it.
    pub fn fault_at(&self, line: u32, code: &str, cause: impl Into<String>, cure: impl Into<String>) {
        self.document.report_line(self.sink, line, code, cause, cure);
    }

    /// Reports every key that the shape does not know: misplaced if another shape knows
    /// it, else unknown with the nearest known key. Asking a table for a key outside its
    /// shape is a mistake of the program, which debug builds stop at.
    pub fn finish(self) {
        for key in self.asked.borrow().iter() {
            debug_assert!(self.shape.keys.contains(key), "{key} is not in {:?}", self.shape);
        }
        for (key, _) in self.table.iter() {
            let (name, at) = (key.get_ref().as_ref(), key.span().start);
            if self.shape.keys.contains(&name) {
                continue;
            }
            let mut homes: Vec<&str> = self.sink.homes(name).map(|shape| shape.what).collect();
            homes.dedup();
            let near = nearest(name, self.shape.keys.iter().copied());
            let known = self.shape.keys.join(", ");
            if homes.is_empty() || near.is_some_and(|near| strsim::osa_distance(near, name) < 2) {
                let cure = match near {
                    Some(near) => format!("Did you mean `{near}`?"),
                    None => format!("Take it away; {} has: {known}.", self.shape.what),
                };
                let cause = format!("{}: unknown key `{}`.", self.name(), short(name));
                self.document.report(self.sink, at, "unknown-key", cause, cure);
            } else {
                let cause =
                    format!("{}: `{name}` is misplaced; it belongs to {}.", self.name(), homes.join(" or "));
                let cure = format!(
                    "Move it to where it belongs (a key counts to the last [head] above it); {} has: {known}.",
                    self.shape.what
                );
                self.document.report(self.sink, at, "misplaced-key", cause, cure);
            }
        }
    }

    pub(super) fn within(
        &self,
        shape: &'static Shape,
        id: Option<&'r str>,
        table: &'r DeTable<'r>,
        offset: usize,
    ) -> Table<'r> {
        Table::new(self.document, self.sink, shape, id, table, offset)
    }

    pub(super) fn look(&self, key: &'static str) -> Option<(usize, &'r Spanned<DeValue<'r>>)> {
        if cfg!(debug_assertions) {
            self.asked.borrow_mut().push(key);
        }
        self.find(key)
    }

    pub(super) fn find(&self, key: &str) -> Option<(usize, &'r Spanned<DeValue<'r>>)> {
        let (key, value) = self.table.get_key_value(key)?;
        Some((key.span().start, value))
    }
}
