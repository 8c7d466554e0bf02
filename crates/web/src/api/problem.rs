//! Refusals as problem details (RFC 9457), in the language the caller reads.

use crate::fault::{Fault, sentence, status, told};
use crate::visit::Visit;
use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::{Finding, Severity};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Makes a problem of whatever a call ended in that is not an answer.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Arc<Visit>>().cloned();
    let with_token = request.headers().contains_key(header::AUTHORIZATION);
    let mut response = next.run(request).await;
    let Some(visit) = visit else { return response };
    if let Some(fault) = response.extensions_mut().remove::<Arc<Fault>>() {
        response = of(&visit, &fault);
    } else if response.status().is_client_error() || response.status().is_server_error() {
        let ours = response
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"application/"));
        if !ours {
            let (kind, code) = match response.status() {
                StatusCode::NOT_FOUND => (RefusalKind::Missing, "page"),
                StatusCode::METHOD_NOT_ALLOWED => (RefusalKind::Bad, "method"),
                StatusCode::PAYLOAD_TOO_LARGE => (RefusalKind::TooLarge, "too-large"),
                status if status.is_server_error() => (RefusalKind::Internal, "internal"),
                _ => (RefusalKind::Bad, "request"),
            };
            let allow = response.headers_mut().remove(header::ALLOW);
            response = of(&visit, &Fault(Refusal::new(kind, code)));
            response.headers_mut().extend(allow.map(|value| (header::ALLOW, value)));
        }
    }
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("Accept, Accept-Language, Authorization"));
    if with_token {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// There is nothing at this address.
pub(crate) async fn no_such_address() -> Fault {
    Fault(Refusal::new(RefusalKind::Missing, "page"))
}

/// The status of a refusal: that of its kind, or the finer one that callers of the API expect.
fn status_of(refusal: &Refusal) -> StatusCode {
    match refusal.code {
        "if-match-needed" => StatusCode::PRECONDITION_REQUIRED,
        "changed" => StatusCode::PRECONDITION_FAILED,
        "media-type" => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        "method" => StatusCode::METHOD_NOT_ALLOWED,
        _ => status(refusal.kind),
    }
}

/// A sentence for a program: without the marks of direction that pages need.
fn plain(text: &str) -> String {
    pul_locale::strip(text)
}

/// A finding, in the language of whoever calls.
pub(super) fn finding(visit: &Visit, found: &Finding) -> Value {
    let (_, cause, cure) = told(visit, found);
    let severity = match found.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Fault => "fault",
    };
    json!({ "severity": severity, "code": found.code, "place": found.place, "cause": plain(&cause), "cure": plain(&cure) })
}

/// The problem of a fault.
pub(crate) fn of(visit: &Visit, fault: &Fault) -> Response {
    let refusal = &fault.0;
    let code = status_of(refusal);
    if code.is_server_error() {
        tracing::error!(request = %visit.request, code = refusal.code, why = ?refusal.values.get("why"));
    }
    let title = visit.locale().say(&format!("page-fault-{}", status(refusal.kind).as_u16()), &[]);
    let findings = refusal.findings.iter().map(|found| finding(visit, found)).collect();
    let mut problem = Map::from_iter([
        ("type".to_owned(), json!(format!("urn:pul:problem:{}", refusal.code))),
        ("title".to_owned(), json!(plain(&title))),
        ("status".to_owned(), json!(code.as_u16())),
        ("detail".to_owned(), json!(plain(&sentence(visit, refusal)))),
        ("code".to_owned(), json!(refusal.code)),
        ("request".to_owned(), json!(visit.request)),
        ("findings".to_owned(), Value::Array(findings)),
    ]);
    if let Some(place) = &refusal.place {
        problem.insert("place".into(), json!(place));
    }
    if refusal.kind != RefusalKind::Internal && !refusal.values.is_empty() {
        problem.insert("values".into(), json!(refusal.values));
    }
    let mut response = (code, Json(Value::Object(problem))).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if code == StatusCode::UNAUTHORIZED {
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = refusal.values.get("seconds").and_then(|s| HeaderValue::from_str(s).ok()) {
        headers.insert(header::RETRY_AFTER, seconds);
    }
    response
}
