//! The meetings of a plan, and which of them are locked where they are.

use super::plan::{PlanTop, read};
use super::top::{Top, choices, mission_id, told};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::missions::{self, Lock};
use pul_app::mission::locks;
use pul_domain::Appointment;
use pul_timetable::Told;

/// Meetings on one page.
const AT_ONCE: usize = 60;

/// A meeting of the plan.
struct Meeting {
    wish: String,
    times: Vec<String>,
    place: String,
    parties: String,
    value: String,
    locked: bool,
}

#[derive(Template)]
#[template(path = "mission_desk_meetings.html")]
struct Page {
    f: Frame,
    top: Top,
    at: PlanTop,
    meetings: Vec<Meeting>,
    next: Option<usize>,
    parties: Vec<(String, String)>,
    any_locked: bool,
    may_lock: bool,
}

/// The meetings of one plan.
pub(crate) async fn show(ask: Ask, Path((_, id, number)): Path<(String, String, String)>) -> Answer {
    let (shown, row) = read(&ask, &id, &number).await?;
    let telling = told(&ask, &shown.mission);
    let appointments = row.plan.appointments(&shown.mission);
    let from: usize = ask.fields.number("from").unwrap_or(0);
    let (f, top) = Top::of(&ask, &shown, "/plan");
    let at = PlanTop::of(&shown, row.number, "/meetings");
    html(&Page {
        f,
        meetings: appointments.iter().skip(from).take(AT_ONCE).map(|of| meeting(telling, of)).collect(),
        next: (from + AT_ONCE < appointments.len()).then_some(from + AT_ONCE),
        parties: choices(&ask, &shown.mission),
        any_locked: shown.mission.wishes.iter().any(|wish| wish.fixed.is_some()),
        may_lock: at.in_work && top.state != "closed",
        at,
        top,
    })
}

fn meeting(telling: Told<'_>, of: &Appointment<'_>) -> Meeting {
    Meeting {
        wish: of.wish.id.to_string(),
        times: telling.times(of, None),
        place: telling.place(of),
        parties: telling.parties(of, None),
        value: telling.locale.integer(of.wish.value),
        locked: of.wish.fixed.is_some(),
    }
}

/// Locks meetings of the plan in work where they are, or unlocks what is locked.
pub(crate) async fn lock(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let (node, who, mission) = (ask.node(), &ask.who, mission_id(&id)?);
    let said = match fields.text("what") {
        "unlock-all" => {
            missions::unlock_all(node, who, &mission).await?;
            "mission-unlocked"
        }
        what => {
            let named = if what == "all" { "all" } else { fields.text("named") };
            let shown = super::top::mission(ask, &id).await?;
            let chosen: Vec<Lock> = locks(&shown.mission, &[named.to_owned()])?;
            missions::lock_meetings(node, who, &mission, &chosen).await?;
            "mission-locked"
        }
    };
    ask.onwards(&format!("/organise/missions/{id}/plan/meetings"), said)
}
