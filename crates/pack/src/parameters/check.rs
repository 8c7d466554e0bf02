//! What must hold for parameters: sources, dimensions, dates without gaps or
//! overlaps, schedules that grow.

use super::{Kind, Measure, Parameter, Row, Value};
use crate::reader::Sink;
use pul_domain::{Finding, Place};

/// Checks all parameters, given in the order of their ids.
pub fn all(parameters: &[Parameter], sources: &dyn Fn(&str) -> bool, sink: &Sink) {
    for pair in parameters.windows(2) {
        if pair[0].id == pair[1].id {
            fault(
                sink,
                "duplicate-parameter",
                &pair[1].place,
                format!("`{}` stands also at {}.", pair[1].id, pair[0].place),
                "Keep one of the two.",
            );
        }
    }
    for parameter in parameters {
        one(parameter, sources, sink);
    }
}

fn one(parameter: &Parameter, sources: &dyn Fn(&str) -> bool, sink: &Sink) {
    let id = &parameter.id;
    if parameter.rows.is_empty() {
        fault(
            sink,
            "no-value",
            &parameter.place,
            format!("`{id}` has no value."),
            "Give it a [[value]], or a default if it is an assumption.",
        );
    }
    if parameter.kind == Kind::Assumption && parameter.reason.is_empty() {
        fault(
            sink,
            "no-reason",
            &parameter.place,
            format!("The assumption `{id}` has no reason."),
            "Say in `reason` why it is what it is.",
        );
    }
    for row in &parameter.rows {
        value(parameter, row, sources, sink);
    }
    for pair in parameter.rows.windows(2).filter(|p| p[0].at == p[1].at) {
        dates(id, &pair[0], &pair[1], sink);
    }
}

/// One value of a parameter.
fn value(parameter: &Parameter, row: &Row, sources: &dyn Fn(&str) -> bool, sink: &Sink) {
    let id = &parameter.id;
    if parameter.kind == Kind::Fact && row.provenance.is_none() {
        fault(
            sink,
            "no-source",
            &row.place,
            format!("A value of `{id}` does not say who says so."),
            "Give it source, locator, confidence and review; a figure without a source is an assumption.",
        );
    }
    if let Some(provenance) = row.provenance.as_ref().filter(|p| !sources(&p.source)) {
        fault(
            sink,
            "unknown-source",
            &row.place,
            format!("No source is called `{}`.", provenance.source),
            "Describe it in sources-facts.toml, or name another.",
        );
    }
    if row.at.len() != parameter.by.len() {
        fault(
            sink,
            "bad-dimensions",
            &row.place,
            format!("`{id}` is given by {} dimensions, this value by {}.", parameter.by.len(), row.at.len()),
            "Write one key in `at` for each name in `by`.",
        );
    }
    match (&row.value, &parameter.measure) {
        (Value::Text(_), Measure::Text) => {}
        (Value::Text(_), _) | (_, Measure::Text) => fault(
            sink,
            "bad-figure",
            &row.place,
            format!("`{id}` mixes words and figures."),
            "Use unit = \"text\" with `text`, and only with it.",
        ),
        (Value::Bands(bands), _) if !bands.is_sorted_by(|a, b| a.over < b.over) => fault(
            sink,
            "bad-bands",
            &row.place,
            format!("The bands of `{id}` do not climb."),
            "Order them by `over`.",
        ),
        _ => {}
    }
}

/// Two values of one parameter and place, the earlier first.
fn dates(id: &str, earlier: &Row, later: &Row, sink: &Sink) {
    let next = earlier.until.and_then(|u| u.tomorrow().ok());
    match (next, later.from) {
        (Some(next), Some(from)) if next == from => {}
        (Some(next), Some(from)) if next < from => fault(
            sink,
            "date-gap",
            &later.place,
            format!("`{id}` has no value from {next} to the day before {from}."),
            "Close the gap, or say so with a value of its own.",
        ),
        _ => fault(
            sink,
            "date-overlap",
            &later.place,
            format!("`{id}` has two values for the same days (the other is at {}).", earlier.place),
            "End the earlier one on the day before the later one starts.",
        ),
    }
}

fn fault(sink: &Sink, code: &str, place: &Place, cause: String, cure: &str) {
    sink.push(Finding::fault(code, place.clone(), cause, cure));
}
