//! Ways beside each other: totals, savings, amounts for a month, a person and an hour.

use super::{Shown, Told};
use pul_app::quote::{Compared, Comparison, Saving};
use pul_domain::Money;
use pul_locale::Value;
use pul_paper::{Bar, BarChart, Column, Document, Row, Table};

/// A column of amounts in a currency.
pub fn heading(told: &Told<'_>, key: &str, money: Money) -> Column {
    let currency = money.currency.to_string();
    Column::figure(
        told.say("quote-in", &[("what", told.say(key, &[]).into()), ("currency", currency.into())]),
    )
}

/// Totals and savings of the ways, the answer in a sentence, and a chart.
pub fn ways(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let comparison = &shown.priced.comparison;
    let Some(first) = comparison.ways.first() else { return };
    let totals = &first.quote.totals;
    paper.heading(told.say("quote-ways", &[]));
    paper.paragraph(told.say("quote-best", &[("way", told.way(&comparison.best).into())]));
    paper.paragraph(
        told.say("quote-best-before", &[("way", told.way(&comparison.best_before_credits).into())]),
    );
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
    let mut table =
        Table::new([Column::text(told.say("quote-way", &[])).weight(2)].into_iter().chain(figures));
    for way in &ways {
        let (cost, net) = (&way.quote.totals.cost_per, &way.quote.totals.net_per);
        let amounts = [cost.month, cost.person, cost.hour, net.month, net.person, net.hour];
        table.push(Row::line([told.label(&way.label)].into_iter().chain(amounts.map(|a| told.figure(a)))));
    }
    paper.push(table);
}
