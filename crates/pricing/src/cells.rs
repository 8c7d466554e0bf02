//! Parameters laid out for quick lookup: a cell for each place of each parameter,
//! and what every cell holds on a day.

use crate::language::{Key, Lookup, Point};
use jiff::civil::Date;
use pul_pack::parameters::{Number, Parameter, Row, Value};
use pul_pack::rules::Input;
use std::collections::HashMap;

/// The rows of one parameter for one `at`.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell {
    /// The parameter, by position.
    pub parameter: usize,
    /// Its rows for this place, by date.
    pub rows: std::ops::Range<usize>,
}

/// How a value stands to the day it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It holds that day.
    Current,
    /// It ended before; nothing newer is known.
    Expired,
    /// It starts later; nothing older is known.
    NotYet,
    /// The caller set it.
    Set,
}

/// What a cell holds on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Held {
    /// Position of the row in the parameter.
    pub row: usize,
    /// How the row stands to the day.
    pub standing: Standing,
    /// The number, nought for bands and spreads.
    pub value: Number,
}

/// All cells of a pack.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cells {
    /// By position.
    pub cells: Vec<Cell>,
    first: Vec<usize>,
}

impl Cells {
    /// Cuts sorted rows into cells.
    pub fn new(parameters: &[Parameter]) -> Cells {
        let mut out = Cells::default();
        for (parameter, held) in parameters.iter().enumerate() {
            out.first.push(out.cells.len());
            let mut start = 0;
            for end in 1..=held.rows.len() {
                if end == held.rows.len() || held.rows[end].at != held.rows[start].at {
                    out.cells.push(Cell { parameter, rows: start..end });
                    start = end;
                }
            }
        }
        out.first.push(out.cells.len());
        out
    }

    /// Cells of a parameter.
    pub fn of(&self, parameter: usize) -> std::ops::Range<usize> {
        self.first[parameter]..self.first[parameter + 1]
    }

    /// The cell of a parameter for a place.
    pub fn find(&self, parameters: &[Parameter], parameter: usize, at: &[String]) -> Option<usize> {
        self.of(parameter).find(|c| parameters[parameter].rows[self.cells[*c].rows.start].at == at)
    }

    /// What a cell holds on a day: the row of that day, else the last one before it,
    /// else the first one after it.
    pub fn held(&self, parameters: &[Parameter], cell: usize, day: Date) -> Held {
        let Cell { parameter, rows } = &self.cells[cell];
        let all = &parameters[*parameter].rows;
        let after = rows.start + all[rows.clone()].partition_point(|r| r.from.is_none_or(|f| f <= day));
        let (row, standing) = if after == rows.start {
            (after, Standing::NotYet)
        } else if all[after - 1].until.is_none_or(|u| day <= u) {
            (after - 1, Standing::Current)
        } else {
            (after - 1, Standing::Expired)
        };
        let value = match all[row].value {
            Value::Number(number) => number,
            _ => Number::ZERO,
        };
        Held { row, standing, value }
    }
}

/// The places to look in, best first, when the inputs hold these choices.
pub fn candidates(inputs: &[Input], lookup: &Lookup, chosen: &dyn Fn(usize) -> String) -> Vec<Vec<String>> {
    let exact: Vec<String> = lookup
        .keys
        .iter()
        .map(|k| match k {
            Key::Fixed(word) => word.clone(),
            Key::Input(i) => chosen(*i),
        })
        .collect();
    let mut out = vec![exact.clone()];
    for (position, key) in lookup.keys.iter().enumerate() {
        let Key::Input(i) = key else { continue };
        for fallback in &inputs[*i].falls_back {
            let mut next = exact.clone();
            next[position] = match fallback.strip_prefix('=') {
                Some(literal) => literal.to_owned(),
                None => inputs.iter().position(|o| o.id == *fallback).map(chosen).unwrap_or_default(),
            };
            out.push(next);
        }
    }
    out
}

/// The cell a lookup leads to; for a point of a spread, the first place that has it.
pub fn lead(
    cells: &Cells,
    parameters: &[Parameter],
    inputs: &[Input],
    lookup: &Lookup,
    point: Option<Point>,
    chosen: &dyn Fn(usize) -> String,
) -> Option<usize> {
    let has = |row: &Row| match (&row.value, point) {
        (Value::Spread(points), Some(p)) => points[p as usize].is_some(),
        _ => true,
    };
    candidates(inputs, lookup, chosen).into_iter().find_map(|at| {
        let cell = cells.find(parameters, lookup.parameter, &at)?;
        parameters[lookup.parameter].rows[cells.cells[cell].rows.clone()].iter().any(has).then_some(cell)
    })
}

/// Cells found by their place, for building tables of all combinations.
pub fn index<'p>(
    cells: &Cells,
    parameters: &'p [Parameter],
    parameter: usize,
) -> HashMap<&'p [String], usize> {
    cells
        .of(parameter)
        .map(|c| (parameters[parameter].rows[cells.cells[c].rows.start].at.as_slice(), c))
        .collect()
}
