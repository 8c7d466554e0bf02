//! Background work, for organisers: what was given up, tried again or dropped.

use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::pages::history::moment;
use askama::Template;
use pul_app::live::Refusal;
use pul_app::live::jobs::{self, Standing, may_retry};

struct Row {
    id: String,
    kind: String,
    problem: String,
    attempts: i64,
    due: String,
    may_retry: bool,
}

#[derive(Template)]
#[template(path = "organise_jobs.html")]
struct Page {
    f: Frame,
    counts: Vec<(&'static str, String)>,
    dead: Vec<Row>,
    failing: Vec<Row>,
}

fn row(ask: &Ask, job: &Standing) -> Row {
    Row {
        may_retry: may_retry(job),
        id: job.id.clone(),
        kind: job.kind.clone(),
        problem: job.problem.clone(),
        attempts: job.attempts,
        due: moment(ask, job.due),
    }
}

/// The queue.
pub(crate) async fn show(ask: Ask) -> Answer {
    let queue = jobs::queue(ask.node(), &ask.who).await?;
    let locale = ask.locale();
    html(&Page {
        counts: queue.by_state().into_iter().map(|(state, n)| (state, locale.integer(n))).collect(),
        dead: queue.dead.iter().map(|job| row(&ask, job)).collect(),
        failing: queue.failing.iter().map(|job| row(&ask, job)).collect(),
        f: ask.own_frame("job-title"),
    })
}

/// Tries one again, or drops it.
pub(crate) async fn turn(form: Form) -> Answer {
    let (node, who, id) = (form.ask.node(), &form.ask.who, form.fields.text("job"));
    let said = match form.fields.text("step") {
        "retry" => jobs::retry(node, who, id).await.map(|()| "job-retried"),
        "drop" => jobs::drop(node, who, id).await.map(|()| "job-dropped"),
        _ => return Err(Refusal::missing("page").into()),
    };
    form.ask.onwards("/organise/jobs", said?)
}
