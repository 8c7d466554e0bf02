//! Rows of a JSON Lines file: one object a line, its keys the columns.

use super::{Cell, Input, LARGEST_FIELD, Print, Read, Row, Strict, Take, encoding, number};
use super::{short, too_large};
use pul_domain::{Finding, Findings, Place};
use serde_json::Value;
use std::borrow::Cow;

/// The longest line taken, in bytes.
const LONGEST_LINE: usize = 16 << 20;

/// Lines of a JSON Lines file, blank ones left out, each read strictly.
pub(crate) struct Lines<'a> {
    name: &'a str,
    text: Cow<'a, str>,
    at: usize,
    line: u32,
    number: u64,
}

/// A line that was read, or why it was not.
pub(crate) struct Line {
    /// Row, from 1, blank lines not counted.
    pub row: u64,
    /// Line of the file, from 1.
    pub line: u32,
    /// What it says.
    pub value: Result<Value, Box<Finding>>,
}

/// Opens a JSON Lines file.
pub(crate) fn lines<'a>(input: &Input<'a>, notes: &mut Findings) -> Option<Lines<'a>> {
    let text = encoding::decode(input.name, input.bytes, notes);
    if text.trim().is_empty() {
        notes.push(Finding::fault(
            "empty-file",
            Place::file(input.name),
            "There is nothing in it.",
            "Hand in a file with one JSON object on each line.",
        ));
        return None;
    }
    Some(Lines { name: input.name, text, at: 0, line: 0, number: 0 })
}

impl Lines<'_> {
    /// The next line that is not blank.
    pub(crate) fn next_line(&mut self) -> Option<Line> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let text = rest[..end].trim();
            self.at += end;
            self.line = self.line.saturating_add(1);
            if text.is_empty() {
                continue;
            }
            self.number += 1;
            let (row, line) = (self.number, self.line);
            return Some(Line { row, line, value: self.parse(text, row) });
        }
    }

    /// How far the reading is: done and total, in bytes.
    pub(crate) fn progress(&self) -> (u64, u64) {
        (self.at as u64, self.text.len() as u64)
    }

    fn parse(&self, text: &str, row: u64) -> Result<Value, Box<Finding>> {
        let refuse = |code: &str, cause: String, cure: &str| {
            let mut place = Place::line(self.name, self.line);
            place.row = Some(row);
            Box::new(Finding::fault(code, place, cause, cure))
        };
        if text.len() > LONGEST_LINE {
            let cause = format!("The line holds {} bytes; at most {LONGEST_LINE} are taken.", text.len());
            return Err(refuse("field-too-large", cause, "Write one record on each line."));
        }
        match serde_json::from_str::<Strict>(text) {
            Ok(Strict(value @ Value::Object(_))) => Ok(value),
            Ok(_) => Err(refuse(
                "bad-json",
                "The line is JSON but no object.".to_owned(),
                "Write one {\"key\": value} object on each line; a file that is one long list is no JSON Lines file.",
            )),
            Err(error) => Err(refuse(
                "bad-json",
                format!("Not JSON: {error}."),
                "Mend the line; every record stands on one line of its own.",
            )),
        }
    }
}

pub(super) fn each_row(input: &Input<'_>, wanted: &[String], notes: &mut Findings, take: &mut Take<'_>) {
    let Some(mut lines) = lines(input, notes) else {
        return;
    };
    while let Some(line) = lines.next_line() {
        let read = match line.value {
            Ok(value) => row(input.name, line.row, &value, wanted),
            Err(finding) => Read::Refused(Findings(vec![*finding])),
        };
        take(read, lines.progress());
    }
}

fn row(name: &str, number: u64, value: &Value, wanted: &[String]) -> Read {
    let mut print = Print::new();
    print.part(value.to_string().as_bytes());
    let mut cells = Vec::with_capacity(wanted.len());
    let mut faults = Findings::new();
    for column in wanted {
        match cell(find(value, column)) {
            Ok(cell) => cells.push(cell),
            Err(bytes) => faults.push(too_large(name, number, column, bytes)),
        }
    }
    if faults.is_empty() {
        Read::Row(Row { number, cells, print: print.get() })
    } else {
        Read::Refused(faults)
    }
}

/// The value under a column: the key itself, or a path of keys with dots between.
fn find<'v>(value: &'v Value, column: &str) -> &'v Value {
    const NULL: &Value = &Value::Null;
    if let Some(found) = value.get(column) {
        return found;
    }
    column.split('.').try_fold(value, |value, key| value.get(key)).unwrap_or(NULL)
}

/// A value as a cell; the size of one that is too large as the error.
fn cell(value: &Value) -> Result<Cell, usize> {
    let sized = |text: &str| {
        if text.len() > LARGEST_FIELD { Err(text.len()) } else { Ok(Cell::text(text)) }
    };
    match value {
        Value::Null => Ok(Cell::Empty),
        Value::Array(list) => {
            let mut texts = Vec::with_capacity(list.len());
            for part in list {
                match cell(part)? {
                    Cell::Empty => {}
                    Cell::Text(text) => texts.push(text),
                    Cell::List(more) => texts.extend(more),
                }
            }
            Ok(if texts.is_empty() { Cell::Empty } else { Cell::List(texts) })
        }
        Value::String(text) => sized(text),
        Value::Bool(flag) => Ok(Cell::Text(flag.to_string())),
        Value::Number(n) => match n.as_f64() {
            Some(float) if n.is_f64() => Ok(Cell::Text(number::plain(float))),
            _ => Ok(Cell::Text(n.to_string())),
        },
        Value::Object(_) => sized(&short(&value.to_string())),
    }
}
