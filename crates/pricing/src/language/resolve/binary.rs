//! Operators between two operands.

use super::{Expr, Flaw, Form, Node, Number, Operator, Resolved, Resolver, Type, never_zero, quotient, same};
use pul_pack::rules::InputKind;

impl Resolver<'_, '_> {
    pub(super) fn binary(&mut self, operator: Operator, left: &Expr, right: &Expr, at: usize) -> Resolved {
        let node = |a: Node, b: Node| Node::Binary(operator, Box::new(a), Box::new(b));
        match operator {
            Operator::And | Operator::Or => {
                let (a, b) = (self.flag(left)?, self.flag(right)?);
                Ok((node(a, b), Type::Flag))
            }
            Operator::Plus | Operator::Minus => {
                let ((a, first), (b, second)) = (self.number(left)?, self.number(right)?);
                let kind = same(&first, &second, right.at)?;
                Ok((node(a, b), kind))
            }
            Operator::Times => {
                let ((a, first), (b, second)) = (self.number(left)?, self.number(right)?);
                let kind = match (first, second) {
                    (Type::Number(a), Type::Number(b)) => Type::Number(a.times(&b)),
                    _ => Type::Zero,
                };
                Ok((node(a, b), kind))
            }
            Operator::Over => {
                let ((a, over), (b, under)) = (self.number(left)?, self.number(right)?);
                if !never_zero(&b, self.names) {
                    return Err(Flaw::new(
                        right.at,
                        "formula-division",
                        "This divisor can be nought.",
                        "Write `a per b else c`, or give the input a `min` above nought.",
                    ));
                }
                Ok((node(a, b), quotient(&over, &under)))
            }
            _ => self.compare(operator, left, right, at),
        }
    }

    fn compare(&mut self, operator: Operator, left: &Expr, right: &Expr, at: usize) -> Resolved {
        let of_equality = matches!(operator, Operator::Equal | Operator::Unequal);
        if let Form::Word(word) = &right.form {
            let (subject, position) = self.word_of(left, word, right.at)?;
            if !of_equality {
                return Err(Flaw::new(
                    at,
                    "formula-order",
                    "Choices have no order.",
                    "Compare them with = or !=.",
                ));
            }
            return Ok((
                Node::Binary(operator, Box::new(subject), Box::new(Node::Constant(position))),
                Type::Flag,
            ));
        }
        let ((a, first), (b, second)) = (self.resolve(left)?, self.resolve(right)?);
        match same(&first, &second, right.at)? {
            Type::Flag | Type::Choice(_) if !of_equality => Err(Flaw::new(
                at,
                "formula-order",
                "Flags and choices have no order.",
                "Compare them with = or !=.",
            )),
            _ => Ok((Node::Binary(operator, Box::new(a), Box::new(b)), Type::Flag)),
        }
    }

    pub(super) fn among(&mut self, left: &Expr, words: &[Expr], at: usize) -> Resolved {
        let mut out: Option<Node> = None;
        for word in words {
            let Form::Word(text) = &word.form else {
                return Err(Flaw::new(
                    word.at,
                    "formula-choice",
                    "Only choices can stand in the list after `in`.",
                    "Write province in (\"ON\", \"NS\").",
                ));
            };
            let (subject, position) = self.word_of(left, text, word.at)?;
            let equal = Node::Binary(Operator::Equal, Box::new(subject), Box::new(Node::Constant(position)));
            out = Some(match out {
                None => equal,
                Some(before) => Node::Binary(Operator::Or, Box::new(before), Box::new(equal)),
            });
        }
        let node = out.ok_or_else(|| {
            Flaw::new(at, "formula-choice", "The list after `in` is empty.", "Name at least one choice.")
        })?;
        Ok((node, Type::Flag))
    }

    /// The subject, and the position of the word in the subject's list of choices.
    fn word_of(&mut self, subject: &Expr, word: &str, at: usize) -> Result<(Node, Number), Flaw> {
        let (node, kind) = self.resolve(subject)?;
        let Type::Choice(input) = kind else {
            return Err(Flaw::new(
                subject.at,
                "formula-choice",
                format!("{word:?} is a choice, but this is none."),
                "Compare it with an input that has choices.",
            ));
        };
        let InputKind::Choice(choices) = &self.names.inputs[input].kind else {
            return Err(Flaw::new(
                subject.at,
                "formula-choice",
                "This input has no choices.",
                "Compare it with a number.",
            ));
        };
        let position = choices.iter().position(|c| c.id == word).ok_or_else(|| {
            let near = pul_pack::reader::nearest(word, choices.iter().map(|c| c.id.as_str()));
            Flaw::new(
                at,
                "formula-choice",
                format!("`{}` cannot be {word:?}.", self.names.inputs[input].id),
                near.map_or_else(
                    || "Name one of its choices.".to_owned(),
                    |n| format!("Did you mean {n:?}?"),
                ),
            )
        })?;
        Ok((node, Number::whole(i64::try_from(position).unwrap_or(i64::MAX))))
    }
}
