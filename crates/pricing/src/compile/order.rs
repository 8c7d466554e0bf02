//! Formulas parsed, and the order to compute them in: each after what it names.

use crate::language::ast::{Expr, Form};
use crate::language::parser;
use crate::language::resolve::{Names, Symbol};
use pul_domain::{Finding, Findings};
use pul_pack::rules::{Flow, Formula, Rules};
use std::collections::HashSet;

/// Every formula of the rules, parsed; `None` where it has a fault.
#[derive(Debug)]
pub struct Parsed {
    pub defines: Vec<Option<Expr>>,
    pub amounts: Vec<Option<Expr>>,
    pub whens: Vec<Option<Option<Expr>>>,
    pub becomes: Vec<Option<Expr>>,
    pub papers: Vec<Option<Option<Expr>>>,
}

impl Parsed {
    /// Parses every formula and reports its fault.
    pub fn new(rules: &Rules, findings: &mut Findings) -> Parsed {
        let mut parse = |formula: &Formula| match parser::parse(&formula.text) {
            Ok(expr) => Some(expr),
            Err(flaw) => {
                findings.push(flaw.finding(&formula.place, &formula.text));
                None
            }
        };
        Parsed {
            defines: rules.defines.iter().map(|d| parse(&d.formula)).collect(),
            amounts: rules.lines.iter().map(|l| parse(&l.amount)).collect(),
            whens: rules.lines.iter().map(|l| l.when.as_ref().map(&mut parse)).collect(),
            becomes: rules
                .lines
                .iter()
                .map(|l| match &l.flow {
                    Flow::Exchange { into, .. } => parse(into),
                    _ => None,
                })
                .collect(),
            papers: rules.papers.iter().map(|p| p.when.as_ref().map(&mut parse)).collect(),
        }
    }

    /// Names a step's formulas use.
    fn uses(&self, step: Symbol, names: &Names<'_>) -> Vec<Symbol> {
        let mut out = Vec::new();
        let mut add = |expr: Option<&Expr>| {
            if let Some(expr) = expr {
                collect(expr, &mut |name| out.extend(names.symbols.get(name)));
            }
        };
        match step {
            Symbol::Define(i) => add(self.defines[i].as_ref()),
            Symbol::Line(i) => {
                add(self.whens[i].as_ref().and_then(Option::as_ref));
                add(self.amounts[i].as_ref());
            }
            Symbol::Becomes(i) => {
                add(self.becomes[i].as_ref());
                out.push(Symbol::Line(i));
            }
            Symbol::Input(_) | Symbol::Parameter(_) => {}
        }
        out
    }
}

fn collect(expr: &Expr, found: &mut impl FnMut(&str)) {
    match &expr.form {
        Form::Number(..) | Form::Flag(_) | Form::Date(_) | Form::Word(_) => {}
        Form::Name(name) => {
            found(&name.name);
            name.index.iter().for_each(|k| collect(k, found));
            if let Some(otherwise) = &name.otherwise {
                collect(otherwise, found);
            }
        }
        Form::Call(_, arguments) => arguments.iter().for_each(|a| collect(a, found)),
        Form::Minus(a) | Form::Not(a) => collect(a, found),
        Form::Binary(_, a, b) => {
            collect(a, found);
            collect(b, found);
        }
        Form::Per(parts) | Form::If(parts) => parts.iter().for_each(|p| collect(p, found)),
        Form::In(a, words) => {
            collect(a, found);
            words.iter().for_each(|w| collect(w, found));
        }
    }
}

/// Every define, line and exchange, each after what it names. A circle is a fault.
pub fn order(parsed: &Parsed, names: &Names<'_>, rules: &Rules, findings: &mut Findings) -> Vec<Symbol> {
    let mut walk =
        Walk { parsed, names, rules, done: HashSet::new(), path: Vec::new(), out: Vec::new(), findings };
    (0..rules.defines.len()).for_each(|i| walk.visit(Symbol::Define(i)));
    (0..rules.lines.len()).for_each(|i| walk.visit(Symbol::Line(i)));
    (0..rules.lines.len())
        .filter(|i| matches!(rules.lines[*i].flow, Flow::Exchange { .. }))
        .for_each(|i| walk.visit(Symbol::Becomes(i)));
    walk.out
}

/// The longest chain of figures that need each other; evaluation is as deep.
const LONGEST_CHAIN: usize = 60;

struct Walk<'w, 'p> {
    parsed: &'w Parsed,
    names: &'w Names<'p>,
    rules: &'w Rules,
    done: HashSet<Key>,
    path: Vec<Symbol>,
    out: Vec<Symbol>,
    findings: &'w mut Findings,
}

type Key = (u8, usize);

fn key(step: Symbol) -> Key {
    match step {
        Symbol::Input(i) => (0, i),
        Symbol::Parameter(i) => (1, i),
        Symbol::Define(i) => (2, i),
        Symbol::Line(i) => (3, i),
        Symbol::Becomes(i) => (4, i),
    }
}

impl Walk<'_, '_> {
    fn visit(&mut self, step: Symbol) {
        if matches!(step, Symbol::Input(_) | Symbol::Parameter(_)) || self.done.contains(&key(step)) {
            return;
        }
        if self.path.contains(&step) {
            self.circle(step);
            return;
        }
        if self.path.len() >= LONGEST_CHAIN {
            self.told(
                step,
                "formula-chain",
                &format!("needs more than {LONGEST_CHAIN} others, one after the other"),
                "Shorten the chain.",
            );
            return;
        }
        self.path.push(step);
        for used in self.parsed.uses(step, self.names) {
            self.visit(used);
        }
        self.path.pop();
        self.done.insert(key(step));
        self.out.push(step);
    }

    fn circle(&mut self, step: Symbol) {
        self.told(
            step,
            "formula-circle",
            "needs itself, directly or through others",
            "Break the circle with a define that does not name it.",
        );
    }

    fn told(&mut self, step: Symbol, code: &str, what: &str, cure: &str) {
        let (id, place) = match step {
            Symbol::Define(i) => (&self.rules.defines[i].id, &self.rules.defines[i].place),
            Symbol::Line(i) | Symbol::Becomes(i) => (&self.rules.lines[i].id, &self.rules.lines[i].place),
            Symbol::Input(_) | Symbol::Parameter(_) => return,
        };
        self.findings.push(Finding::fault(code, place.clone(), format!("`{id}` {what}."), cure));
    }
}
