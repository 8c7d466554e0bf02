//! A deal: what is asked to be priced, read from text and checked against the
//! rules' inputs.

use crate::Tariff;
use jiff::civil::Date;
use pul_domain::{Finding, Findings, Place};
use pul_pack::parameters::{Measure, Number, read_figure};
use pul_pack::rules::{Default as When, Input, InputKind, InputScope};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A deal as people and files write it: inputs by name, figures as decimal text,
/// percentages as `50`, flags as `true` or `false`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Inputs of the deal; what is left out takes the rules' default.
    #[serde(default)]
    pub inputs: BTreeMap<String, String>,
    /// Inputs of each member of the team.
    #[serde(default)]
    pub team: Vec<BTreeMap<String, String>>,
}

/// A deal that was read: every input has a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deal {
    pub(crate) inputs: Vec<Number>,
    pub(crate) members: Vec<Vec<Number>>,
}

/// A day as a number formulas can compare.
pub fn day_number(day: Date) -> Number {
    let since = Date::constant(1970, 1, 1).until(day).map_or(0, |span| span.get_days());
    Number::whole(i64::from(since))
}

/// The day such a number means.
pub fn number_day(number: Number) -> Date {
    let days = i64::try_from(number.to_minor(0)).unwrap_or(0);
    Date::constant(1970, 1, 1).saturating_add(jiff::Span::new().try_days(days).unwrap_or_default())
}

impl Deal {
    /// The deal's input by position.
    pub fn input(&self, position: usize) -> Number {
        self.inputs[position]
    }

    /// The same deal with one of the deal's inputs changed.
    #[must_use]
    pub fn with(&self, position: usize, value: Number) -> Deal {
        let mut out = self.clone();
        out.inputs[position] = value;
        out
    }
}

/// Reads a deal. `date` is the day of the quote. Every fault is given.
///
/// # Errors
/// The findings, when any input is unknown, missing, unreadable or out of its range.
pub fn read(tariff: &Tariff, statement: &Statement, date: Date) -> Result<Deal, Findings> {
    let mut reader = Reader { tariff, findings: Findings::new() };
    let mut inputs = reader.values(InputScope::Deal, &statement.inputs, date, None);
    reader.agree(&statement.inputs, &mut inputs);
    if statement.team.is_empty() {
        reader.fault(
            "team",
            "no-team",
            "The deal has no team.".to_owned(),
            "Name at least one member: occupation, seniority, people.",
        );
    }
    let mut members = Vec::with_capacity(statement.team.len());
    for member in &statement.team {
        let values = reader.values(InputScope::Member, member, date, Some(&inputs));
        members.push(values);
    }
    if reader.findings.has_faults() { Err(reader.findings) } else { Ok(Deal { inputs, members }) }
}

struct Reader<'t> {
    tariff: &'t Tariff,
    findings: Findings,
}

impl Reader<'_> {
    fn fault(&mut self, field: &str, code: &str, cause: String, cure: &str) {
        self.findings.push(Finding::fault(code, Place::default().field(field), cause, cure));
    }

    /// Adds what was written, and the bounds of its input, to the finding just told.
    fn tell_bounds(&mut self, input: &Input, text: &str) {
        let Some(last) = self.findings.0.pop() else { return };
        let bound = |at: Option<Number>| at.map_or_else(|| "…".to_owned(), |n| write(input, n));
        let told = last.with("text", text).with("least", bound(input.min)).with("most", bound(input.max));
        self.findings.push(told);
    }

    /// One scope's values by position of the input; the other scope's are nought.
    fn values(
        &mut self,
        scope: InputScope,
        given: &BTreeMap<String, String>,
        date: Date,
        deal: Option<&[Number]>,
    ) -> Vec<Number> {
        let inputs = &self.tariff.rules.inputs;
        let mut out = deal.map_or_else(|| vec![Number::ZERO; inputs.len()], <[Number]>::to_vec);
        for name in given.keys().filter(|n| !inputs.iter().any(|i| i.id == **n && i.scope == scope)) {
            let near = pul_pack::reader::nearest(
                name,
                inputs.iter().filter(|i| i.scope == scope).map(|i| i.id.as_str()),
            );
            let cure = near.map_or_else(|| "Take it away.".to_owned(), |n| format!("Did you mean `{n}`?"));
            self.fault(name, "unknown-input", format!("No input is called `{name}`."), &cure);
        }
        for (position, input) in inputs.iter().enumerate().filter(|(_, i)| i.scope == scope) {
            let value = match given.get(&input.id) {
                Some(text) => self.stated(input, text),
                None => self.default(input, date, &out),
            };
            out[position] = value.unwrap_or_default();
        }
        out
    }

    /// A choice that lies within a choice of another input settles that input when the
    /// deal does not state it, and must not contradict it when it does.
    fn agree(&mut self, given: &BTreeMap<String, String>, values: &mut [Number]) {
        let tariff = self.tariff;
        for (position, input) in tariff.rules.inputs.iter().enumerate() {
            let InputKind::Choice(choices) = &input.kind else { continue };
            let chosen = usize::try_from(values[position].to_minor(0)).ok().and_then(|i| choices.get(i));
            let Some((chosen, within)) = chosen.and_then(|c| Some((c, c.within.as_ref()?))) else { continue };
            let Some(other) = input.falls_back.iter().find_map(|f| tariff.input(f)) else { continue };
            let Some(wanted) = parse(&tariff.rules.inputs[other], within) else { continue };
            let id = &tariff.rules.inputs[other].id;
            if given.contains_key(id) && values[other] != wanted {
                let stated = write(&tariff.rules.inputs[other], values[other]);
                let cause = format!(
                    "`{}` is {}, which lies in {within}, but `{id}` is {stated}.",
                    input.id, chosen.id
                );
                self.fault(
                    &input.id,
                    "inputs-disagree",
                    cause,
                    "Change one of the two, or leave out the wider one.",
                );
            }
            values[other] = wanted;
        }
    }

    fn stated(&mut self, input: &Input, text: &str) -> Option<Number> {
        let value = parse(input, text);
        let Some(value) = value else {
            self.fault(
                &input.id,
                "bad-input",
                format!("`{}` cannot be {text:?}.", input.id),
                &wanted(input, text),
            );
            self.tell_bounds(input, text);
            return None;
        };
        let low = input.min.is_some_and(|m| value < m);
        let high = input.max.is_some_and(|m| value > m);
        if low || high {
            self.fault(
                &input.id,
                "input-out-of-range",
                format!("`{}` is {text}.", input.id),
                &wanted(input, text),
            );
            self.tell_bounds(input, text);
        }
        Some(value)
    }

    fn default(&mut self, input: &Input, date: Date, before: &[Number]) -> Option<Number> {
        match &input.default {
            When::NewYear => Some(day_number(Date::constant(date.year(), 1, 1))),
            When::Same(other) => {
                let position = self.tariff.rules.inputs.iter().position(|i| i.id == *other)?;
                Some(before[position])
            }
            When::Text(text) => parse(input, text),
            When::Required if input.id == "date" => Some(day_number(date)),
            When::Required if input.id == "way" => Some(Number::ZERO),
            When::Required => {
                self.fault(
                    &input.id,
                    "missing-input",
                    format!("The deal does not say `{}` ({}).", input.id, input.label.en),
                    &wanted(input, ""),
                );
                None
            }
        }
    }
}

/// Reads an input's value from text.
pub fn parse(input: &Input, text: &str) -> Option<Number> {
    match &input.kind {
        InputKind::Measured(measure) => read_figure(text, measure),
        InputKind::Choice(choices) => {
            let position = choices.iter().position(|c| c.id == text || c.also.iter().any(|a| a == text))?;
            Some(Number::whole(i64::try_from(position).ok()?))
        }
        InputKind::Date => Some(day_number(text.parse().ok()?)),
    }
}

/// Writes an input's value as [`parse`] reads it.
pub fn write(input: &Input, value: Number) -> String {
    match &input.kind {
        InputKind::Measured(measure) => pul_pack::parameters::write_figure(value, measure),
        InputKind::Choice(choices) => {
            let position = usize::try_from(value.to_minor(0)).unwrap_or(usize::MAX);
            choices.get(position).map(|c| c.id.clone()).unwrap_or_default()
        }
        InputKind::Date => number_day(value).to_string(),
    }
}

fn wanted(input: &Input, text: &str) -> String {
    let range = match (input.min, input.max) {
        (Some(a), Some(b)) => format!(" from {} to {}", write(input, a), write(input, b)),
        (Some(a), None) => format!(" of at least {}", write(input, a)),
        (None, Some(b)) => format!(" of at most {}", write(input, b)),
        (None, None) => String::new(),
    };
    match &input.kind {
        InputKind::Measured(Measure::Flag) => "Write true or false.".to_owned(),
        InputKind::Measured(measure) => format!("Write a plain decimal ({measure}){range}."),
        InputKind::Date => "Write a day such as 2026-11-23.".to_owned(),
        InputKind::Choice(choices) => {
            let ids: Vec<&str> = choices.iter().map(|c| c.id.as_str()).collect();
            let near = pul_pack::reader::nearest(text, ids.iter().copied());
            near.map_or_else(
                || format!("Write one of: {}.", ids.join(", ")),
                |n| format!("Did you mean {n:?}? One of: {}.", ids.join(", ")),
            )
        }
    }
}
