//! Rows of a CSV file.

use super::{Cell, Input, LARGEST_FIELD, Print, Read, Reading, Row, Take, delimiter, encoding};
use super::{empty, place_columns, too_large};
use csv::{ByteRecord, ReaderBuilder};
use pul_domain::{Finding, Findings, Place};
use std::borrow::Cow;
use std::io;

struct CsvRows<'a> {
    name: &'a str,
    header: Vec<String>,
    places: Vec<usize>,
}

pub(super) fn each_row(
    input: &Input<'_>,
    reading: &Reading,
    wanted: &[String],
    notes: &mut Findings,
    take: &mut Take<'_>,
) {
    let text = encoding::decode(input.name, input.bytes, notes);
    let (delimiter, body) = match (reading.delimiter, delimiter::stated(&text)) {
        (given, Some((told, body))) => (given.unwrap_or(told), body),
        (Some(given), None) => (given, &*text),
        (None, None) => (delimiter::detect(&text), &*text),
    };
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes());
    let mut record = ByteRecord::new();
    if !read(&mut reader, &mut record) || record.iter().all(|field| field.trim_ascii().is_empty()) {
        notes.push(empty(input.name));
        return;
    }
    let header: Vec<String> = record.iter().map(|field| text_of(field).trim().to_owned()).collect();
    let Some(places) = place_columns(input.name, &header, wanted, notes) else {
        return;
    };
    let rows = CsvRows { name: input.name, header, places };
    let (mut number, total) = (0, body.len() as u64);
    while read(&mut reader, &mut record) {
        number += 1;
        take(rows.row(number, &record), (reader.position().byte().min(total), total));
    }
}

/// Reads a record; false at the end. Reading from memory has no other failure.
fn read<R: io::Read>(reader: &mut csv::Reader<R>, record: &mut ByteRecord) -> bool {
    reader.read_byte_record(record).unwrap_or(false)
}

/// The bytes come from text and delimiters are ASCII, so they are text themselves.
fn text_of(field: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(field)
}

impl CsvRows<'_> {
    fn row(&self, number: u64, record: &ByteRecord) -> Read {
        let faults = self.faults(number, record);
        if !faults.is_empty() {
            return Read::Refused(faults);
        }
        let mut print = Print::new();
        record.iter().for_each(|field| print.part(field.trim_ascii()));
        let cell = |at: &usize| Cell::text(&text_of(record.get(*at).unwrap_or_default()));
        let cells = self.places.iter().map(cell).collect();
        Read::Row(Row { number, cells, print: print.get() })
    }

    fn faults(&self, number: u64, record: &ByteRecord) -> Findings {
        let mut faults = Findings::new();
        for (at, field) in record.iter().enumerate() {
            if field.len() > LARGEST_FIELD {
                let column = self.header.get(at).map_or("", String::as_str);
                faults.push(too_large(self.name, number, column, field.len()));
            }
        }
        let (have, want) = (record.len(), self.header.len());
        if have != want {
            let broken = record.iter().any(|field| field.contains(&b'\n'));
            let mut place = Place::file(self.name);
            place.row = Some(number);
            place.line = record.position().and_then(|at| u32::try_from(at.line()).ok());
            faults.push(Finding::fault(
                "ragged-row",
                place,
                format!("The row has {have} fields, the header {want}."),
                if broken {
                    "A field runs over several lines: look for a quote that is never closed."
                } else {
                    "Put a field that holds the delimiter in \"quotes\"; add the missing fields."
                },
            ));
        }
        faults
    }
}
