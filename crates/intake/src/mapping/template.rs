//! Texts with columns in them: `so24-{ResponseId}`, `lmia-{#}`.

use super::columns::Columns;
use crate::table::{Cell, Print, Row};

/// The longest id built from a template, in bytes; longer ones are cut and marked.
const LONGEST_ID: usize = 100;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Column(usize),
    RowNumber,
}

/// A text with `{column}` and `{#}` (the row's number) in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Template(Vec<Part>);

impl Template {
    /// Reads a template; the error says what is wrong with it.
    pub(super) fn read(text: &str, columns: &mut Columns) -> Result<Template, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(open) = rest.find(['{', '}']) {
            let (before, after) = rest.split_at(open);
            let close = after.find('}').filter(|close| *close > 1 && after.starts_with('{'));
            let Some(close) = close else {
                return Err("a { or } stands alone".to_owned());
            };
            if !before.is_empty() {
                parts.push(Part::Text(before.to_owned()));
            }
            parts.push(match &after[1..close] {
                "#" => Part::RowNumber,
                column => Part::Column(columns.number(column)),
            });
            rest = &after[close + 1..];
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        Ok(Template(parts))
    }

    /// The text for a row; `None` if every column in it is empty.
    pub(crate) fn text(&self, row: &Row) -> Option<String> {
        self.build(row, str::to_owned)
    }

    /// The text for a row as an id: letters and digits in lower case, hyphens between.
    /// One over 100 bytes is cut and ends with a fingerprint, so that two stay two.
    pub(crate) fn id(&self, row: &Row) -> Option<String> {
        let whole = self.build(row, slug)?;
        if whole.len() <= LONGEST_ID {
            return Some(whole);
        }
        let mut print = Print::new();
        print.part(whole.as_bytes());
        let mut cut = LONGEST_ID - 17;
        while !whole.is_char_boundary(cut) {
            cut -= 1;
        }
        Some(format!("{}-{:016x}", &whole[..cut], print.get() as u64))
    }

    fn build(&self, row: &Row, form: impl Fn(&str) -> String) -> Option<String> {
        let (mut out, mut columns, mut filled) = (String::new(), 0, 0);
        for part in &self.0 {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::RowNumber => out.push_str(&row.number.to_string()),
                Part::Column(at) => {
                    columns += 1;
                    let text = match row.cells.get(*at) {
                        Some(Cell::Text(text)) => form(text),
                        Some(Cell::List(list)) => form(&list.join(", ")),
                        _ => continue,
                    };
                    filled += usize::from(!text.is_empty());
                    out.push_str(&text);
                }
            }
        }
        (columns == 0 || filled > 0).then_some(out)
    }
}

/// Letters and digits in lower case, one hyphen for anything between.
pub(crate) fn slug(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        if !out.is_empty() {
            out.push('-');
        }
        out.push_str(&part.to_lowercase());
    }
    // Lower case of a few letters carries a combining mark, which no id may hold.
    out.retain(|c| c.is_alphanumeric() || c == '-');
    out
}
