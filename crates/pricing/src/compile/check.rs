//! What rules refer to must be there, once.

use crate::language::parser::KEY_WORDS;
use pul_domain::{Finding, Findings, Place};
use pul_pack::parameters::{Measure, Parameter};
use pul_pack::rules::{Default, Flow, Rules};
use std::collections::HashMap;

/// Checks ids, ways, groups, parties, fallbacks and papers' parameters.
pub fn references(rules: &Rules, parameters: &[Parameter], findings: &mut Findings) {
    unique(rules, parameters, findings);
    let mut need = |known: Vec<&str>, what: &str, id: &str, place: &Place| {
        if known.contains(&id) {
            return;
        }
        let near = pul_pack::reader::nearest(id, known.iter().copied());
        let cure =
            near.map_or_else(|| format!("Known: {}.", known.join(", ")), |n| format!("Did you mean `{n}`?"));
        findings.push(Finding::fault(
            "unknown-reference",
            place.clone(),
            format!("There is no {what} `{id}`."),
            cure,
        ));
    };
    let ways = || rules.ways.iter().map(|w| w.id.as_str()).collect::<Vec<_>>();
    let parties = || rules.parties.iter().map(|p| p.id.as_str()).collect::<Vec<_>>();
    let groups = || rules.groups.iter().map(|g| g.id.as_str()).collect::<Vec<_>>();
    let inputs = || rules.inputs.iter().map(|i| i.id.as_str()).collect::<Vec<_>>();
    for line in &rules.lines {
        need(groups(), "group", &line.group, &line.place);
        line.ways.iter().for_each(|w| need(ways(), "way", w, &line.place));
        match &line.flow {
            Flow::Pay { from, to } => {
                [from, to].iter().for_each(|p| need(parties(), "party", p, &line.place))
            }
            Flow::Exchange { at, .. } => need(parties(), "party", at, &line.place),
            Flow::Memo => {}
        }
    }
    for paper in &rules.papers {
        paper.ways.iter().for_each(|w| need(ways(), "way", w, &paper.place));
        paper.parameters.iter().for_each(|p| {
            need(parameters.iter().map(|p| p.id.as_str()).collect(), "parameter", p, &paper.place)
        });
    }
    for input in &rules.inputs {
        input
            .falls_back
            .iter()
            .filter(|f| !f.starts_with('='))
            .for_each(|f| need(inputs(), "input", f, &input.place));
        if let Default::Same(other) = &input.default {
            need(inputs(), "input", other, &input.place);
        }
    }
    rules.tips.iter().for_each(|t| need(inputs(), "input", &t.input, &t.place));
    if let Some(settings) = &rules.settings {
        need(ways(), "way", &settings.baseline, &settings.exchange.place);
    }
}

/// Inputs, parameters and defines share one space of names; a line is named with
/// `line-` before its id, so it may be called like the parameter it is made of.
fn unique(rules: &Rules, parameters: &[Parameter], findings: &mut Findings) {
    let mut seen: HashMap<&str, &Place> = HashMap::new();
    let inputs = rules.inputs.iter().map(|n| (n.id.as_str(), &n.place));
    let defines = rules.defines.iter().map(|n| (n.id.as_str(), &n.place));
    // Words cannot be computed with, so a parameter that holds words takes no name.
    let held = parameters.iter().filter(|p| p.measure != Measure::Text).map(|n| (n.id.as_str(), &n.place));
    let mut lines: HashMap<&str, &Place> = HashMap::new();
    for line in &rules.lines {
        if let Some(other) = lines.insert(&line.id, &line.place) {
            findings.push(Finding::fault(
                "name-taken",
                line.place.clone(),
                format!("The line `{}` stands also at {other}.", line.id),
                "Give one of the two another id.",
            ));
        }
    }
    for (id, place) in inputs.chain(held).chain(defines) {
        if KEY_WORDS.contains(&id) {
            findings.push(Finding::fault(
                "key-word",
                place.clone(),
                format!("`{id}` is a word of the formula language."),
                "Choose another id.",
            ));
        }
        if let Some(other) = seen.insert(id, place) {
            findings.push(Finding::fault(
                "name-taken",
                place.clone(),
                format!("`{id}` stands also at {other}."),
                "Give one of the two another id; inputs, parameters and defines share their names.",
            ));
        }
    }
}
