//! The lines a quote is made of, and the weights of matching.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use pul_quote_paper::Told;

/// A line of a quote: its name, its reason, the ways it belongs to.
type RuleTold = (String, String, String);

#[derive(Template)]
#[template(path = "pack_rules.html")]
struct Rules {
    f: Frame,
    groups: Vec<(String, Vec<RuleTold>)>,
    weights: Vec<(String, String)>,
}

/// The lines a quote is made of, each with its reason and the ways it belongs to; the weights of
/// matching.
pub(crate) async fn rules(ask: Ask) -> Answer {
    let prices = ask.node().prices();
    let told = Told { locale: ask.locale(), prices };
    let rules = &prices.tariff.rules;
    let lines = |group: &str| {
        let of = rules.lines.iter().filter(|l| l.group == group);
        of.map(|l| {
            let ways: Vec<String> = l.ways.iter().map(|w| told.way(w)).collect();
            (told.label(&l.label), told.label(&l.reason), ask.locale().list_and(ways))
        })
        .collect::<Vec<_>>()
    };
    let groups = rules.groups.iter().map(|g| (told.label(&g.label), lines(&g.id))).collect();
    let weights = ask.node().pack().scoring().named().into_iter();
    let weights = weights.map(|(name, n)| (name, ask.locale().integer(n))).collect();
    html(&Rules { f: ask.open_frame("browse-rules"), groups, weights })
}
