//! The first page: what the corridor is, what it holds now, two ways in.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::labels::Labels;
use crate::pages::directory;
use askama::Template;
use pul_app::facts;
use pul_app::live::Refusal;
use pul_app::live::directory::Facet;
use pul_locale::Length;
use pul_paper::{Bar, BarChart, Column, Document, Print, Row, Table, Text};
use pul_quote_paper::Told;

/// How the parties are spread, with what each chart is called.
const SPREAD: [(Facet, &str); 3] = [
    (Facet::Kind, "home-chart-kind"),
    (Facet::Sort, "home-chart-sort"),
    (Facet::Sector, "home-chart-sector"),
];
/// Bars of a chart, at most.
const MOST_BARS: usize = 8;
/// The parameter whose values the first page draws.
const SERIES: &str = "it-exports-by-country";

#[derive(Template)]
#[template(path = "home.html")]
struct Page {
    f: Frame,
    sides: [String; 2],
    figures: Vec<(String, String)>,
    /// Charts of how the parties are spread, and the same as tables.
    standing: [String; 2],
    chart: String,
    as_of: String,
}

/// The first page.
pub(crate) async fn show(ask: Ask) -> Answer {
    let labels = Labels::of(&ask);
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
        standing: standing(&ask, &labels).await?,
        chart: chart(&ask, &facts),
        as_of: locale.date(ask.node().today(), Length::Long),
    })
}

/// Bars of how the parties are spread, each with its table: those who cannot see a bar read a figure.
async fn standing(ask: &Ask, labels: &Labels<'_>) -> Result<[String; 2], Refusal> {
    let locale = ask.locale();
    let facets = ask.site.standing().of(ask.node()).await?;
    let paper = || Document::new(ask.language, locale.say("home-now", &[]));
    let (mut charts, mut tables) = (paper(), paper());
    for (facet, key) in SPREAD {
        let counts = facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
        let counts: Vec<_> = counts.iter().filter(|c| c.count > 0).take(MOST_BARS).collect();
        if counts.len() < 2 {
            continue; // One bar compares nothing.
        }
        let title = locale.say(key, &[]);
        let columns = [
            Column::text(locale.say("home-chart-value", &[])),
            Column::figure(locale.say("home-chart-parties", &[])),
        ];
        let mut table = Table::new(columns).caption(title.clone());
        let mut bars = Vec::new();
        for count in counts {
            let (label, figure) =
                (directory::label(labels, facet, &count.value), locale.integer(count.count));
            let size = i64::try_from(count.count).unwrap_or(i64::MAX);
            table.push(Row::line([Text::from(label.clone()), figure.clone().into()]));
            bars.push(Bar { label, figure, size, accent: true });
        }
        charts.push(BarChart { title, description: locale.say("home-chart-spread", &[]), bars });
        tables.push(table);
    }
    Ok([charts, tables].map(|paper| pul_paper::fragment(&paper, &Print::default())))
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
