//! What is answered when a page cannot be: a page too, in the visitor's language.

use crate::frame::Frame;
use crate::visit::Visit;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::{Finding, Findings, Place};
use std::sync::Arc;

/// Why a request has no page.
#[derive(Debug, Clone)]
pub(crate) struct Fault(pub Refusal);

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault(refusal)
    }
}

impl From<pul_app::Error> for Fault {
    fn from(error: pul_app::Error) -> Fault {
        Fault(error.into())
    }
}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Fault {
        Fault(Refusal::internal(error))
    }
}

/// The status a kind of refusal has.
pub(crate) fn status(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::Bad => StatusCode::BAD_REQUEST,
        RefusalKind::SignIn => StatusCode::UNAUTHORIZED,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::Missing => StatusCode::NOT_FOUND,
        RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        RefusalKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        RefusalKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Fault {
    /// A bare answer that carries the fault; the gate, which knows the language, makes the page.
    fn into_response(self) -> Response {
        let mut response = status(self.0.kind).into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage {
    f: Frame,
    heading: String,
    sentence: String,
    findings: Vec<(Option<String>, String, String)>,
    back: Option<String>,
    sign_in: Option<String>,
    request: String,
}

/// The page of a fault. Whoever asked is told what to do; what happened inside stays in the log.
pub(crate) fn page(visit: &Visit, fault: &Fault) -> Response {
    let refusal = &fault.0;
    let code = status(refusal.kind);
    if code.is_server_error() {
        tracing::error!(request = %visit.request, code = refusal.code, why = ?refusal.values.get("why"));
    }
    let locale = visit.locale();
    let heading = locale.say(&format!("page-fault-{}", code.as_u16()), &[]);
    let page = FaultPage {
        f: visit.frame(heading.clone(), true),
        heading,
        sentence: sentence(visit, refusal),
        findings: refusal.findings.iter().map(|finding| told(visit, finding)).collect(),
        back: (refusal.kind == RefusalKind::Conflict || refusal.kind == RefusalKind::Invalid)
            .then(|| visit.back.clone())
            .flatten(),
        sign_in: (refusal.kind == RefusalKind::SignIn && refusal.code == "sign-in")
            .then(|| visit.sign_in_address()),
        request: visit.request.clone(),
    };
    let mut response = match page.render() {
        Ok(html) => (code, Html(html)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    if let Some(seconds) = refusal.values.get("seconds").and_then(|s| HeaderValue::from_str(s).ok()) {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// The sentence of a refusal: its own words, or those of its kind.
pub(crate) fn sentence(visit: &Visit, refusal: &Refusal) -> String {
    let locale = visit.locale();
    let values: Vec<(&str, pul_locale::Value)> = refusal
        .values
        .iter()
        .filter(|(name, _)| *name != "why")
        .map(|(name, text)| {
            let count = text.parse::<i64>().ok().map(pul_locale::Value::from);
            (name.as_str(), count.unwrap_or_else(|| text.as_str().into()))
        })
        .collect();
    locale
        .try_say(&format!("refusal-{}", refusal.code), &values)
        .unwrap_or_else(|| locale.say(&format!("page-fault-{}-words", status(refusal.kind).as_u16()), &[]))
}

/// Findings as sentences, one each.
pub(crate) fn lines(visit: &Visit, findings: &Findings) -> Vec<String> {
    let line = |finding| {
        let (_, cause, cure) = told(visit, finding);
        format!("{cause} {cure}")
    };
    findings.iter().map(line).collect()
}

/// Where a finding is, in the visitor's language.
pub(crate) fn place(visit: &Visit, place: &Place) -> String {
    let locale = visit.locale();
    let number = |n: u64| locale.integer(n);
    let parts = [
        place.file.as_ref().map(|file| locale.name(file)),
        place.line.map(|n| locale.say("finding-line", &[("line", number(n.into()).into())])),
        place.row.map(|n| locale.say("finding-row", &[("row", number(n).into())])),
        place.field.as_ref().map(|field| locale.say("finding-field", &[("field", field.into())])),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A finding as field, cause and cure, in the visitor's language. A code may have words of its own for a
/// field (`fault-out-of-range-title`). Where a value its words need was not told (an older finding), the
/// finding's own English is better than a sentence with a hole.
pub(crate) fn told(visit: &Visit, finding: &Finding) -> (Option<String>, String, String) {
    let locale = visit.locale();
    let field = finding.place.field.clone();
    let mut values: Vec<(&str, pul_locale::Value)> =
        finding.values.iter().map(|(name, text)| (name.as_str(), text.as_str().into())).collect();
    values.extend(field.as_deref().map(|field| ("field", field.into())));
    let whole = |key: String| {
        let cause = locale.try_say(&key, &values)?;
        let cure = locale.try_say(&format!("{key}.cure"), &values)?;
        (!cause.contains("{$") && !cure.contains("{$")).then_some((cause, cure))
    };
    let of_field = field.as_deref().filter(|f| !f.contains('.'));
    let of_field = of_field.and_then(|field| whole(format!("fault-{}-{field}", finding.code)));
    let (cause, cure) = of_field
        .or_else(|| whole(format!("fault-{}", finding.code)))
        .unwrap_or_else(|| (finding.cause.clone(), finding.cure.clone()));
    (field, cause, cure)
}
