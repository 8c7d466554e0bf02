//! A mission at a glance: when and where, how many come, what is wrong with it, and its turns.

use super::list::days;
use super::top::{Top, mission, mission_id};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions;
use pul_app::live::records::Invitation;
use pul_domain::WishState;

/// Findings shown of a mission.
const SHOWN: usize = 100;

#[derive(Template)]
#[template(path = "mission_desk_overview.html")]
struct Page {
    f: Frame,
    top: Top,
    days: String,
    /// Name, zone, tables.
    places: Vec<(String, String, u32)>,
    /// Figure, message, address within the mission.
    counts: Vec<(String, String, &'static str)>,
    stage: Option<&'static str>,
    /// Where, what, what to do.
    findings: Vec<(String, String, String)>,
    more: usize,
}

/// The overview.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let found = missions::findings(ask.node(), &ask.who, &shown.card.id).await?;
    let said = |answer: Invitation| shown.attendees.iter().filter(|row| row.invitation == answer).count();
    let stands = |states: &[WishState]| {
        shown.mission.wishes.iter().filter(|wish| states.contains(&wish.state)).count()
    };
    let count = |n: usize, key: &str, at| (ask.locale().integer(n as i128), ask.locale().say(key, &[]), at);
    let counts = vec![
        count(said(Invitation::Coming), "mission-desk-coming", "/attendees"),
        count(said(Invitation::Invited), "mission-desk-invited", "/attendees"),
        count(stands(&[WishState::Requested]), "mission-desk-standing", "/wishes"),
        count(stands(&[WishState::Accepted, WishState::Must]), "mission-desk-agreed", "/wishes"),
        count(stands(&[WishState::Waiting]), "mission-desk-on-waiting-list", "/wishes"),
    ];
    let findings = found.iter().take(SHOWN).map(|finding| {
        let (_, cause, cure) = crate::fault::told(&ask, finding);
        (finding.place.to_string(), cause, cure)
    });
    let (f, top) = Top::of(&ask, &shown, "");
    html(&Page {
        f,
        top,
        days: days(&ask, &shown.card),
        places: shown
            .mission
            .venues
            .iter()
            .map(|v| (v.name.clone(), v.zone.clone(), u32::from(v.tables)))
            .collect(),
        counts,
        stage: shown.edition.as_ref().map(|edition| super::publication::stage(edition.stage)),
        findings: findings.collect(),
        more: found.0.len().saturating_sub(SHOWN),
    })
}

/// Opens a draft, or closes a mission.
pub(crate) async fn turn(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (node, who, mission) = (form.ask.node(), &form.ask.who, mission_id(&id)?);
    let said = match form.fields.text("turn") {
        "open" => missions::open(node, who, &mission).await.map(|()| "mission-opened"),
        "close" => missions::close(node, who, &mission).await.map(|()| "mission-closed"),
        _ => return Err(Refusal::missing("page").into()),
    };
    form.ask.onwards(&format!("/organise/missions/{id}"), said?)
}
