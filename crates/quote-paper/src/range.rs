//! How far figures may be off, and where the cheapest way changes.

use crate::ways::heading;
use crate::{Shown, Told, twice};
use pul_app::quote::Compared;
use pul_domain::Money;
use pul_locale::Value;
use pul_paper::{Column, Document, Row, Table, Text};

/// How many of the assumptions that move a cost are named.
const SWINGS: usize = 6;

/// How far figures may be off, and what moves them.
pub fn range(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    let Some(totals) = ways.first().map(|w| &w.quote.totals) else { return };
    paper.heading(told.say("quote-range", &[]));
    let name = || Column::text(told.say("quote-way", &[])).weight(2);
    let mut costs = Table::new([
        name(),
        heading(told, "quote-range-alone", totals.buyer_cost),
        heading(told, "quote-range-together", totals.buyer_cost),
    ])
    .caption(told.say("quote-cost", &[]));
    let mut rest = Table::new([
        name(),
        Column::figure(told.say("quote-range-saving", &[])),
        heading(told, "quote-range-net", totals.supplier_net),
    ]);
    let span = |(a, b): &(Money, Money)| told.locale.range(&told.figure(*a), &told.figure(*b));
    for way in &ways {
        let (name, range) = (told.numbered_way(&way.way), &way.range);
        costs.push(Row::line([name.clone(), span(&range.cost_alone), span(&range.cost)]));
        if way.way != shown.priced.comparison.baseline {
            let (least, most) = &range.saving_alone;
            let saving = told.locale.range(&told.percent(least.percent), &told.percent(most.percent));
            rest.push(Row::line([name, saving, span(&range.net)]));
        }
    }
    paper.push(costs);
    paper.push(rest);
    let best = &shown.priced.comparison.best;
    if let Some(way) = shown.way.or_else(|| ways.iter().copied().find(|w| w.way == *best)) {
        swings(told, way, paper);
    }
}

fn swings(told: &Told<'_>, way: &Compared, paper: &mut Document) {
    let caption = told.say("quote-swing", &[("way", told.label(&way.label).into())]);
    let mut table = Table::new([
        Column::text(told.say("quote-parameter", &[])).weight(3),
        heading(told, "quote-swing-low", way.quote.totals.buyer_cost),
        heading(told, "quote-swing-high", way.quote.totals.buyer_cost),
    ])
    .caption(caption);
    for swing in way.range.swings.iter().take(SWINGS) {
        let name = match swing.parameter.as_str() {
            "wages" => told.say("quote-wages", &[]),
            id => twice::at(told, id, &swing.at),
        };
        table.push(Row::line([name, told.figure(swing.low), told.figure(swing.high)]));
    }
    paper.push(table);
}

/// Where the cheapest way changes.
pub fn tips(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let comparison = &shown.priced.comparison;
    paper.heading(told.say("quote-tips", &[]));
    let searched: Vec<String> =
        told.prices.tariff.rules.tips.iter().map(|t| told.input_name(&t.input)).collect();
    let searched = told.locale.list_and(searched);
    paper.paragraph(told.say("quote-tips-searched", &[("inputs", searched.into())]));
    for (key, with_credits) in [("quote-tips-credits", true), ("quote-tips-before", false)] {
        let found: Vec<String> = comparison
            .tips
            .iter()
            .filter(|t| t.with_credits == with_credits)
            .map(|tip| {
                let value = |text: &str| told.input_value(&tip.input, text);
                let values: [(&str, Value); 5] = [
                    ("input", told.input_name(&tip.input).into()),
                    ("before", value(&tip.before).into()),
                    ("at", value(&tip.at).into()),
                    ("from", told.way(&tip.from).into()),
                    ("to", told.way(&tip.to).into()),
                ];
                told.say("quote-tip", &values)
            })
            .collect();
        let none = if found.is_empty() { vec![told.say("quote-tips-none", &[])] } else { Vec::new() };
        for sentence in found.into_iter().chain(none) {
            let text = Text::empty().strong(told.say(key, &[])).plain(" — ").plain(sentence);
            paper.paragraph(text);
        }
    }
}
