//! Quotes and shortlists that were kept: looked at again, shared by a link, removed.

use crate::ask::{Answer, Ask, Fields, Form, html};
use crate::frame::Frame;
use crate::pages::matches::{Hit, hit};
use crate::pages::post_edit::post_id;
use crate::pages::post_told::day;
use crate::pages::quote_form;
use askama::Template;
use axum::extract::Path;
use pul_app::live::quotes::{self, QuoteForm};
use pul_app::live::records::SavedQuote;
use pul_app::live::{Refusal, shortlists};
use pul_app::quote::Priced;
use pul_quote_paper::{Part, Shown, Told, part};

#[derive(Template)]
#[template(path = "saved_quote.html")]
struct QuotePage {
    f: Frame,
    own: bool,
    shared: bool,
    as_of: String,
    /// The deal as a query, to be priced with the figures of another day.
    query: String,
    paper: String,
}

/// Keeps the deal of a query.
pub(crate) async fn keep_quote(form: Form) -> Answer {
    let ask = &form.ask;
    let deal = Fields::parse(form.fields.text("deal").as_bytes());
    let asked = quote_form::asked(&deal, ask.node().prices());
    let title = asked.title.clone().unwrap_or_else(|| ask.locale().say("quote-title", &[]));
    let stated = QuoteForm {
        title,
        day: asked.date.or(Some(ask.node().today())),
        inputs: asked.statement.inputs,
        team: asked.statement.team,
        assume: asked.assume,
    };
    let saved = quotes::save(ask.node(), &ask.who, &stated, None).await?;
    ask.onwards(&format!("/saved/quotes/{}", saved.id), "saved")
}

/// A deal as fields of the form it came from.
fn query_of(form: &QuoteForm) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.append_pair("title", &form.title);
    out.extend_pairs(&form.inputs);
    for (n, member) in (1..).zip(&form.team) {
        for (id, value) in member {
            out.append_pair(&format!("m{n}-{id}"), value);
        }
    }
    for (name, value) in &form.assume {
        out.append_pair(&format!("a.{name}"), value);
    }
    out.finish()
}

fn quote_page(ask: &Ask, saved: &SavedQuote, own: bool) -> Answer {
    let (form, priced): (QuoteForm, Priced) = quotes::again(ask.node(), saved)?;
    let told = Told { locale: ask.locale(), prices: ask.node().prices() };
    let shown = Shown { priced: &priced, way: None, explain: None };
    let paper = pul_paper::fragment(&part(&told, &shown, Part::Ways), &pul_paper::Print::default());
    let values = [("day", told.date(priced.day).into()), ("pack", (&priced.pack_version).into())];
    html(&QuotePage {
        f: ask.frame(saved.title.clone(), true),
        shared: saved.share.is_some(),
        as_of: ask.locale().say("saved-as-of", &values),
        query: query_of(&form),
        own,
        paper,
    })
}

/// A quote that was kept.
pub(crate) async fn quote(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let saved = quotes::show(ask.node(), &ask.who, &id).await?;
    quote_page(&ask, &saved, true)
}

/// A quote by its shared link.
pub(crate) async fn shared_quote(ask: Ask, Path((_, secret)): Path<(String, String)>) -> Answer {
    let saved = quotes::shared(ask.node(), &secret).await?;
    quote_page(&ask, &saved, false)
}

#[derive(Template)]
#[template(path = "saved_link.html")]
struct LinkPage {
    f: Frame,
    link: String,
    back: String,
}

fn link_page(ask: &Ask, kind: &str, id: &str, secret: &str) -> Answer {
    let path = ask.to(&format!("/shared/{kind}/{secret}"));
    html(&LinkPage {
        f: ask.own_frame("saved-share"),
        link: format!("{}{path}", ask.node().settings().address),
        back: ask.to(&format!("/saved/{kind}/{id}")),
    })
}

/// Shares a quote, lets its link lapse, or removes it.
pub(crate) async fn quote_step(Path((_, id, step)): Path<(String, String, String)>, form: Form) -> Answer {
    let (ask, node, who) = (&form.ask, form.ask.node(), &form.ask.who);
    match step.as_str() {
        "share" => match quotes::share(node, who, &id, true).await? {
            Some(secret) => link_page(ask, "quotes", &id, &secret),
            None => ask.onwards(&format!("/saved/quotes/{id}"), ""),
        },
        "unshare" => {
            quotes::share(node, who, &id, false).await?;
            ask.onwards(&format!("/saved/quotes/{id}"), "unshared")
        }
        "remove" => {
            quotes::remove(node, who, &id).await?;
            ask.onwards("/account", "removed")
        }
        _ => Err(Refusal::missing("page").into()),
    }
}

#[derive(Template)]
#[template(path = "saved_shortlist.html")]
struct ShortlistPage {
    f: Frame,
    own: bool,
    shared: bool,
    as_of: String,
    hits: Vec<Hit>,
    of_points: String,
    gone: usize,
}

/// Keeps what fits a post now.
pub(crate) async fn keep_shortlist(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let title = form.fields.text("title");
    let saved = shortlists::save(ask.node(), &ask.who, &post_id(&id)?, 10, title).await?;
    ask.onwards(&format!("/saved/shortlists/{}", saved.id), "saved")
}

fn shortlist_page(ask: &Ask, shown: &shortlists::SavedShown, own: bool) -> Answer {
    let saved = &shown.saved;
    let mutual = &ask.node().pack().scoring().mutual;
    let whole = 10_000 * (u32::from(mutual.less) + u32::from(mutual.more));
    let values =
        [("day", day(ask, saved.created).into()), ("pack", (&saved.file.inputs.pack_version).into())];
    html(&ShortlistPage {
        f: ask.frame(saved.title.clone(), true),
        shared: saved.share.is_some(),
        as_of: ask.locale().say("saved-as-of", &values),
        hits: shown.matches.iter().map(|m| hit(ask, m, whole)).collect(),
        of_points: ask.locale().integer(whole),
        gone: shown.gone,
        own,
    })
}

/// A shortlist that was kept.
pub(crate) async fn shortlist(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = shortlists::show(ask.node(), &ask.who, &id).await?;
    shortlist_page(&ask, &shown, true)
}

/// A shortlist by its shared link.
pub(crate) async fn shared_shortlist(ask: Ask, Path((_, secret)): Path<(String, String)>) -> Answer {
    let shown = shortlists::shared(ask.node(), &ask.who, &secret).await?;
    shortlist_page(&ask, &shown, false)
}

/// Shares a shortlist, lets its link lapse, or removes it.
pub(crate) async fn shortlist_step(
    Path((_, id, step)): Path<(String, String, String)>,
    form: Form,
) -> Answer {
    let (ask, node, who) = (&form.ask, form.ask.node(), &form.ask.who);
    match step.as_str() {
        "share" => match shortlists::share(node, who, &id, true).await? {
            Some(secret) => link_page(ask, "shortlists", &id, &secret),
            None => ask.onwards(&format!("/saved/shortlists/{id}"), ""),
        },
        "unshare" => {
            shortlists::share(node, who, &id, false).await?;
            ask.onwards(&format!("/saved/shortlists/{id}"), "unshared")
        }
        "remove" => {
            shortlists::remove(node, who, &id).await?;
            ask.onwards("/account", "removed")
        }
        _ => Err(Refusal::missing("page").into()),
    }
}
