//! What the API answers: a thing with its version, a list by pages, or nothing.

use super::caller::Caller;
use super::csv;
use crate::ask::Answer;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use pul_app::live::Refusal;
use serde::Serialize;
use serde_json::{Value, json};

/// A value as JSON.
pub(crate) fn value(it: &impl Serialize) -> Result<Value, Refusal> {
    serde_json::to_value(it).map_err(Refusal::internal)
}

/// A thing.
pub(crate) fn thing(it: Value) -> Answer {
    Ok(Json(it).into_response())
}

/// A thing with the version that `If-Match` takes.
pub(crate) fn versioned(it: Value, version: i64) -> Answer {
    Ok(([(header::ETAG, etag(version)?)], Json(it)).into_response())
}

/// A thing that was made, and where it stands.
pub(crate) fn made(at: &str, it: Value) -> Answer {
    let at = HeaderValue::from_str(&format!("{}{at}", super::BASE)).map_err(Refusal::internal)?;
    Ok((StatusCode::CREATED, [(header::LOCATION, at)], Json(it)).into_response())
}

/// A change was made; this is the version now.
pub(crate) fn changed(version: i64) -> Answer {
    versioned(json!({ "version": version }), version)
}

/// It was done and there is nothing to tell.
pub(crate) fn done() -> Answer {
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn etag(version: i64) -> Result<HeaderValue, Refusal> {
    HeaderValue::from_str(&format!("\"{version}\"")).map_err(Refusal::internal)
}

/// A page of a list: JSON, or a table of these columns where one is wanted.
pub(crate) fn list(caller: &Caller, items: Vec<Value>, next: Option<String>, columns: &[&str]) -> Answer {
    let link = next.as_ref().map(|next| {
        let after: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
        format!("<{}after={after}>; rel=\"next\"", caller.address_without(&["after"]))
    });
    let mut response: Response = if caller.wants_csv()? {
        csv::table(&items, columns)?
    } else {
        Json(json!({ "items": items, "next": next })).into_response()
    };
    if let Some(link) = link.and_then(|l| HeaderValue::from_str(&l).ok()) {
        response.headers_mut().insert(header::LINK, link);
    }
    Ok(response)
}
