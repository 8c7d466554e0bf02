//! Lists: `A, B and C`.

use crate::table::{ListPattern, Table};
use crate::{Locale, bidi};

impl Locale {
    /// Joins with "and". Items are isolated from each other when isolates are on.
    pub fn list_and<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        join(&Table::of(self.language()).and, &self.isolated(items))
    }

    /// Joins with "or".
    pub fn list_or<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> String {
        join(&Table::of(self.language()).or, &self.isolated(items))
    }

    fn isolated<T: AsRef<str>>(&self, items: impl IntoIterator<Item = T>) -> Vec<String> {
        let each = |item: T| match self.isolates() {
            true => bidi::isolate(item.as_ref()),
            false => item.as_ref().to_owned(),
        };
        items.into_iter().map(each).collect()
    }
}

/// Joins from the end, as CLDR's patterns are meant: the last two by `end`, each one before
/// by `middle`, the first by `start`.
pub(crate) fn join(pattern: &ListPattern, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first, second] => fill(pattern.two, first, second),
        [first, middle @ .., before, last] => {
            let tail = fill(pattern.end, before, last);
            let tail = middle.iter().rev().fold(tail, |tail, item| fill(pattern.middle, item, &tail));
            fill(pattern.start, first, &tail)
        }
    }
}

/// A CLDR pattern of two places. Done in one pass, so that braces inside a part stay as they
/// are; a quoted word in the pattern loses its quotes.
pub(crate) fn fill(pattern: &str, zero: &str, one: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + zero.len() + one.len());
    let mut rest = pattern;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("{0}") {
            out.push_str(zero);
            rest = after;
        } else if let Some(after) = rest.strip_prefix("{1}") {
            out.push_str(one);
            rest = after;
        } else {
            if c != '\'' {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}
