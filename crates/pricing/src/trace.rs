//! How a line came about: formula, inputs, parameters with their dates and sources.

use crate::cells::Standing;
use crate::dated::Dated;
use crate::deal::{self, Deal};
use crate::figures::Figures;
use crate::language::walk::{Used, Walker};
use crate::quote::QuoteLine;
use crate::tariff::Tariff;
use crate::worked;
use jiff::civil::Date;
use pul_pack::parameters::{Confidence, Kind, Number, Words, write_figure};
use pul_pack::rules::Flow;
use serde::{Deserialize, Serialize};

/// How one amount came about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// The formula as the pack writes it.
    pub formula: String,
    /// The formula with figures in the place of names.
    pub worked: String,
    /// The condition under which the line applies.
    pub when: Option<String>,
    /// The figures between inputs and the formula.
    pub steps: Vec<Step>,
    /// What the deal stated, or its default.
    pub inputs: Vec<Stated>,
    /// Parameters' values used, with who says so.
    pub parameters: Vec<Cited>,
}

/// A define on the way to the amount.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// Position of the member it was computed for.
    pub member: Option<usize>,
    /// Its value, unrounded.
    pub value: Number,
    /// How it is computed.
    pub formula: String,
    /// The formula with figures in the place of names.
    pub worked: String,
}

/// An input used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// Position of the member it belongs to.
    pub member: Option<usize>,
    /// Its value, as a deal writes it.
    pub value: String,
}

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Authority {
    /// Id of the source.
    pub source: String,
    /// Section or page.
    pub locator: String,
    /// How sure; absent where nothing is measured.
    pub confidence: Option<Confidence>,
}

/// A parameter's value used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cited {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: Words,
    /// Its place, dimension by dimension.
    pub at: Vec<String>,
    /// The value used, as the pack writes it.
    pub value: String,
    /// Its unit.
    pub unit: String,
    /// `median` and the like, of a distribution.
    pub point: Option<String>,
    /// First day the value holds.
    pub from: Option<Date>,
    /// Last day it holds.
    pub until: Option<Date>,
    /// How it stands to the day asked for.
    pub standing: Standing,
    /// Whether it is assumed.
    pub assumed: bool,
    /// Why, if assumed.
    pub reason: String,
    /// Whether its review date has passed.
    pub stale: bool,
    /// Who says so; absent for an assumption.
    pub authority: Option<Authority>,
}

/// Ids of parameters a reader should look at twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standings {
    /// Set by the user, or the pack's default.
    pub assumed: Vec<String>,
    /// Past their review date.
    pub stale: Vec<String>,
    /// Ended before the day; the last known value was used.
    pub expired: Vec<String>,
    /// Start after the day; the first known value was used.
    pub not_yet: Vec<String>,
    /// Of medium confidence.
    pub medium: Vec<String>,
    /// Known to end before the engagement does; the quote uses them to its end.
    pub ends_within: Vec<String>,
}

/// Traces a line of a way.
pub fn trace(tariff: &Tariff, deal: &Deal, dated: &Dated, figures: &Figures, line: usize) -> Trace {
    let (rule, compiled) = (&tariff.rules.lines[line], &tariff.lines[line]);
    let mut walker = Walker::new(tariff, dated, deal, figures);
    walker.value(&compiled.amount);
    if let Some(becomes) = &compiled.becomes {
        walker.value(becomes);
    }
    let formula = match &rule.flow {
        Flow::Exchange { into, .. } => format!("{} → {}", rule.amount.text, into.text),
        _ => rule.amount.text.clone(),
    };
    let trail = std::mem::take(&mut walker.trail);
    let mut worked = worked::worked(&mut walker, &compiled.amount);
    if let Some(becomes) = &compiled.becomes {
        worked = format!("{worked} → {}", worked::worked(&mut walker, becomes));
    }
    Trace {
        worked,
        formula,
        when: rule.when.as_ref().map(|w| w.text.clone()),
        steps: trail.defines.iter().map(|d| step(&mut walker, *d)).collect(),
        inputs: trail.inputs.iter().map(|i| stated(tariff, *i)).collect(),
        parameters: trail.parameters.iter().map(|u| cited(tariff, u, dated.day())).collect(),
    }
}

/// The exact value the walker gives for a line before rounding, for holding it against the machine.
pub fn walked(
    tariff: &Tariff,
    deal: &Deal,
    dated: &Dated,
    figures: &Figures,
    line: usize,
) -> (bool, Number, Option<Number>) {
    let compiled = &tariff.lines[line];
    let mut walker = Walker::new(tariff, dated, deal, figures);
    let applies = compiled.when.as_ref().is_none_or(|w| walker.value(w) != Number::ZERO);
    let value = walker.value(&compiled.amount);
    (applies, value, compiled.becomes.as_ref().map(|b| walker.value(b)))
}

fn step(walker: &mut Walker<'_>, (i, member, value): (usize, Option<usize>, Number)) -> Step {
    let tariff = walker.tariff();
    let define = &tariff.rules.defines[i];
    let worked = walker.as_member(member, |walker| worked::worked(walker, &tariff.defines[i].0));
    Step {
        id: define.id.clone(),
        label: define.label.clone(),
        member,
        value,
        formula: define.formula.text.clone(),
        worked,
    }
}

fn stated(tariff: &Tariff, (i, member, value): (usize, Option<usize>, Number)) -> Stated {
    let input = &tariff.rules.inputs[i];
    Stated { id: input.id.clone(), label: input.label.clone(), member, value: deal::write(input, value) }
}

fn cited(tariff: &Tariff, used: &Used, day: Date) -> Cited {
    let parameter = &tariff.parameters[used.parameter];
    let row = &parameter.rows[used.row];
    let set = used.standing == Standing::Set;
    Cited {
        id: parameter.id.clone(),
        label: parameter.label.clone(),
        at: row.at.clone(),
        value: write_figure(used.value, &parameter.measure),
        unit: parameter.measure.to_string(),
        point: used.point.map(worked::point_name),
        from: row.from,
        until: row.until,
        standing: used.standing,
        assumed: set || parameter.kind == Kind::Assumption,
        reason: parameter.reason.clone(),
        stale: !set && row.is_stale(day),
        authority: row.provenance.as_ref().filter(|_| !set).map(|p| Authority {
            source: p.source.clone(),
            locator: p.locator.clone(),
            confidence: Some(p.confidence),
        }),
    }
}

/// Who stands behind a parameter's value of a day.
pub fn authority(tariff: &Tariff, parameter: usize, day: Date) -> Option<Authority> {
    let cell = tariff.cells.of(parameter).next()?;
    let held = tariff.cells.held(&tariff.parameters, cell, day);
    let provenance = tariff.parameters[parameter].rows[held.row].provenance.as_ref()?;
    Some(Authority {
        source: provenance.source.clone(),
        locator: provenance.locator.clone(),
        confidence: Some(provenance.confidence),
    })
}

/// Gathers what to look at twice from all lines of an engagement that ends on a day.
pub fn standings(lines: &[QuoteLine], end: Date) -> Standings {
    let mut out = Standings::default();
    let cited = || lines.iter().flat_map(|l| &l.trace.parameters);
    let ids = |wanted: &dyn Fn(&Cited) -> bool| {
        let mut ids: Vec<String> = cited().filter(|c| wanted(c)).map(|c| c.id.clone()).collect();
        ids.sort();
        ids.dedup();
        ids
    };
    out.assumed = ids(&|c| c.assumed);
    out.stale = ids(&|c| c.stale);
    out.expired = ids(&|c| c.standing == Standing::Expired);
    out.not_yet = ids(&|c| c.standing == Standing::NotYet);
    out.ends_within = ids(&|c| c.standing == Standing::Current && c.until.is_some_and(|u| u < end));
    out.medium = ids(&|c| c.authority.as_ref().is_some_and(|a| a.confidence == Some(Confidence::Medium)));
    out
}
