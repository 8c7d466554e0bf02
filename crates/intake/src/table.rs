//! Tables: whatever was handed in, read as rows of texts, one row at a time.

mod csv_rows;
mod delimiter;
mod encoding;
mod json_rows;
mod number;
mod strict_json;
mod xlsx_rows;

pub(crate) use json_rows::lines;
pub(crate) use strict_json::Strict;

use pul_domain::{Finding, Findings, Place};

/// The largest field taken, in bytes. A longer one is refused with its row: it is
/// nearly always a quote that was never closed.
pub const LARGEST_FIELD: usize = 1 << 20;

/// What kind of file was handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Values between delimiters: CSV, TSV and the like.
    Csv,
    /// An Excel workbook (Office Open XML).
    Xlsx,
    /// One JSON object on each line.
    JsonLines,
}

impl Format {
    /// The format a file name's ending tells of, any case.
    pub fn of_name(name: &str) -> Option<Format> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        match ending.as_str() {
            "csv" | "tsv" | "tab" | "txt" => Some(Format::Csv),
            "xlsx" | "xlsm" => Some(Format::Xlsx),
            "jsonl" | "ndjson" => Some(Format::JsonLines),
            _ => None,
        }
    }
}

/// What was handed in: its bytes, what they are and the name findings call it by.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The name used in findings.
    pub name: &'a str,
    /// The kind of file.
    pub format: Format,
    /// The whole file.
    pub bytes: &'a [u8],
}

/// How the mapping says the table is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Delimiter of values; detected if `None`.
    pub delimiter: Option<u8>,
    /// Name of the sheet; the first if `None`.
    pub sheet: Option<String>,
}

/// A cell: nothing, a text, or (JSON only) a list of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Cell {
    #[default]
    Empty,
    Text(String),
    List(Vec<String>),
}

impl Cell {
    /// A cell of a trimmed text.
    fn text(text: &str) -> Cell {
        match text.trim() {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        }
    }
}

/// One row: the cells of the wanted columns in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 1, the header not counted.
    pub number: u64,
    pub cells: Vec<Cell>,
    /// Fingerprint of everything in the row, wanted or not.
    pub print: u128,
}

/// What reading one row came to.
pub(crate) enum Read {
    Row(Row),
    /// The row is refused, and why.
    Refused(Findings),
}

/// What is done with each row: the row, and how far the reading is (done, total).
pub(crate) type Take<'t> = dyn FnMut(Read, (u64, u64)) + 't;

/// Reads a table row by row for the wanted columns. Findings about the whole file go to
/// `notes`; only one row is held at a time.
pub(crate) fn each_row(
    input: &Input<'_>,
    reading: &Reading,
    wanted: &[String],
    notes: &mut Findings,
    take: &mut Take<'_>,
) {
    if input.bytes.is_empty() {
        notes.push(empty(input.name));
        return;
    }
    match input.format {
        Format::Csv => csv_rows::each_row(input, reading, wanted, notes, take),
        Format::Xlsx => xlsx_rows::each_row(input, reading, wanted, notes, take),
        Format::JsonLines => json_rows::each_row(input, wanted, notes, take),
    }
}

fn empty(name: &str) -> Finding {
    Finding::fault(
        "empty-file",
        Place::file(name),
        "There is nothing in it.",
        "Hand in a file with a line of column names and at least one row.",
    )
}

/// Where the wanted columns stand in a header; a fault for each that is missing or
/// stands there twice.
fn place_columns(
    name: &str,
    header: &[String],
    wanted: &[String],
    notes: &mut Findings,
) -> Option<Vec<usize>> {
    let mut places = Vec::with_capacity(wanted.len());
    for column in wanted {
        let mut at = header.iter().enumerate().filter(|(_, head)| *head == column);
        match (at.next(), at.next()) {
            (Some((place, _)), None) => places.push(place),
            (Some(_), Some(_)) => notes.push(Finding::fault(
                "duplicate-column",
                Place::file(name).field(column),
                format!("Two columns are called {:?}, so it is unclear which is meant.", short(column)),
                "Give each column of the file a name of its own.",
            )),
            (None, _) => notes.push(missing(name, header, column)),
        }
    }
    (places.len() == wanted.len()).then_some(places)
}

fn missing(name: &str, header: &[String], column: &str) -> Finding {
    let near = pul_pack::reader::nearest(column, header.iter().map(String::as_str));
    let cure = match near {
        Some(near) => format!("Did you mean {:?}? Mend the mapping or the file.", short(near)),
        None => {
            let heads: Vec<String> = header.iter().take(40).map(|head| short(head)).collect();
            format!("Mend the mapping or the file; it has: {}.", heads.join(", "))
        }
    };
    Finding::fault(
        "missing-column",
        Place::file(name).field(column),
        format!("The mapping reads the column {:?}, which the file has not.", short(column)),
        cure,
    )
}

/// A field over [`LARGEST_FIELD`].
fn too_large(name: &str, row: u64, column: &str, bytes: usize) -> Finding {
    Finding::fault(
        "field-too-large",
        Place::cell(name, row, short(column)),
        format!("The field holds {bytes} bytes; at most {LARGEST_FIELD} are taken."),
        "Shorten it; if the file looks right, look for a quote that is never closed.",
    )
}

/// A text cut to a length fit to print.
pub(crate) fn short(text: &str) -> String {
    if text.chars().take(61).count() <= 60 {
        text.to_owned()
    } else {
        text.chars().take(59).chain(['…']).collect()
    }
}

/// FNV-1a of 128 bits, by which equal rows are known without keeping them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Print(u128);

impl Print {
    pub(crate) fn new() -> Print {
        Print(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Adds one part; parts are told apart by their ends.
    pub(crate) fn part(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 ^= u128::from(*byte);
            self.0 = self.0.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    pub(crate) fn get(self) -> u128 {
        self.0
    }
}
