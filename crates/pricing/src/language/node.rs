//! A formula whose names are looked up and whose units are checked.

use super::ast::Operator;
use pul_pack::parameters::{Number, Rounding};

/// A part of a resolved formula. Its value is always a [`Number`]: a flag is 0 or 1,
/// a choice its position in its list, a date its days since 1970-01-01.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A literal.
    Constant(Number),
    /// An input, a define or a line.
    Value(Source),
    /// A parameter's number.
    Parameter(Box<Lookup>),
    /// A point of a distribution.
    Spread(Box<Lookup>, Point),
    /// A banded schedule at a figure.
    Bands(Box<Lookup>, Box<Node>),
    /// Two operands.
    Binary(Operator, Box<Node>, Box<Node>),
    /// The smaller of two.
    Min(Box<Node>, Box<Node>),
    /// The larger of two.
    Max(Box<Node>, Box<Node>),
    /// Less than nought.
    Minus(Box<Node>),
    /// Yes for no.
    Not(Box<Node>),
    /// A quotient with what holds when the divisor is nought.
    Per(Box<[Node; 3]>),
    /// Condition, then, else.
    If(Box<[Node; 3]>),
    /// A rounding that the formula names.
    Round(Box<Node>, Rounding, u32),
    /// The sum over the members of the team.
    Sum(Box<Node>),
}

/// Where a value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Source {
    /// Input of the deal or of a member, by position in the rules.
    Input(usize),
    /// Define, by position.
    Define(usize),
    /// Line, by position: its rounded amount, nought when it does not apply.
    Line(usize),
    /// What a line that exchanges money becomes, by position, rounded.
    Becomes(usize),
}

/// A parameter to be looked up.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup {
    /// The parameter, by position in the tariff.
    pub parameter: usize,
    /// One key for each dimension.
    pub keys: Vec<Key>,
    /// The input that holds the day to look it up on; the quote's day when absent.
    pub day: Option<usize>,
    /// What holds where the parameter has no value that day or for that place.
    pub otherwise: Option<Node>,
}

/// A key of one dimension of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// Written out in the formula.
    Fixed(String),
    /// Chosen by an input.
    Input(usize),
}

/// The points of a distribution a pack can give.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Point {
    /// About the tenth percentile.
    Low,
    /// Twenty-fifth percentile.
    LowerQuartile,
    /// Half below, half above.
    Median,
    /// Seventy-fifth percentile.
    UpperQuartile,
    /// About the ninetieth percentile.
    High,
}

impl Point {
    /// All of them, lowest first.
    pub const ALL: [Point; 5] =
        [Point::Low, Point::LowerQuartile, Point::Median, Point::UpperQuartile, Point::High];

    /// The function that reads this point.
    pub fn name(self) -> &'static str {
        ["low", "lower-quartile", "median", "upper-quartile", "high"][self as usize]
    }

    /// The point `steps` above this one, stopping at the ends.
    #[must_use]
    pub fn shifted(self, steps: i8) -> Point {
        let at = (self as i8).saturating_add(steps).clamp(0, 4);
        Point::ALL[at.unsigned_abs() as usize]
    }
}

impl Node {
    /// Calls `seen` for this node and everything in it.
    pub fn visit(&self, seen: &mut impl FnMut(&Node)) {
        seen(self);
        match self {
            Node::Constant(_) | Node::Value(_) => {}
            Node::Parameter(lookup) | Node::Spread(lookup, _) => visit_lookup(lookup, seen),
            Node::Bands(lookup, x) => {
                visit_lookup(lookup, seen);
                x.visit(seen);
            }
            Node::Binary(_, a, b) | Node::Min(a, b) | Node::Max(a, b) => {
                a.visit(seen);
                b.visit(seen);
            }
            Node::Minus(a) | Node::Not(a) | Node::Round(a, _, _) | Node::Sum(a) => a.visit(seen),
            Node::Per(parts) | Node::If(parts) => parts.iter().for_each(|p| p.visit(seen)),
        }
    }
}

fn visit_lookup(lookup: &Lookup, seen: &mut impl FnMut(&Node)) {
    if let Some(otherwise) = &lookup.otherwise {
        otherwise.visit(seen);
    }
}
