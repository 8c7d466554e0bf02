//! Tokens to a formula. Recursive descent; depth is limited, so no text can
//! exhaust the stack.

use super::Flaw;
use super::ast::{Expr, Form, Name, Operator};
use super::lexer::{Kind, Token, tokens};
use pul_pack::parameters::Unit;

const DEEPEST: usize = 40;
/// Literals and names in one formula; a chain of sums is as deep as it is long.
const MOST_PARTS: usize = 200;

/// Key words of the language: no rule, input or parameter may be called so.
pub const KEY_WORDS: [&str; 12] =
    ["if", "then", "else", "and", "or", "not", "per", "otherwise", "in", "true", "false", "sum"];

/// Reads a formula.
pub fn parse(text: &str) -> Result<Expr, Flaw> {
    let mut parser = Parser { tokens: tokens(text)?, next: 0, depth: 0, parts: 0 };
    let expr = parser.expression()?;
    match parser.peek() {
        Kind::End => Ok(expr),
        _ => Err(parser.unexpected("the end of the formula")),
    }
}

struct Parser {
    tokens: Vec<Token>,
    next: usize,
    depth: usize,
    parts: usize,
}

impl Parser {
    fn peek(&self) -> &Kind {
        &self.tokens[self.next].kind
    }

    fn at(&self) -> usize {
        self.tokens[self.next].start
    }

    fn advance(&mut self) -> Kind {
        let kind = self.peek().clone();
        if kind != Kind::End {
            self.next += 1;
        }
        kind
    }

    fn sign(&mut self, wanted: &str) -> bool {
        let found = matches!(self.peek(), Kind::Sign(s) if *s == wanted);
        self.next += usize::from(found);
        found
    }

    fn word(&mut self, wanted: &str) -> bool {
        let found = matches!(self.peek(), Kind::Name(n) if n == wanted);
        self.next += usize::from(found);
        found
    }

    fn need_sign(&mut self, wanted: &str) -> Result<(), Flaw> {
        if self.sign(wanted) { Ok(()) } else { Err(self.unexpected(&format!("`{wanted}`"))) }
    }

    fn need_word(&mut self, wanted: &str) -> Result<(), Flaw> {
        if self.word(wanted) { Ok(()) } else { Err(self.unexpected(&format!("`{wanted}`"))) }
    }

    fn unexpected(&self, wanted: &str) -> Flaw {
        let found = match self.peek() {
            Kind::End => "the formula ends".to_owned(),
            Kind::Name(n) | Kind::Word(n) => format!("{n:?} stands there"),
            Kind::Sign(s) => format!("`{s}` stands there"),
            Kind::Number(n) | Kind::Percent(n) => format!("{n} stands there"),
            Kind::Date(d) => format!("{d} stands there"),
        };
        Flaw::new(
            self.at(),
            "formula-syntax",
            format!("Expected {wanted}, but {found}."),
            "See the formula language in docs/pricing.md.",
        )
    }

    fn expression(&mut self) -> Result<Expr, Flaw> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Flaw::new(
                self.at(),
                "formula-too-deep",
                format!("The formula is nested more than {DEEPEST} deep."),
                "Split it with a define.",
            ));
        }
        let at = self.at();
        let out = if self.word("if") {
            let condition = self.expression()?;
            self.need_word("then")?;
            let yes = self.expression()?;
            self.need_word("else")?;
            let no = self.expression()?;
            Expr { form: Form::If(Box::new([condition, yes, no])), at }
        } else {
            self.either()?
        };
        self.depth -= 1;
        Ok(out)
    }

    fn either(&mut self) -> Result<Expr, Flaw> {
        let mut left = self.both()?;
        while self.word("or") {
            left = binary(Operator::Or, left, self.both()?);
        }
        Ok(left)
    }

    fn both(&mut self) -> Result<Expr, Flaw> {
        let mut left = self.negation()?;
        while self.word("and") {
            left = binary(Operator::And, left, self.negation()?);
        }
        Ok(left)
    }

    fn negation(&mut self) -> Result<Expr, Flaw> {
        let at = self.at();
        let nots = std::iter::from_fn(|| self.word("not").then_some(())).count();
        let inner = self.comparison()?;
        Ok(if nots % 2 == 1 { Expr { form: Form::Not(Box::new(inner)), at } } else { inner })
    }

    fn comparison(&mut self) -> Result<Expr, Flaw> {
        let left = self.sum()?;
        if self.word("in") {
            let at = left.at;
            self.need_sign("(")?;
            let words = self.list(")")?;
            return Ok(Expr { form: Form::In(Box::new(left), words), at });
        }
        let operator = match self.peek() {
            Kind::Sign("=") => Operator::Equal,
            Kind::Sign("!=") => Operator::Unequal,
            Kind::Sign("<") => Operator::Less,
            Kind::Sign("<=") => Operator::AtMost,
            Kind::Sign(">") => Operator::More,
            Kind::Sign(">=") => Operator::AtLeast,
            _ => return Ok(left),
        };
        self.advance();
        Ok(binary(operator, left, self.sum()?))
    }

    fn sum(&mut self) -> Result<Expr, Flaw> {
        let mut left = self.product()?;
        loop {
            let operator = match self.peek() {
                Kind::Sign("+") => Operator::Plus,
                Kind::Sign("-") => Operator::Minus,
                _ => return Ok(left),
            };
            self.advance();
            left = binary(operator, left, self.product()?);
        }
    }

    fn product(&mut self) -> Result<Expr, Flaw> {
        let mut left = self.unary()?;
        loop {
            if self.word("per") {
                let at = left.at;
                let divisor = self.unary()?;
                self.need_word("else")?;
                let instead = self.unary()?;
                left = Expr { form: Form::Per(Box::new([left, divisor, instead])), at };
                continue;
            }
            let operator = match self.peek() {
                Kind::Sign("*") => Operator::Times,
                Kind::Sign("/") => Operator::Over,
                _ => return Ok(left),
            };
            self.advance();
            left = binary(operator, left, self.unary()?);
        }
    }

    fn unary(&mut self) -> Result<Expr, Flaw> {
        let at = self.at();
        let minuses = std::iter::from_fn(|| self.sign("-").then_some(())).count();
        let inner = self.primary()?;
        Ok(if minuses % 2 == 1 { Expr { form: Form::Minus(Box::new(inner)), at } } else { inner })
    }

    fn primary(&mut self) -> Result<Expr, Flaw> {
        self.parts += 1;
        if self.parts > MOST_PARTS {
            return Err(Flaw::new(
                self.at(),
                "formula-too-long",
                format!("The formula has more than {MOST_PARTS} parts."),
                "Split it with a define.",
            ));
        }
        let at = self.at();
        let form = match self.peek().clone() {
            Kind::Number(number) => {
                self.advance();
                Form::Number(number, self.literal_unit()?)
            }
            Kind::Percent(number) => {
                self.advance();
                Form::Number(number, Unit::plain())
            }
            Kind::Date(date) => {
                self.advance();
                Form::Date(date)
            }
            Kind::Word(word) => {
                self.advance();
                Form::Word(word)
            }
            Kind::Name(name) if matches!(name.as_str(), "true" | "false") => {
                self.advance();
                Form::Flag(name == "true")
            }
            Kind::Name(name) if name == "sum" || !KEY_WORDS.contains(&name.as_str()) => {
                self.advance();
                self.name_or_call(name)?
            }
            Kind::Sign("(") => {
                self.advance();
                let inner = self.expression()?;
                self.need_sign(")")?;
                return Ok(inner);
            }
            _ => return Err(self.unexpected("a number, a name or `(`")),
        };
        Ok(Expr { form, at })
    }

    /// `[CAD]` or `[month/year]` straight after a number.
    fn literal_unit(&mut self) -> Result<Unit, Flaw> {
        if !self.sign("[") {
            return Ok(Unit::plain());
        }
        let at = self.at();
        let mut text = String::new();
        while !self.sign("]") {
            match self.advance() {
                Kind::Name(part) | Kind::Word(part) => text.push_str(&part),
                Kind::Sign(sign @ ("/" | "*")) => text.push_str(sign),
                _ => return Err(self.unexpected("a unit such as [CAD/year]")),
            }
        }
        Unit::read(&text).ok_or_else(|| {
            Flaw::new(
                at,
                "formula-unit",
                format!("{text:?} is not a unit."),
                "Write a currency such as CAD, hour, day, month or year, joined by * and /.",
            )
        })
    }

    fn name_or_call(&mut self, name: String) -> Result<Form, Flaw> {
        if self.sign("(") {
            return Ok(Form::Call(name, self.list(")")?));
        }
        let index = if self.sign("[") { self.list("]")? } else { Vec::new() };
        let day = if self.sign("@") {
            match self.advance() {
                Kind::Name(day) => Some(day),
                _ => return Err(self.unexpected("the name of a date after `@`")),
            }
        } else {
            None
        };
        let otherwise = if self.word("otherwise") { Some(Box::new(self.unary()?)) } else { None };
        Ok(Form::Name(Name { name, index, day, otherwise }))
    }

    fn list(&mut self, end: &str) -> Result<Vec<Expr>, Flaw> {
        let mut out = vec![self.expression()?];
        while self.sign(",") {
            out.push(self.expression()?);
        }
        self.need_sign(end)?;
        Ok(out)
    }
}

fn binary(operator: Operator, left: Expr, right: Expr) -> Expr {
    let at = left.at;
    Expr { form: Form::Binary(operator, Box::new(left), Box::new(right)), at }
}

#[cfg(test)]
mod tests;
