//! Evaluates a resolved formula node by node and remembers what it used. Slower than
//! the machine and written apart from it, so the two can be held against each other.

use super::ast::Operator;
use super::{Lookup, Node, Point, Source};
use crate::cells::{Held, Standing, lead};
use crate::dated::Dated;
use crate::deal::{Deal, number_day, write};
use crate::figures::Figures;
use crate::tariff::Tariff;
use pul_pack::parameters::{Number, Value, at_bands};
use pul_pack::rules::InputScope;
use std::collections::HashMap;

/// A parameter's value that a formula used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Used {
    /// Position of the parameter.
    pub parameter: usize,
    /// Position of its row.
    pub row: usize,
    /// How the row stands to the day it was asked for.
    pub standing: Standing,
    /// What was read: the number, the point of the spread, or what the bands gave.
    pub value: Number,
    /// The point, of a spread.
    pub point: Option<Point>,
}

/// What one line used.
#[derive(Debug, Default)]
pub struct Trail {
    /// Inputs, with the member they belong to.
    pub inputs: Vec<(usize, Option<usize>, Number)>,
    /// Parameters' values.
    pub parameters: Vec<Used>,
    /// Defines, with the member they were computed for.
    pub defines: Vec<(usize, Option<usize>, Number)>,
    /// Other lines.
    pub lines: Vec<(Source, Number)>,
}

/// Evaluates formulas of one way of a deal.
pub struct Walker<'t> {
    tariff: &'t Tariff,
    dated: &'t Dated,
    deal: &'t Deal,
    figures: &'t Figures,
    member: Option<usize>,
    known: HashMap<(usize, Option<usize>), Number>,
    /// What was used so far.
    pub trail: Trail,
}

impl<'t> Walker<'t> {
    /// A walker for the way that `figures` belong to.
    pub fn new(tariff: &'t Tariff, dated: &'t Dated, deal: &'t Deal, figures: &'t Figures) -> Self {
        Walker { tariff, dated, deal, figures, member: None, known: HashMap::new(), trail: Trail::default() }
    }

    /// The node's value.
    pub fn value(&mut self, node: &Node) -> Number {
        match node {
            Node::Constant(number) => *number,
            Node::Value(source) => self.source(*source),
            Node::Parameter(lookup) => self.parameter(lookup),
            Node::Spread(lookup, point) => self.spread(lookup, *point),
            Node::Bands(lookup, figure) => self.bands(lookup, figure),
            Node::Binary(operator, a, b) => self.binary(*operator, a, b),
            Node::Min(a, b) => self.value(a).min(self.value(b)),
            Node::Max(a, b) => self.value(a).max(self.value(b)),
            Node::Minus(a) => Number::ZERO.minus(self.value(a)),
            Node::Not(a) => flag(self.value(a) == Number::ZERO),
            Node::Round(a, how, places) => self.value(a).rounded(*places, *how),
            Node::Per(parts) => {
                let divisor = self.value(&parts[1]);
                if divisor == Number::ZERO {
                    return self.value(&parts[2]);
                }
                self.value(&parts[0]).per(divisor).unwrap_or_default()
            }
            Node::If(parts) => {
                let holds = self.value(&parts[0]) != Number::ZERO;
                self.value(&parts[if holds { 1 } else { 2 }])
            }
            Node::Sum(body) => {
                let each = self.for_each_member(|walker| walker.value(body));
                each.into_iter().fold(Number::ZERO, Number::plus)
            }
        }
    }

    /// The tariff it walks in.
    pub fn tariff(&self) -> &'t Tariff {
        self.tariff
    }

    /// Does something once for each member of the team, whose inputs then count.
    pub fn for_each_member<T>(&mut self, mut what: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let all = (0..self.deal.members.len()).map(|member| {
            self.member = Some(member);
            what(self)
        });
        let out = all.collect();
        self.member = None;
        out
    }

    /// Does something as one member, or as the deal.
    pub fn as_member<T>(&mut self, member: Option<usize>, what: impl FnOnce(&mut Self) -> T) -> T {
        self.member = member;
        let out = what(self);
        self.member = None;
        out
    }

    fn binary(&mut self, operator: Operator, a: &Node, b: &Node) -> Number {
        let (a, b) = (self.value(a), self.value(b));
        match operator {
            Operator::Plus => a.plus(b),
            Operator::Minus => a.minus(b),
            Operator::Times => a.times(b),
            Operator::Over => a.per(b).unwrap_or_default(),
            Operator::Equal => flag(a == b),
            Operator::Unequal => flag(a != b),
            Operator::Less => flag(a < b),
            Operator::AtMost => flag(a <= b),
            Operator::More => flag(a > b),
            Operator::AtLeast => flag(a >= b),
            Operator::And => flag(a != Number::ZERO && b != Number::ZERO),
            Operator::Or => flag(a != Number::ZERO || b != Number::ZERO),
        }
    }

    fn source(&mut self, source: Source) -> Number {
        match source {
            Source::Input(i) => {
                let (value, member) = self.input(i);
                note(&mut self.trail.inputs, (i, member, value));
                value
            }
            Source::Define(i) => {
                let (node, scope) = &self.tariff.defines[i];
                let member = (*scope == super::Scope::Member).then_some(self.member).flatten();
                if let Some(value) = self.known.get(&(i, member)) {
                    return *value;
                }
                // A deal's define that sums has its own members.
                let outer = if member.is_none() { self.member.take() } else { None };
                let value = self.value(node);
                if member.is_none() {
                    self.member = outer;
                }
                self.known.insert((i, member), value);
                self.trail.defines.push((i, member, value));
                value
            }
            Source::Line(i) => {
                let value = self.figures.line(i).map_or(Number::ZERO, |f| f.amount);
                note(&mut self.trail.lines, (source, value));
                value
            }
            Source::Becomes(i) => {
                let value = self.figures.line(i).map_or(Number::ZERO, |f| f.becomes);
                note(&mut self.trail.lines, (source, value));
                value
            }
        }
    }

    fn input(&self, i: usize) -> (Number, Option<usize>) {
        if i == self.tariff.way_input {
            return (Number::whole(i64::try_from(self.figures.way).unwrap_or(0)), None);
        }
        match (self.tariff.rules.inputs[i].scope, self.member) {
            (InputScope::Member, Some(member)) => (self.deal.members[member][i], Some(member)),
            _ => (self.deal.inputs[i], None),
        }
    }

    fn held(&self, lookup: &Lookup, point: Option<Point>) -> Option<(usize, Held)> {
        let tariff = self.tariff;
        let chosen = |i: usize| write(&tariff.rules.inputs[i], self.input(i).0);
        let cell = lead(&tariff.cells, &tariff.parameters, &tariff.rules.inputs, lookup, point, &chosen)?;
        let held = self.dated.held[cell];
        if held.standing == Standing::Set {
            return Some((lookup.parameter, held));
        }
        let day = lookup.day.map_or(self.dated.day(), |i| number_day(self.input(i).0));
        Some((lookup.parameter, tariff.cells.held(&tariff.parameters, cell, day)))
    }

    fn parameter(&mut self, lookup: &Lookup) -> Number {
        let found = self.held(lookup, None);
        let lapsed = |h: &Held| matches!(h.standing, Standing::Expired | Standing::NotYet);
        match (found, &lookup.otherwise) {
            (Some((_, held)), Some(otherwise)) if lapsed(&held) => self.value(otherwise),
            (None, Some(otherwise)) => self.value(otherwise),
            (Some((parameter, held)), _) => {
                self.used(parameter, held, held.value, None);
                held.value
            }
            (None, None) => Number::ZERO,
        }
    }

    fn spread(&mut self, lookup: &Lookup, point: Point) -> Number {
        let point = point.shifted(self.dated.shift);
        let Some((parameter, held)) = self.held(lookup, Some(point)) else { return Number::ZERO };
        let value = match &self.tariff.parameters[parameter].rows[held.row].value {
            Value::Spread(points) => points[point as usize].unwrap_or_default(),
            _ => Number::ZERO,
        };
        self.used(parameter, held, value, Some(point));
        value
    }

    fn bands(&mut self, lookup: &Lookup, figure: &Node) -> Number {
        let figure = self.value(figure);
        let Some((parameter, held)) = self.held(lookup, None) else { return Number::ZERO };
        let value = match &self.tariff.parameters[parameter].rows[held.row].value {
            Value::Bands(bands) => at_bands(bands, figure),
            _ => Number::ZERO,
        };
        self.used(parameter, held, value, None);
        value
    }

    fn used(&mut self, parameter: usize, held: Held, value: Number, point: Option<Point>) {
        note(
            &mut self.trail.parameters,
            Used { parameter, row: held.row, standing: held.standing, value, point },
        );
    }
}

fn note<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn flag(condition: bool) -> Number {
    if condition { Number::ONE } else { Number::ZERO }
}
