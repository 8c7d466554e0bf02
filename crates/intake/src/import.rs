//! Importing: tables and JSON Lines become posts, with every finding by row and column.

mod build;
mod check;
mod duplicates;
mod money;
mod numbers;
mod people;
mod posts;
mod rate;
mod rows;
mod schedule;
mod skills;
mod trouble;

pub use check::check_post;
pub use rows::Importer;

use pul_domain::{Finding, Party, Post, Severity};
use std::collections::BTreeMap;

/// A row taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The row, from 1, the header not counted.
    pub row: u64,
    /// Who hands it in; `None` for canonical posts, which name the party by id alone.
    pub party: Option<Party>,
    /// The ask or offer.
    pub post: Post,
}

/// What happens while a file is read, in the order of its rows.
#[derive(Debug)]
pub enum Event {
    /// A row was taken.
    Taken(Box<Taken>),
    /// Something was found.
    Finding(Finding),
    /// So much is done: bytes (rows of a workbook) done and in all, and rows read.
    Progress {
        /// Done so far.
        done: u64,
        /// In all.
        total: u64,
        /// Rows read.
        rows: u64,
    },
}

/// Counts of a file read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows read, the header not counted.
    pub rows: u64,
    /// Rows taken.
    pub taken: u64,
    /// Rows left out because of a fault.
    pub refused: u64,
    /// Rows the mapping does not ask for.
    pub passed_over: u64,
    /// Names of skills read.
    pub skill_names: u64,
    /// Names that no skill of the pack has, with how often they stood there; the first
    /// thousand different ones.
    pub unknown_skills: BTreeMap<String, u64>,
    /// Findings by severity and code.
    pub findings: BTreeMap<(Severity, String), u64>,
}

impl Summary {
    /// How many findings have a code.
    pub fn count(&self, code: &str) -> u64 {
        let of_code = self.findings.iter().filter(|((_, known), _)| known == code);
        of_code.map(|(_, count)| count).sum()
    }

    /// Names of skills that no skill of the pack has, all counted.
    pub fn unknown_skill_names(&self) -> u64 {
        self.count("unknown-skill")
    }
}

/// A file read to the end and kept in memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Rows taken, in order.
    pub taken: Vec<Taken>,
    /// Everything found, in order.
    pub findings: pul_domain::Findings,
    /// Counts.
    pub summary: Summary,
}

impl Imported {
    fn gather(run: impl FnOnce(&mut dyn FnMut(Event)) -> Summary) -> Imported {
        let (mut taken, mut findings) = (Vec::new(), pul_domain::Findings::new());
        let summary = run(&mut |event| match event {
            Event::Taken(one) => taken.push(*one),
            Event::Finding(finding) => findings.push(finding),
            Event::Progress { .. } => {}
        });
        Imported { taken, findings, summary }
    }
}

/// Reads a table through a mapping and keeps everything: for files that fit in memory.
/// A dry run is the same without saving what was taken.
pub fn import(input: &crate::Input<'_>, mapping: &crate::Mapping, pack: &pul_pack::Pack) -> Imported {
    Imported::gather(|on| Importer::new(pack).table(input, mapping, on))
}

/// Reads canonical posts, one JSON object a line, and keeps everything.
pub fn import_posts(input: &crate::Input<'_>, pack: &pul_pack::Pack) -> Imported {
    Imported::gather(|on| Importer::new(pack).posts(input, on))
}
