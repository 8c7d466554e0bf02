//! What a plan leaves out, and why.

use super::plan::{PlanTop, read};
use super::top::{Top, told};
use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::mission::left_out;
use pul_domain::LeftOut;

/// Wishes on one page.
const AT_ONCE: usize = 60;

/// A wish a plan leaves out.
struct Left {
    wish: String,
    parties: String,
    value: String,
    why: Vec<String>,
    admits: String,
}

#[derive(Template)]
#[template(path = "mission_desk_left.html")]
struct LeftPage {
    f: Frame,
    top: Top,
    at: PlanTop,
    count: usize,
    left: Vec<Left>,
    next: Option<usize>,
}

/// What a plan leaves out, why, and what would admit it, reasoned by the mission as it is now.
pub(crate) async fn show(ask: Ask, Path((_, id, number)): Path<(String, String, String)>) -> Answer {
    let (shown, row) = read(&ask, &id, &number).await?;
    let (mission, plan) = (shown.mission.clone(), row.plan.clone());
    let found = tokio::task::spawn_blocking(move || left_out(&mission, &plan));
    let found: Vec<LeftOut> = found.await.map_err(Refusal::internal)?;
    let telling = told(&ask, &shown.mission);
    let line = |left: &LeftOut| {
        let wish = shown.mission.wish(&left.wish);
        let parties = wish.map(|w| ask.locale().list_and(w.parties.iter().map(|p| telling.party(p))));
        Left {
            wish: left.wish.to_string(),
            parties: parties.unwrap_or_default(),
            value: wish.map(|w| ask.locale().integer(w.value)).unwrap_or_default(),
            why: left.limits.iter().map(|limit| telling.limit(limit)).collect(),
            admits: left.admits.as_ref().map(|admits| telling.admits(admits)).unwrap_or_default(),
        }
    };
    let from: usize = ask.fields.number("from").unwrap_or(0);
    let (f, top) = Top::of(&ask, &shown, "/plan");
    html(&LeftPage {
        f,
        top,
        at: PlanTop::of(&shown, row.number, "/left"),
        count: found.len(),
        left: found.iter().skip(from).take(AT_ONCE).map(line).collect(),
        next: (from + AT_ONCE < found.len()).then_some(from + AT_ONCE),
    })
}
