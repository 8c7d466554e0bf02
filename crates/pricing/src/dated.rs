//! The parameters of a pack as they stand on one day, with what the caller set.

use crate::Tariff;
use crate::cells::{Held, Standing};
use jiff::civil::Date;
use pul_domain::{Finding, Findings, Place};
use pul_pack::parameters::{Measure, Number, Value, read_figure};
use std::collections::BTreeMap;

/// A day's view of a tariff. Making one resolves every parameter once; changing a
/// parameter in it costs no more than a look at its cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Dated {
    day: Date,
    pub(crate) held: Vec<Held>,
    pub(crate) images: Vec<Vec<Number>>,
    pub(crate) shift: i8,
}

impl Dated {
    /// Resolves every parameter for a day.
    pub fn new(tariff: &Tariff, day: Date) -> Dated {
        let held: Vec<Held> =
            (0..tariff.cells.cells.len()).map(|c| tariff.cells.held(&tariff.parameters, c, day)).collect();
        let images = tariff.programs.iter().map(|p| p.image(&held)).collect();
        Dated { day, held, images, shift: 0 }
    }

    /// The day.
    pub fn day(&self) -> Date {
        self.day
    }

    /// Moves every wage by points of its distribution: −1 for one point lower.
    pub fn shift_spreads(&mut self, points: i8) {
        self.shift = points;
    }

    /// Sets every place of a parameter, or the one named by `at`, to a number.
    pub fn set(&mut self, tariff: &Tariff, parameter: usize, at: Option<&[String]>, value: Number) {
        for cell in tariff.cells.of(parameter) {
            let row = tariff.cells.cells[cell].rows.start;
            if at.is_some_and(|at| tariff.parameters[parameter].rows[row].at != at) {
                continue;
            }
            self.set_cell(tariff, cell, value);
        }
    }

    pub(crate) fn set_cell(&mut self, tariff: &Tariff, cell: usize, value: Number) {
        self.held[cell].value = value;
        self.held[cell].standing = Standing::Set;
        for (image, program) in self.images.iter_mut().zip(&tariff.programs) {
            program.set(image, cell, value);
        }
    }

    /// Sets parameters as written: `benefits-rate` or `management-overhead.firm`, a
    /// dot before each key of a dimension. Every fault is given.
    pub fn assume(&mut self, tariff: &Tariff, set: &BTreeMap<String, String>) -> Findings {
        let mut findings = Findings::new();
        for (name, text) in set {
            if let Err(finding) = self.assume_one(tariff, name, text) {
                findings.push(*finding);
            }
        }
        findings
    }

    fn assume_one(&mut self, tariff: &Tariff, name: &str, text: &str) -> Result<(), Box<Finding>> {
        let place = || Place::default().field(name);
        let mut parts = name.split('.');
        let id = parts.next().unwrap_or_default();
        let at: Vec<String> = parts.map(str::to_owned).collect();
        let Some(parameter) = tariff.parameter(id) else {
            let near = pul_pack::reader::nearest(id, tariff.parameters.iter().map(|p| p.id.as_str()));
            let cure =
                near.map_or_else(|| "See the list of facts.".to_owned(), |n| format!("Did you mean `{n}`?"));
            return fail(Finding::fault(
                "unknown-parameter",
                place(),
                format!("No parameter is called `{id}`."),
                cure,
            ));
        };
        let held = &tariff.parameters[parameter];
        let of_numbers = held.rows.iter().all(|r| matches!(r.value, Value::Number(_)));
        if !of_numbers || held.measure == Measure::Text {
            return fail(Finding::fault(
                "not-a-number",
                place(),
                format!("`{id}` is a schedule, a spread or words."),
                "Only plain numbers can be set; change the pack for the rest.",
            ));
        }
        let Some(value) = read_figure(text, &held.measure) else {
            return fail(Finding::fault(
                "bad-figure",
                place(),
                format!("{text:?} is not a figure of unit {}.", held.measure),
                "Write a plain decimal.",
            ));
        };
        let known = at.is_empty() || tariff.cells.find(&tariff.parameters, parameter, &at).is_some();
        if !known {
            return fail(Finding::fault(
                "unknown-place",
                place(),
                format!("`{id}` has no value for {}.", at.join(", ")),
                "Name one of its places, or none to set all.",
            ));
        }
        self.set(tariff, parameter, (!at.is_empty()).then_some(&at[..]), value);
        Ok(())
    }
}

fn fail(finding: Finding) -> Result<(), Box<Finding>> {
    Err(Box::new(finding))
}
