//! Papers and questions of the deal, and what a reader should look at twice.

use super::{Shown, Told};
use pul_app::quote::{QuotePaper, Standings};
use pul_paper::{Block, Column, Document, Row, Table, Text};
use std::collections::BTreeSet;

/// A parameter's name with its place.
pub fn at(told: &Told<'_>, id: &str, at: &[String]) -> String {
    let label = told.parameter(id);
    if at.is_empty() { label } else { format!("{label} [{}]", told.locale.name(&at.join(", "))) }
}

/// Every paper the shown ways need, with who asks for it; where not all need it, which do.
pub fn papers(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    let has = |id: &str| -> Vec<&str> {
        let needing = ways.iter().filter(|w| w.quote.papers.iter().any(|p| p.id == id));
        needing.map(|w| w.way.as_str()).collect()
    };
    paper.heading(told.say("quote-papers", &[]));
    let mut table = Table::new([
        Column::text(told.say("quote-paper", &[])).weight(2),
        Column::text(told.say("quote-what-to-do", &[])).weight(4),
        Column::text(told.say("quote-for-whom", &[])),
    ]);
    let mut seen = BTreeSet::new();
    for one in ways.iter().flat_map(|w| &w.quote.papers) {
        if !seen.insert(one.id.as_str()) {
            continue;
        }
        let needing = has(&one.id);
        let mut what = Text::from(told.label(&one.text));
        if needing.len() < ways.len() {
            let list = told.locale.list_and(needing.iter().map(|w| told.way(w)));
            what = what.plain(" ").plain(told.say("quote-only", &[("ways", list.into())])).plain(".");
        }
        for source in &one.sources {
            what = told.cited(paper, what.plain(" "), source);
        }
        let who = told.say(&format!("quote-who-{}", one.who), &[]);
        table.push(Row::line([named(told, one), what, who.into()]));
    }
    paper.push(table);
}

fn named(told: &Told<'_>, one: &QuotePaper) -> Text {
    let kind = told.say(&format!("quote-kind-{}", one.kind), &[]);
    Text::empty().strong(kind).plain(": ").plain(told.label(&one.label))
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
