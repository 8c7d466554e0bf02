//! The program of each way: the defines it needs, then its lines and papers. Defines
//! that look at neither the way nor a line come out the same in every way: they stand
//! in one more program, run once before the others.

use crate::compile::order;
use crate::language::emit::{Emitter, Given};
use crate::language::machine::{LineRegs, Op, Program, Reg};
use crate::language::resolve::{Scope, Symbol};
use crate::language::{Key, Node, Source};
use crate::tariff::Tariff;
use pul_domain::{Finding, Findings, Place};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// One program for each way, in their order, and after them the shared one.
pub fn all(tariff: &Tariff, findings: &mut Findings) -> Vec<Program> {
    let mut quiet = Findings::new();
    let parsed = order::Parsed::new(&tariff.rules, &mut quiet);
    let names = super::names(&tariff.parameters, &tariff.rules);
    let steps = order::order(&parsed, &names, &tariff.rules, &mut quiet);
    let built = RefCell::default();
    let given = Given {
        parameters: &tariff.parameters,
        cells: &tariff.cells,
        inputs: &tariff.rules.inputs,
        defines: &tariff.defines,
        built: &built,
    };
    let alike = alike(tariff, &steps);
    let (shared, registers) = shared(tariff, given, &alike, &steps);
    let ways = 0..tariff.rules.ways.len();
    let of_way = ways.map(|way| one(tariff, given, way, &steps, &registers, findings));
    of_way.chain([shared]).collect()
}

/// Deal's defines that depend neither on the way nor on a line.
fn alike(tariff: &Tariff, steps: &[Symbol]) -> HashSet<usize> {
    let mut out: HashSet<usize> = HashSet::new();
    for step in steps {
        let Symbol::Define(i) = step else { continue };
        let mut alike = true;
        tariff.defines[*i].0.visit(&mut |node| match node {
            Node::Value(Source::Input(input)) => alike &= *input != tariff.way_input,
            Node::Value(Source::Define(other)) => alike &= out.contains(other),
            Node::Value(Source::Line(_) | Source::Becomes(_)) => alike = false,
            Node::Parameter(lookup) | Node::Spread(lookup, _) | Node::Bands(lookup, _) => {
                alike &= !lookup.keys.contains(&Key::Input(tariff.way_input));
            }
            _ => {}
        });
        if alike {
            out.insert(*i);
        }
    }
    out
}

/// The shared program, and the register of each define in it.
fn shared(
    tariff: &Tariff,
    given: Given<'_>,
    alike: &HashSet<usize>,
    steps: &[Symbol],
) -> (Program, HashMap<usize, Reg>) {
    let mut emitter = Emitter::new(given);
    let mut registers = HashMap::new();
    for step in steps {
        let Symbol::Define(i) = step else { continue };
        if alike.contains(i) && tariff.defines[*i].1 == Scope::Deal {
            let reg = emitter.node(&tariff.defines[*i].0);
            emitter.name(Source::Define(*i), reg);
            registers.insert(*i, reg);
        }
    }
    // A shared program too large to run is left out; the ways then say so themselves.
    if emitter.full { (Emitter::new(given).finish(), HashMap::new()) } else { (emitter.finish(), registers) }
}

fn belongs(ways: &[String], way: &str) -> bool {
    ways.is_empty() || ways.iter().any(|w| w == way)
}

fn one(
    tariff: &Tariff,
    given: Given<'_>,
    way: usize,
    steps: &[Symbol],
    shared: &HashMap<usize, Reg>,
    findings: &mut Findings,
) -> Program {
    let id = &tariff.rules.ways[way].id;
    let lines: HashSet<usize> =
        (0..tariff.lines.len()).filter(|i| belongs(&tariff.rules.lines[*i].ways, id)).collect();
    let papers: Vec<usize> =
        (0..tariff.papers.len()).filter(|i| belongs(&tariff.rules.papers[*i].ways, id)).collect();
    let defines = needed(tariff, &lines, &papers, shared);
    let mut emitter = Emitter::new(given);
    for step in steps {
        match step {
            Symbol::Define(i) if defines.contains(i) && tariff.defines[*i].1 == Scope::Deal => {
                let reg = match shared.get(i) {
                    Some(there) => emitter.share(*there),
                    None => emitter.node(&tariff.defines[*i].0),
                };
                emitter.name(Source::Define(*i), reg);
            }
            Symbol::Line(i) if lines.contains(i) => line(&mut emitter, tariff, *i),
            Symbol::Becomes(i) if lines.contains(i) => becomes(&mut emitter, tariff, *i),
            _ => {}
        }
    }
    for i in papers {
        let reg = match &tariff.papers[i] {
            Some(node) => emitter.node(node),
            None => emitter.constant(pul_pack::parameters::Number::ONE),
        };
        emitter.program.papers.push((i, reg));
    }
    for (at, node) in tariff.totals.iter().enumerate() {
        emitter.program.settings[at] = emitter.node(node);
    }
    if emitter.full {
        findings.push(Finding::fault(
            "rules-too-large",
            Place::file("rules"),
            format!("The way `{id}` needs more than 65,535 steps."),
            "Split it.",
        ));
    }
    emitter.finish()
}

/// Positions of the defines that a way's lines, papers and totals need.
fn needed(
    tariff: &Tariff,
    lines: &HashSet<usize>,
    papers: &[usize],
    shared: &HashMap<usize, Reg>,
) -> HashSet<usize> {
    let mut out = HashSet::new();
    let mut open: Vec<&Node> = tariff.totals.iter().collect();
    for line in lines.iter().map(|i| &tariff.lines[*i]) {
        open.extend([Some(&line.amount), line.when.as_ref(), line.becomes.as_ref()].into_iter().flatten());
    }
    open.extend(papers.iter().filter_map(|i| tariff.papers[*i].as_ref()));
    while let Some(node) = open.pop() {
        node.visit(&mut |n| {
            if let Node::Value(Source::Define(i)) = n
                && out.insert(*i)
                && !shared.contains_key(i)
            {
                open.push(&tariff.defines[*i].0);
            }
        });
    }
    out
}

/// Amount and whether it applies; the amount is rounded here and nowhere else.
fn line(emitter: &mut Emitter<'_>, tariff: &Tariff, i: usize) {
    let line = &tariff.lines[i];
    let (amount, applies) = (emitter.fresh(), emitter.fresh());
    let zero = emitter.constant(pul_pack::parameters::Number::ZERO);
    let one = emitter.constant(pul_pack::parameters::Number::ONE);
    emitter.push(Op::Copy { d: amount, a: zero });
    let condition = line.when.as_ref().map_or(one, |w| emitter.node(w));
    emitter.push(Op::Copy { d: applies, a: condition });
    let over = emitter.leap(Op::Unless { a: applies, to: 0 });
    let exact = emitter.branch(&line.amount);
    emitter.push(Op::Round {
        d: amount,
        a: exact,
        places: places(tariff, line.currency),
        how: line.rounding,
    });
    emitter.land(over);
    emitter.name(Source::Line(i), amount);
    emitter.program.lines.push(LineRegs { line: i, amount, applies, becomes: None });
}

fn becomes(emitter: &mut Emitter<'_>, tariff: &Tariff, i: usize) {
    let line = &tariff.lines[i];
    let Some(node) = &line.becomes else { return };
    let Some(at) = emitter.program.lines.iter().position(|l| l.line == i) else { return };
    let applies = emitter.program.lines[at].applies;
    let d = emitter.fresh();
    let zero = emitter.constant(pul_pack::parameters::Number::ZERO);
    emitter.push(Op::Copy { d, a: zero });
    let over = emitter.leap(Op::Unless { a: applies, to: 0 });
    let exact = emitter.branch(node);
    emitter.push(Op::Round { d, a: exact, places: places(tariff, line.into), how: line.rounding });
    emitter.land(over);
    emitter.name(Source::Becomes(i), d);
    emitter.program.lines[at].becomes = Some(d);
}

fn places(tariff: &Tariff, side: crate::tariff::Side) -> u8 {
    u8::try_from(tariff.places(side)).unwrap_or(2)
}
