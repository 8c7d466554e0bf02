//! A call that carries `Idempotency-Key` is done once, however often it is sent.

use super::{LARGEST, body, caller};
use crate::fault::Fault;
use crate::visit::Visit;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use pul_app::live::idempotency::{Begun, Held, begin, finish, under};
use pul_app::live::{Refusal, Who};
use std::sync::Arc;

static KEY: HeaderName = HeaderName::from_static("idempotency-key");
/// Set on an answer that was given before.
static REPLAYED: HeaderName = HeaderName::from_static("idempotent-replayed");

/// Answers a repeated call as it was answered first.
pub(crate) async fn layer(request: Request, next: Next) -> Response {
    if request.method() != Method::POST || !request.headers().contains_key(&KEY) {
        return next.run(request).await;
    }
    match once(request, next).await {
        Ok(response) => response,
        Err(refusal) => Fault(refusal).into_response(),
    }
}

async fn once(request: Request, next: Next) -> Result<Response, Refusal> {
    let visit = request.extensions().get::<Arc<Visit>>().cloned();
    let visit = visit.ok_or_else(|| Refusal::internal("a call outside the gate"))?;
    let node = visit.site.node();
    let who = caller::who(node, request.headers()).await?;
    if !who.is_signed_in() {
        // The public changes nothing that could be done twice.
        return Ok(next.run(request).await);
    }
    let key = request.headers().get(&KEY).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let (parts, body) = request.into_parts();
    let most = LARGEST.max(node.settings().import_bytes);
    let bytes = body::all(body, most).await?;
    let path = parts.uri.path_and_query().map_or("", |p| p.as_str()).to_owned();
    let held = match begin(node, &who, &key, (parts.method.as_str(), &path), &bytes).await? {
        Begun::Done(status, answer) => return replayed(status, &answer),
        Begun::New(held) => held,
    };
    let request = Request::from_parts(parts, Body::from(bytes));
    let response = under(held.clone(), next.run(request)).await;
    remember(&visit, &who, &held, response).await
}

/// Keeps an answer. A refusal of this call is no answer: the call may be mended and sent again.
async fn remember(visit: &Visit, who: &Who, held: &Held, response: Response) -> Result<Response, Refusal> {
    let node = visit.site.node();
    let status = response.status();
    if !status.is_success() {
        finish(node, who, held, None).await?;
        return Ok(response);
    }
    let (parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, usize::MAX).await.map_err(Refusal::internal)?;
    let text = String::from_utf8_lossy(&bytes);
    finish(node, who, held, Some((status.as_u16(), &text))).await?;
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

fn replayed(status: u16, answer: &str) -> Result<Response, Refusal> {
    let status = StatusCode::from_u16(status).map_err(Refusal::internal)?;
    let mut response = (status, answer.to_owned()).into_response();
    let headers = response.headers_mut();
    if answer.is_empty() {
        headers.remove(header::CONTENT_TYPE);
    } else {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    }
    headers.insert(REPLAYED.clone(), HeaderValue::from_static("true"));
    Ok(response)
}
