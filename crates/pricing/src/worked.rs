//! A formula with figures in the place of names, as a finance officer checks it.

use crate::deal;
use crate::language::lexer::{Kind, Token, tokens};
use crate::language::parser::KEY_WORDS;
use crate::language::walk::{Trail, Used};
use crate::tariff::Tariff;
use crate::trace::trail_value;
use pul_pack::parameters::{Measure, Number, write_figure};
use pul_pack::rules::InputKind;

/// An input's value as it stands in a worked formula.
pub(crate) fn input(tariff: &Tariff, position: usize, value: Number) -> String {
    let input = &tariff.rules.inputs[position];
    let written = deal::write(input, value);
    match &input.kind {
        InputKind::Measured(Measure::Percent) => format!("{written}%"),
        InputKind::Choice(_) => format!("\"{written}\""),
        _ => written,
    }
}

/// A parameter's value as it stands in a worked formula.
pub(crate) fn parameter(tariff: &Tariff, used: &Used) -> String {
    let measure = &tariff.parameters[used.parameter].measure;
    let written = write_figure(used.value, measure);
    if *measure == Measure::Percent { format!("{written}%") } else { written }
}

/// Replaces each name that stands for one figure. A name that stands for several (one
/// for each member) or for none (a branch not taken) keeps its name.
pub(crate) fn worked(tariff: &Tariff, trail: &Trail, formula: &str) -> String {
    let Ok(tokens) = tokens(formula) else { return formula.to_owned() };
    let mut out = String::new();
    let (mut at, mut last) = (0, 0);
    while at < tokens.len() {
        let token = &tokens[at];
        out.push_str(&formula[last..token.start]);
        last = token.end;
        let call = tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Sign("("));
        let value = match &token.kind {
            Kind::Name(name) if !call && !KEY_WORDS.contains(&name.as_str()) => trail_value(tariff, trail, name),
            _ => None,
        };
        match value {
            Some(value) => {
                out.push_str(&value);
                let after = skip(&tokens, at + 1);
                last = tokens[after - 1].end;
                at = after;
            }
            None => {
                out.push_str(&formula[token.start..token.end]);
                at += 1;
            }
        }
    }
    out.trim().to_owned()
}

/// Past the keys and the day of a parameter: `[province] @ tax-year-start`.
fn skip(tokens: &[Token], mut at: usize) -> usize {
    if tokens[at].kind == Kind::Sign("[") {
        while at < tokens.len() - 1 && tokens[at].kind != Kind::Sign("]") {
            at += 1;
        }
        at += 1;
    }
    if tokens.get(at).is_some_and(|t| t.kind == Kind::Sign("@")) {
        at += 2;
    }
    at.min(tokens.len())
}
