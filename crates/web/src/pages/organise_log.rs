//! The log, for organisers: every change there is, filtered, and verified.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::pages::history::{happened_by, moment};
use askama::Template;
use pul_app::live::log::{self, Change, Wanted};
use pul_app::live::{Paging, Refusal};

/// Records whose own history has a page.
const WITH_HISTORY: [&str; 7] = ["party", "post", "introduction", "import", "merge", "setting", "account"];

struct Row {
    position: String,
    when: String,
    by: String,
    doing: String,
    table: String,
    id: String,
    /// Whether the record's history has a page.
    history: bool,
    fields: String,
}

struct Verdict {
    entries: i64,
    erased: i64,
    hash: String,
    faults: Vec<(String, &'static str)>,
}

#[derive(Template)]
#[template(path = "organise_log.html")]
struct Page {
    f: Frame,
    rows: Vec<Row>,
    wanted: Wanted,
    next: Option<String>,
    verdict: Option<Verdict>,
}

fn row(ask: &Ask, change: Change) -> Row {
    let fields: Vec<String> = change.happened.fields.iter().map(|f| f.field.clone()).collect();
    Row {
        position: ask.locale().integer(change.happened.position),
        when: moment(ask, change.happened.at),
        by: happened_by(ask, &change.happened.by),
        doing: change.happened.doing,
        history: WITH_HISTORY.contains(&change.table.as_str()),
        table: change.table,
        id: change.id,
        fields: fields.join(", "),
    }
}

async fn page(ask: &Ask) -> Result<Page, Refusal> {
    let text = |name: &str| ask.fields.text(name).to_owned();
    let wanted =
        Wanted { doing: text("doing"), table: text("table"), id: text("id"), account: text("account") };
    let paging = Paging { limit: 30, after: ask.fields.get("after").map(str::to_owned) };
    let found = log::browse(ask.node(), &ask.who, &wanted, &paging).await?;
    let next = found.next.map(|at| {
        let query = ask.fields.query_without(&["after", "said"]);
        format!("{query}{}after={at}", if query.is_empty() { "" } else { "&" })
    });
    Ok(Page {
        f: ask.own_frame("log-title"),
        rows: found.items.into_iter().map(|change| row(ask, change)).collect(),
        wanted,
        next,
        verdict: None,
    })
}

/// The log, the newest first.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask).await?)
}

/// Whether it is whole.
pub(crate) async fn verify(form: Form) -> Answer {
    let ask = &form.ask;
    let verdict = log::verify(ask.node(), &ask.who).await?;
    let locale = ask.locale();
    let told = Verdict {
        entries: i64::try_from(verdict.entries).unwrap_or(i64::MAX),
        erased: i64::try_from(verdict.erased).unwrap_or(i64::MAX),
        hash: verdict.head.hash,
        faults: verdict
            .faults
            .iter()
            .take(100)
            .map(|fault| (locale.integer(fault.position), log::fault(&fault.kind)))
            .collect(),
    };
    html(&Page { verdict: Some(told), ..page(ask).await? })
}
