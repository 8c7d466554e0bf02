//! Who attends: invited by the organiser, with what is promised to each; taken off again.

use super::top::{Top, mission, mission_id, party, role, zones};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::missions;
use pul_app::live::records::MissionAttendee;
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::{Attendee, PartyId};

/// A party on the list.
struct Line {
    id: String,
    name: String,
    role: String,
    zone: String,
    /// Delegate and name.
    people: Vec<(String, String)>,
    least: u16,
    most: String,
    wishes: usize,
    invitation: &'static str,
}

#[derive(Template)]
#[template(path = "mission_desk_attendees.html")]
struct Page {
    f: Frame,
    top: Top,
    lines: Vec<Line>,
    roles: Vec<String>,
    zones: Vec<String>,
    open: bool,
    /// The number of the plan in work, whose calendars are there.
    plan: Option<i64>,
}

/// The attendees, and the form that invites one.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let wishes = |of: &PartyId| shown.mission.wishes.iter().filter(|w| w.parties.contains(of)).count();
    let person = |row: &MissionAttendee| {
        let name = |card: &pul_app::live::records::DelegateCard| match card.name.as_str() {
            "" => (card.id.to_string(), card.id.to_string()),
            name => (card.id.to_string(), name.to_owned()),
        };
        row.people.iter().map(name).collect()
    };
    let line = |row: &MissionAttendee| Line {
        id: row.attendee.party.to_string(),
        name: row.attendee.name.clone(),
        role: role(&ask, &row.attendee.role),
        zone: row.attendee.zone.clone(),
        people: person(row),
        least: row.attendee.least,
        most: row.attendee.most.map_or_else(|| "–".to_owned(), |n| ask.locale().integer(n)),
        wishes: wishes(&row.attendee.party),
        invitation: row.invitation.as_str(),
    };
    let mut roles: Vec<String> = shown.mission.attendees.iter().map(|a| a.role.clone()).collect();
    roles.extend(shown.mission.may_meet.iter().flat_map(|(a, b)| [a.clone(), b.clone()]));
    roles.sort();
    roles.dedup();
    let (f, top) = Top::of(&ask, &shown, "/attendees");
    html(&Page {
        f,
        lines: shown.attendees.iter().map(line).collect(),
        roles,
        zones: zones(&ask),
        open: top.state != "closed",
        plan: shown.edition.as_ref().map(|edition| edition.current),
        top,
    })
}

/// Invites a party, or changes what is promised to one that is on the list.
pub(crate) async fn invite(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let shown = mission(ask, &id).await?;
    // People paste the address of a party's page as readily as its id.
    let named = fields.text("party").rsplit('/').next().unwrap_or_default();
    let id = party(named)?;
    let before = shown.mission.attendee(&id).cloned();
    let attendee = Attendee {
        role: fields.get("role").ok_or_else(|| Refusal::field("role", "value"))?.to_owned(),
        zone: fields.get("zone").ok_or_else(|| Refusal::field("zone", "value"))?.to_owned(),
        least: count(fields.get("least"))?.unwrap_or(0),
        most: count(fields.get("most"))?,
        ..before.unwrap_or_else(|| Attendee::new(id, String::new(), String::new(), String::new(), Vec::new()))
    };
    missions::invite(ask.node(), &ask.who, &shown.card.id, &attendee).await?;
    ask.onwards(&format!("/organise/missions/{}/attendees", shown.card.id), "mission-invited")
}

fn count(text: Option<&str>) -> Result<Option<u16>, Refusal> {
    let read = |text: &str| text.parse().map_err(|_| Refusal::new(RefusalKind::Bad, "value"));
    text.map(read).transpose()
}

/// Takes a party off the list.
pub(crate) async fn remove(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let gone = party(form.fields.text("party"))?;
    missions::remove(form.ask.node(), &form.ask.who, &mission_id(&id)?, &gone).await?;
    form.ask.onwards(&format!("/organise/missions/{id}/attendees"), "mission-removed")
}
