//! Tables that lead every combination of choices to the cell of its value.

use super::emit::Given;
use super::machine::{NOWHERE, Reg, Table};
use super::{Key, Lookup, Point};
use crate::cells;
use pul_pack::parameters::Value;

/// Every input a lookup depends on, once: its keys and what they fall back to.
fn deciding(given: &Given<'_>, lookup: &Lookup) -> Vec<usize> {
    let mut out: Vec<usize> = Vec::new();
    let mut add = |i: usize| {
        if !out.contains(&i) {
            out.push(i)
        }
    };
    for key in &lookup.keys {
        let Key::Input(i) = key else { continue };
        add(*i);
        for other in &given.inputs[*i].falls_back {
            if let Some(position) = given.inputs.iter().position(|n| n.id == *other) {
                add(position);
            }
        }
    }
    out
}

/// Builds the table of a lookup; `reg` gives the register of an input.
pub fn build_table(given: &Given<'_>, lookup: &Lookup, spread: bool, reg: impl Fn(usize) -> Reg) -> Table {
    let inputs = deciding(given, lookup);
    let lists: Vec<&[pul_pack::rules::Choice]> =
        inputs.iter().map(|i| super::resolve::choices(&given.inputs[*i])).collect();
    let mut widths = vec![1_u32; inputs.len()];
    for i in (0..inputs.len().saturating_sub(1)).rev() {
        widths[i] = widths[i + 1] * u32::try_from(lists[i + 1].len().max(1)).unwrap_or(1);
    }
    let total = lists.iter().map(|l| l.len()).product::<usize>();
    let found = cells::index(given.cells, given.parameters, lookup.parameter);
    let points: Vec<Option<Point>> = if spread { Point::ALL.map(Some).to_vec() } else { vec![None] };
    let mut out = Vec::with_capacity(total * points.len());
    for combination in 0..total {
        let chosen = |input: usize| {
            let Some(position) = inputs.iter().position(|i| *i == input) else { return String::new() };
            let choice = combination / widths[position] as usize % lists[position].len().max(1);
            lists[position].get(choice).map(|c| c.id.clone()).unwrap_or_default()
        };
        let places = cells::candidates(given.inputs, lookup, &chosen);
        for point in &points {
            let cell = places
                .iter()
                .filter_map(|at| found.get(at.as_slice()))
                .find(|c| has_point(given, **c, *point));
            out.push(cell.map_or(NOWHERE, |c| u32::try_from(*c).unwrap_or(NOWHERE)));
        }
    }
    let keys = inputs.iter().map(|i| reg(*i)).zip(widths).collect();
    Table { keys, cells: out, day: lookup.day.map(&reg), strict: lookup.otherwise.is_some() }
}

fn has_point(given: &Given<'_>, cell: usize, point: Option<Point>) -> bool {
    let held = &given.cells.cells[cell];
    let rows = &given.parameters[held.parameter].rows[held.rows.clone()];
    rows.iter().any(|row| match (&row.value, point) {
        (Value::Spread(points), Some(p)) => points[p as usize].is_some(),
        _ => true,
    })
}
