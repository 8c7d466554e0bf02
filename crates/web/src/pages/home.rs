//! The first page: what the corridor is, what it holds now, two ways in.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use pul_app::facts;
use pul_locale::Length;
use pul_paper::{Bar, BarChart, Column, Document, Print, Row, Table, Text};
use pul_quote_paper::Told;

/// The parameter whose values the first page draws.
const SERIES: &str = "it-exports-by-country";

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    f: Frame,
    sides: [String; 2],
    figures: Vec<(String, String)>,
    chart: String,
    as_of: String,
}

/// The first page.
pub(crate) async fn show(ask: Ask) -> Answer {
    let labels = crate::labels::Labels::of(&ask);
    let locale = ask.locale();
    let view = ask.node().view();
    let pack = ask.node().pack();
    let sides: Vec<String> = pack.sides().iter().take(2).map(|s| labels.side(s.id.as_str())).collect();
    let count = |n: usize, key: &str| (locale.integer(n as i128), locale.say(key, &[("n", n.into())]));
    let (_, posts) = view.counts();
    let asks = view.asks().len();
    let offers = posts.saturating_sub(asks);
    let facts = facts::list(ask.node().prices(), ask.node().today(), &facts::Wanted::default())?;
    let figures = vec![
        count(view.parties().count(), "home-parties"),
        count(asks, "home-asks"),
        count(offers, "home-offers"),
        count(pack.skills().len(), "home-skills"),
        count(facts.values - facts.assumed, "home-facts"),
    ];
    html(&Page {
        f: ask.open_frame("home-title"),
        sides: [sides.first().cloned().unwrap_or_default(), sides.get(1).cloned().unwrap_or_default()],
        figures,
        chart: chart(&ask, &facts),
        as_of: locale.date(ask.node().today(), Length::Long),
    })
}

/// Bars of a parameter by its first dimension, the table they come from, and who says so.
fn chart(ask: &Ask, facts: &facts::Facts) -> String {
    let told = Told { locale: ask.locale(), prices: ask.node().prices() };
    let mut rows: Vec<_> = facts.rows.iter().filter(|f| f.row.id == SERIES).map(|f| &f.row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(size(&row.value)));
    let Some(first) = rows.first() else { return String::new() };
    let label = told.label(&first.label);
    let mut paper = Document::new(ask.language, label.clone());
    let mut table = Table::new([
        Column::text(told.say("home-place", &[])),
        Column::figure(told.say("home-share", &[])),
        Column::text(told.say("home-period", &[])),
    ])
    .caption(label.clone());
    let mut bars = Vec::new();
    for row in &rows {
        let name = row.at.first().map_or_else(String::new, |at| place(ask, at));
        let period = match (row.from, row.until) {
            (Some(from), Some(until)) => told
                .locale
                .range(&told.locale.date(from, Length::Medium), &told.locale.date(until, Length::Medium)),
            (Some(day), None) | (None, Some(day)) => told.date(day),
            (None, None) => String::new(),
        };
        let mut cell = Text::from(period);
        if let Some(source) = &row.source {
            let note = paper.note(told.source(source));
            cell = cell.note(note);
        }
        bars.push(Bar {
            label: name.clone(),
            figure: told.value(&row.value, &row.unit),
            size: size(&row.value),
            accent: row.at.first().is_some_and(|at| at == "CA" || at == "canada"),
        });
        table.push(Row::line([Text::from(name), told.value(&row.value, &row.unit).into(), cell]));
    }
    paper.push(BarChart { title: label, description: told.say("home-chart-words", &[]), bars });
    paper.push(table);
    pul_paper::fragment(&paper, &Print::default())
}

/// A plain decimal in hundredths: bars need lengths, not amounts.
fn size(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction: String = fraction.chars().chain("00".chars()).take(2).collect();
    format!("{whole}{fraction}").parse().unwrap_or(0)
}

/// A country by its code or the pack's own key.
fn place(ask: &Ask, key: &str) -> String {
    ask.locale().try_say(&format!("country-{}", key.to_lowercase()), &[]).unwrap_or_else(|| key.to_owned())
}
