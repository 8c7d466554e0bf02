//! Ways beside each other: totals, savings, ranges, tipping points.

use super::{Shown, Told};
use pul_app::quote::{Compared, Comparison, Saving};
use pul_domain::Money;
use pul_locale::Value;
use pul_paper::{Bar, BarChart, Block, Column, Document, Row, Table};

/// How many of the assumptions that move a cost are named.
const SWINGS: usize = 6;

fn heading(told: &Told<'_>, key: &str, money: Money) -> Column {
    let currency = money.currency.to_string();
    Column::figure(told.say("quote-in", &[("what", told.say(key, &[]).into()), ("currency", currency.into())]))
}

/// Totals and savings of the ways, the answer in a sentence, and a chart.
pub fn ways(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let comparison = &shown.priced.comparison;
    let Some(first) = comparison.ways.first() else { return };
    let totals = &first.quote.totals;
    paper.heading(told.say("quote-ways", &[]));
    paper.paragraph(told.say("quote-best", &[("way", told.way(&comparison.best).into())]));
    paper.paragraph(told.say("quote-best-before", &[("way", told.way(&comparison.best_before_credits).into())]));
    for way in shown.ways().into_iter().filter(|w| w.way != comparison.baseline) {
        paper.paragraph(answer(told, comparison, way));
    }
    let mut table = Table::new([
        Column::text(told.say("quote-way", &[])).weight(2),
        heading(told, "quote-cost", totals.buyer_cost),
        heading(told, "quote-before-credits", totals.buyer_cost),
        Column::figure(told.say("quote-saving", &[])),
        Column::figure(told.say("quote-saving-before", &[])),
        Column::figure(told.say("quote-headline", &[])),
        heading(told, "quote-net", totals.supplier_net),
    ]);
    for way in &comparison.ways {
        table.push(row(told, comparison, way));
    }
    paper.push(table);
    if shown.way.is_none() {
        paper.push(chart(told, comparison));
    }
    both_currencies(told, shown, paper);
    per_unit(told, shown, paper);
}

fn row(told: &Told<'_>, comparison: &Comparison, way: &Compared) -> Row {
    let base = way.way == comparison.baseline;
    let name = told.label(&way.label);
    let name = if base { told.say("quote-baseline-mark", &[("way", name.into())]) } else { name };
    let totals = &way.quote.totals;
    let saved = |saving: &Saving| if base { String::new() } else { told.percent(saving.percent) };
    let cells = [
        name,
        told.figure(totals.buyer_cost),
        told.figure(totals.buyer_cost_before_credits),
        saved(&way.saving),
        saved(&way.saving_before_credits),
        saved(&way.headline),
        told.figure(totals.supplier_net),
    ];
    if way.way == comparison.best { Row::total(cells) } else { Row::line(cells) }
}

fn answer(told: &Told<'_>, comparison: &Comparison, way: &Compared) -> String {
    let key = if way.saving.amount.minor < 0 { "quote-costs-more" } else { "quote-saves" };
    let values: [(&str, Value); 5] = [
        ("way", told.label(&way.label).into()),
        ("baseline", told.way(&comparison.baseline).into()),
        ("percent", told.percent(way.saving.percent).into()),
        ("before", told.percent(way.saving_before_credits.percent).into()),
        ("headline", told.percent(way.headline.percent).into()),
    ];
    told.say(key, &values)
}

fn chart(told: &Told<'_>, comparison: &Comparison) -> BarChart {
    let bars = comparison.ways.iter().map(|way| Bar {
        label: told.label(&way.label),
        figure: told.money(way.quote.totals.buyer_cost),
        size: way.quote.totals.buyer_cost.minor,
        accent: way.way == comparison.best,
    });
    let currency = comparison.ways.first().map(|w| w.quote.totals.buyer_cost.currency.to_string());
    BarChart {
        title: told.say("quote-chart", &[("currency", currency.unwrap_or_default().into())]),
        description: told.say("quote-chart-words", &[]),
        bars: bars.collect(),
    }
}

fn both_currencies(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    let Some(totals) = ways.first().map(|w| &w.quote.totals) else { return };
    paper.heading(told.say("quote-both-currencies", &[]));
    let mut table = Table::new([
        Column::text(told.say("quote-way", &[])).weight(2),
        heading(told, "quote-cost", totals.buyer_cost),
        heading(told, "quote-cost", totals.buyer_cost_abroad),
        heading(told, "quote-net", totals.supplier_net_abroad),
        heading(told, "quote-net", totals.supplier_net),
        heading(told, "quote-saving", totals.buyer_cost),
        heading(told, "quote-saving-before", totals.buyer_cost),
    ]);
    for way in &ways {
        let totals = &way.quote.totals;
        let amounts = [
            totals.buyer_cost,
            totals.buyer_cost_abroad,
            totals.supplier_net_abroad,
            totals.supplier_net,
            way.saving.amount,
            way.saving_before_credits.amount,
        ];
        table.push(Row::line([told.label(&way.label)].into_iter().chain(amounts.map(|a| told.figure(a)))));
    }
    paper.push(table);
}

fn per_unit(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    let Some(totals) = ways.first().map(|w| &w.quote.totals) else { return };
    paper.heading(told.say("quote-per", &[]));
    let written = |n: pul_pack::parameters::Number| told.number(&n.written(0));
    let work = [
        ("people", written(totals.people).into()),
        ("months", written(totals.months).into()),
        ("hours", written(totals.hours).into()),
    ];
    paper.paragraph(told.say("quote-hours", &work));
    let column = |side: &str, per: &str, money: Money| {
        let side = told.say(side, &[]);
        let what = format!("{side}, {}", told.say(per, &[]));
        let currency = money.currency.to_string();
        Column::figure(told.say("quote-in", &[("what", what.into()), ("currency", currency.into())]))
    };
    let units = ["quote-per-month", "quote-per-person", "quote-per-hour"];
    let sides = [("quote-cost", totals.buyer_cost), ("quote-net", totals.supplier_net)];
    let figures = sides.iter().flat_map(|(side, money)| units.map(|per| column(side, per, *money)));
    let mut table = Table::new([Column::text(told.say("quote-way", &[])).weight(2)].into_iter().chain(figures));
    for way in &ways {
        let (cost, net) = (&way.quote.totals.cost_per, &way.quote.totals.net_per);
        let amounts = [cost.month, cost.person, cost.hour, net.month, net.person, net.hour];
        table.push(Row::line([told.label(&way.label)].into_iter().chain(amounts.map(|a| told.figure(a)))));
    }
    paper.push(table);
}

/// How far figures may be off, and what moves them.
pub fn range(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    let Some(totals) = ways.first().map(|w| &w.quote.totals) else { return };
    paper.heading(told.say("quote-range", &[]));
    let mut table = Table::new([
        Column::text(told.say("quote-way", &[])).weight(2),
        heading(told, "quote-range-alone", totals.buyer_cost),
        heading(told, "quote-range-together", totals.buyer_cost),
        Column::figure(told.say("quote-range-saving", &[])),
        heading(told, "quote-range-net", totals.supplier_net),
    ]);
    let span = |(a, b): &(Money, Money)| told.locale.range(&told.figure(*a), &told.figure(*b));
    for way in &ways {
        let range = &way.range;
        let (least, most) = (told.percent(range.saving_alone.0.percent), told.percent(range.saving_alone.1.percent));
        let saving = if way.way == shown.priced.comparison.baseline {
            String::new()
        } else {
            told.locale.range(&least, &most)
        };
        let cells =
            [told.label(&way.label), span(&range.cost_alone), span(&range.cost), saving, span(&range.net)];
        table.push(Row::line(cells));
    }
    paper.push(table);
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
            id => super::twice::at(told, id, &swing.at),
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
            let text = pul_paper::Text::empty().strong(told.say(key, &[])).plain(" — ").plain(sentence);
            paper.push(Block::Paragraph(text));
        }
    }
}
