//! The deal as stated.

use crate::Told;
use pul_app::quote::Priced;
use pul_paper::{Document, Text};
use std::collections::BTreeMap;

/// What was stated, in the order of the rules; the team; what was set by hand.
pub fn deal(told: &Told<'_>, priced: &Priced, paper: &mut Document) {
    paper.heading(told.say("quote-deal", &[]));
    if let Some(title) = &priced.title {
        paper.paragraph(Text::empty().name(title.as_str()));
    }
    let inputs = told.prices.tariff.rules.inputs.iter();
    let mut facts: Vec<(String, String)> = inputs
        .filter_map(|i| Some((i, priced.statement.inputs.get(&i.id)?)))
        .map(|(input, text)| (told.label(&input.label), told.input_value(&input.id, text)))
        .collect();
    facts.extend(priced.statement.team.iter().map(|m| (told.say("quote-team", &[]), member(told, m))));
    for (name, value) in &priced.assume {
        let (id, key) = name.split_once('.').unwrap_or((name, ""));
        let label = told.parameter(id);
        let label = if key.is_empty() { label } else { format!("{label} [{}]", told.choice(key)) };
        let unit =
            told.prices.tariff.parameter(id).map(|p| told.prices.tariff.parameters[p].measure.to_string());
        facts.push((
            told.say("quote-assumed-by-you", &[("name", label.into())]),
            told.value(value, &unit.unwrap_or_default()),
        ));
    }
    paper.facts(facts);
}

/// One member with what was agreed for it.
fn member(told: &Told<'_>, member: &BTreeMap<String, String>) -> String {
    let value = |id: &str, or: &str| told.input_value(id, member.get(id).map_or(or, String::as_str));
    let main = ["people", "occupation", "seniority"];
    let mut out = told.say(
        "quote-member",
        &[
            ("people", value("people", "1").into()),
            ("occupation", value("occupation", "").into()),
            ("seniority", value("seniority", "intermediate").into()),
        ],
    );
    for (id, text) in member.iter().filter(|(id, _)| !main.contains(&id.as_str())) {
        out.push_str(&format!("; {}: {}", told.input_name(id), told.input_value(id, text)));
    }
    out
}
