//! Settings organisers change while the system runs.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::adjust::{self, Adjustable, Adjusted};

struct Row {
    name: &'static str,
    value: i64,
    configured: String,
    least: i64,
    most: i64,
    changed: bool,
    /// Whether it is a yes or a no.
    yes_or_no: bool,
}

#[derive(Template)]
#[template(path = "organise_settings.html")]
struct Page {
    f: Frame,
    rows: Vec<Row>,
}

/// What may be changed.
pub(crate) async fn show(ask: Ask) -> Answer {
    let locale = ask.locale();
    let row = |s: Adjusted| {
        let yes_or_no = s.which == Adjustable::OpenSignUp;
        let configured = match (yes_or_no, s.configured) {
            (true, 0) => locale.say("setting-no", &[]),
            (true, _) => locale.say("setting-yes", &[]),
            (false, n) => locale.integer(n),
        };
        Row {
            name: s.which.name(),
            value: s.value,
            configured,
            least: s.least,
            most: s.most,
            changed: s.changed,
            yes_or_no,
        }
    };
    let rows = adjust::list(ask.node(), &ask.who).await?.into_iter().map(row).collect();
    html(&Page { f: ask.own_frame("setting-title"), rows })
}

/// Changes one, or takes the change back.
pub(crate) async fn set(Path((_, name)): Path<(String, String)>, form: Form) -> Answer {
    let which = Adjustable::parse(&name).ok_or_else(|| Refusal::missing("setting"))?;
    let value = match form.fields.text("step") {
        "reset" => None,
        // What is no number is out of every range, and told as that.
        _ => Some(form.fields.number("value").unwrap_or(i64::MIN)),
    };
    adjust::set(form.ask.node(), &form.ask.who, which, value).await?;
    form.ask.onwards("/organise/settings", "saved")
}
