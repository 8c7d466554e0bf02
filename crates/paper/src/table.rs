//! Tables.

use crate::Text;

/// A column: its heading, and whether it holds figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands over it.
    pub heading: Text,
    /// Figures are set in one direction with their last digits under each other, in
    /// right-to-left tables too.
    pub figures: bool,
    /// How much of the width text columns take beside each other; figures take what they need.
    pub weight: u8,
}

impl Column {
    /// A column of words.
    pub fn text(heading: impl Into<Text>) -> Column {
        Column { heading: heading.into(), figures: false, weight: 1 }
    }

    /// A column of figures.
    pub fn figure(heading: impl Into<Text>) -> Column {
        Column { figures: true, ..Column::text(heading) }
    }

    /// The same, `weight` times as wide as a column of weight 1 (at least 1).
    #[must_use]
    pub fn weight(self, weight: u8) -> Column {
        Column { weight: weight.max(1), ..self }
    }
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowKind {
    /// An entry.
    Line,
    /// Starts a group of lines: its first cell runs over the whole width, others are not shown.
    Group,
    /// A sum of the lines above.
    Subtotal,
    /// The sum that counts.
    Total,
}

/// A row of a table. The first cell names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells, in reading order; missing ones are empty.
    pub cells: Vec<Text>,
}

impl Row {
    /// An entry.
    pub fn line<T: Into<Text>>(cells: impl IntoIterator<Item = T>) -> Row {
        Row::of(RowKind::Line, cells)
    }

    /// The heading of a group.
    pub fn group(heading: impl Into<Text>) -> Row {
        Row::of(RowKind::Group, [heading.into()])
    }

    /// A sum of the lines above.
    pub fn subtotal<T: Into<Text>>(cells: impl IntoIterator<Item = T>) -> Row {
        Row::of(RowKind::Subtotal, cells)
    }

    /// The sum that counts.
    pub fn total<T: Into<Text>>(cells: impl IntoIterator<Item = T>) -> Row {
        Row::of(RowKind::Total, cells)
    }

    fn of<T: Into<Text>>(kind: RowKind, cells: impl IntoIterator<Item = T>) -> Row {
        Row { kind, cells: cells.into_iter().map(Into::into).collect() }
    }
}

/// A table. It is as wide as its widest row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub(crate) caption: Option<String>,
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
}

impl Table {
    /// An empty table.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Table {
        Table { caption: None, columns: columns.into_iter().collect(), rows: Vec::new() }
    }

    /// The same with a caption: what it shows; a screen reader says it first.
    #[must_use]
    pub fn caption(self, caption: impl Into<String>) -> Table {
        Table { caption: Some(caption.into()), ..self }
    }

    /// Adds a row. A row wider than the table widens it: nothing is dropped.
    pub fn push(&mut self, row: Row) {
        let width = match row.kind {
            RowKind::Group => 1,
            _ => row.cells.len().max(1),
        };
        while self.columns.len() < width {
            self.columns.push(Column::text(Text::empty()));
        }
        self.rows.push(row);
    }
}
