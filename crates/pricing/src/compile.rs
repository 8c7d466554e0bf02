//! Parameters and rules to a tariff.

use crate::cells::Cells;
use crate::language::resolve::{Names, Resolver, Scope, Symbol, Type};
use crate::language::{Flaw, Node, parser};
use crate::tariff::{CompiledLine, Side, Tariff};
use pul_domain::{Finding, Findings, Place};
use pul_pack::parameters::{Number, Parameter, Unit};
use pul_pack::rules::{Choice, Flow, Formula, InputKind, Line, Role, Rules, Settings};
use std::collections::HashMap;

mod check;
mod order;
mod program;

/// Compiles; see [`Tariff::compile`].
pub fn compile(parameters: Vec<Parameter>, mut rules: Rules) -> (Option<Tariff>, Findings) {
    let mut findings = Findings::new();
    fill_ways(&mut rules, &mut findings);
    check::references(&rules, &parameters, &mut findings);
    let Some(settings) = rules.settings.clone() else {
        findings.push(Finding::fault(
            "no-settings",
            Place::file("rules/settings.toml"),
            "The rules have no settings.",
            "Write rules/settings.toml.",
        ));
        return (None, findings);
    };
    let resolved = resolve_all(&parameters, &rules, &settings, &mut findings);
    let (Some(resolved), false) = (resolved, findings.has_faults()) else {
        return (None, findings);
    };
    let way_input = rules.inputs.iter().position(|i| i.id == "way").unwrap_or_default();
    let cells = Cells::new(&parameters);
    let Resolved { defines, lines, papers, totals } = resolved;
    let mut tariff = Tariff {
        rules,
        parameters,
        settings,
        cells,
        defines,
        lines,
        papers,
        totals,
        programs: Vec::new(),
        way_input,
    };
    tariff.programs = program::all(&tariff, &mut findings);
    let whole = (!findings.has_faults()).then_some(tariff);
    (whole, findings)
}

/// The input `way` has the pack's ways as its choices.
fn fill_ways(rules: &mut Rules, findings: &mut Findings) {
    let choices: Vec<Choice> = rules
        .ways
        .iter()
        .map(|w| Choice { id: w.id.clone(), label: w.label.clone(), within: None, also: Vec::new() })
        .collect();
    match rules.inputs.iter_mut().find(|i| i.id == "way") {
        Some(input) => input.kind = InputKind::Choice(choices),
        None => findings.push(Finding::fault(
            "no-way-input",
            Place::file("rules/inputs.toml"),
            "There is no input `way`.",
            "Add one with unit = \"choice\"; its choices are the ways.",
        )),
    }
    if !rules.inputs.iter().any(|i| i.id == "date" && i.kind == InputKind::Date) {
        findings.push(Finding::fault(
            "no-date-input",
            Place::file("rules/inputs.toml"),
            "There is no input `date`.",
            "Add one with unit = \"date\".",
        ));
    }
}

struct Resolved {
    defines: Vec<(Node, Scope)>,
    lines: Vec<CompiledLine>,
    papers: Vec<Option<Node>>,
    totals: [Node; 4],
}

/// Names of everything a formula can use.
pub(crate) fn names<'p>(parameters: &'p [Parameter], rules: &'p Rules) -> Names<'p> {
    let mut symbols: HashMap<String, Symbol> = HashMap::new();
    symbols.extend(parameters.iter().enumerate().map(|(i, n)| (n.id.clone(), Symbol::Parameter(i))));
    symbols.extend(rules.inputs.iter().enumerate().map(|(i, n)| (n.id.clone(), Symbol::Input(i))));
    symbols.extend(rules.defines.iter().enumerate().map(|(i, n)| (n.id.clone(), Symbol::Define(i))));
    for (i, line) in rules.lines.iter().enumerate() {
        symbols.insert(format!("line-{}", line.id), Symbol::Line(i));
        if matches!(line.flow, Flow::Exchange { .. }) {
            symbols.insert(format!("line-{}-becomes", line.id), Symbol::Becomes(i));
        }
    }
    let scope = |member| if member { Scope::Member } else { Scope::Deal };
    Names {
        symbols,
        inputs: &rules.inputs,
        parameters,
        defines: rules.defines.iter().map(|d| (None, scope(d.each_member))).collect(),
        lines: vec![None; rules.lines.len()],
        becomes: vec![None; rules.lines.len()],
    }
}

fn resolve_all(
    parameters: &[Parameter],
    rules: &Rules,
    settings: &Settings,
    findings: &mut Findings,
) -> Option<Resolved> {
    let mut names = names(parameters, rules);
    let parsed = order::Parsed::new(rules, findings);
    let mut defines: Vec<Option<(Node, Scope)>> = vec![None; rules.defines.len()];
    let mut lines: Vec<Option<CompiledLine>> = vec![None; rules.lines.len()];
    for step in order::order(&parsed, &names, rules, findings) {
        match step {
            Symbol::Define(i) => {
                let scope = names.defines[i].1;
                if let Some((node, kind)) =
                    one(&names, scope, &parsed.defines[i], &rules.defines[i].formula, findings)
                {
                    names.defines[i].0 = Some(kind);
                    defines[i] = Some((node, scope));
                }
            }
            Symbol::Line(i) => {
                if let Some((line, kind)) = compile_line(&names, &parsed, rules, settings, i, findings) {
                    names.lines[i] = Some(kind);
                    lines[i] = Some(line);
                }
            }
            Symbol::Becomes(i) => becomes_of(&mut names, &parsed, rules, settings, i, &mut lines, findings),
            Symbol::Input(_) | Symbol::Parameter(_) => {}
        }
    }
    let papers = (0..rules.papers.len())
        .map(|i| condition(&names, parsed.papers[i].as_ref(), rules.papers[i].when.as_ref(), findings))
        .collect();
    let totals = totals(&names, settings, findings);
    let unused = Number::ZERO;
    let fill = |d: Option<(Node, Scope)>| d.unwrap_or((Node::Constant(unused), Scope::Deal));
    Some(Resolved {
        defines: defines.into_iter().map(fill).collect(),
        lines: lines.into_iter().collect::<Option<_>>()?,
        papers,
        totals: totals?,
    })
}

type Parsed = Option<crate::language::ast::Expr>;

fn one(
    names: &Names<'_>,
    scope: Scope,
    parsed: &Parsed,
    formula: &Formula,
    findings: &mut Findings,
) -> Option<(Node, Type)> {
    let resolved = Resolver::new(names, scope).resolve(parsed.as_ref()?);
    report(resolved, formula, findings)
}

fn report<T>(result: Result<T, Flaw>, formula: &Formula, findings: &mut Findings) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(flaw) => {
            findings.push(flaw.finding(&formula.place, &formula.text));
            None
        }
    }
}

fn condition(
    names: &Names<'_>,
    parsed: Option<&Parsed>,
    formula: Option<&Formula>,
    findings: &mut Findings,
) -> Option<Node> {
    let formula = formula?;
    let (node, kind) = one(names, Scope::Deal, parsed?, formula, findings)?;
    if kind != Type::Flag {
        let flaw = Flaw::new(
            0,
            "formula-not-a-condition",
            "A condition is needed here.",
            "Compare the figure with something.",
        );
        findings.push(flaw.finding(&formula.place, &formula.text));
    }
    Some(node)
}

/// The side whose currency a formula gives.
fn side(kind: &Type, settings: &Settings, formula: &Formula, findings: &mut Findings) -> Option<Side> {
    let currency = match kind {
        Type::Number(unit) => unit.as_currency(),
        _ => None,
    };
    match currency {
        Some(c) if c == settings.buyer_currency => Some(Side::Buyer),
        Some(c) if c == settings.supplier_currency => Some(Side::Supplier),
        _ => {
            let told = match kind {
                Type::Number(unit) => unit.to_string(),
                other => format!("{other:?}"),
            };
            let flaw = Flaw::new(
                0,
                "line-currency",
                format!("The line gives {told}."),
                format!(
                    "A line is an amount in {} or {}.",
                    settings.buyer_currency, settings.supplier_currency
                ),
            );
            findings.push(flaw.finding(&formula.place, &formula.text));
            None
        }
    }
}

fn compile_line(
    names: &Names<'_>,
    parsed: &order::Parsed,
    rules: &Rules,
    settings: &Settings,
    i: usize,
    findings: &mut Findings,
) -> Option<(CompiledLine, Type)> {
    let line: &Line = &rules.lines[i];
    let when = condition(names, parsed.whens[i].as_ref(), line.when.as_ref(), findings);
    let (amount, kind) = one(names, Scope::Deal, &parsed.amounts[i], &line.amount, findings)?;
    let currency = side(&kind, settings, &line.amount, findings)?;
    let party = |id: &str| rules.parties.iter().position(|p| p.id == id).map(|p| (p, rules.parties[p].role));
    let (from, to) = match &line.flow {
        Flow::Pay { from, to } => (party(from), party(to)),
        Flow::Exchange { at, .. } => (party(at), party(at)),
        Flow::Memo => (None::<(usize, Role)>, None),
    };
    let credit = rules.groups.iter().any(|g| g.id == line.group && g.credit);
    let rounding = line.rounding.unwrap_or(settings.rounding);
    Some((
        CompiledLine { when, amount, becomes: None, currency, into: currency, rounding, from, to, credit },
        kind,
    ))
}

fn becomes_of(
    names: &mut Names<'_>,
    parsed: &order::Parsed,
    rules: &Rules,
    settings: &Settings,
    i: usize,
    lines: &mut [Option<CompiledLine>],
    findings: &mut Findings,
) {
    let Flow::Exchange { into, .. } = &rules.lines[i].flow else { return };
    let Some((node, kind)) = one(names, Scope::Deal, &parsed.becomes[i], into, findings) else { return };
    let Some(side) = side(&kind, settings, into, findings) else { return };
    names.becomes[i] = Some(kind);
    if let Some(line) = &mut lines[i] {
        line.becomes = Some(node);
        line.into = side;
    }
}

fn totals(names: &Names<'_>, settings: &Settings, findings: &mut Findings) -> Option<[Node; 4]> {
    let exchange = Unit::of(&settings.supplier_currency).per(&Unit::of(&settings.buyer_currency));
    let wanted = [
        (&settings.people, Unit::plain()),
        (&settings.months, Unit::of("month")),
        (&settings.hours, Unit::of("hour")),
        (&settings.exchange, exchange),
    ];
    let mut out = Vec::new();
    for (formula, unit) in wanted {
        let parsed = report(parser::parse(&formula.text), formula, findings);
        let (node, kind) = one(names, Scope::Deal, &parsed, formula, findings)?;
        if kind != Type::Number(unit.clone()) {
            let flaw = Flaw::new(
                0,
                "formula-unit-mismatch",
                format!("This gives no {unit}."),
                format!("Give a figure of unit {unit}."),
            );
            findings.push(flaw.finding(&formula.place, &formula.text));
        }
        out.push(node);
    }
    out.try_into().ok()
}
