//! Reads whole files, one row at a time.

use super::build::RowReader;
use super::duplicates::{Repeat, Seen, near_print};
use super::skills::SUGGESTED;
use super::{Event, Summary, Taken};
use crate::mapping::{Mapping, Near, Only, Test};
use crate::table::{self, Cell, Input, Read, Row};
use crate::words::Words;
use pul_domain::{Finding, Findings, Party, Place, Post, Severity};
use pul_pack::Pack;

/// After how many rows progress is told.
const TELL_EVERY: u64 = 256;

/// How many different unknown names are kept.
const UNKNOWN_KEPT: usize = 1000;

/// Reads files one after another; ids must differ across all of them.
///
/// Only the row being read is held, besides a fingerprint and the id of each row taken.
#[derive(Debug)]
pub struct Importer<'p> {
    pub(super) pack: &'p Pack,
    words: Option<Words>,
    suggestions: std::cell::Cell<u32>,
    pub(super) seen: Seen,
}

/// Counts findings as they are passed on.
pub(super) struct Teller<'t> {
    pub summary: Summary,
    pub on: &'t mut dyn FnMut(Event),
}

impl Teller<'_> {
    pub fn find(&mut self, finding: Finding) {
        let key = (finding.severity, finding.code.clone());
        *self.summary.findings.entry(key).or_default() += 1;
        (self.on)(Event::Finding(finding));
    }

    pub fn find_all(&mut self, findings: Findings) {
        findings.into_iter().for_each(|finding| self.find(finding));
    }

    pub fn progress(&mut self, (done, total): (u64, u64)) {
        if self.summary.rows.is_multiple_of(TELL_EVERY) {
            (self.on)(Event::Progress { done, total, rows: self.summary.rows });
        }
    }

    /// Says that a file gave nothing, unless it is plain why.
    pub fn nothing_taken(&mut self, name: &str) {
        let told = self.summary.rows == 0 && !self.summary.findings.is_empty();
        if self.summary.taken > 0 || told {
            return;
        }
        let summary = &self.summary;
        let cause = match summary.rows {
            0 => "There is no row under the header.".to_owned(),
            rows => format!(
                "Of {rows} rows, {} were refused and {} passed over; none was taken.",
                summary.refused, summary.passed_over
            ),
        };
        self.find(Finding::fault(
            "nothing-taken",
            Place::file(name),
            cause,
            "Mend the rows by their findings, or the mapping's [[only]].",
        ));
    }
}

impl<'p> Importer<'p> {
    /// An importer that has read nothing yet.
    pub fn new(pack: &'p Pack) -> Importer<'p> {
        Importer { pack, words: None, suggestions: std::cell::Cell::new(SUGGESTED), seen: Seen::default() }
    }

    /// Reads a table through a mapping, telling each row taken, each finding, and
    /// progress. Rows with a fault are left out whole; the others are taken.
    pub fn table(&mut self, input: &Input<'_>, mapping: &Mapping, on: &mut dyn FnMut(Event)) -> Summary {
        if mapping.from_text.is_some() && self.words.is_none() {
            self.words = Some(Words::new(self.pack));
        }
        self.seen.next_file();
        self.suggestions.set(SUGGESTED);
        let mut teller = Teller { summary: Summary::default(), on };
        let mut notes = Findings::new();
        table::each_row(input, &mapping.reading, &mapping.columns, &mut notes, &mut |read, at| {
            teller.summary.rows += 1;
            match read {
                Read::Refused(faults) => {
                    teller.summary.refused += 1;
                    teller.find_all(faults);
                }
                Read::Row(row) => self.row(input.name, &row, mapping, &mut teller),
            }
            teller.progress(at);
        });
        teller.find_all(notes);
        teller.nothing_taken(input.name);
        teller.summary
    }

    fn row(&mut self, file: &str, row: &Row, mapping: &Mapping, teller: &mut Teller<'_>) {
        if !mapping.only.iter().all(|only| meets(row, only, mapping)) {
            teller.summary.passed_over += 1;
            return;
        }
        let mut reader = RowReader {
            file,
            row,
            mapping,
            pack: self.pack,
            words: self.words.as_ref(),
            suggestions: &self.suggestions,
            findings: Findings::new(),
            skill_names: 0,
            unknown_skills: Vec::new(),
        };
        let read = reader.read();
        teller.summary.skill_names += reader.skill_names;
        for name in reader.unknown_skills {
            let known = &mut teller.summary.unknown_skills;
            if known.len() < UNKNOWN_KEPT || known.contains_key(&name) {
                *known.entry(name).or_default() += 1;
            }
        }
        teller.find_all(reader.findings);
        match read {
            Some((party, post)) => {
                let apart: Vec<String> =
                    mapping.duplicates.apart.iter().map(|at| cell_text(row, *at)).collect();
                let near = near_print(Some(&party), &post, &apart);
                self.take(
                    file,
                    (row.number, row.print, near),
                    mapping.duplicates.near,
                    Some(party),
                    post,
                    teller,
                );
            }
            None => teller.summary.refused += 1,
        }
    }

    /// Takes a post unless it repeats one.
    pub(super) fn take(
        &mut self,
        file: &str,
        (number, print, near): (u64, u128, u128),
        rule: Near,
        party: Option<Party>,
        post: Post,
        teller: &mut Teller<'_>,
    ) {
        let repeat = self.seen.repeat(print, near, &post.common().id);
        let finding = repeat.and_then(|repeat| repeated(file, number, repeat, rule, &post));
        let refused = finding.as_ref().is_some_and(|finding| finding.severity == Severity::Fault);
        finding.into_iter().for_each(|finding| teller.find(finding));
        if refused {
            teller.summary.refused += 1;
            return;
        }
        self.seen.add(number, print, near, &post.common().id);
        teller.summary.taken += 1;
        (teller.on)(Event::Taken(Box::new(Taken { row: number, party, post })));
    }
}

fn repeated(file: &str, number: u64, repeat: Repeat, rule: Near, post: &Post) -> Option<Finding> {
    let mut place = Place::file(file);
    place.row = Some(number);
    Some(match repeat {
        Repeat::Row(first) => Finding::fault(
            "duplicate-row",
            place,
            format!("The row is the same as row {first}."),
            "Take one of the two away.",
        )
        .with("row", first),
        Repeat::Id(first) => Finding::fault(
            "duplicate-id",
            place,
            format!(
                "The id {} is that of row {first} already (of this file or one read before).",
                post.common().id
            ),
            "Give each post an id of its own.",
        )
        .with("text", &post.common().id)
        .with("row", first),
        Repeat::Near(first) => {
            let cause = format!("Party, place and skills are those of row {first}: perhaps one thing twice.");
            let cure = "Take one away if so; if not, name a column that keeps them apart under [duplicates] in the mapping.";
            match rule {
                Near::Ignore => return None,
                Near::Warn => Finding::warning("near-duplicate", place, cause, cure).with("row", first),
                Near::Refuse => Finding::fault("near-duplicate", place, cause, cure).with("row", first),
            }
        }
    })
}

fn cell_text(row: &Row, at: usize) -> String {
    match row.cells.get(at) {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::List(list)) => list.join(";"),
        _ => String::new(),
    }
}

/// Whether a row meets a condition.
fn meets(row: &Row, only: &Only, mapping: &Mapping) -> bool {
    let text = cell_text(row, only.column).to_lowercase();
    let stated = !text.is_empty() && !mapping.habits.empty.contains(&text);
    match &only.test {
        Test::Is(list) => list.contains(&text),
        Test::IsNot(list) => !list.contains(&text),
        Test::Stated(wanted) => stated == *wanted,
        Test::Within(least, most) => {
            let number: Option<i64> = text.strip_suffix(".0").unwrap_or(&text).parse().ok();
            number.is_some_and(|number| (*least..=*most).contains(&number))
        }
    }
}
