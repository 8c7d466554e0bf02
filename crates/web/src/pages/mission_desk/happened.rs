//! Something happened: somebody drops out or is late, a place closes. What a repair would do is looked at first, then
//! taken in.

use super::publication::{Change, told_changes};
use super::top::{Top, choices, mission, told};
use crate::ask::{Answer, Ask, Fields, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use jiff::civil::DateTime;
use pul_app::live::missions::{self, Disruption, MissionShown, RepairShown};
use pul_app::live::{Refusal, RefusalKind};
use pul_app::mission::happened;
use pul_domain::Mission;

/// People whose changes are shown of a repair that is only looked at.
const SHOWN: usize = 60;

/// What a repair would do.
struct Looked {
    moved: String,
    none: bool,
    lost: Vec<String>,
    gained: Vec<String>,
    changes: Vec<Change>,
    more: usize,
}

#[derive(Template)]
#[template(path = "mission_desk_happened.html")]
struct Page {
    f: Frame,
    top: Top,
    planned: bool,
    open: bool,
    /// Parties, then their people: id, name.
    whom: Vec<(String, String)>,
    places: Vec<(String, String)>,
    first: String,
    looked: Option<Looked>,
    /// What was said, carried along to be taken in.
    said: Vec<(String, String)>,
}

fn page(ask: &Ask, shown: &MissionShown, looked: Option<Looked>, said: Vec<(String, String)>) -> Page {
    let mut whom = choices(ask, &shown.mission);
    let several = shown.attendees.iter().filter(|row| row.people.len() > 1);
    whom.extend(several.flat_map(|row| {
        row.people.iter().map(|card| {
            let name = if card.name.is_empty() { card.id.as_str() } else { card.name.as_str() };
            let party = ask.locale().name(&row.attendee.name);
            (card.id.to_string(), format!("{} · {party}", ask.locale().name(name)))
        })
    }));
    let first = shown.card.first.map(|day| format!("{day}T09:00")).unwrap_or_default();
    let (f, top) = Top::of(ask, shown, "/happened");
    Page {
        f,
        planned: shown.edition.is_some(),
        open: top.state != "closed",
        top,
        whom,
        places: shown.mission.venues.iter().map(|v| (v.id.to_string(), v.name.clone())).collect(),
        first,
        looked,
        said,
    }
}

/// The form.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    html(&page(&ask, &shown, None, Vec::new()))
}

/// What is said to have happened. Times stand on the clock of whom or what they are about.
fn read(mission: &Mission, fields: &Fields) -> Result<Vec<Disruption>, Refusal> {
    let named =
        |field: &str| fields.get(field).map(str::to_owned).ok_or_else(|| Refusal::field(field, "value"));
    let at = |field: &str, zone: &str| {
        let wall: DateTime = fields.text(field).parse().map_err(|_| Refusal::field(field, "value"))?;
        Ok::<String, Refusal>(format!("{wall}[{zone}]"))
    };
    let zone_of = |name: &str| {
        let mut all = mission.attendees.iter();
        let found = all.find(|a| a.party.as_str() == name || a.delegates.iter().any(|d| d.as_str() == name));
        found.map_or("UTC", |a| a.zone.as_str())
    };
    let (mut out, mut late, mut leaves, mut close) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    match fields.text("what") {
        "drop-out" => out.push(named("who")?),
        "late" => {
            let who = named("who")?;
            late.push(format!("{who}={}", at("when", zone_of(&who))?));
        }
        "leaves" => {
            let who = named("who")?;
            leaves.push(format!("{who}={}", at("when", zone_of(&who))?));
        }
        "close" => {
            let place = named("place")?;
            let zone =
                mission.venues.iter().find(|v| v.id.as_str() == place).map_or("UTC", |v| v.zone.as_str());
            let end = |field: &str| fields.get(field).map(|_| at(field, zone)).transpose();
            let (from, until) = (end("from")?.unwrap_or_default(), end("until")?.unwrap_or_default());
            close.push(format!("{place}={from}..{until}"));
        }
        // What the parties did themselves: withdrew, dropped out, changed their hours.
        "own" => {}
        _ => return Err(Refusal::new(RefusalKind::Bad, "form")),
    }
    Ok(happened(mission, &out, &late, &leaves, &close)?)
}

fn looked(ask: &Ask, shown: &MissionShown, repair: &RepairShown) -> Looked {
    let telling = told(ask, &shown.mission);
    let parties = |id: &pul_domain::WishId| {
        let wish = shown.mission.wish(id);
        wish.map_or_else(
            || id.to_string(),
            |w| ask.locale().list_and(w.parties.iter().map(|p| telling.party(p))),
        )
    };
    let moved = [("moved", repair.moved.into()), ("least", repair.moved_at_least.into())];
    let some = &repair.changes[..repair.changes.len().min(SHOWN)];
    Looked {
        moved: ask.locale().say("mission-desk-moved", &moved),
        none: repair.changes.is_empty(),
        lost: repair.lost.iter().map(parties).collect(),
        gained: repair.gained.iter().map(parties).collect(),
        changes: told_changes(telling, shown, some),
        more: repair.changes.len() - some.len(),
    }
}

/// Looks at what a repair would do; nothing is changed.
pub(crate) async fn look(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let shown = mission(ask, &id).await?;
    let said = read(&shown.mission, &form.fields)?;
    let repair = missions::look(ask.node(), &ask.who, &shown.card.id, &said).await?;
    let found = looked(ask, &shown, &repair);
    let carried = form.fields.0.iter().filter(|(name, _)| name != "csrf").cloned().collect();
    html(&page(ask, &shown, Some(found), carried))
}

/// Takes in what happened; the repaired plan is the draft.
pub(crate) async fn accept(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let shown = mission(ask, &id).await?;
    let said = read(&shown.mission, &form.fields)?;
    missions::disturb(ask.node(), &ask.who, &shown.card.id, &said).await?;
    ask.onwards(&format!("/organise/missions/{id}/plan/changes"), "mission-repaired")
}
