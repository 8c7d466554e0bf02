//! The planner at work: begun, watched with its value and its bound, stopped.

use super::top::{Top, mission, mission_id};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use axum::http::HeaderValue;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, PlanningAsked};
use pul_app::live::records::{MissionPlanning, PlanningState};
use pul_domain::Id;

/// What the efforts mean, in steps of the search.
const EFFORTS: [(&str, u64); 3] = [("quick", 20_000), ("usual", 300_000), ("long", 5_000_000)];
/// Thousandths of the value that an organiser may give up for quieter days.
const CALM: [u16; 4] = [0, 2, 5, 10];
/// Seconds after which the page looks again while the planner is at work.
const AGAIN: &str = "3";
/// Plannings shown.
const SHOWN: usize = 20;

/// A planning as it is shown.
pub(super) struct Line {
    id: String,
    state: &'static str,
    when: String,
    steps: String,
    missed: String,
    value: String,
    /// The bound on value and the gap to it, once no fewer promises can be missed.
    bound: Option<(String, String)>,
    /// Out of a hundred.
    done: u64,
    plan: Option<i64>,
    at_work: bool,
    findings: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "mission_desk_planning.html")]
struct Page {
    f: Frame,
    top: Top,
    lines: Vec<Line>,
    at_work: bool,
    looks_again: bool,
    efforts: Vec<&'static str>,
    /// Thousandths of value, and how they are said.
    calm: [(u16, String); 4],
    plans: Vec<i64>,
    open: bool,
}

fn line(ask: &Ask, row: &MissionPlanning) -> Line {
    let (locale, progress) = (ask.locale(), row.progress);
    let count = |n: u64| locale.integer(n);
    let steps = [("work", count(progress.work).into()), ("of", count(row.work).into())];
    let findings = row.findings.iter().take(SHOWN).map(|finding| {
        let (_, cause, cure) = crate::fault::told(ask, finding);
        (finding.place.to_string(), cause, cure)
    });
    let over = matches!(row.state, PlanningState::Done | PlanningState::Failed);
    Line {
        id: row.id.to_string(),
        state: row.state.as_str(),
        when: locale.date_time(&pul_domain::on_wall(row.asked, "UTC"), pul_locale::Length::Medium),
        steps: locale.say("mission-desk-steps", &steps),
        missed: count(progress.missed),
        value: count(progress.value),
        bound: progress
            .value_at_most
            .map(|most| (count(most), gap_said(ask, progress.value, most.saturating_sub(progress.value)))),
        done: if over { 100 } else { (progress.work * 100 / row.work.max(1)).min(100) },
        plan: row.plan,
        at_work: !over,
        findings: findings.collect(),
    }
}

/// Thousandths as a share.
fn share(ask: &Ask, permille: u16) -> String {
    ask.locale().percent(i128::from(permille), 3)
}

/// The gap in points, and its share of the bound.
pub(super) fn gap_said(ask: &Ask, value: u64, gap: u64) -> String {
    let share = i128::from(gap) * 10_000 / i128::from((value + gap).max(1));
    format!("{} ({})", ask.locale().integer(gap), ask.locale().percent(share, 4))
}

/// The plannings, the one at work first. The page comes again by itself while one is, unless it is told to stand still.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let found = missions::plannings(ask.node(), &ask.who, &shown.card.id).await?;
    let plans = missions::plans(ask.node(), &ask.who, &shown.card.id).await?;
    let lines: Vec<Line> = found.iter().take(SHOWN).map(|row| line(&ask, row)).collect();
    let at_work = lines.iter().any(|line| line.at_work);
    let looks_again = at_work && ask.fields.get("still").is_none();
    let (f, top) = Top::of(&ask, &shown, "/plan");
    let page = Page {
        f,
        lines,
        at_work,
        looks_again,
        calm: CALM
            .map(|n| (n, ask.locale().say("mission-desk-calm-share", &[("share", share(&ask, n).into())]))),
        efforts: EFFORTS.iter().map(|(word, _)| *word).collect(),
        plans: plans.iter().map(|row| row.number).collect(),
        open: top.state != "closed",
        top,
    };
    let mut answer = html(&page)?;
    if looks_again {
        answer.headers_mut().insert("refresh", HeaderValue::from_static(AGAIN));
    }
    Ok(answer)
}

/// Begins a planning, from nothing or from a plan there is.
pub(crate) async fn start(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let effort = EFFORTS.iter().find(|(word, _)| *word == fields.text("effort"));
    let work = effort.map_or(EFFORTS[1].1, |(_, work)| *work);
    let (seed, calm) = (fields.number("seed").unwrap_or(1), fields.number("calm").unwrap_or(0));
    let asked = PlanningAsked { seed, work, calm, from: fields.number("from") };
    missions::start(ask.node(), &ask.who, &mission_id(&id)?, asked).await?;
    ask.onwards(&format!("/organise/missions/{id}/plan/start"), "mission-planning")
}

/// Stops a planning; the best plan so far is kept.
pub(crate) async fn stop(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let planning = Id::new(form.fields.text("planning")).map_err(|_| Refusal::missing("planning"))?;
    missions::stop(form.ask.node(), &form.ask.who, &planning).await?;
    form.ask.onwards(&format!("/organise/missions/{id}/plan/start"), "mission-stopping")
}
