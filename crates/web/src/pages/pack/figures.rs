//! The parameters of the pack by date, each with who says so.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use pul_app::facts::{self, Fact};
use pul_locale::Length;
use pul_quote_paper::Told;

struct Figure {
    label: String,
    at: String,
    value: String,
    holds: String,
    source: Option<(String, String)>,
    sure: String,
    marks: Vec<String>,
    note: String,
}

#[derive(Template)]
#[template(path = "pack_figures.html")]
struct Figures {
    f: Frame,
    topic: String,
    topics: Vec<String>,
    day: String,
    stale: bool,
    rows: Vec<Figure>,
    next: Option<String>,
    found: usize,
}

/// Parameters with each of their values: when it holds, who says so, how sure it is.
pub(crate) async fn figures(ask: Ask) -> Answer {
    let prices = ask.node().prices();
    let day = ask.fields.number("day").unwrap_or_else(|| ask.node().today());
    let topic = ask.fields.get("topic").map(str::to_owned);
    let stale = ask.fields.get("stale").is_some();
    let all = facts::list(prices, day, &facts::Wanted::default())?;
    let mut topics: Vec<String> = all.rows.iter().map(|f| f.topic.clone()).collect();
    topics.sort();
    topics.dedup();
    let on_day = |f: &&Fact| {
        ask.fields.get("day").is_none()
            || f.row.from.is_none_or(|from| from <= day) && f.row.until.is_none_or(|until| until >= day)
    };
    let wanted: Vec<&Fact> = all
        .rows
        .iter()
        .filter(|f| topic.as_ref().is_none_or(|t| f.topic == *t) && (!stale || f.row.stale))
        .filter(on_day)
        .collect();
    let told = Told { locale: ask.locale(), prices };
    let found = wanted.len();
    let from: usize = ask.fields.number("from").unwrap_or(0);
    const EACH: usize = 30;
    let rows = wanted.into_iter().skip(from).take(EACH).map(|fact| figure(&ask, &told, fact)).collect();
    let next = (from.saturating_add(EACH) < found).then(|| {
        let mut query = form_urlencoded::Serializer::new(ask.fields.query_without(&["from"]));
        query.append_pair("from", &(from + EACH).to_string());
        query.finish()
    });
    html(&Figures {
        f: ask.open_frame("browse-parameters"),
        topic: topic.unwrap_or_default(),
        topics,
        day: ask.fields.text("day").to_owned(),
        stale,
        rows,
        next,
        found,
    })
}

fn figure(ask: &Ask, told: &Told<'_>, fact: &Fact) -> Figure {
    let row = &fact.row;
    let date = |d: jiff::civil::Date| ask.locale().date(d, Length::Medium);
    let holds = match (row.from, row.until) {
        (Some(a), Some(b)) => {
            told.say("quote-holds-both", &[("from", date(a).into()), ("until", date(b).into())])
        }
        (Some(a), None) => told.say("quote-holds-from", &[("from", date(a).into())]),
        (None, Some(b)) => told.say("quote-holds-until", &[("until", date(b).into())]),
        (None, None) => told.say("quote-holds-always", &[]),
    };
    let source = row.source.as_ref().map(|id| {
        let known = told.prices.source(id);
        (id.clone(), known.map_or_else(|| id.clone(), |s| format!("{}, {}", s.producer, s.title)))
    });
    let mut marks = Vec::new();
    if row.stale {
        marks.push(told.say("quote-mark-stale", &[]));
    }
    if row.assumed {
        marks.push(told.say("browse-assumed", &[]));
    }
    Figure {
        label: told.label(&row.label),
        at: row.at.iter().map(|key| told.choice(key)).collect::<Vec<_>>().join(", "),
        value: told.value(&row.value, &row.unit),
        holds,
        source,
        sure: row.confidence.map_or_else(String::new, |c| told.confidence(c)),
        marks,
        note: row.note.clone(),
    }
}
