//! A formula with figures in the place of names, as a finance officer checks it.

use crate::deal;
use crate::language::ast::Operator;
use crate::language::walk::{Used, Walker};
use crate::language::{Node, Point, Source};
use crate::tariff::Tariff;
use pul_pack::parameters::{Measure, Number, Rounding, write_figure};
use pul_pack::rules::InputKind;

/// How tightly an operand binds; a looser one inside a tighter one takes brackets.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Binding {
    Loose,
    Compare,
    Sum,
    Product,
    Tight,
}

/// The node with figures for names. Only the branch taken of a condition is told, and
/// a sum is told member by member.
pub(crate) fn worked(walker: &mut Walker<'_>, node: &Node) -> String {
    tell(walker, node).0
}

fn tell(walker: &mut Walker<'_>, node: &Node) -> (String, Binding) {
    match node {
        Node::Constant(number) => plain(*number),
        Node::Value(source) => value(walker, *source),
        Node::Parameter(lookup) => {
            let number = walker.value(node);
            let used = walker
                .trail
                .parameters
                .iter()
                .find(|u| u.parameter == lookup.parameter && u.value == number)
                .copied();
            match (used, &lookup.otherwise) {
                (Some(used), _) => (parameter(walker.tariff(), &used), Binding::Tight),
                (None, Some(otherwise)) => tell(walker, otherwise),
                (None, None) => plain(number),
            }
        }
        Node::Spread(..) => plain(walker.value(node)),
        Node::Bands(lookup, figure) => {
            let at = worked(walker, figure);
            let id = walker.tariff().parameters[lookup.parameter].id.clone();
            (format!("{} [{id} at {at}]", figure_text(walker.value(node))), Binding::Tight)
        }
        Node::Binary(operator, a, b) => binary(walker, *operator, a, b),
        Node::Min(a, b) => (format!("min({}, {})", worked(walker, a), worked(walker, b)), Binding::Tight),
        Node::Max(a, b) => (format!("max({}, {})", worked(walker, a), worked(walker, b)), Binding::Tight),
        Node::Minus(a) => (format!("−{}", within(walker, a, Binding::Tight)), Binding::Product),
        Node::Not(a) => (format!("not {}", within(walker, a, Binding::Tight)), Binding::Loose),
        Node::Per(parts) if walker.value(&parts[1]) == Number::ZERO => tell(walker, &parts[2]),
        Node::Per(parts) => binary(walker, Operator::Over, &parts[0], &parts[1]),
        Node::If(parts) => {
            let taken = if walker.value(&parts[0]) == Number::ZERO { 2 } else { 1 };
            tell(walker, &parts[taken])
        }
        Node::Round(a, _, places) => (format!("round({}, {places})", worked(walker, a)), Binding::Tight),
        Node::Sum(body) => {
            let each = walker.for_each_member(|walker| within(walker, body, Binding::Product));
            let binding = if each.len() == 1 { Binding::Product } else { Binding::Sum };
            (each.join(" + "), binding)
        }
    }
}

fn binary(walker: &mut Walker<'_>, operator: Operator, a: &Node, b: &Node) -> (String, Binding) {
    let (sign, binding) = match operator {
        Operator::Plus => ("+", Binding::Sum),
        Operator::Minus => ("−", Binding::Sum),
        Operator::Times => ("×", Binding::Product),
        Operator::Over => ("÷", Binding::Product),
        Operator::Equal => ("=", Binding::Compare),
        Operator::Unequal => ("≠", Binding::Compare),
        Operator::Less => ("<", Binding::Compare),
        Operator::AtMost => ("≤", Binding::Compare),
        Operator::More => (">", Binding::Compare),
        Operator::AtLeast => ("≥", Binding::Compare),
        Operator::And => ("and", Binding::Loose),
        Operator::Or => ("or", Binding::Loose),
    };
    // The right side of − and ÷ needs brackets even around its own kind.
    let right = match operator {
        Operator::Minus => Binding::Product,
        Operator::Over => Binding::Tight,
        _ => binding,
    };
    (format!("{} {sign} {}", within(walker, a, binding), within(walker, b, right)), binding)
}

fn within(walker: &mut Walker<'_>, node: &Node, at_least: Binding) -> String {
    let (text, binding) = tell(walker, node);
    if binding < at_least { format!("({text})") } else { text }
}

fn value(walker: &mut Walker<'_>, source: Source) -> (String, Binding) {
    let number = walker.value(&Node::Value(source));
    match source {
        Source::Input(i) => (input(walker.tariff(), i, number), Binding::Tight),
        Source::Line(_) | Source::Becomes(_) => (number.written(2), Binding::Tight),
        Source::Define(_) => plain(number),
    }
}

fn plain(number: Number) -> (String, Binding) {
    (figure_text(number), if number < Number::ZERO { Binding::Sum } else { Binding::Tight })
}

/// A figure between lines, to six places: enough to check by hand.
fn figure_text(number: Number) -> String {
    number.rounded(6, Rounding::HalfUp).written(0)
}

fn input(tariff: &Tariff, position: usize, value: Number) -> String {
    let input = &tariff.rules.inputs[position];
    let written = deal::write(input, value);
    match &input.kind {
        InputKind::Measured(Measure::Percent) => format!("{written}%"),
        _ => written,
    }
}

fn parameter(tariff: &Tariff, used: &Used) -> String {
    let measure = &tariff.parameters[used.parameter].measure;
    let written = write_figure(used.value, measure);
    if *measure == Measure::Percent { format!("{written}%") } else { written }
}

/// The name of a point, for a citation.
pub(crate) fn point_name(point: Point) -> String {
    point.name().to_owned()
}
