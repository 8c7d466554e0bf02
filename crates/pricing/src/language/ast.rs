//! A formula as written: names not yet looked up, units not yet checked.

use pul_pack::parameters::{Number, Unit};

/// A part of a formula with the byte it starts at.
#[derive(Debug, Clone, PartialEq)]
pub struct Expr {
    /// What it is.
    pub form: Form,
    /// Where it starts in the formula.
    pub at: usize,
}

/// What a part of a formula can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// A literal with its unit; a bare `0` fits every unit.
    Number(Number, Unit),
    /// `true` or `false`.
    Flag(bool),
    /// A calendar day.
    Date(jiff::civil::Date),
    /// A choice, `"ON"`.
    Word(String),
    /// An input, a parameter, a define or a line.
    Name(Name),
    /// `min(a, b)` and the other functions.
    Call(String, Vec<Expr>),
    /// `-a`.
    Minus(Box<Expr>),
    /// `not a`.
    Not(Box<Expr>),
    /// `a + b` and the like.
    Binary(Operator, Box<Expr>, Box<Expr>),
    /// `a per b else c`: a quotient that says what it is when b is nought.
    Per(Box<[Expr; 3]>),
    /// `if a then b else c`.
    If(Box<[Expr; 3]>),
    /// `a in ("x", "y")`.
    In(Box<Expr>, Vec<Expr>),
}

/// A name with what narrows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// The name itself.
    pub name: String,
    /// `[province]`: one part for each dimension of a parameter.
    pub index: Vec<Expr>,
    /// `@ tax-year-start`: the day to look a parameter up on, if not the quote's.
    pub day: Option<String>,
    /// `otherwise 0`: what holds where the parameter has no value.
    pub otherwise: Option<Box<Expr>>,
}

/// Signs and words between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
    /// `=`
    Equal,
    /// `!=`
    Unequal,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `and`
    And,
    /// `or`
    Or,
}
