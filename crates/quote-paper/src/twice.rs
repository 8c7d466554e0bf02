//! Papers and questions of the deal, and what a reader should look at twice.

use crate::{Shown, Told};
use pul_app::quote::{QuotePaper, Standings};
use pul_paper::{Block, Document, Text};
use std::collections::BTreeSet;

/// A parameter's name with its place.
pub fn at(told: &Told<'_>, id: &str, at: &[String]) -> String {
    let label = told.parameter(id);
    if at.is_empty() {
        label
    } else {
        format!("{label} [{}]", at.iter().map(|key| told.choice(key)).collect::<Vec<_>>().join(", "))
    }
}

/// Every paper the shown ways need, with who asks for it; where not all need it, which do.
pub fn papers(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    paper.heading(told.say("quote-papers", &[]));
    if ways.len() > 1 {
        paper.paragraph(told.say("quote-papers-numbers", &[]));
    }
    let mut seen = BTreeSet::new();
    for one in ways.iter().flat_map(|w| &w.quote.papers) {
        if !seen.insert(one.id.as_str()) {
            continue;
        }
        let needing: Vec<_> = ways.iter().filter(|w| w.quote.papers.iter().any(|p| p.id == one.id)).collect();
        let mut text = named(told, one);
        if needing.len() < ways.len() {
            let numbers = needing.iter().map(|w| told.way_number(&w.way)).collect::<Vec<_>>();
            text = text.plain(" ").plain(numbers.join(" "));
        }
        let who = told.say(&format!("quote-who-{}", one.who), &[]);
        text = text.plain(" — ").plain(who).plain(". ").plain(told.label(&one.text));
        for source in &one.sources {
            text = told.cited(paper, text.plain(" "), source);
        }
        paper.paragraph(text);
    }
}

fn named(told: &Told<'_>, one: &QuotePaper) -> Text {
    let label = told.label(&one.label);
    let kind = told.say(&format!("quote-kind-{}", one.kind), &[]);
    // Some labels open with the word for their kind already.
    if label.starts_with(&kind) {
        Text::empty().strong(label)
    } else {
        Text::empty().strong(format!("{kind}: {label}"))
    }
}

/// What is assumed, stale, expired, of one source, or ends before the engagement does.
pub fn standings(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    paper.heading(told.say("quote-look-twice", &[]));
    type Part = fn(&Standings) -> &Vec<String>;
    let parts: [(&str, Part); 6] = [
        ("quote-assumed", |s| &s.assumed),
        ("quote-stale", |s| &s.stale),
        ("quote-expired", |s| &s.expired),
        ("quote-not-yet", |s| &s.not_yet),
        ("quote-ends-within", |s| &s.ends_within),
        ("quote-medium", |s| &s.medium),
    ];
    let mut nothing = true;
    for (key, part) in parts {
        let ways = shown.ways();
        let ids: BTreeSet<&String> = ways.iter().flat_map(|w| part(&w.quote.standings)).collect();
        if ids.is_empty() {
            continue;
        }
        nothing = false;
        let list = told.locale.list_and(ids.into_iter().map(|id| told.parameter(id)));
        paper.push(Block::Remark(told.say(key, &[("list", list.into())]).into()));
    }
    if nothing {
        paper.paragraph(told.say("quote-nothing-twice", &[]));
    }
}
