//! Two people changed one record: the second sees both versions field by field, keeps what they
//! wrote, and takes either.

use crate::ask::{Answer, Ask, Fields};
use crate::frame::Frame;
use crate::pages::history::{happened_by, moment};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use pul_app::live::Refusal;
use pul_app::live::history::{self, Subject};

/// What the name of a choice begins with; the key of its part follows.
const TAKE: &str = "take-";
/// Longest value shown, in characters. What is sent again is the whole of it.
const LONGEST: usize = 1_500;

/// Fields that only make sense together, and are taken together.
pub(crate) struct Part {
    /// Names it in the form.
    pub key: &'static str,
    /// What it is called, in the visitor's language.
    pub label: String,
    /// The fields.
    pub names: Vec<String>,
}

impl Part {
    /// A part of one field of the same name.
    pub fn one(key: &'static str, label: String) -> Part {
        Part { key, label, names: vec![key.to_owned()] }
    }

    fn of(&self, fields: &Fields) -> Vec<(String, String)> {
        // A browser sends the ends of lines in its own way.
        let plain = |value: &String| value.trim().replace("\r\n", "\n");
        let named =
            fields.0.iter().filter(|(name, value)| self.names.contains(name) && !value.trim().is_empty());
        named.map(|(name, value)| (name.clone(), plain(value))).collect()
    }
}

/// Two versions of one record, as the fields of its form.
pub(crate) struct Conflict<'a> {
    /// The record.
    pub subject: Subject,
    /// Where its form is sent.
    pub action: String,
    /// Where it is read.
    pub there: String,
    /// Its version now.
    pub version: i64,
    /// What whoever asks wrote.
    pub mine: Fields,
    /// What stands now.
    pub theirs: Fields,
    /// What both began from, where it is known.
    pub base: Option<Fields>,
    /// What may be taken from either.
    pub parts: Vec<Part>,
    /// A part in words.
    pub words: &'a (dyn Fn(&Part, &Fields) -> String + Sync),
}

struct Row {
    key: &'static str,
    label: String,
    theirs: String,
    mine: String,
    take_theirs: bool,
}

#[derive(Template)]
#[template(path = "conflict.html")]
struct Page {
    f: Frame,
    action: String,
    there: String,
    version: i64,
    by: Option<(String, String)>,
    rows: Vec<Row>,
    hidden: Vec<(String, String)>,
}

/// Whether a form is the answer to this page.
pub(crate) fn answers(fields: &Fields) -> bool {
    fields.0.iter().any(|(name, _)| name.starts_with(TAKE))
}

/// What was written, without the choices.
pub(crate) fn without_choices(fields: &Fields) -> Fields {
    let own = fields.0.iter().filter(|(name, _)| !name.starts_with(TAKE));
    Fields(own.cloned().collect())
}

/// What was written, with what stands now in the parts where that was chosen.
pub(crate) fn settled(fields: &Fields, theirs: &Fields, parts: &[Part]) -> Fields {
    let mut out = without_choices(fields);
    for part in parts.iter().filter(|part| fields.text(&format!("{TAKE}{}", part.key)) == "theirs") {
        out.0.retain(|(name, _)| !part.names.contains(name));
        out.0.extend(part.of(theirs));
    }
    out
}

/// The page; or onwards, where both wrote the same.
pub(crate) async fn page(ask: &Ask, conflict: Conflict<'_>) -> Answer {
    let Conflict { mine, theirs, base, parts, words, .. } = &conflict;
    let differ = parts.iter().filter(|part| part.of(mine) != part.of(theirs));
    let rows: Vec<Row> = differ
        .map(|part| Row {
            key: part.key,
            label: part.label.clone(),
            theirs: short(words(part, theirs)),
            mine: short(words(part, mine)),
            // What whoever asks left as it was, only the other changed.
            take_theirs: base.as_ref().is_some_and(|base| part.of(base) == part.of(mine)),
        })
        .collect();
    if rows.is_empty() {
        return crate::ask::redirect(&format!("{}?said=saved", conflict.there));
    }
    let page = Page {
        f: ask.own_frame("conflict-title"),
        by: last_change(ask, &conflict.subject).await?,
        rows,
        hidden: without_choices(mine).0,
        action: conflict.action,
        there: conflict.there,
        version: conflict.version,
    };
    Ok((StatusCode::CONFLICT, Html(page.render()?)).into_response())
}

/// Who changed the record last, and when.
async fn last_change(ask: &Ask, subject: &Subject) -> Result<Option<(String, String)>, Refusal> {
    let last = history::of(ask.node(), &ask.who, subject).await?.pop();
    Ok(last.map(|last| (happened_by(ask, &last.by), moment(ask, last.at))))
}

fn short(text: String) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_is_taken_whole_from_whoever_was_chosen() {
        let parts = [
            Part::one("title", String::new()),
            Part { key: "rate", label: String::new(), names: vec!["rate".into(), "unit".into()] },
        ];
        let theirs = Fields::parse(b"title=Theirs&rate=9&unit=day");
        let sent = Fields::parse(b"title=Mine&rate=7&take-title=mine&take-rate=theirs&csrf=x");
        assert!(answers(&sent) && !answers(&theirs));
        assert_eq!(settled(&sent, &theirs, &parts), Fields::parse(b"title=Mine&csrf=x&rate=9&unit=day"));
    }
}
