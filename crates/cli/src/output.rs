//! Results as a table, JSON or CSV, on standard output.

use crate::arguments::Format;
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use pul_app::Error;
use serde::Serialize;
use std::io::Write;

/// A result as rows: what a table and a CSV file print.
pub struct Rows {
    /// Column headings.
    pub head: Vec<&'static str>,
    /// Rows of as many cells.
    pub rows: Vec<Vec<String>>,
    /// Columns whose cells are numbers, aligned at their end.
    pub numbers: &'static [usize],
}

impl Rows {
    /// Rows under these headings.
    pub fn new(head: &[&'static str], numbers: &'static [usize]) -> Rows {
        Rows { head: head.to_vec(), rows: Vec::new(), numbers }
    }

    /// The rows as a table for people.
    pub fn table(&self) -> String {
        let mut table = Table::new();
        table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_header(self.head.clone());
        for row in &self.rows {
            table.add_row(row.clone());
        }
        for index in self.numbers {
            if let Some(column) = table.column_mut(*index) {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        table.to_string()
    }

    fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        // Writing to memory cannot fail, and rows are as wide as the head.
        let _ = writer.write_record(&self.head);
        for row in &self.rows {
            let _ = writer.write_record(row.iter().map(|cell| inert(cell)));
        }
        writer.into_inner().unwrap_or_default()
    }
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn inert(cell: &str) -> String {
    let number = cell.replacen('.', "", 1).parse::<i128>().is_ok();
    if !number && cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Prints a result in the format asked for: `rows` for people and sheets, `value`
/// whole for programs.
///
/// # Errors
/// When standard output cannot be written.
pub fn print(format: Format, rows: &Rows, value: &impl Serialize) -> Result<(), Error> {
    match format {
        Format::Table => text(&rows.table()),
        Format::Csv => bytes(&rows.csv()),
        Format::Json => json(value),
    }
}

/// Prints a value as JSON.
///
/// # Errors
/// When standard output cannot be written.
pub fn json(value: &impl Serialize) -> Result<(), Error> {
    let line = serde_json::to_string_pretty(value).map_err(|e| Error::write("standard output", e.into()))?;
    text(&line)
}

/// Prints a line.
///
/// # Errors
/// When standard output cannot be written.
pub fn text(line: &str) -> Result<(), Error> {
    bytes(format!("{line}\n").as_bytes())
}

/// Writes to standard output. A reader that has gone (`| head`) ends the program in peace.
fn bytes(bytes: &[u8]) -> Result<(), Error> {
    match std::io::stdout().lock().write_all(bytes) {
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(e) => Err(Error::write("standard output", e)),
        Ok(()) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_made_inert() {
        let mut rows = Rows::new(&["name", "n"], &[1]);
        rows.rows.push(vec!["=HYPERLINK(\"x\")".into(), "-5".into()]);
        rows.rows.push(vec!["-2+3".into(), "-11.70".into()]);
        insta::assert_snapshot!(String::from_utf8(rows.csv()).unwrap(), @r#"
        name,n
        "'=HYPERLINK(""x"")",-5
        '-2+3,-11.70
        "#);
    }
}
