//! A plan to take along: its picture, its charts, the workbook, all sheets to print, the documents themselves.

use super::top::{mission, told};
use crate::ask::{Answer, Ask};
use crate::security::headers;
use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MissionShown};
use pul_app::live::records::MissionPlanRow;
use pul_app::mission::{json, mission_bytes};
use pul_calendar::{Clock, Issue, feed};
use pul_domain::DelegateId;
use pul_locale::Locale;
use pul_paper::{BarChart, Block, Document, Hand, Print};
use pul_timetable::{Told, fairness, party_sheet, picture, utilisation, workbook};

/// A file of a plan.
pub(crate) async fn file(
    ask: Ask,
    Path((_, id, number, file)): Path<(String, String, String, String)>,
) -> Answer {
    let number = number.parse().map_err(|_| Refusal::missing("plan"))?;
    let shown = mission(&ask, &id).await?;
    let (_, row) = missions::plan(ask.node(), &ask.who, &shown.card.id, number).await?;
    let telling = told(&ask, &shown.mission);
    let plain = Told { locale: Locale::new(ask.language), mission: &shown.mission };
    match file.as_str() {
        "picture.svg" => sent("image/svg+xml", picture(&telling, &row.plan).into_bytes(), None),
        "use.svg" => chart(&ask, &utilisation(&telling, &row.plan)),
        "fairness.svg" => chart(&ask, &fairness(&telling, &row.plan)),
        "plan.xlsx" => {
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            sent(
                kind,
                workbook(&plain, &row.plan).map_err(Refusal::internal)?,
                Some(&format!("{id}-{number}.xlsx")),
            )
        }
        "plan.json" => {
            let bytes = json(&row.plan).into_bytes();
            sent("application/json", bytes, Some(&format!("{id}-{number}.json")))
        }
        "sheets.html" => sheets(&ask, &shown, &row),
        #[cfg(feature = "pdf")]
        "sheets.pdf" => pdf(&ask, &shown, &row),
        other => match other.strip_suffix(".ics") {
            Some(person) => calendar(&ask, &shown, &row, person),
            None => Err(Refusal::missing("page").into()),
        },
    }
}

/// The mission itself, as the planner on the command line reads it.
pub(crate) async fn document(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    sent("application/json", mission_bytes(&shown.mission), Some(&format!("{id}.json")))
}

fn chart(ask: &Ask, chart: &BarChart) -> Answer {
    sent("image/svg+xml", chart.svg(ask.locale().direction(), Hand::Naskh).into_bytes(), None)
}

/// Bytes of a kind; with a name, to be kept as a file.
fn sent(kind: &'static str, bytes: Vec<u8>, name: Option<&str>) -> Answer {
    let mut response: Response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(name) = name {
        let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""));
        headers.insert(header::CONTENT_DISPOSITION, disposition.map_err(Refusal::internal)?);
    }
    Ok(response)
}

/// The sheet of every party that has meetings, one paper after the other.
fn papers(ask: &Ask, shown: &MissionShown, row: &MissionPlanRow) -> Document {
    let telling = told(ask, &shown.mission);
    let version = shown.edition.as_ref().filter(|e| e.seen == Some(row.number)).map(|e| e.version);
    let mut paper = Document::new(ask.language, shown.card.title.as_str());
    for attendee in &shown.mission.attendees {
        let sheet = party_sheet(&telling, &row.plan, &attendee.party, version);
        if !paper.blocks.is_empty() {
            paper.push(Block::PageBreak);
        }
        paper.heading(sheet.title);
        paper.blocks.extend(sheet.blocks);
        (paper.lead, paper.foot) = (sheet.lead, sheet.foot);
    }
    paper
}

fn sheets(ask: &Ask, shown: &MissionShown, row: &MissionPlanRow) -> Answer {
    let print = Print::default();
    let mut response = Html(pul_paper::html(&papers(ask, shown, row), &print)).into_response();
    if let Some(policy) = headers::paper_policy(&pul_paper::style(&print)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

#[cfg(feature = "pdf")]
fn pdf(ask: &Ask, shown: &MissionShown, row: &MissionPlanRow) -> Answer {
    let made = pul_paper::pdf(&papers(ask, shown, row), &Print::default());
    let made = made.map_err(|why| Refusal::internal(format!("{why:?}")))?;
    sent("application/pdf", made.bytes, Some(&format!("{}-{}.pdf", shown.card.id, row.number)))
}

/// The meetings of one person in a plan, as a calendar file.
fn calendar(ask: &Ask, shown: &MissionShown, row: &MissionPlanRow, person: &str) -> Answer {
    let delegate = DelegateId::new(person).map_err(|_| Refusal::missing("delegate"))?;
    if shown.mission.sends(&delegate).is_none() {
        return Err(Refusal::missing("delegate").into());
    }
    let edition = shown.edition.as_ref();
    let settings = ask.node().settings();
    let issue = Issue {
        mission: &shown.mission,
        version: edition.map_or(0, |e| e.version),
        stamp: edition.and_then(|e| e.told).unwrap_or(row.at),
        host: host(&settings.address),
        organiser: None,
        locale: Locale::new(ask.language),
        clock: Clock::Zoned,
        remind: &[15],
    };
    let text = feed(&issue, &row.plan, None, &delegate);
    sent("text/calendar; charset=utf-8", text.into_bytes(), Some(&format!("{person}.ics")))
}

/// The host that makes the ids of events unique.
fn host(address: &str) -> &str {
    let past = address.split_once("://").map_or(address, |(_, rest)| rest);
    past.split(['/', ':']).next().unwrap_or(past)
}
