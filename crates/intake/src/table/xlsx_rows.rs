//! Rows of an Excel workbook's sheet.

use super::{Cell, Input, LARGEST_FIELD, Print, Read, Reading, Row, Take, number};
use super::{empty, place_columns, short, too_large};
use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};
use pul_domain::{Finding, Findings, Place};
use std::collections::BTreeMap;
use std::io::{self, Cursor, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The most a workbook may unpack to, in bytes. What a small file would blow up to is
/// counted before anything of it is kept.
const LARGEST_UNPACKED: u64 = 512 << 20;

/// Rows and columns of the largest sheet Excel can write.
const MOST_ROWS: u32 = 1 << 20;
const MOST_COLUMNS: u32 = 1 << 14;

/// One row of the sheet: its number in the sheet, from 0, and its cells by column.
type Cells = BTreeMap<u32, String>;

pub(super) fn each_row(
    input: &Input<'_>,
    reading: &Reading,
    wanted: &[String],
    notes: &mut Findings,
    take: &mut Take<'_>,
) {
    if let Err(finding) = unpacks(input) {
        notes.push(*finding);
        return;
    }
    let mut workbook = match guarded(|| Xlsx::new(Cursor::new(input.bytes))) {
        Ok(workbook) => workbook,
        Err(error) => return notes.push(broken(input.name, &error)),
    };
    let names = workbook.sheet_names();
    let sheet = match &reading.sheet {
        Some(sheet) if !names.contains(sheet) => return notes.push(no_sheet(input.name, sheet, &names)),
        Some(sheet) => sheet.clone(),
        None => match names.first() {
            Some(first) => first.clone(),
            None => return notes.push(empty(input.name)),
        },
    };
    let mut rows = SheetRows { name: input.name, wanted, head: None };
    if let Err(error) = rows.read(&mut workbook, &sheet, notes, take) {
        notes.push(broken(input.name, &error));
    } else if rows.head.is_none() && !notes.has_faults() {
        notes.push(empty(input.name));
    }
}

/// Counts what the workbook unpacks to, so that a small file cannot fill the memory.
fn unpacks(input: &Input<'_>) -> Result<(), Box<Finding>> {
    let bad = |why: String| {
        Box::new(Finding::fault(
            "bad-workbook",
            Place::file(input.name),
            format!("Not an Excel workbook: {why}."),
            "Save it as .xlsx, or as CSV.",
        ))
    };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(input.bytes)).map_err(|error| bad(error.to_string()))?;
    let mut total = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| bad(error.to_string()))?;
        let left = LARGEST_UNPACKED - total;
        total +=
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| bad(error.to_string()))?;
        if total > LARGEST_UNPACKED {
            return Err(Box::new(Finding::fault(
                "workbook-too-large",
                Place::file(input.name),
                format!("The workbook unpacks to more than {LARGEST_UNPACKED} bytes."),
                "Split it, or save the sheet as CSV.",
            )));
        }
    }
    Ok(())
}

/// Runs the workbook reader. It guards its arithmetic less than we promise to, so a panic
/// of its becomes an error like any other.
fn guarded<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(outcome) => outcome.map_err(|error| error.to_string()),
        Err(_) => Err("its parts do not fit together".to_owned()),
    }
}

fn broken(name: &str, why: &str) -> Finding {
    Finding::fault(
        "bad-workbook",
        Place::file(name),
        format!("The workbook cannot be read: {}.", short(why)),
        "Open it in a spreadsheet program and save it again as .xlsx, or as CSV.",
    )
}

fn no_sheet(name: &str, sheet: &str, names: &[String]) -> Finding {
    let known: Vec<String> = names.iter().map(|name| short(name)).collect();
    Finding::fault(
        "missing-sheet",
        Place::file(name),
        format!("The workbook has no sheet {:?}.", short(sheet)),
        format!("Name one it has in the mapping: {}.", known.join(", ")),
    )
}

/// The header once it is known: its row in the sheet, its names, the wanted places.
struct Head {
    row: u32,
    names: Vec<String>,
    places: Vec<usize>,
}

struct SheetRows<'a> {
    name: &'a str,
    wanted: &'a [String],
    head: Option<Head>,
}

impl SheetRows<'_> {
    /// Cells come in the order of the file; a row ends where the next begins.
    fn read(
        &mut self,
        workbook: &mut Xlsx<Cursor<&[u8]>>,
        sheet: &str,
        notes: &mut Findings,
        take: &mut Take<'_>,
    ) -> Result<(), String> {
        let mut reader = guarded(|| workbook.worksheet_cells_reader(sheet))?;
        let total = u64::from(reader.dimensions().end.0) + 1;
        let (mut at, mut cells) = (0, Cells::new());
        while let Some(cell) = guarded(|| reader.next_cell())? {
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(format!("a cell stands at row {row}, column {column}, outside any sheet"));
            }
            if row < at {
                notes.push(self.unordered(row));
                return Ok(());
            }
            if row > at {
                self.end_row(at, std::mem::take(&mut cells), total, notes, take);
                if notes.has_faults() {
                    return Ok(());
                }
                at = row;
            }
            let text = text(cell.get_value());
            if !text.trim().is_empty() {
                cells.insert(column, text.trim().to_owned());
            }
        }
        self.end_row(at, cells, total, notes, take);
        Ok(())
    }

    fn unordered(&self, row: u32) -> Finding {
        Finding::fault(
            "bad-workbook",
            Place::file(self.name),
            format!("Row {} of the sheet stands after a later row.", u64::from(row) + 1),
            "Open it in a spreadsheet program and save it again as .xlsx, or as CSV.",
        )
    }

    /// The first row with anything in it is the header; rows with nothing are passed over.
    fn end_row(&mut self, at: u32, cells: Cells, total: u64, notes: &mut Findings, take: &mut Take<'_>) {
        if cells.is_empty() {
            return;
        }
        let Some(head) = &self.head else {
            let width = cells.keys().next_back().map_or(0, |last| *last as usize + 1);
            let mut names = vec![String::new(); width];
            cells.into_iter().for_each(|(column, text)| names[column as usize] = text);
            if let Some(places) = place_columns(self.name, &names, self.wanted, notes) {
                self.head = Some(Head { row: at, names, places });
            }
            return;
        };
        let number = u64::from(at - head.row);
        take(self.row(head, number, cells), (u64::from(at), total.max(u64::from(at))));
    }

    fn row(&self, head: &Head, number: u64, mut cells: Cells) -> Read {
        let mut faults = Findings::new();
        let mut print = Print::new();
        for (column, text) in &cells {
            print.part(&column.to_be_bytes());
            print.part(text.as_bytes());
            let name = head.names.get(*column as usize).filter(|name| !name.is_empty());
            if text.len() > LARGEST_FIELD {
                let column = name.map_or("", String::as_str);
                faults.push(too_large(self.name, number, column, text.len()));
            }
            if name.is_none() {
                let mut place = Place::file(self.name);
                place.row = Some(number);
                faults.push(Finding::fault(
                    "ragged-row",
                    place,
                    format!("There is {:?} in a column that has no name.", short(text)),
                    "Name the column in the header, or empty the cell.",
                ));
            }
        }
        if !faults.is_empty() {
            return Read::Refused(faults);
        }
        let cell = |place: &usize| match u32::try_from(*place).ok().and_then(|at| cells.remove(&at)) {
            Some(text) => Cell::Text(text),
            None => Cell::Empty,
        };
        let cells = head.places.iter().map(cell).collect();
        Read::Row(Row { number, cells, print: print.get() })
    }
}

/// A cell's value as text: numbers as shown, dates as 2026-11-23, times of day as 09:30.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number::plain(*number),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let serial = moment.as_f64();
    if moment.is_duration() || !serial.is_finite() || serial < 0.0 {
        return number::plain(serial);
    }
    let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
    if serial < 1.0 {
        format!("{hour:02}:{minute:02}")
    } else if hour == 0 && minute == 0 {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    }
}
