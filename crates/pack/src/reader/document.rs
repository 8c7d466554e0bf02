//! A file parsed, and the place findings go to.

use super::{Shape, Table};
use pul_domain::{Finding, Findings, Place};
use std::cell::RefCell;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The files of a pack: path relative to its folder, with `/` between parts, to bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Where the findings of a whole reading are gathered.
#[derive(Debug)]
pub struct Sink {
    findings: RefCell<Findings>,
    shapes: &'static [&'static Shape],
}

impl Sink {
    /// An empty one. `shapes` are all the shapes of the format: a key that is unknown
    /// where it stands but known to another shape is reported as misplaced.
    pub fn new(shapes: &'static [&'static Shape]) -> Sink {
        Sink { findings: RefCell::default(), shapes }
    }

    /// Adds a finding.
    pub fn push(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Another for the same shapes, for a thread of its own.
    pub(crate) fn beside(&self) -> Sink {
        Sink::new(self.shapes)
    }

    /// Adds everything another found.
    pub(crate) fn take_in(&self, other: Findings) {
        self.findings.borrow_mut().extend(other);
    }

    /// Everything found, in the order it was found.
    pub fn into_findings(self) -> Findings {
        self.findings.into_inner()
    }

    /// The shapes that know `key`.
    pub(super) fn homes(&self, key: &str) -> impl Iterator<Item = &'static Shape> {
        self.shapes.iter().copied().filter(move |shape| shape.keys.contains(&key))
    }
}

/// One TOML file.
///
/// A file with syntax errors is still read as far as it goes, so that what it declares
/// is known to others; its other faults are kept back until the syntax is mended,
/// because most of them would be consequences.
#[derive(Debug)]
pub struct Document<'a> {
    path: &'a str,
    starts: Vec<usize>,
    root: Spanned<DeTable<'a>>,
    broken: bool,
}

impl<'a> Document<'a> {
    /// Parses a file and reports every syntax error in it; `None` if it is not text.
    pub fn parse(path: &'a str, bytes: &'a [u8], sink: &Sink) -> Option<Document<'a>> {
        let text = utf8(path, bytes, sink)?;
        let starts = line_starts(text);
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let span = error.span().unwrap_or(0..0);
            let at = text.get(span.clone()).unwrap_or_default();
            let cause = if error.message() == "duplicate key" {
                format!("{at:?} stands here a second time.")
            } else {
                format!("Not TOML: {}.", error.message().trim_end_matches('.'))
            };
            sink.push(Finding::fault(
                if error.message() == "duplicate key" {
                    "duplicate-key"
                } else {
                    "syntax"
                },
                Place::line(path, line_of(&starts, span.start)),
                cause,
                if error.message() == "duplicate key" {
                    "Keep one of the two, or give one another id."
                } else {
                    "Mend the line; texts stand in \"quotes\", lists in [brackets], a table's head is [its-id]."
                },
            ));
        }
        Some(Document { path, starts, root, broken: !errors.is_empty() })
    }

    /// Keeps the path and whether the syntax holds, and gives the rest of the memory back.
    pub(crate) fn without_tables(self) -> Document<'a> {
        let root = Spanned::new(0..0, DeTable::new());
        Document { starts: Vec::new(), root, ..self }
    }

    /// The file's path.
    pub fn path(&self) -> &'a str {
        self.path
    }

    /// Whether it has syntax errors.
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// The file as one table.
    pub fn root<'r>(&'r self, sink: &'r Sink, shape: &'static Shape) -> Table<'r> {
        Table::new(self, sink, shape, None, self.root.get_ref(), 0)
    }

    /// The file as tables by id, `[react]` and so on, in the order of the file.
    ///
    /// A key at the top that is no table is a fault.
    pub fn tables<'r>(&'r self, sink: &'r Sink, shape: &'static Shape) -> Vec<(&'r str, Table<'r>)> {
        let mut out = Vec::new();
        for (key, value) in self.root.get_ref().iter() {
            let id = key.get_ref().as_ref();
            match value.get_ref() {
                DeValue::Table(table) => {
                    let start = value.span().start;
                    out.push((id, Table::new(self, sink, shape, Some(id), table, start)));
                }
                other => self.report(
                    sink,
                    key.span().start,
                    "misplaced-key",
                    format!(
                        "`{id}` stands above every [id] of the file and is {}; this file holds tables, one for each {}.",
                        super::value::describe(other),
                        shape.noun()
                    ),
                    format!("Move it under the [id] of the {} it belongs to.", shape.noun()),
                ),
            }
        }
        out.sort_by_key(|(_, table)| table.offset);
        out
    }

    /// The line of a byte offset, from 1.
    pub(super) fn line(&self, offset: usize) -> u32 {
        line_of(&self.starts, offset)
    }

    /// Reports a fault at a byte offset, unless the file is broken.
    pub(super) fn report(
        &self,
        sink: &Sink,
        offset: usize,
        code: &str,
        cause: impl Into<String>,
        cure: impl Into<String>,
    ) {
        self.report_line(sink, self.line(offset), code, cause, cure);
    }

    /// Reports a fault at a line, unless the file is broken.
    pub(super) fn report_line(
        &self,
        sink: &Sink,
        line: u32,
        code: &str,
        cause: impl Into<String>,
        cure: impl Into<String>,
    ) {
        if !self.broken {
            let place = Place::line(self.path, line);
            sink.push(Finding::fault(code, place, cause, cure));
        }
    }
}

/// The text of a file, or a fault that says at which line it stops being UTF-8.
pub(crate) fn utf8<'a>(path: &str, bytes: &'a [u8], sink: &Sink) -> Option<&'a str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = &bytes[..error.valid_up_to()];
            let line = 1 + good.iter().filter(|b| **b == b'\n').count();
            let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
            sink.push(Finding::fault(
                "not-utf-8",
                Place::line(path, u32::try_from(line).unwrap_or(u32::MAX)),
                format!("The file is not UTF-8 text: byte {byte:#04x} is out of place."),
                "Save the file as UTF-8.",
            ));
            None
        }
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

fn line_of(starts: &[usize], offset: usize) -> u32 {
    u32::try_from(starts.partition_point(|start| *start <= offset)).unwrap_or(u32::MAX)
}
