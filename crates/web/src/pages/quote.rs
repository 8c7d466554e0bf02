//! A priced deal: the ways beside each other, both sides line by line, papers, and how each
//! figure comes about. Its address holds the whole deal, so it can be kept and sent.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use crate::pages::quote_form;
use crate::security::headers;
use askama::Template;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use pul_app::Error;
use pul_app::quote::{Priced, price};
use pul_paper::Print;
use pul_quote_paper::{Part, Shown, Told, document, part};

#[derive(Template)]
#[template(path = "quote.html")]
struct Page {
    f: Frame,
    deal: Option<String>,
    lead: String,
    /// The deal as a query, without what only chooses what is shown.
    query: String,
    tabs: Vec<(&'static str, bool)>,
    /// A way in full: id, name, whether it is the one shown; the first stands for all.
    looks: Vec<(String, String, bool)>,
    look: String,
    show: &'static str,
    /// Lines that can be explained.
    lines: Vec<(String, String, bool)>,
    paper: String,
    pdf: bool,
}

const PARTS: [(&str, Part); 4] =
    [("ways", Part::Ways), ("lines", Part::Lines), ("papers", Part::Papers), ("trace", Part::Trace)];

/// The deal of the query, priced on its day; or the form again with what is wrong.
fn priced(ask: &Ask) -> Result<Priced, Error> {
    let prices = ask.node().prices();
    let asked = quote_form::asked(&ask.fields, prices);
    let day = asked.date.unwrap_or_else(|| ask.node().today());
    price(prices, &asked, day)
}

/// The page of a priced deal.
pub(crate) async fn show(ask: Ask) -> Answer {
    let priced = match priced(&ask) {
        Ok(priced) => priced,
        Err(Error::Faults(findings)) => return quote_form::with_faults(&ask, &findings),
        Err(other) => return Err(other.into()),
    };
    let told = Told { locale: ask.locale(), prices: ask.node().prices() };
    let (name, chosen) =
        PARTS.into_iter().find(|(name, _)| *name == ask.fields.text("show")).unwrap_or(PARTS[0]);
    let mut look = ask.fields.get("look");
    let mut line = ask.fields.get("line").unwrap_or("");
    if chosen == Part::Trace {
        // One way and one line at a time: all of them would be a book.
        look = look.or(Some(priced.comparison.best.as_str()));
        let first = |id: &str| priced.way(id).ok().and_then(|w| w.quote.lines.first()).map(|l| l.id.as_str());
        line = if line.is_empty() { look.and_then(first).unwrap_or_default() } else { line };
    }
    let shown = Shown::of(&priced, look, (chosen == Part::Trace).then_some(line))?;
    let paper = pul_paper::fragment(&part(&told, &shown, chosen), &Print::default());
    let of = |id: &str| look.is_some_and(|look| look == id);
    let mut looks = vec![(String::new(), ask.locale().say("deal-all-ways", &[]), look.is_none())];
    if chosen == Part::Trace {
        looks.clear();
    }
    looks.extend(priced.comparison.ways.iter().map(|w| (w.way.clone(), told.way(&w.way), of(&w.way))));
    let lines = shown.way.filter(|_| chosen == Part::Trace).map_or_else(Vec::new, |way| {
        way.quote.lines.iter().map(|l| (l.id.clone(), told.label(&l.label), l.id == line)).collect()
    });
    let lead = told.say("quote-lead", &[("date", told.date(priced.day).into())]);
    let look = look.unwrap_or_default().to_owned();
    html(&Page {
        f: ask.open_frame("quote-title"),
        deal: priced.title.clone(),
        lead,
        query: ask.fields.query_without(&["show", "look", "line", "said"]),
        tabs: PARTS.map(|(tab, _)| (tab, tab == name)).into(),
        looks,
        look,
        show: name,
        lines,
        paper,
        pdf: cfg!(feature = "pdf"),
    })
}

/// The whole paper of a deal as one page to print, with its own sheet inside.
pub(crate) async fn paper(ask: Ask) -> Answer {
    let priced = priced(&ask)?;
    let told = Told { locale: ask.locale(), prices: ask.node().prices() };
    let shown = Shown::of(&priced, ask.fields.get("look"), None)?;
    let print = Print::default();
    let page = pul_paper::html(&document(&told, &shown), &print);
    let mut response = Html(page).into_response();
    if let Some(policy) = headers::paper_policy(&pul_paper::style(&print)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// The whole paper as PDF.
#[cfg(feature = "pdf")]
pub(crate) async fn pdf(ask: Ask) -> Answer {
    use pul_app::live::Refusal;
    let made = tokio::task::spawn_blocking(move || {
        let priced = priced(&ask)?;
        let told = Told { locale: ask.locale(), prices: ask.node().prices() };
        let shown = Shown::of(&priced, ask.fields.get("look"), None)?;
        pul_paper::pdf(&document(&told, &shown), &Print::default())
            .map(|made| made.bytes)
            .map_err(|why| Refusal::internal(format!("{why:?}")).into())
    });
    let bytes: Result<Vec<u8>, crate::fault::Fault> = made.await.map_err(Refusal::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes?).into_response())
}
