//! Looks up the names of a formula and checks its units, divisors and scopes.

use super::ast::{Expr, Form, Name, Operator};
use super::{Flaw, Key, Lookup, Node, Point, Source};
use pul_pack::parameters::{Measure, Number, Parameter, Rounding, Unit, Value};
use pul_pack::rules::{Input, InputKind, InputScope};
use std::collections::HashMap;

mod binary;
mod call;
mod lookup;

pub use lookup::{choices, never_zero};

/// What a formula gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// A number of a unit.
    Number(Unit),
    /// A bare nought, which fits every unit.
    Zero,
    /// Yes or no.
    Flag,
    /// One of an input's choices, by the input's position.
    Choice(usize),
    /// A day.
    Date,
}

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// An input, by position.
    Input(usize),
    /// A parameter, by position.
    Parameter(usize),
    /// A define, by position.
    Define(usize),
    /// A line, by position.
    Line(usize),
    /// What an exchange line becomes: its name with `-becomes` after it.
    Becomes(usize),
}

/// Whether the formula stands inside `sum(…)` or in a member's define.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// For the deal.
    Deal,
    /// For one member of the team.
    Member,
}

/// Everything a formula can name.
#[derive(Debug)]
pub struct Names<'p> {
    /// Meaning of each name.
    pub symbols: HashMap<String, Symbol>,
    /// Inputs by position.
    pub inputs: &'p [Input],
    /// Parameters by position.
    pub parameters: &'p [Parameter],
    /// Types of the defines resolved so far, and whether each is a member's.
    pub defines: Vec<(Option<Type>, Scope)>,
    /// Types of the lines resolved so far.
    pub lines: Vec<Option<Type>>,
    /// The same for what exchange lines become.
    pub becomes: Vec<Option<Type>>,
}

/// Resolves one formula.
pub struct Resolver<'n, 'p> {
    names: &'n Names<'p>,
    scope: Scope,
}

type Resolved = Result<(Node, Type), Flaw>;

impl<'n, 'p> Resolver<'n, 'p> {
    /// A resolver for a formula that stands in `scope`.
    pub fn new(names: &'n Names<'p>, scope: Scope) -> Self {
        Resolver { names, scope }
    }

    /// The formula as a node and the type of its value.
    pub fn resolve(&mut self, expr: &Expr) -> Resolved {
        match &expr.form {
            Form::Number(number, unit) if *number == Number::ZERO && unit.is_plain() => {
                Ok((Node::Constant(Number::ZERO), Type::Zero))
            }
            Form::Number(number, unit) => Ok((Node::Constant(*number), Type::Number(unit.clone()))),
            Form::Flag(flag) => {
                Ok((Node::Constant(if *flag { Number::ONE } else { Number::ZERO }), Type::Flag))
            }
            Form::Date(date) => Ok((Node::Constant(crate::deal::day_number(*date)), Type::Date)),
            Form::Word(word) => Err(Flaw::new(
                expr.at,
                "formula-choice",
                format!("{word:?} stands where nothing says which list it is from."),
                "Compare it with an input: province = \"ON\".",
            )),
            Form::Name(name) => self.name(name, expr.at),
            Form::Call(function, arguments) => self.call(function, arguments, expr.at),
            Form::Minus(inner) => {
                let (node, kind) = self.number(inner)?;
                Ok((Node::Minus(Box::new(node)), kind))
            }
            Form::Not(inner) => Ok((Node::Not(Box::new(self.flag(inner)?)), Type::Flag)),
            Form::Binary(operator, left, right) => self.binary(*operator, left, right, expr.at),
            Form::Per(parts) => self.per(parts),
            Form::If(parts) => self.choose(parts),
            Form::In(left, words) => self.among(left, words, expr.at),
        }
    }

    fn name(&mut self, name: &Name, at: usize) -> Resolved {
        let symbol = self.symbol(&name.name, at)?;
        if let Symbol::Parameter(parameter) = symbol {
            let lookup = self.lookup(parameter, name, at)?;
            let held = &self.names.parameters[parameter];
            let of_numbers = held.rows.iter().all(|r| matches!(r.value, Value::Number(_)));
            let kind = match &held.measure {
                Measure::Number(unit) if of_numbers => Type::Number(unit.clone()),
                Measure::Percent if of_numbers => Type::Number(Unit::plain()),
                Measure::Flag => Type::Flag,
                Measure::Text => {
                    return Err(Flaw::new(
                        at,
                        "formula-text",
                        format!("`{}` holds words.", name.name),
                        "Words can be shown, not computed with.",
                    ));
                }
                _ => {
                    return Err(Flaw::new(
                        at,
                        "formula-schedule",
                        format!("`{}` holds bands or a spread.", name.name),
                        "Read it with bands(it, figure), or with median(it) and the like.",
                    ));
                }
            };
            return Ok((Node::Parameter(Box::new(lookup)), kind));
        }
        if !name.index.is_empty() || name.day.is_some() || name.otherwise.is_some() {
            return Err(Flaw::new(
                at,
                "formula-index",
                format!("`{}` is no parameter; only parameters take [ ], @ and otherwise.", name.name),
                "Drop them.",
            ));
        }
        self.value(symbol, &name.name, at)
    }

    fn value(&self, symbol: Symbol, name: &str, at: usize) -> Resolved {
        let outside = |what: &str| {
            Flaw::new(
                at,
                "formula-scope",
                format!("`{name}` is {what} of each member of the team."),
                "Use it inside sum(…).",
            )
        };
        match symbol {
            Symbol::Input(i) => {
                let input = &self.names.inputs[i];
                if input.scope == InputScope::Member && self.scope == Scope::Deal {
                    return Err(outside("an input"));
                }
                let kind = match &input.kind {
                    InputKind::Measured(Measure::Number(unit)) => Type::Number(unit.clone()),
                    InputKind::Measured(Measure::Percent) => Type::Number(Unit::plain()),
                    InputKind::Measured(Measure::Flag) => Type::Flag,
                    InputKind::Measured(Measure::Text) => {
                        return Err(Flaw::new(
                            at,
                            "formula-text",
                            format!("`{name}` holds words."),
                            "Words cannot be computed with.",
                        ));
                    }
                    InputKind::Choice(_) => Type::Choice(i),
                    InputKind::Date => Type::Date,
                };
                Ok((Node::Value(Source::Input(i)), kind))
            }
            Symbol::Define(i) => {
                let (kind, scope) = &self.names.defines[i];
                if *scope == Scope::Member && self.scope == Scope::Deal {
                    return Err(outside("a define"));
                }
                let kind = kind.clone().ok_or_else(|| broken(name, at))?;
                Ok((Node::Value(Source::Define(i)), kind))
            }
            Symbol::Line(i) => {
                let kind = self.names.lines[i].clone().ok_or_else(|| broken(name, at))?;
                Ok((Node::Value(Source::Line(i)), kind))
            }
            Symbol::Becomes(i) => {
                let kind = self.names.becomes[i].clone().ok_or_else(|| broken(name, at))?;
                Ok((Node::Value(Source::Becomes(i)), kind))
            }
            Symbol::Parameter(_) => Err(broken(name, at)),
        }
    }

    fn symbol(&self, name: &str, at: usize) -> Result<Symbol, Flaw> {
        self.names.symbols.get(name).copied().ok_or_else(|| {
            let near = pul_pack::reader::nearest(name, self.names.symbols.keys().map(String::as_str));
            let cure = near.map_or_else(
                || "Name an input, a parameter, a define or a line.".to_owned(),
                |n| format!("Did you mean `{n}`?"),
            );
            Flaw::new(at, "formula-unknown-name", format!("Nothing is called `{name}`."), cure)
        })
    }

    fn number(&mut self, expr: &Expr) -> Resolved {
        let (node, kind) = self.resolve(expr)?;
        match kind {
            Type::Number(_) | Type::Zero => Ok((node, kind)),
            _ => Err(Flaw::new(
                expr.at,
                "formula-not-a-number",
                "A number is needed here.",
                "A flag or a choice goes between if and then.",
            )),
        }
    }

    fn flag(&mut self, expr: &Expr) -> Result<Node, Flaw> {
        match self.resolve(expr)? {
            (node, Type::Flag) => Ok(node),
            _ => Err(Flaw::new(
                expr.at,
                "formula-not-a-condition",
                "A condition is needed here.",
                "Compare the figure with something: payroll > 0.",
            )),
        }
    }

    fn choose(&mut self, parts: &[Expr; 3]) -> Resolved {
        let condition = self.flag(&parts[0])?;
        let (yes, first) = self.resolve(&parts[1])?;
        let (no, second) = self.resolve(&parts[2])?;
        let kind = same(&first, &second, parts[2].at)?;
        Ok((Node::If(Box::new([condition, yes, no])), kind))
    }

    fn per(&mut self, parts: &[Expr; 3]) -> Resolved {
        let (a, over) = self.number(&parts[0])?;
        let (b, under) = self.number(&parts[1])?;
        let (c, instead) = self.number(&parts[2])?;
        let quotient = quotient(&over, &under);
        let kind = same(&quotient, &instead, parts[2].at)?;
        Ok((Node::Per(Box::new([a, b, c])), kind))
    }
}

fn quotient(over: &Type, under: &Type) -> Type {
    match (over, under) {
        (Type::Number(a), Type::Number(b)) => Type::Number(a.per(b)),
        _ => Type::Zero,
    }
}

/// The type both sides have.
fn same(first: &Type, second: &Type, at: usize) -> Result<Type, Flaw> {
    match (first, second) {
        (Type::Zero, other) | (other, Type::Zero) if matches!(other, Type::Number(_) | Type::Zero) => {
            Ok(other.clone())
        }
        (a, b) if a == b => Ok(a.clone()),
        (a, b) => Err(Flaw::new(
            at,
            "formula-unit-mismatch",
            format!("{} meets {}.", told(a), told(b)),
            "Bring both to one unit; an exchange rate such as PKR/CAD turns one currency into another.",
        )),
    }
}

fn told(kind: &Type) -> String {
    match kind {
        Type::Number(unit) if unit.is_plain() => "a plain number".to_owned(),
        Type::Number(unit) => unit.to_string(),
        Type::Zero => "nought".to_owned(),
        Type::Flag => "yes or no".to_owned(),
        Type::Choice(_) => "a choice".to_owned(),
        Type::Date => "a day".to_owned(),
    }
}

fn broken(name: &str, at: usize) -> Flaw {
    Flaw::new(
        at,
        "formula-broken-name",
        format!("`{name}` has a fault of its own or goes round in a circle."),
        "Mend it first.",
    )
}
