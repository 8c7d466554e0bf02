//! Ways beside each other: totals, savings, amounts for a month, a person and an hour.

use crate::{Shown, Told};
use pul_app::quote::{Compared, Comparison, Per, Saving};
use pul_domain::Money;
use pul_locale::Value;
use pul_paper::{Bar, BarChart, Column, Document, Row, Table, Text};

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
    cheapest(told, comparison, paper);
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
    ]);
    for way in &comparison.ways {
        table.push(row(told, comparison, way));
    }
    paper.push(table);
    paper.paragraph(told.say("quote-columns", &[("baseline", told.way(&comparison.baseline).into())]));
    if shown.way.is_none() {
        paper.push(chart(told, comparison));
    }
    both_currencies(told, shown, paper);
    per_unit(told, shown, paper);
}

fn cheapest(told: &Told<'_>, comparison: &Comparison, paper: &mut Document) {
    let (best, before) = (told.way(&comparison.best), told.way(&comparison.best_before_credits));
    if best == before {
        paper.paragraph(told.say("quote-best-both", &[("way", best.into())]));
    } else {
        paper.paragraph(told.say("quote-best", &[("way", best.into())]));
        paper.paragraph(told.say("quote-best-before", &[("way", before.into())]));
    }
}

fn row(told: &Told<'_>, comparison: &Comparison, way: &Compared) -> Row {
    let base = way.way == comparison.baseline;
    let name = told.numbered_way(&way.way);
    let name = if way.way == comparison.best { Text::empty().strong(name) } else { name.into() };
    let totals = &way.quote.totals;
    let saved = |saving: &Saving| if base { String::new() } else { told.percent(saving.percent) };
    let figures = [
        told.figure(totals.buyer_cost),
        told.figure(totals.buyer_cost_before_credits),
        saved(&way.saving),
        saved(&way.saving_before_credits),
        saved(&way.headline),
    ];
    Row::line([name].into_iter().chain(figures.map(Text::from)))
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

/// Totals of both sides and what is saved, in few enough columns for a sheet of paper.
fn both_currencies(told: &Told<'_>, shown: &Shown<'_>, paper: &mut Document) {
    let ways = shown.ways();
    let Some(totals) = ways.first().map(|w| &w.quote.totals) else { return };
    paper.heading(told.say("quote-both-currencies", &[]));
    let name = || Column::text(told.say("quote-way", &[])).weight(2);
    let mut sums = Table::new([
        name(),
        heading(told, "quote-cost", totals.buyer_cost),
        heading(told, "quote-cost", totals.buyer_cost_abroad),
        heading(told, "quote-net", totals.supplier_net_abroad),
        heading(told, "quote-net", totals.supplier_net),
    ]);
    let mut savings = Table::new([
        name(),
        heading(told, "quote-saving", totals.buyer_cost),
        heading(told, "quote-saving-before", totals.buyer_cost),
    ]);
    let row = |way: &Compared, amounts: &[Money]| {
        let figures = amounts.iter().map(|a| told.figure(*a));
        Row::line([told.numbered_way(&way.way)].into_iter().chain(figures))
    };
    for way in &ways {
        let t = &way.quote.totals;
        sums.push(row(way, &[t.buyer_cost, t.buyer_cost_abroad, t.supplier_net_abroad, t.supplier_net]));
        if way.way != shown.priced.comparison.baseline {
            savings.push(row(way, &[way.saving.amount, way.saving_before_credits.amount]));
        }
    }
    paper.push(sums);
    paper.push(savings);
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
    type Side = fn(&Compared) -> &Per;
    let sides: [(&str, Money, Side); 2] = [
        ("quote-cost", totals.buyer_cost, |w| &w.quote.totals.cost_per),
        ("quote-net", totals.supplier_net, |w| &w.quote.totals.net_per),
    ];
    for (key, money, per) in sides {
        let units = ["quote-per-month", "quote-per-person", "quote-per-hour"];
        let columns = units.map(|unit| Column::figure(told.say(unit, &[])));
        let caption = heading(told, key, money).heading;
        let mut table = Table::new([Column::text(caption).weight(2)].into_iter().chain(columns));
        for way in &ways {
            let per = per(way);
            let amounts = [per.month, per.person, per.hour].map(|a| told.figure(a));
            table.push(Row::line([told.numbered_way(&way.way)].into_iter().chain(amounts)));
        }
        paper.push(table);
    }
}
