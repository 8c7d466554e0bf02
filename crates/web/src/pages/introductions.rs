//! Introductions: requests sent and got, and the three answers.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::pages::post_edit::post_id;
use crate::pages::post_told::day;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::introductions::{self, IntroductionShown, Request};

struct Told {
    id: String,
    asked: bool,
    other: String,
    other_name: String,
    ask: String,
    offer: String,
    state: &'static str,
    message: String,
    answer: Option<String>,
    requested: String,
    expires: String,
}

#[derive(Template)]
#[template(path = "introductions.html")]
struct Page {
    f: Frame,
    /// Those that wait for whoever looks, then the rest.
    waiting: Vec<Told>,
    rest: Vec<Told>,
}

fn told(ask: &Ask, shown: IntroductionShown) -> Told {
    let (other, other_name) =
        if shown.asked { (shown.from, shown.from_name) } else { (shown.to, shown.to_name) };
    Told {
        id: shown.id.to_string(),
        asked: shown.asked,
        other: other.to_string(),
        other_name,
        ask: shown.ask.to_string(),
        offer: shown.offer.to_string(),
        state: shown.state.as_str(),
        message: shown.message,
        answer: shown.answer.filter(|a| !a.is_empty()),
        requested: day(ask, shown.requested),
        expires: day(ask, shown.expires),
    }
}

/// Every introduction of the parties whoever asks speaks for.
pub(crate) async fn show(ask: Ask) -> Answer {
    let all = introductions::list(ask.node(), &ask.who).await?;
    let all = all.into_iter().map(|i| told(&ask, i));
    let (waiting, rest) = all.partition(|i| i.asked && i.state == "requested");
    html(&Page { f: ask.own_frame("page-introductions"), waiting, rest })
}

/// Asks for one.
pub(crate) async fn request(form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let request = Request {
        ask: post_id(fields.text("ask"))?,
        offer: post_id(fields.text("offer"))?,
        message: fields.text("message").to_owned(),
    };
    introductions::request(ask.node(), &ask.who, &request).await?;
    ask.onwards("/introductions", "introduction-requested")
}

/// Answers one, or takes one back.
pub(crate) async fn answer(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (node, who) = (form.ask.node(), &form.ask.who);
    let words = form.fields.text("answer");
    let said = match form.fields.text("decision") {
        "accept" => introductions::accept(node, who, &id, words).await.map(|()| "introduction-accepted"),
        "decline" => introductions::decline(node, who, &id, words).await.map(|()| "introduction-declined"),
        "veto" => introductions::veto(node, who, &id).await.map(|()| "introduction-vetoed"),
        "withdraw" => introductions::withdraw(node, who, &id).await.map(|()| "introduction-withdrawn"),
        _ => return Err(Refusal::missing("page").into()),
    };
    form.ask.onwards("/introductions", said?)
}
