//! How figures come about, in words a finance officer follows.

use crate::formula::{figured, worded};
use crate::{Shown, Told, twice};
use pul_app::quote::{Cited, QuoteLine, Standing, Trace};
use pul_pack::parameters::Rounding;
use pul_paper::{Document, Text};
use std::collections::BTreeSet;

/// Decimals of figures between lines.
const PLACES: u32 = 6;

/// A section for each line asked for: formula, figures, inputs, parameters with who says so.
pub fn explain(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let lines = shown.explained();
    if lines.is_empty() {
        return;
    }
    paper.heading(told.say("quote-explain", &[]));
    let mut way_told = "";
    for (way, line) in lines {
        if way.way != way_told && shown.way.is_none() {
            paper.heading(told.label(&way.label));
        }
        way_told = &way.way;
        section(told, line, paper);
    }
}

fn section(told: &Told<'_>, line: &QuoteLine, paper: &mut Document) {
    let mut amount = told.money(line.amount);
    if let Some(becomes) = line.becomes {
        amount = format!("{amount} → {}", told.money(becomes));
    }
    let label = told.label(&line.label);
    let head = told.say("quote-explain-line", &[("label", label.into()), ("amount", amount.into())]);
    paper.paragraph(Text::empty().strong(head).plain(" (").name(line.id.as_str()).plain(")"));
    paper.paragraph(told.label(&line.reason));
    let trace = &line.trace;
    let mut facts = vec![
        (told.say("quote-formula", &[]), Text::from(worded(told, &trace.formula))),
        (told.say("quote-worked", &[]), Text::empty().name(figured(told, &trace.worked))),
    ];
    if let Some(when) = &trace.when {
        facts.insert(0, (told.say("quote-when", &[]), worded(told, when).into()));
    }
    paper.facts(facts);
    steps(told, trace, paper);
    inputs(told, trace, paper);
    parameters(told, trace, paper);
}

fn member(told: &Told<'_>, label: String, member: Option<usize>) -> String {
    let member = member.map(|n| told.say("quote-step-member", &[("n", (n + 1).into())]));
    member.map_or_else(|| label.clone(), |member| format!("{label} ({member})"))
}

/// Each figure on the way once in words, then in figures for each member.
fn steps(told: &Told<'_>, trace: &Trace, paper: &mut Document) {
    if trace.steps.is_empty() {
        return;
    }
    paper.paragraph(Text::empty().strong(told.say("quote-steps", &[])));
    let mut seen = BTreeSet::new();
    for step in trace.steps.iter().filter(|s| seen.insert(s.id.as_str())) {
        let mut text = Text::empty().strong(told.label(&step.label)).plain(" = ");
        text = text.plain(worded(told, &step.formula)).plain(".");
        for same in trace.steps.iter().filter(|s| s.id == step.id) {
            let value = told.number(&same.value.rounded(PLACES, Rounding::HalfUp).written(0));
            let lead = same.member.map(|n| told.say("quote-step-member", &[("n", (n + 1).into())]));
            text = text.plain(" ").plain(lead.map_or_else(String::new, |l| l + ": "));
            // Where the formula is one figure, saying it twice helps nobody.
            text = if told.number(&same.worked) == value {
                text.name(value).plain(".")
            } else {
                text.name(format!("{} = {value}", figured(told, &same.worked))).plain(".")
            };
        }
        paper.paragraph(text);
    }
}

fn inputs(told: &Told<'_>, trace: &Trace, paper: &mut Document) {
    if trace.inputs.is_empty() {
        return;
    }
    paper.paragraph(Text::empty().strong(told.say("quote-inputs", &[])));
    let facts = trace.inputs.iter().map(|input| {
        let name = member(told, told.label(&input.label), input.member);
        (name, told.input_value(&input.id, &input.value))
    });
    paper.facts(facts.collect::<Vec<_>>());
}

/// A paragraph for each value used: what it is, when it holds, who says so, how sure it is.
fn parameters(told: &Told<'_>, trace: &Trace, paper: &mut Document) {
    if trace.parameters.is_empty() {
        return;
    }
    paper.paragraph(Text::empty().strong(told.say("quote-parameters", &[])));
    for cited in &trace.parameters {
        let name = twice::at(told, &cited.id, &cited.at);
        let point = cited.point.as_ref().map(|p| told.say(&format!("quote-point-{p}"), &[]));
        let name = point.map_or_else(|| name.clone(), |point| format!("{point} {name}"));
        let value = told.value(&cited.value, &cited.unit);
        let text =
            Text::empty().strong(format!("{name}: {value}")).plain(format!(" ({}). ", held(told, cited)));
        let text = who_says(told, cited, text, paper);
        paper.paragraph(text);
    }
}

/// When the value holds, and how it stands to the day.
fn held(told: &Told<'_>, cited: &Cited) -> String {
    let day = |d| told.date(d);
    let dates = match (cited.from, cited.until) {
        (Some(from), Some(until)) => {
            told.say("quote-holds-both", &[("from", day(from).into()), ("until", day(until).into())])
        }
        (Some(from), None) => told.say("quote-holds-from", &[("from", day(from).into())]),
        (None, Some(until)) => told.say("quote-holds-until", &[("until", day(until).into())]),
        (None, None) => told.say("quote-holds-always", &[]),
    };
    let mark = match cited.standing {
        Standing::Expired => Some("quote-mark-expired"),
        Standing::NotYet => Some("quote-mark-not-yet"),
        Standing::Current | Standing::Set if cited.stale => Some("quote-mark-stale"),
        Standing::Current | Standing::Set => None,
    };
    mark.map_or_else(|| dates.clone(), |key| format!("{dates} ({})", told.say(key, &[])))
}

fn who_says(told: &Told<'_>, cited: &Cited, text: Text, paper: &mut Document) -> Text {
    if cited.standing == Standing::Set {
        return text.plain(told.say("quote-set-by-you", &[]));
    }
    match &cited.authority {
        Some(authority) => {
            let sure = authority.confidence.map(|c| told.confidence(c)).unwrap_or_default();
            told.cited(paper, text, authority).plain(" — ").plain(sure)
        }
        None => {
            let reason = told.locale.name(&cited.reason);
            text.plain(told.say("quote-assumption", &[("reason", reason.into())]))
        }
    }
}
