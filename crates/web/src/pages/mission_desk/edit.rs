//! Changes of a mission's document: its name and its rules by a form, everything else by handing the document in anew.

use super::list::told as faults_told;
use super::top::{Top, mission};
use crate::ask::{Answer, Ask, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::pages::imports::take_file;
use askama::Template;
use axum::extract::{Multipart, Path};
use pul_app::live::missions::{self, MissionShown};
use pul_app::live::records::MissionRules;
use pul_app::live::{Refusal, RefusalKind};

/// A place as the form has it: id, name, zone, tables.
type Place = (String, String, String, u16);

#[derive(Template)]
#[template(path = "mission_desk_edit.html")]
struct Page {
    f: Frame,
    top: Top,
    version: i64,
    title: String,
    rules: MissionRules,
    places: Vec<Place>,
    faults: Vec<String>,
    open: bool,
}

fn page(ask: &Ask, shown: &MissionShown, refusal: Option<&Refusal>) -> Page {
    let (_, top) = Top::of(ask, shown, "");
    let place = |v: &pul_domain::Venue| (v.id.to_string(), v.name.clone(), v.zone.clone(), v.tables);
    Page {
        f: ask.own_frame("mission-desk-edit"),
        open: top.state != "closed",
        top,
        version: shown.version,
        title: shown.card.title.clone(),
        rules: shown.rules.clone(),
        places: shown.mission.venues.iter().map(place).collect(),
        faults: refusal.map(|refusal| faults_told(ask, refusal)).unwrap_or_default(),
    }
}

/// The form.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    html(&page(&ask, &shown, None))
}

fn kept(ask: &Ask, shown: &MissionShown, edited: Result<i64, Refusal>) -> Answer {
    match edited {
        Ok(_) => ask.onwards(&format!("/organise/missions/{}", shown.card.id), "saved"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&page(ask, shown, Some(&refusal)))
        }
        Err(other) => Err(other.into()),
    }
}

/// Keeps the name, the rules, and what the places are called and how many tables they have.
pub(crate) async fn save(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let shown = mission(ask, &id).await?;
    let number = |name: &str, was: u16| fields.number(name).unwrap_or(was);
    let mut stated = shown.mission.clone();
    stated.title = fields.get("title").unwrap_or(&shown.card.title).to_owned();
    for venue in &mut stated.venues {
        venue.tables = number(&format!("tables-{}", venue.id), venue.tables);
        if let Some(name) = fields.get(&format!("name-{}", venue.id)) {
            venue.name = name.to_owned();
        }
    }
    let rules = MissionRules {
        answer_days: number("answer-days", shown.rules.answer_days),
        members_must: fields.get("members-must").is_some(),
        most_requests: number("most-requests", shown.rules.most_requests),
        witness_hours: number("witness-hours", shown.rules.witness_hours),
    };
    let version = fields.number("version").unwrap_or(0);
    let edited = missions::edit(ask.node(), &ask.who, &shown.card.id, version, &stated, &rules).await;
    kept(ask, &shown, edited)
}

/// Takes the document anew: places, times, travel, who may meet whom. Attendees and wishes stay as they are.
pub(crate) async fn upload(ask: Ask, Path((_, id)): Path<(String, String)>, parts: Multipart) -> Answer {
    let shown = mission(&ask, &id).await?;
    let file = take_file(&ask, parts).await?;
    let version = file.fields.number("version").unwrap_or(0);
    let of = (file.name.as_str(), file.bytes.as_slice());
    let edited = missions::edit_from(ask.node(), &ask.who, &shown.card.id, version, of).await;
    kept(&ask, &shown, edited)
}
