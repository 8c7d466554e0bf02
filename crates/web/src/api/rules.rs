//! The lines a quote is made of, and the weights of matching.

use super::answer::thing;
use super::caller::Caller;
use super::operation::{Operation, get};
use crate::ask::Answer;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/pack/rules", rules)
            .named(
                "pack.rules",
                "The lines of a quote, each with its reason and ways; the weights of matching.",
            )
            .gives(200, Some("Rules")),
    ]
}

async fn rules(call: Caller) -> Answer {
    let rules = &call.node().prices().tariff.rules;
    let lines: Vec<Value> = rules
        .lines
        .iter()
        .map(|l| json!({ "id": l.id, "group": l.group, "label": l.label.en, "reason": l.reason.en, "ways": l.ways }))
        .collect();
    let groups: Vec<Value> =
        rules.groups.iter().map(|g| json!({ "id": g.id, "label": g.label.en })).collect();
    let weights: BTreeMap<String, u32> = call.node().pack().scoring().named();
    thing(json!({ "groups": groups, "lines": lines, "weights": weights }))
}
