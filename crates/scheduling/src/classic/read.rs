//! Reads the data files of the Business-to-Business Meeting Scheduling Problem.
//!
//! The layout is MiniZinc's, and any layout MiniZinc accepts is accepted: blanks, comments,
//! trailing commas, ranges, names in any order. The meaning is held strictly, and every
//! fault is told at once.

use super::lexer::{Lexer, Token};
use super::meaning;
use super::values::{self, Value};
use pul_domain::{ClassicProblem, Finding, Findings, Place};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// The largest file that is read, in bytes.
pub const LARGEST_FILE: usize = 8 << 20;
/// After so many findings the rest is only counted.
const MOST_FINDINGS: usize = 200;

/// The names the format has; the last two repeat what `requested` says.
const NAMES: [&str; 11] = [
    "nBusiness",
    "nMeetings",
    "nTables",
    "nTotalSlots",
    "nMorningSlots",
    "requested",
    "forbidden",
    "fixed",
    "precedences",
    "nMeetingsBusiness",
    "meetingsxBusiness",
];

/// What each name was set to, with the line of the name.
pub(super) type Assigned = BTreeMap<String, (Value, u32)>;

/// Reads a `.dzn` file called `name`.
///
/// The problem is there when nothing in the findings is a fault. Participants, meetings and
/// slots are counted from 1 in the file and from 0 in the problem. A 0 in a set of forbidden
/// slots or of precedences stands for nothing, as the published files have it.
pub fn read_dzn(name: &str, bytes: &[u8]) -> (Option<ClassicProblem>, Findings) {
    let mut told = Told::new(name);
    let problem = match text_of(bytes, &mut told) {
        Some(text) => {
            let assigned = assignments(text, &mut told);
            meaning::problem(&assigned, &mut told)
        }
        None => None,
    };
    let findings = told.finish();
    (problem.filter(|_| !findings.has_faults()), findings)
}

fn text_of<'a>(bytes: &'a [u8], told: &mut Told) -> Option<&'a str> {
    if bytes.len() > LARGEST_FILE {
        let cause = format!("The file has {} bytes; at most {LARGEST_FILE} are read.", bytes.len());
        told.fault("too-large", 1, None, cause, "Split the event into several problems.");
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let line = 1 + before.iter().filter(|b| **b == b'\n').count() as u32;
            told.fault("not-text", line, None, "The file is not UTF-8 text.".into(), "Save it as UTF-8.");
            None
        }
    }
}

fn assignments(text: &str, told: &mut Told) -> Assigned {
    let mut lexer = Lexer::new(text);
    let mut assigned = Assigned::new();
    loop {
        let (token, line) = lexer.next();
        match token {
            Token::End => return assigned,
            Token::Mark(';') => {}
            Token::Name(name) => assignment(name, line, &mut lexer, &mut assigned, told),
            other => {
                let cause = format!("{other} stands where a name should.");
                told.fault("syntax", line, None, cause, "Write `name = value;`.");
                skip(&mut lexer);
            }
        }
    }
}

fn assignment(name: String, line: u32, lexer: &mut Lexer<'_>, assigned: &mut Assigned, told: &mut Told) {
    if lexer.peek().0 != &Token::Mark('=') {
        let cause = format!("`{name}` is not followed by `=`.");
        told.fault("syntax", line, Some(&name), cause, "Write `name = value;`.");
        return skip(lexer);
    }
    lexer.next();
    if !NAMES.contains(&name.as_str()) {
        let cause = format!("`{name}` is no name of this problem and is passed over.");
        told.note("unknown-name", line, Some(&name), cause, "Take it out, or mend its spelling.");
        return skip(lexer);
    }
    match values::value(lexer) {
        Ok(value) => {
            let (end, at) = (lexer.peek().0.clone(), lexer.peek().1);
            if !matches!(end, Token::Mark(';') | Token::End) {
                let cause = format!("{end} follows the value of `{name}`.");
                told.fault("syntax", at, Some(&name), cause, "End the value with `;`.");
                skip(lexer);
            }
            match assigned.entry(name) {
                Entry::Vacant(free) => {
                    free.insert((value, line));
                }
                Entry::Occupied(taken) => {
                    let name = taken.key();
                    let cause = format!("`{name}` is set a second time.");
                    told.fault("set-twice", line, Some(name), cause, "Leave one of the two.");
                }
            }
        }
        Err(stop) => {
            let cause = format!("In `{name}`: {} stands where {} should.", stop.found, stop.wanted);
            told.fault("syntax", stop.line, Some(&name), cause, "Mend the value.");
            told.unread.push(name);
            skip(lexer);
        }
    }
}

/// To the end of the statement, so that the next is read.
fn skip(lexer: &mut Lexer<'_>) {
    while !matches!(lexer.peek().0, Token::Mark(';') | Token::End) {
        lexer.next();
    }
}

/// Findings of one file as they are made.
pub(super) struct Told {
    file: String,
    findings: Findings,
    more: usize,
    /// Names whose value could not be read: their absence is not a second fault.
    pub(super) unread: Vec<String>,
}

impl Told {
    fn new(file: &str) -> Self {
        Told { file: file.to_owned(), findings: Findings::new(), more: 0, unread: Vec::new() }
    }

    fn place(&self, line: u32, field: Option<&str>) -> Place {
        let place = Place::line(&self.file, line);
        match field {
            Some(field) => place.field(field),
            None => place,
        }
    }

    fn push(&mut self, finding: Finding) {
        if self.findings.0.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.more += 1;
        }
    }

    pub(super) fn fault(&mut self, code: &str, line: u32, field: Option<&str>, cause: String, cure: &str) {
        let place = self.place(line, field);
        self.push(Finding::fault(code, place, cause, cure));
    }

    pub(super) fn warning(&mut self, code: &str, line: u32, field: Option<&str>, cause: String, cure: &str) {
        let place = self.place(line, field);
        self.push(Finding::warning(code, place, cause, cure));
    }

    fn note(&mut self, code: &str, line: u32, field: Option<&str>, cause: String, cure: &str) {
        let place = self.place(line, field);
        self.push(Finding::note(code, place, cause, cure));
    }

    fn finish(mut self) -> Findings {
        self.findings.0.sort_by_key(|finding| finding.place.line);
        if self.more > 0 {
            // A fault, because one may be among those that were not kept.
            self.findings.push(Finding::fault(
                "more",
                Place::file(&self.file),
                format!("{} more findings are not shown.", self.more),
                "Mend those above and read the file again.",
            ));
        }
        self.findings
    }
}
