//! From draft to what people see: handed on, sent back, published, withdrawn; and what that changes for each person.

use super::top::{Top, mission, mission_id, told};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MissionShown};
use pul_domain::{Appointment, DelegateId, EditionStep, PersonChange, PlannedMeeting, Stage};
use pul_timetable::Told;

/// People whose changes are shown on one page.
const AT_ONCE: usize = 60;

/// The word of a stage.
pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Draft => "draft",
        Stage::Review => "review",
        Stage::Published => "published",
    }
}

/// The steps that can be taken where the plan in work stands: word, whether it risks something.
fn steps(shown: &MissionShown) -> Vec<(&'static str, bool)> {
    let Some(edition) = &shown.edition else { return Vec::new() };
    let mut steps = match edition.stage {
        Stage::Draft => vec![("submit", false)],
        Stage::Review => vec![("publish", false), ("return", false)],
        Stage::Published => Vec::new(),
    };
    if edition.seen.is_some() {
        steps.push(("unpublish", true));
    }
    steps
}

/// What changes for a person: their name and party, then key of what happens, with whom, before, after.
pub(super) struct Change {
    pub name: String,
    pub party: String,
    pub meetings: Vec<(&'static str, String, String, String)>,
}

/// The changes told, person by person.
pub(super) fn told_changes(telling: Told<'_>, shown: &MissionShown, changes: &[PersonChange]) -> Vec<Change> {
    let cards = shown.attendees.iter().flat_map(|row| &row.people);
    let names: std::collections::BTreeMap<&DelegateId, &str> =
        cards.map(|card| (&card.id, card.name.as_str())).filter(|(_, name)| !name.is_empty()).collect();
    let change = |of: &PersonChange| {
        let at = |meeting: &PlannedMeeting| {
            Appointment::of(telling.mission, meeting).map_or_else(String::new, |of_it| {
                format!(
                    "{} · {}",
                    telling.times(&of_it, Some(&of.delegate)).join(" · "),
                    telling.place(&of_it)
                )
            })
        };
        let with = |meeting: &PlannedMeeting| {
            let appointment = Appointment::of(telling.mission, meeting);
            appointment
                .map_or_else(|| meeting.wish.to_string(), |it| telling.parties(&it, Some(&of.delegate)))
        };
        let gained = of.gained.iter().map(|m| ("mission-gained", with(m), String::new(), at(m)));
        let lost = of.lost.iter().map(|m| ("mission-lost", with(m), at(m), String::new()));
        let moved = of.moved.iter().map(|(was, is)| ("mission-moved", with(is), at(was), at(is)));
        let sender = telling.mission.sends(&of.delegate);
        Change {
            name: names.get(&of.delegate).map_or_else(|| of.delegate.to_string(), |name| (*name).to_owned()),
            party: sender.map(|a| telling.locale.name(&a.name)).unwrap_or_default(),
            meetings: moved.chain(lost).chain(gained).collect(),
        }
    };
    changes.iter().map(change).collect()
}

#[derive(Template)]
#[template(path = "mission_desk_changes.html")]
struct Page {
    f: Frame,
    top: Top,
    stage: Option<&'static str>,
    plan: i64,
    seen: Option<i64>,
    steps: Vec<(&'static str, bool)>,
    told: String,
    count: usize,
    changes: Vec<Change>,
    next: Option<usize>,
}

/// Where the plan in work stands, what can be done with it, and what publishing it would change.
pub(crate) async fn changes(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let pending = match &shown.edition {
        Some(_) => missions::pending_changes(ask.node(), &ask.who, &shown.card.id).await?,
        None => Vec::new(),
    };
    let from = ask.fields.number("from").unwrap_or(0).min(pending.len());
    let some = &pending[from..pending.len().min(from + AT_ONCE)];
    let told_when = shown.edition.as_ref().and_then(|e| Some((e.version, e.told?)));
    let when = told_when.map(|(version, at)| {
        let when = ask.locale().date_time(&pul_domain::on_wall(at, zone(&shown)), pul_locale::Length::Medium);
        ask.locale().say("mission-desk-told", &[("version", version.into()), ("when", when.into())])
    });
    let (f, top) = Top::of(&ask, &shown, "/plan/changes");
    html(&Page {
        f,
        top,
        stage: shown.edition.as_ref().map(|e| stage(e.stage)),
        plan: shown.edition.as_ref().map_or(0, |e| e.current),
        seen: shown.edition.as_ref().and_then(|e| e.seen),
        steps: if shown.card.state.as_str() == "closed" { Vec::new() } else { steps(&shown) },
        told: when.unwrap_or_else(|| ask.locale().say("mission-desk-not-told", &[])),
        count: pending.len(),
        changes: told_changes(told(&ask, &shown.mission), &shown, some),
        next: (from + AT_ONCE < pending.len()).then_some(from + AT_ONCE),
    })
}

/// The zone of a mission's first place.
pub(super) fn zone(shown: &MissionShown) -> &str {
    shown.mission.venues.first().map_or("UTC", |venue| venue.zone.as_str())
}

/// Takes a step with the plan in work.
pub(crate) async fn step(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (step, said) = match form.fields.text("step") {
        "submit" => (EditionStep::Submit, "mission-submitted"),
        "return" => (EditionStep::Return, "mission-returned"),
        "publish" => (EditionStep::Publish, "mission-published"),
        "unpublish" => (EditionStep::Unpublish, "mission-unpublished"),
        _ => return Err(Refusal::missing("page").into()),
    };
    missions::take_step(form.ask.node(), &form.ask.who, &mission_id(&id)?, step).await?;
    form.ask.onwards(&format!("/organise/missions/{id}/plan/changes"), said)
}
