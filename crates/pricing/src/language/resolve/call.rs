//! The functions of the language.

use super::{
    Expr, Flaw, Form, Lookup, Measure, Node, Number, Point, Resolved, Resolver, Rounding, Scope, Symbol,
    Type, Unit, Value, same,
};

impl Resolver<'_, '_> {
    pub(super) fn call(&mut self, function: &str, arguments: &[Expr], at: usize) -> Resolved {
        match (function, arguments) {
            ("min" | "max", [_, _, ..]) => self.extreme(function == "min", arguments),
            ("clamp", [x, low, high]) => {
                let ((x, a), (low, b), (high, c)) = (self.number(x)?, self.number(low)?, self.number(high)?);
                let kind = same(&same(&a, &b, at)?, &c, at)?;
                Ok((Node::Min(Box::new(Node::Max(Box::new(x), Box::new(low))), Box::new(high)), kind))
            }
            ("sum", [body]) => self.sum(body, at),
            ("bands", [schedule, figure]) => self.bands(schedule, figure),
            (
                "round",
                [x, Expr { form: Form::Word(name), .. }, Expr { form: Form::Number(places, _), .. }],
            ) => {
                let (x, kind) = self.number(x)?;
                let rounding = Rounding::read(name).ok_or_else(|| {
                    Flaw::new(
                        at,
                        "formula-rounding",
                        format!("{name:?} is no way of rounding."),
                        "Write half-up, half-even, down or up.",
                    )
                })?;
                let places = u32::try_from(places.to_minor(0)).unwrap_or(12);
                Ok((Node::Round(Box::new(x), rounding, places), kind))
            }
            (name, [distribution]) if Point::ALL.iter().any(|p| p.name() == name) => {
                self.spread(name, distribution, at)
            }
            _ => Err(Flaw::new(
                at,
                "formula-function",
                format!("There is no function `{function}` with {} arguments.", arguments.len()),
                "The functions are min, max, clamp(x, low, high), sum(x), bands(schedule, x), round(x, \"half-up\", 2), low, lower-quartile, median, upper-quartile and high.",
            )),
        }
    }

    fn extreme(&mut self, least: bool, arguments: &[Expr]) -> Resolved {
        let (mut node, mut kind) = self.number(&arguments[0])?;
        for argument in &arguments[1..] {
            let (next, other) = self.number(argument)?;
            kind = same(&kind, &other, argument.at)?;
            let (a, b) = (Box::new(node), Box::new(next));
            node = if least { Node::Min(a, b) } else { Node::Max(a, b) };
        }
        Ok((node, kind))
    }

    fn sum(&mut self, body: &Expr, at: usize) -> Resolved {
        if self.scope == Scope::Member {
            return Err(Flaw::new(
                at,
                "formula-scope",
                "A sum over the team stands inside another.",
                "Give the inner one a define of its own.",
            ));
        }
        let (node, kind) = Resolver { names: self.names, scope: Scope::Member }.number(body)?;
        Ok((Node::Sum(Box::new(node)), kind))
    }

    fn bands(&mut self, schedule: &Expr, figure: &Expr) -> Resolved {
        let (lookup, unit) = self.held(schedule, |v| matches!(v, Value::Bands(_)), "bands")?;
        let (x, kind) = self.number(figure)?;
        same(&Type::Number(unit.clone()), &kind, figure.at)?;
        Ok((Node::Bands(Box::new(lookup), Box::new(x)), Type::Number(unit)))
    }

    fn spread(&mut self, point: &str, distribution: &Expr, at: usize) -> Resolved {
        let (lookup, unit) = self.held(distribution, |v| matches!(v, Value::Spread(_)), "a spread")?;
        let point = Point::ALL
            .into_iter()
            .find(|p| p.name() == point)
            .ok_or_else(|| Flaw::new(at, "formula-function", "No such point.", "Write median."))?;
        Ok((Node::Spread(Box::new(lookup), point), Type::Number(unit)))
    }

    /// The lookup of a parameter whose rows all hold what the function reads.
    fn held(&mut self, expr: &Expr, fits: fn(&Value) -> bool, what: &str) -> Result<(Lookup, Unit), Flaw> {
        let wrong = || {
            Flaw::new(
                expr.at,
                "formula-schedule",
                format!("The name of a parameter that holds {what} is needed here."),
                "Name one.",
            )
        };
        let Form::Name(name) = &expr.form else { return Err(wrong()) };
        let Symbol::Parameter(parameter) = self.symbol(&name.name, expr.at)? else { return Err(wrong()) };
        let held = &self.names.parameters[parameter];
        if !held.rows.iter().all(|r| fits(&r.value)) || name.otherwise.is_some() {
            return Err(wrong());
        }
        let unit = match &held.measure {
            Measure::Number(unit) => unit.clone(),
            _ => Unit::plain(),
        };
        Ok((self.lookup(parameter, name, expr.at)?, unit))
    }
}

/// Kept beside the calls because both know literals.
pub(super) fn is_zero(node: &Node) -> bool {
    matches!(node, Node::Constant(n) if *n == Number::ZERO)
}
