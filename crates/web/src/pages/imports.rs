//! Imports: a file is read without effect, looked at with its findings, then published; undone
//! if it was wrong.

use crate::ask::{Answer, Ask, Fields, Form, html};
use crate::frame::Frame;
use crate::pages::post_told::day;
use crate::security::form_token;
use askama::Template;
use axum::extract::{DefaultBodyLimit, Multipart, Path};
use pul_app::live::imports::{self, Upload};
use pul_app::live::records::Import;
use pul_app::live::{Paging, Refusal, RefusalKind};

/// Findings shown of an import.
const SHOWN: usize = 200;

/// Id, file, state, when.
type Line = (String, String, &'static str, String);

#[derive(Template)]
#[template(path = "imports.html")]
struct Page {
    f: Frame,
    mappings: Vec<String>,
    imports: Vec<Line>,
    most: String,
}

/// The imports, the newest first, and the form of a new one.
pub(crate) async fn show(ask: Ask) -> Answer {
    let found = imports::list(ask.node(), &ask.who, &Paging { limit: 50, after: None }).await?;
    let line = |i: &Import| (i.id.to_string(), i.name.clone(), i.state.as_str(), day(&ask, i.created));
    html(&Page {
        f: ask.own_frame("import-title"),
        mappings: ask.node().pack().mappings().map(str::to_owned).collect(),
        imports: found.items.iter().map(line).collect(),
        most: ask.locale().integer((ask.node().settings().import_bytes >> 20) as i128),
    })
}

/// The use case tells what is too large; beyond this nothing is even read.
pub(crate) fn most() -> DefaultBodyLimit {
    DefaultBodyLimit::max(256 << 20)
}

/// A file somebody handed in by a form.
pub(crate) struct Taken {
    /// What it was called.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The other fields of the form.
    pub fields: Fields,
}

/// The file of a form, once the form is known to be ours.
///
/// # Errors
/// `too-large`; `stale-form`.
pub(crate) async fn take_file(ask: &Ask, mut parts: Multipart) -> Result<Taken, Refusal> {
    let bad = |_| Refusal::new(RefusalKind::TooLarge, "too-large");
    let mut taken = Taken { name: String::new(), bytes: Vec::new(), fields: Fields::default() };
    while let Some(part) = parts.next_field().await.map_err(bad)? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            taken.name = part.file_name().unwrap_or_default().chars().take(200).collect();
            taken.bytes = part.bytes().await.map_err(bad)?.to_vec();
        } else {
            taken.fields.0.push((name, part.text().await.map_err(bad)?));
        }
    }
    let cookie = ask.visit_known.then_some(ask.secret());
    if form_token::holds(taken.fields.get("csrf"), cookie, ask.session.as_deref()) {
        return Ok(taken);
    }
    Err(Refusal::new(RefusalKind::Forbidden, "stale-form"))
}

/// Takes a file in; a worker reads it.
pub(crate) async fn upload(ask: Ask, parts: Multipart) -> Answer {
    ask.who.organiser()?;
    let Taken { name, bytes, fields } = take_file(&ask, parts).await?;
    let upload = Upload { name, mapping: fields.text("mapping").to_owned(), bytes };
    let id = imports::upload(ask.node(), &ask.who, &upload).await?;
    ask.onwards(&format!("/organise/imports/{id}"), "import-taken")
}

#[derive(Template)]
#[template(path = "import.html")]
struct One {
    f: Frame,
    id: String,
    state: &'static str,
    rows: String,
    taken: String,
    done: i64,
    of: i64,
    findings: Vec<(String, String, String)>,
    more: usize,
}

/// One import with its progress and findings.
pub(crate) async fn one(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let import = imports::show(ask.node(), &ask.who, &id).await?;
    let findings = import.findings.iter().take(SHOWN).map(|finding| {
        let (_, cause, cure) = crate::fault::told(&ask, finding);
        (crate::fault::place(&ask, &finding.place), cause, cure)
    });
    html(&One {
        f: ask.frame(import.name.clone(), true),
        id,
        state: import.state.as_str(),
        rows: ask.locale().integer(import.rows),
        taken: ask.locale().integer(import.taken),
        done: import.done,
        of: import.taken,
        findings: findings.collect(),
        more: import.findings.len().saturating_sub(SHOWN),
    })
}

/// Publishes what was read, or takes it out again.
pub(crate) async fn turn(Path((_, id, step)): Path<(String, String, String)>, form: Form) -> Answer {
    let (node, who) = (form.ask.node(), &form.ask.who);
    match step.as_str() {
        "publish" => imports::publish(node, who, &id).await?,
        "undo" => imports::undo(node, who, &id).await?,
        _ => return Err(Refusal::missing("page").into()),
    }
    form.ask.onwards(&format!("/organise/imports/{id}"), "saved")
}
