//! Meetings as calendars: a file to take along, and a secret address calendar programs read again and again.

use super::here::Here;
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use crate::letter;
use crate::site::Site;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use jiff::Timestamp;
use pul_app::live::missions::{self, Timetable};
use pul_app::live::{Node, Refusal};
use pul_calendar::{Clock, Issue};
use pul_domain::DelegateId;
use pul_locale::{Language, Locale};
use sha2::{Digest, Sha256};

/// The meetings of a delegate as a calendar.
fn calendar(node: &Node, timetable: &Timetable, delegate: &DelegateId, language: Language) -> String {
    let address = &node.settings().address;
    let issue = Issue {
        mission: &timetable.mission,
        version: timetable.version,
        stamp: timetable.told.unwrap_or(Timestamp::UNIX_EPOCH),
        host: letter::host(address),
        organiser: None,
        locale: Locale::new(language),
        clock: Clock::default(),
        remind: &letter::REMIND,
    };
    match &timetable.plan {
        Some(plan) => pul_calendar::feed(&issue, plan, timetable.before.as_ref(), delegate),
        // What was withdrawn is told as cancelled, and what never was is an empty calendar.
        None => pul_calendar::feed(&issue, &nothing(timetable), timetable.before.as_ref(), delegate),
    }
}

/// A plan without meetings.
fn nothing(timetable: &Timetable) -> pul_domain::MissionPlan {
    pul_domain::MissionPlan {
        format: "pul-mission-plan/1".to_owned(),
        mission: timetable.mission.id.clone(),
        seed: 0,
        work: 0,
        calm: 0,
        meetings: Vec::new(),
        left_out: Vec::new(),
        score: pul_domain::PlanScore::default(),
        bound: pul_domain::PlanBound {
            missed_at_least: 0,
            value_at_most: 0,
            breaks_at_least: 0,
            proof: pul_domain::PriceProof::default(),
        },
    }
}

fn delegate(text: &str) -> Result<DelegateId, Refusal> {
    DelegateId::new(text).map_err(|_| Refusal::missing("delegate"))
}

const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");

/// One person's meetings as a file.
pub(crate) async fn file(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let here = Here::of(&ask, &id, &ask.fields).await?;
    let timetable = missions::timetable(ask.node(), &ask.who, here.id(), here.party(&ask)?).await?;
    let first = timetable.people.first().map(|card| card.id.to_string());
    let person = delegate(ask.fields.get("person").unwrap_or(&first.unwrap_or_default()))?;
    if !timetable.people.iter().any(|card| card.id == person) {
        return Err(Refusal::missing("delegate").into());
    }
    let text = calendar(ask.node(), &timetable, &person, ask.language);
    let name = format!("attachment; filename=\"{}.ics\"", here.id());
    let name = HeaderValue::from_str(&name).map_err(Refusal::internal)?;
    Ok(([(header::CONTENT_TYPE, CALENDAR), (header::CONTENT_DISPOSITION, name)], text).into_response())
}

/// The calendar of a secret address, for programs: nobody is signed in, and what has not changed is not sent again.
pub(crate) async fn subscribed(
    State(site): State<Site>,
    Path(name): Path<String>,
    headers: HeaderMap,
) -> Answer {
    let secret = name.strip_suffix(".ics").ok_or_else(|| Refusal::missing("calendar"))?;
    let (person, language, timetable) = missions::feed(site.node(), secret).await?;
    let language = Language::ALL.into_iter().find(|l| l.code() == language.as_str());
    let text = calendar(site.node(), &timetable, &person, language.unwrap_or(Language::English));
    let sum: String = Sha256::digest(text.as_bytes()).iter().take(16).map(|b| format!("{b:02x}")).collect();
    let tag = HeaderValue::from_str(&format!("\"{sum}\"")).map_err(Refusal::internal)?;
    let known = headers.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let same = known.split(',').map(|t| t.trim().trim_start_matches("W/")).any(|t| t == "*" || tag == t);
    let cache = HeaderValue::from_static("private, no-cache");
    let about = [(header::ETAG, tag), (header::CACHE_CONTROL, cache)];
    if same {
        return Ok((StatusCode::NOT_MODIFIED, about).into_response());
    }
    Ok((about, [(header::CONTENT_TYPE, CALENDAR)], text).into_response())
}

#[derive(Template)]
#[template(path = "mission_calendar.html")]
struct Made {
    f: Frame,
    link: String,
    /// The same for programs that open calendars by their own scheme.
    webcal: String,
    back: String,
}

/// Makes a calendar address, which is shown this once.
pub(crate) async fn make(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let here = Here::of(ask, &id, &form.fields).await?;
    let person = delegate(form.fields.text("person"))?;
    let party = here.party(ask)?;
    let secret = missions::open_feed(ask.node(), &ask.who, here.id(), party, &person).await?;
    let link = format!("{}/calendar/{secret}.ics", ask.node().settings().address);
    let webcal = link.split_once("://").map_or_else(String::new, |(_, rest)| format!("webcal://{rest}"));
    let back = ask.to(&here.path("/timetable"));
    html(&Made { f: ask.own_frame("missions-calendar"), link, webcal, back })
}

/// Ends a calendar address.
pub(crate) async fn revoke(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let here = Here::of(ask, &id, &form.fields).await?;
    let person = delegate(form.fields.text("person"))?;
    missions::close_feed(ask.node(), &ask.who, here.id(), here.party(ask)?, &person).await?;
    ask.onwards(&here.path("/timetable"), "mission-revoked")
}
