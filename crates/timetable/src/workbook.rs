//! The organiser's workbook: meetings, people, what is left out, figures.

use crate::Told;
use pul_domain::{MissionPlan, on_wall};
use pul_locale::Direction;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use std::fmt;

/// The longest text of a cell that every spreadsheet reads, in characters.
const LONGEST: usize = 32_000;

/// Why a workbook could not be made: more rows than a sheet has.
#[derive(Debug)]
pub struct WorkbookFault(XlsxError);

impl fmt::Display for WorkbookFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for WorkbookFault {}

impl From<XlsxError> for WorkbookFault {
    fn from(fault: XlsxError) -> WorkbookFault {
        WorkbookFault(fault)
    }
}

enum Cell {
    Text(String),
    Number(u32),
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell::Text(text.into())
    }
}

/// A plan as an XLSX file. The same plan gives the same bytes.
///
/// Whatever people wrote is text, never a formula: a cell that begins like one is marked as text, so that it stays text
/// when somebody edits it.
///
/// # Errors
/// [`WorkbookFault`] when a sheet has not enough rows.
pub fn workbook(told: &Told<'_>, plan: &MissionPlan) -> Result<Vec<u8>, WorkbookFault> {
    let mut book = Workbook::new();
    // The day of the first meeting instead of the clock's, so that bytes are the same.
    let made = plan.meetings.first().map_or(0, |m| m.start.as_second());
    let properties = DocProperties::new()
        .set_title(&told.mission.title)
        .set_creation_datetime(&ExcelDateTime::from_timestamp(made)?);
    book.set_properties(&properties);
    meetings(told, plan, book.add_worksheet())?;
    people(told, plan, book.add_worksheet())?;
    left_out(told, plan, book.add_worksheet())?;
    figures(told, plan, book.add_worksheet())?;
    Ok(book.save_to_buffer()?)
}

fn meetings(told: &Told<'_>, plan: &MissionPlan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let mut rows = Vec::new();
    for of in plan.appointments(told.mission) {
        let mut times = told.times(&of, None).into_iter();
        let (first, rest) = (times.next().unwrap_or_default(), times.collect::<Vec<_>>());
        let delegates: Vec<&str> = of.meeting.delegates.iter().map(|d| d.as_str()).collect();
        rows.push(vec![
            Cell::from(of.wish.id.as_str()),
            of.meeting.start.to_string().into(),
            first.into(),
            rest.join("; ").into(),
            of.venue.name.as_str().into(),
            Cell::Number(of.meeting.table.into()),
            told.parties(&of, None).into(),
            delegates.join(", ").into(),
            Cell::Number(of.wish.value),
        ]);
    }
    let head = [
        told.say("mission-wish"),
        "UTC".to_owned(),
        told.say("mission-when"),
        told.say("mission-elsewhere"),
        told.say("mission-place"),
        told.say("mission-table"),
        told.say("mission-who"),
        told.say("mission-people"),
        told.say("mission-value"),
    ];
    fill(told, sheet, "mission-meetings", &head, rows)
}

fn people(told: &Told<'_>, plan: &MissionPlan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let mut rows = Vec::new();
    for attendee in &told.mission.attendees {
        for delegate in &attendee.delegates {
            for of in plan.day(told.mission, delegate) {
                let own = on_wall(of.meeting.start, &attendee.zone);
                rows.push(vec![
                    Cell::from(delegate.as_str()),
                    attendee.name.as_str().into(),
                    own.date().to_string().into(),
                    told.when(of.meeting.start, &attendee.zone).into(),
                    told.place(&of).into(),
                    told.parties(&of, Some(delegate)).into(),
                ]);
            }
        }
    }
    let head = ["person", "party", "day", "when", "place", "with"].map(|k| told.say(&format!("mission-{k}")));
    fill(told, sheet, "mission-people", &head, rows)
}

fn left_out(told: &Told<'_>, plan: &MissionPlan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let mut rows = Vec::new();
    for left in &plan.left_out {
        let Some(wish) = told.mission.wish(&left.wish) else { continue };
        let limits: Vec<String> = left.limits.iter().map(|l| told.limit(l)).collect();
        rows.push(vec![
            Cell::from(left.wish.as_str()),
            told.locale.list_and(wish.parties.iter().map(|p| told.party(p))).into(),
            Cell::Number(wish.value),
            limits.join("; ").into(),
            left.admits.as_ref().map_or_else(String::new, |a| told.admits(a)).into(),
        ]);
    }
    let head = ["wish", "who", "value", "why", "admits"].map(|k| told.say(&format!("mission-{k}")));
    fill(told, sheet, "mission-left-out", &head, rows)
}

fn figures(told: &Told<'_>, plan: &MissionPlan, sheet: &mut Worksheet) -> Result<(), XlsxError> {
    let lines = told.score(&plan.score, &plan.bound);
    let rows = lines.into_iter().map(|l| vec![Cell::from(l.name), l.reached.into(), l.bound.into()]);
    let mut rows: Vec<Vec<Cell>> = rows.collect();
    rows.push(vec![told.proof(&plan.score, &plan.bound).into()]);
    let head = ["figure", "reached", "bound"].map(|k| told.say(&format!("mission-{k}")));
    fill(told, sheet, "mission-figures", &head, rows)
}

fn fill(
    told: &Told<'_>,
    sheet: &mut Worksheet,
    name: &str,
    head: &[String],
    rows: Vec<Vec<Cell>>,
) -> Result<(), XlsxError> {
    // A sheet's name has at most 31 characters and none of []:*?/\.
    let name = told.say(name).chars().filter(|c| !"[]:*?/\\".contains(*c)).take(31).collect::<String>();
    sheet.set_name(name)?;
    sheet.set_right_to_left(told.locale.direction() == Direction::Rtl);
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0..).zip(head) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        let widest = rows.iter().filter_map(|r| r.get(usize::from(column))).map(width).max().unwrap_or(0);
        let width = widest.max(heading.chars().count()).clamp(6, 60) + 2;
        sheet.set_column_width(column, u32::try_from(width).unwrap_or(60))?;
    }
    for (number, cells) in (1..).zip(&rows) {
        for (column, cell) in (0..).zip(cells) {
            write(sheet, (number, column), cell)?;
        }
    }
    let (last, columns) = (u32::try_from(rows.len()).unwrap_or(u32::MAX), head.len() as u16);
    if last > 0 && columns > 0 {
        sheet.autofilter(0, 0, last, columns - 1)?;
    }
    Ok(())
}

fn width(cell: &Cell) -> usize {
    match cell {
        Cell::Text(text) => text.chars().count(),
        Cell::Number(_) => 8,
    }
}

fn write(sheet: &mut Worksheet, (row, column): (u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) => sheet.write_number(row, column, *number)?,
        Cell::Text(text) => {
            let text: String = pul_locale::strip(text).chars().take(LONGEST).collect();
            if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                sheet.write_string_with_format(row, column, text, &Format::new().set_quote_prefix())?
            } else {
                sheet.write_string(row, column, text)?
            }
        }
    };
    Ok(())
}
