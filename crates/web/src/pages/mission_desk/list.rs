//! The missions there are, and the two ways to begin one: the plain form, or a document.

use super::top::{mission_id, zones};
use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults};
use crate::fault;
use crate::frame::Frame;
use crate::pages::imports::take_file;
use askama::Template;
use axum::extract::Multipart;
use jiff::civil::Date;
use pul_app::live::missions::{self, MissionCard, MissionForm};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::TimeOfDay;
use pul_locale::Length;
use std::collections::BTreeMap;

/// What the fields hold before anybody wrote into them.
const USUAL: [(&str, &str); 7] = [
    ("zone", "America/Toronto"),
    ("start", "09:00"),
    ("slots", "12"),
    ("minutes", "25"),
    ("pause", "5"),
    ("tables", "10"),
    ("id", ""),
];
/// The fields of the plain form: name, key of its word, type.
const FORM: [(&str, &str, &str); 12] = [
    ("title", "mission-desk-title", "text"),
    ("id", "mission-desk-id", "id"),
    ("place", "mission-desk-venue", "text"),
    ("area", "mission-desk-area", "text"),
    ("zone", "mission-desk-zone", "zone"),
    ("tables", "mission-desk-tables", "number"),
    ("first", "mission-desk-first", "date"),
    ("last", "mission-desk-last", "date"),
    ("start", "mission-desk-start", "time"),
    ("slots", "mission-desk-slots", "number"),
    ("minutes", "mission-desk-minutes", "number"),
    ("pause", "mission-desk-pause", "number"),
];

/// A field as it is shown.
struct Shown {
    name: &'static str,
    label: String,
    kind: &'static str,
    value: String,
    fault: Option<String>,
}

/// A mission on the list.
struct Line {
    id: String,
    title: String,
    state: &'static str,
    days: String,
    places: Vec<String>,
}

#[derive(Template)]
#[template(path = "mission_desk_list.html")]
struct Page {
    f: Frame,
    missions: Vec<Line>,
    fields: Vec<Shown>,
    zones: Vec<String>,
    above: Vec<String>,
}

async fn page(ask: &Ask, fields: &Fields, refusal: Option<&Refusal>) -> Result<Page, Refusal> {
    ask.who.organiser()?;
    let found = missions::list(ask.node(), &ask.who).await?;
    let (mut faults, mut above) = (BTreeMap::new(), Vec::new());
    if let Some(refusal) = refusal {
        match &refusal.place {
            Some(place) => drop(faults.insert(place.clone(), fault::sentence(ask, refusal))),
            None => above = told(ask, refusal),
        }
    }
    let shown = |(name, key, kind): (&'static str, &str, &'static str)| {
        let usual = USUAL.iter().find(|(field, _)| *field == name).map_or("", |(_, value)| *value);
        let value = fields.get(name).unwrap_or(usual).to_owned();
        Shown { name, label: ask.locale().say(key, &[]), kind, value, fault: faults.remove(name) }
    };
    Ok(Page {
        f: ask.own_frame("page-missions"),
        missions: found.iter().map(|card| line(ask, card)).collect(),
        fields: FORM.map(shown).into(),
        zones: zones(ask),
        above,
    })
}

fn line(ask: &Ask, card: &MissionCard) -> Line {
    Line {
        id: card.id.to_string(),
        title: card.title.clone(),
        state: card.state.as_str(),
        days: days(ask, card),
        places: card.places.clone(),
    }
}

/// From which day to which a mission is.
pub(super) fn days(ask: &Ask, card: &MissionCard) -> String {
    let date = |day| ask.locale().date(day, Length::Medium);
    match (card.first, card.last) {
        (Some(first), Some(last)) if first != last => {
            let values = [("first", date(first).into()), ("last", date(last).into())];
            ask.locale().say("missions-days", &values)
        }
        (Some(day), _) => date(day),
        _ => String::new(),
    }
}

/// Every fault of a refusal as a line: where, what, and what to do.
pub(super) fn told(ask: &Ask, refusal: &Refusal) -> Vec<String> {
    if refusal.findings.is_empty() {
        return vec![fault::sentence(ask, refusal)];
    }
    let line = |finding: &pul_domain::Finding| {
        let (_, cause, cure) = fault::told(ask, finding);
        format!("{}: {cause} {cure}", pul_locale::isolate(&finding.place.to_string()))
    };
    refusal.findings.iter().map(line).collect()
}

/// The missions, and the form of a new one.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask, &Fields::default(), None).await?)
}

/// Makes a mission of the plain form.
pub(crate) async fn create(form: Form) -> Answer {
    let ask = &form.ask;
    ask.who.organiser()?;
    let made = match read(&form.fields) {
        Ok(stated) => missions::create_plain(ask.node(), &ask.who, &stated).await,
        Err(refusal) => Err(refusal),
    };
    match made {
        Ok(id) => ask.onwards(&format!("/organise/missions/{id}"), "mission-created"),
        Err(refusal) if matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::Conflict) => {
            html_with_faults(&page(ask, &form.fields, Some(&refusal)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

fn read(fields: &Fields) -> Result<MissionForm, Refusal> {
    let text = |name: &str| fields.text(name).to_owned();
    let bad = |name: &str| Refusal::field(name, "value");
    let date = |name: &str| fields.text(name).parse::<Date>().map_err(|_| bad(name));
    let number = |name: &str| fields.number::<u16>(name).ok_or_else(|| bad(name));
    Ok(MissionForm {
        id: mission_id(fields.text("id")).map_err(|_| Refusal::field("id", "mission-id"))?.to_string(),
        title: fields.get("title").ok_or_else(|| bad("title"))?.to_owned(),
        zone: text("zone"),
        place: fields.get("place").ok_or_else(|| bad("place"))?.to_owned(),
        area: text("area"),
        first: date("first")?,
        last: date("last")?,
        start: TimeOfDay::try_from(text("start")).map_err(|_| bad("start"))?,
        slots: number("slots")?,
        minutes: number("minutes")?,
        pause: number("pause")?,
        tables: number("tables")?,
    })
}

/// Makes a mission of a document.
pub(crate) async fn upload(ask: Ask, parts: Multipart) -> Answer {
    ask.who.organiser()?;
    let file = take_file(&ask, parts).await?;
    match missions::create_from(ask.node(), &ask.who, &file.name, &file.bytes).await {
        Ok(id) => ask.onwards(&format!("/organise/missions/{id}"), "mission-created"),
        Err(refusal) if matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::Conflict) => {
            html_with_faults(&page(&ask, &Fields::default(), Some(&refusal)).await?)
        }
        Err(other) => Err(other.into()),
    }
}
