//! Parameters named in a formula: their keys, their day, whether every place has a
//! value; and which divisors can never be nought.

use super::call::is_zero;
use super::{
    Expr, Flaw, Form, Key, Lookup, Name, Names, Node, Number, Operator, Resolver, Source, Symbol, Type,
    Value, same,
};
use pul_pack::parameters::Parameter;
use pul_pack::rules::{Input, InputKind};
use std::collections::HashSet;

/// Combinations of choices one parameter may be looked up by.
const MOST_COMBINATIONS: usize = 50_000;

impl Resolver<'_, '_> {
    pub(super) fn lookup(&mut self, parameter: usize, name: &Name, at: usize) -> Result<Lookup, Flaw> {
        let held = &self.names.parameters[parameter];
        if held.by.len() != name.index.len() {
            return Err(Flaw::new(
                at,
                "formula-index",
                format!(
                    "`{}` is given by {} dimensions, the formula names {}.",
                    name.name,
                    held.by.len(),
                    name.index.len()
                ),
                format!("Write one key for each of: {}.", held.by.join(", ")),
            ));
        }
        let keys = name.index.iter().map(|k| self.key(k)).collect::<Result<Vec<_>, _>>()?;
        let day = name.day.as_ref().map(|d| self.day(d, at)).transpose()?;
        let otherwise = match &name.otherwise {
            None => None,
            Some(expr) => {
                let (node, kind) = self.number(expr)?;
                same(&kind, &unit_of(held), expr.at)?;
                Some(node)
            }
        };
        self.countable(&keys, at)?;
        if otherwise.is_none() {
            self.covered(held, &keys, at)?;
        }
        Ok(Lookup { parameter, keys, day, otherwise })
    }

    /// A table of all combinations is kept; it must stay small.
    fn countable(&self, keys: &[Key], at: usize) -> Result<(), Flaw> {
        let mut combinations = 1_usize;
        for key in keys {
            let Key::Input(i) = key else { continue };
            let others = self.names.inputs[*i]
                .falls_back
                .iter()
                .filter_map(|f| self.names.inputs.iter().find(|n| n.id == *f));
            for input in std::iter::once(&self.names.inputs[*i]).chain(others) {
                combinations = combinations.saturating_mul(choices(input).len().max(1));
            }
        }
        if combinations <= MOST_COMBINATIONS {
            return Ok(());
        }
        Err(Flaw::new(
            at,
            "formula-index",
            format!("The keys have {combinations} combinations; {MOST_COMBINATIONS} are kept."),
            "Give the parameter fewer dimensions.",
        ))
    }

    fn key(&mut self, expr: &Expr) -> Result<Key, Flaw> {
        if let Form::Word(word) = &expr.form {
            return Ok(Key::Fixed(word.clone()));
        }
        match self.resolve(expr)? {
            (Node::Value(Source::Input(input)), Type::Choice(_)) => Ok(Key::Input(input)),
            _ => Err(Flaw::new(
                expr.at,
                "formula-index",
                "A key is an input with choices, or a word.",
                "Write hst-rate[province] or hst-rate[\"ON\"].",
            )),
        }
    }

    fn day(&self, name: &str, at: usize) -> Result<usize, Flaw> {
        match self.symbol(name, at)? {
            Symbol::Input(i) if self.names.inputs[i].kind == InputKind::Date => Ok(i),
            _ => Err(Flaw::new(
                at,
                "formula-day",
                format!("`{name}` is not an input that holds a day."),
                "Name one after `@`.",
            )),
        }
    }

    /// Every combination of choices must lead to a row, or the formula must say
    /// what holds `otherwise`.
    fn covered(&self, held: &Parameter, keys: &[Key], at: usize) -> Result<(), Flaw> {
        let places: HashSet<&[String]> = held.rows.iter().map(|r| r.at.as_slice()).collect();
        let mut missing = Vec::new();
        for combination in combinations(self.names.inputs, keys) {
            if candidates(self.names.inputs, keys, &combination)
                .iter()
                .all(|c| !places.contains(c.as_slice()))
            {
                missing.push(combination.join("/"));
            }
        }
        // With a fallback that depends on other inputs the last candidate decides.
        if missing.is_empty() {
            return Ok(());
        }
        missing.truncate(5);
        Err(Flaw::new(
            at,
            "formula-no-value",
            format!("`{}` has no value for {}.", held.id, missing.join(", ")),
            "Give it one, or write `otherwise` and what holds there.",
        ))
    }
}

fn unit_of(held: &Parameter) -> Type {
    use pul_pack::parameters::{Measure, Unit};
    match &held.measure {
        Measure::Number(unit) => Type::Number(unit.clone()),
        Measure::Flag => Type::Flag,
        _ => Type::Number(Unit::plain()),
    }
}

/// Choices of an input; none when it has none.
pub fn choices(input: &Input) -> &[pul_pack::rules::Choice] {
    match &input.kind {
        InputKind::Choice(choices) => choices,
        _ => &[],
    }
}

/// Every combination of keys the inputs can choose.
pub fn combinations(inputs: &[Input], keys: &[Key]) -> Vec<Vec<String>> {
    let mut out = vec![Vec::new()];
    for key in keys {
        let here: Vec<String> = match key {
            Key::Fixed(word) => vec![word.clone()],
            Key::Input(i) => choices(&inputs[*i]).iter().map(|c| c.id.clone()).collect(),
        };
        out = out
            .iter()
            .flat_map(|before: &Vec<String>| {
                here.iter().map(move |k| [before.as_slice(), std::slice::from_ref(k)].concat())
            })
            .collect();
    }
    out
}

/// The keys to look up one after the other: the choice itself, then the literals its
/// input falls back to. Fallbacks through other inputs are decided with the deal.
fn candidates(inputs: &[Input], keys: &[Key], combination: &[String]) -> Vec<Vec<String>> {
    let mut out = vec![combination.to_vec()];
    for (position, key) in keys.iter().enumerate() {
        let Key::Input(i) = key else { continue };
        for literal in inputs[*i].falls_back.iter().filter_map(|f| f.strip_prefix('=')) {
            let mut next = combination.to_vec();
            literal.clone_into(&mut next[position]);
            out.push(next);
        }
    }
    out
}

/// Whether a value can never be nought, whatever the deal and the day.
pub fn never_zero(node: &Node, names: &Names<'_>) -> bool {
    match node {
        Node::Constant(_) => !is_zero(node),
        Node::Value(Source::Input(i)) => names.inputs[*i].min.is_some_and(|m| m > Number::ZERO),
        Node::Parameter(lookup) => {
            let rows = &names.parameters[lookup.parameter].rows;
            let kept = rows.iter().all(|r| !matches!(&r.value, Value::Number(n) if *n == Number::ZERO));
            kept && lookup.otherwise.as_ref().is_none_or(|o| never_zero(o, names))
        }
        Node::Binary(Operator::Times | Operator::Over, a, b) => never_zero(a, names) && never_zero(b, names),
        Node::Minus(a) => never_zero(a, names),
        Node::If(parts) => never_zero(&parts[1], names) && never_zero(&parts[2], names),
        _ => false,
    }
}
