//! A party's timetable as a sheet to print, with its own style inside, each person on a page.

use super::here::Here;
use crate::ask::{Answer, Ask};
use crate::security::headers;
use axum::extract::Path;
use axum::http::header;
use axum::response::{Html, IntoResponse};
use pul_app::live::Refusal;
use pul_app::live::missions;
use pul_paper::{Document, Print};
use pul_timetable::{Told, named_sheet};

/// The sheet as a document.
async fn document(ask: &Ask, id: &str) -> Result<Document, Refusal> {
    let here = Here::of(ask, id, &ask.fields).await?;
    let party = here.party(ask)?;
    let timetable = missions::timetable(ask.node(), &ask.who, here.id(), party).await?;
    let plan = timetable.plan.as_ref().ok_or_else(|| Refusal::missing("plan"))?;
    let told = Told { locale: ask.locale(), mission: &timetable.mission };
    Ok(named_sheet(&told, plan, party, Some(timetable.version), &timetable.names))
}

/// The page to print.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let print = Print::default();
    let mut response = Html(pul_paper::html(&document(&ask, &id).await?, &print)).into_response();
    if let Some(policy) = headers::paper_policy(&pul_paper::style(&print)) {
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    Ok(response)
}

/// The same as PDF.
#[cfg(feature = "pdf")]
pub(crate) async fn pdf(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let document = document(&ask, &id).await?;
    let made = tokio::task::spawn_blocking(move || {
        let made = pul_paper::pdf(&document, &Print::default());
        made.map(|made| made.bytes).map_err(|why| Refusal::internal(format!("{why:?}")))
    });
    let bytes: Result<Vec<u8>, Refusal> = made.await.map_err(Refusal::internal)?;
    Ok(([(header::CONTENT_TYPE, "application/pdf")], bytes?).into_response())
}
