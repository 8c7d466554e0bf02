//! Picking values from the cells of a row.

use super::columns::Columns;
use crate::table::{Cell, Row, short};
use pul_domain::Place;
use pul_pack::reader::{At, Table};
use std::collections::HashMap;

/// What to do with a value that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// The row is refused.
    Refuse,
    /// The value is left out, with a warning.
    Drop,
}

/// Where a field's values come from: columns of the row or a constant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pick {
    columns: Vec<(usize, String)>,
    constant: Vec<String>,
    separator: Option<String>,
    /// Whether the section itself states the separator: then even a single-valued field
    /// is split, and its first value that says something counts.
    splits: bool,
    cut_at: Option<String>,
    first_word: bool,
    values: HashMap<String, Vec<String>>,
    pub unknown: Unknown,
}

/// One value picked and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Picked {
    pub text: String,
    /// The column, or the section for a constant.
    pub column: String,
}

impl Picked {
    /// The place of the value in the table.
    pub(crate) fn place(&self, file: &str, row: &Row) -> Place {
        Place::cell(file, row.number, short(&self.column))
    }
}

impl Pick {
    /// Reads a section; `separator` is the one the mapping states for all lists.
    pub(super) fn read(
        table: &Table<'_>,
        section: &'static str,
        separator: Option<&str>,
        columns: &mut Columns,
        assumptions: &mut Vec<String>,
    ) -> Option<Pick> {
        let pick = Pick {
            columns: named_columns(table, columns),
            constant: table.opt_text("constant").map(list).unwrap_or_default(),
            separator: table.opt_text("separator").or(separator).map(str::to_owned),
            splits: table.has("separator"),
            cut_at: table.opt_text("cut_at").map(str::to_owned),
            first_word: table.flag("first_word"),
            values: value_list(table),
            unknown: table
                .opt_choice("unknown", &[("refuse", Unknown::Refuse), ("drop", Unknown::Drop)])
                .unwrap_or(Unknown::Refuse),
        };
        if let Some(why) = table.opt_text("assumed") {
            assumptions.push(format!("{section}: {why}"));
        }
        if pick.columns.is_empty() && pick.constant.is_empty() {
            table.fault(
                "column",
                "nothing-to-read",
                format!("{section}: neither a column nor a constant is stated."),
                "Add `column = \"…\"`, `columns = […]` or `constant = \"…\"`.",
            );
            return None;
        }
        Some(pick)
    }

    /// A single column with its value list, as the level section has.
    pub(super) fn column(table: &Table<'_>, columns: &mut Columns) -> Option<Pick> {
        let name = table.text("column")?.trim();
        Some(Pick {
            columns: vec![(columns.number(name), name.to_owned())],
            constant: Vec::new(),
            separator: None,
            splits: false,
            cut_at: None,
            first_word: false,
            values: value_list(table),
            unknown: Unknown::Refuse,
        })
    }

    /// The values of a row, those that mean nothing left out. With no columns, or with
    /// all of them empty, the constant.
    pub(crate) fn all(&self, row: &Row, section: &str, empty: &[String], many: bool) -> Vec<Picked> {
        let mut out = Vec::new();
        for (at, column) in &self.columns {
            match row.cells.get(*at) {
                Some(Cell::Text(text)) => self.split(text, column, empty, many, &mut out),
                Some(Cell::List(list)) => {
                    list.iter().for_each(|text| self.add(text, column, empty, &mut out));
                }
                Some(Cell::Empty) | None => {}
            }
        }
        if out.is_empty() && !self.any_stated(row, empty) {
            let constant =
                self.constant.iter().map(|text| Picked { text: text.clone(), column: section.to_owned() });
            out.extend(constant);
        }
        out
    }

    fn any_stated(&self, row: &Row, empty: &[String]) -> bool {
        self.columns.iter().any(|(at, _)| match row.cells.get(*at) {
            Some(Cell::Text(text)) => !empty.contains(&text.to_lowercase()),
            Some(Cell::List(_)) => true,
            _ => false,
        })
    }

    fn split(&self, text: &str, column: &str, empty: &[String], many: bool, out: &mut Vec<Picked>) {
        // A value list may name a whole cell, separators and all.
        let whole = self.values.contains_key(&text.trim().to_lowercase());
        match &self.separator {
            Some(separator) if (many || self.splits) && !whole => {
                text.split(separator.as_str()).for_each(|part| self.add(part, column, empty, out));
            }
            _ => self.add(text, column, empty, out),
        }
    }

    fn add(&self, text: &str, column: &str, empty: &[String], out: &mut Vec<Picked>) {
        let text = text.trim();
        let folded = text.to_lowercase();
        if text.is_empty() || empty.contains(&folded) {
            return;
        }
        let column = column.to_owned();
        if let Some(values) = self.values.get(&folded) {
            out.extend(values.iter().map(|value| Picked { text: value.clone(), column: column.clone() }));
            return;
        }
        let cut = match &self.cut_at {
            Some(mark) => text.split(mark.as_str()).next().unwrap_or(text).trim(),
            None => text,
        };
        let cut = match self.first_word {
            true => cut.split_whitespace().next().unwrap_or(cut),
            false => cut,
        };
        match self.values.get(&cut.to_lowercase()) {
            Some(values) => {
                out.extend(values.iter().map(|value| Picked { text: value.clone(), column: column.clone() }));
            }
            None if cut.is_empty() => {}
            None => out.push(Picked { text: cut.to_owned(), column }),
        }
    }
}

/// `column = "…"` and `columns = […]`, numbered.
pub(super) fn named_columns(table: &Table<'_>, columns: &mut Columns) -> Vec<(usize, String)> {
    let one = table.opt_text("column").into_iter();
    let more = table.texts("columns");
    one.chain(more.iter().map(|At { value, .. }| *value))
        .map(|name| (columns.number(name), name.trim().to_owned()))
        .collect()
}

/// `values = { "as written" = "as meant" }`; names are compared in lower case.
fn value_list(table: &Table<'_>) -> HashMap<String, Vec<String>> {
    let listed = table.texts_by_name("values").into_iter();
    listed.map(|(name, value)| (name.value.trim().to_lowercase(), list(value))).collect()
}

/// Parts of a text between commas, blank ones left out.
fn list(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
