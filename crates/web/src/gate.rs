//! What happens to every request before and after its page: limits, origin, session, headers,
//! and pages for faults.

use crate::api::problem;
use crate::fault::{self, Fault};
use crate::security::{cookie, headers, limit, origin};
use crate::site::Site;
use crate::visit::{Visit, split};
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::Response;
use pul_app::live::Who;
use pul_app::live::chance::{new_id, new_secret};
use pul_app::live::sessions;
use pul_app::live::{Refusal, RefusalKind};
use pul_locale::Language;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Instant;

static REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Lets a request through to its page.
pub(crate) async fn gate(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let began = Instant::now();
    let mut visit = first_look(&site, &request);
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    // The route and not the address: an address may hold the secret of something shared.
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let paged = !(path.starts_with("/assets/")
        || path.starts_with("/calendar/")
        || path == "/favicon.ico"
        || path == "/health"
        || path == "/ready"
        || path == "/metrics"
        || path.starts_with("/api/"));
    let mut cookies = Vec::new();
    let refused = before(&site, &mut visit, &method, request.headers(), &mut cookies, paged).await.err();
    let visit = Arc::new(visit);
    let mut response = match refused {
        Some(refusal) if path.starts_with("/api/") => problem::of(&visit, &Fault(refusal)),
        Some(refusal) => fault::page(&visit, &Fault(refusal)),
        None => {
            request.extensions_mut().insert(visit.clone());
            let response = next.run(request).await;
            with_page(&visit, response, paged)
        }
    };
    finish(&site, &visit, &mut response, cookies, paged);
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(request = %visit.request, %method, %route, status = response.status().as_u16(), millis);
    response
}

/// What can be known without the store.
fn first_look(site: &Site, request: &Request) -> Visit {
    let headers = request.headers();
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    // A test calls without a socket.
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let node = site.node();
    let spoken = text(header::ACCEPT_LANGUAGE).and_then(Language::negotiate).unwrap_or(Language::English);
    let addressed = split(request.uri());
    let is_addressed = addressed.is_some();
    let (language, path) = addressed.unwrap_or((spoken, request.uri().path().to_owned()));
    let known = cookie::read(headers, cookie::VISIT, site.is_secure());
    Visit {
        site: site.clone(),
        language,
        addressed: is_addressed,
        path,
        query: request.uri().query().unwrap_or_default().chars().take(8_000).collect(),
        who: Who::public(),
        session: None,
        visit_known: known.is_some(),
        visit: known.unwrap_or_else(|| new_secret(node.chance())),
        request: new_id(node.chance(), node.now()),
        back: text(header::REFERER).and_then(|from| came_from(from, headers)),
        network: limit::client(peer, headers, &site.options().proxies).to_string(),
        agent: text(header::USER_AGENT).unwrap_or_default().chars().take(120).collect(),
    }
}

/// The path of the page a request came from, if it is on this host.
fn came_from(referer: &str, headers: &HeaderMap) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let (_, rest) = referer.split_once("://")?;
    let path = rest.strip_prefix(host)?;
    (path.starts_with('/') && !path.starts_with("//")).then(|| path.chars().take(2_000).collect())
}

async fn before(
    site: &Site,
    visit: &mut Visit,
    method: &Method,
    headers: &HeaderMap,
    cookies: &mut Vec<HeaderValue>,
    paged: bool,
) -> Result<(), Refusal> {
    let network = visit.network.parse().unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
    if let Err(wait) = site.limits().take(network, Instant::now()) {
        let seconds = wait.as_secs() + 1;
        return Err(Refusal::new(RefusalKind::TooMany, "too-often").value("seconds", seconds));
    }
    let reads = matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS);
    if !reads && !origin::is_ours(headers, &site.node().settings().address) {
        return Err(Refusal::new(RefusalKind::Forbidden, "other-site"));
    }
    if !paged {
        return Ok(());
    }
    let secure = site.is_secure();
    if let Some(secret) = cookie::read(headers, cookie::SESSION, secure) {
        match sessions::known(site.node(), &secret).await? {
            Some(known) => {
                visit.who = known.who;
                // A form shown before the secret changed is still held to the old one.
                if let Some(new) = &known.rotated
                    && reads
                {
                    let seconds = site.node().settings().session_most.as_secs();
                    cookies.extend(cookie::set(cookie::SESSION, new, secure, Some(seconds)));
                }
                visit.session = Some(known.rotated.filter(|_| reads).unwrap_or(secret));
            }
            None => cookies.extend(cookie::set(cookie::SESSION, "", secure, Some(0))),
        }
    }
    if !visit.visit_known {
        cookies.extend(cookie::set(cookie::VISIT, &visit.visit, secure, None));
    }
    Ok(())
}

/// The answer, with a page where it is a fault or a bare status.
fn with_page(visit: &Visit, mut response: Response, paged: bool) -> Response {
    if let Some(fault) = response.extensions_mut().remove::<Arc<Fault>>() {
        return fault::page(visit, &fault);
    }
    let kind = match response.status() {
        StatusCode::NOT_FOUND => (RefusalKind::Missing, "page"),
        StatusCode::METHOD_NOT_ALLOWED => (RefusalKind::Bad, "method"),
        StatusCode::PAYLOAD_TOO_LARGE => (RefusalKind::TooLarge, "too-large"),
        _ => return response,
    };
    if !paged
        || response.headers().contains_key(header::CONTENT_TYPE) && response.status() != StatusCode::NOT_FOUND
    {
        return response;
    }
    fault::page(visit, &Fault(Refusal::new(kind.0, kind.1)))
}

fn finish(site: &Site, visit: &Visit, response: &mut Response, cookies: Vec<HeaderValue>, paged: bool) {
    let headers = response.headers_mut();
    // A page that sets a cookie or knows who asks is of one browser.
    let private = paged && (visit.who.is_signed_in() || !cookies.is_empty());
    headers::set(headers, site.is_secure(), private);
    for cookie in cookies {
        // What a page sets itself (a session just opened, or ended) counts more.
        let name = cookie.as_bytes().split(|b| *b == b'=').next().unwrap_or_default().to_owned();
        let told = headers.get_all(header::SET_COOKIE).iter().any(|c| c.as_bytes().starts_with(&name));
        if !told {
            headers.append(header::SET_COOKIE, cookie);
        }
    }
    if let Ok(id) = HeaderValue::from_str(&visit.request) {
        headers.insert(REQUEST_ID.clone(), id);
    }
}
