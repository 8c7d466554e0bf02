//! The history of a record, as the log tells it: who, when, what, before and after.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use jiff::Timestamp;
use pul_app::live::Refusal;
use pul_app::live::history::{self, By, Happened, Subject};
use pul_locale::Length;

struct Entry {
    position: String,
    when: String,
    by: String,
    doing: String,
    /// Field, before, after.
    fields: Vec<(String, String, String)>,
    erased: bool,
    hash: String,
}

#[derive(Template)]
#[template(path = "history.html")]
struct Page {
    f: Frame,
    entries: Vec<Entry>,
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, what, id)): Path<(String, String, String)>) -> Answer {
    let subject = Subject::parse(&what, &id).ok_or_else(|| Refusal::missing("page"))?;
    let found = history::of(ask.node(), &ask.who, &subject).await?;
    let entries = found.into_iter().map(|h| entry(&ask, h)).collect();
    html(&Page { f: ask.own_frame("history-title"), entries })
}

/// Whoever did something, in words.
pub(crate) fn happened_by(ask: &Ask, by: &By) -> String {
    let locale = ask.locale();
    match by {
        By::Self_ => locale.say("history-by-self", &[]),
        By::Named(name) => locale.name(name),
        By::Somebody => locale.say("history-by-somebody", &[]),
        By::System => locale.say("history-by-system", &[]),
    }
}

/// A day and a time in the visitor's zone, which is printed beside it.
pub(crate) fn moment(ask: &Ask, at: Timestamp) -> String {
    ask.locale().date_time(&at.to_zoned(ask.zone()), Length::Medium)
}

fn entry(ask: &Ask, happened: Happened) -> Entry {
    let locale = ask.locale();
    let closed = locale.say("history-closed", &[]);
    let value = |value: Option<String>, private: bool| match value {
        Some(_) if private => closed.clone(),
        other => other.unwrap_or_default(),
    };
    let fields =
        happened.fields.into_iter().map(|f| (f.field, value(f.before, f.private), value(f.after, f.private)));
    Entry {
        position: locale.integer(happened.position),
        when: moment(ask, happened.at),
        doing: happened.doing,
        erased: happened.erased,
        hash: happened.hash.get(..16).unwrap_or_default().to_owned(),
        fields: fields.collect(),
        by: happened_by(ask, &happened.by),
    }
}
