//! Figures for whoever watches over the system, in the text format of Prometheus.
//! <https://prometheus.io/docs/instrumenting/exposition_formats/>
//!
//! Requests are counted by route, never by address: a route holds no id and no name.

use crate::site::Site;
use axum::extract::{ConnectInfo, MatchedPath, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use pul_app::live::signature::same;
use pul_app::live::vitals::{Vitals, vitals};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Upper bounds of the buckets of a request's time, in milliseconds.
const BOUNDS: [u64; 10] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000];

/// What was asked: method, route, status.
type Kind = (&'static str, String, u16);

#[derive(Default, Clone)]
struct Series {
    within: [u64; BOUNDS.len()],
    count: u64,
    micros: u64,
}

/// Requests of this node since it started.
#[derive(Default)]
pub(crate) struct Metrics(Mutex<BTreeMap<Kind, Series>>);

impl Metrics {
    fn note(&self, kind: Kind, took: Duration) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all.entry(kind).or_default();
        series.count += 1;
        series.micros += u64::try_from(took.as_micros()).unwrap_or(0);
        let within = BOUNDS.iter().position(|bound| took <= Duration::from_millis(*bound));
        if let Some(place) = within {
            series.within[place] += 1;
        }
    }

    fn told(&self) -> String {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let mut out = String::new();
        head(
            &mut out,
            "pul_http_request_seconds",
            "histogram",
            "Time requests took, by method, route and status.",
        );
        for ((method, route, status), series) in &all {
            let labels = format!("method=\"{method}\",route=\"{}\",status=\"{status}\"", label(route));
            let mut sum = 0;
            for (bound, within) in BOUNDS.iter().zip(series.within) {
                sum += within;
                let bound = format!("{}.{:03}", bound / 1_000, bound % 1_000);
                line(&mut out, &format!("pul_http_request_seconds_bucket{{{labels},le=\"{bound}\"}}"), sum);
            }
            line(&mut out, &format!("pul_http_request_seconds_bucket{{{labels},le=\"+Inf\"}}"), series.count);
            let seconds = format!("{}.{:06}", series.micros / 1_000_000, series.micros % 1_000_000);
            line(&mut out, &format!("pul_http_request_seconds_sum{{{labels}}}"), seconds);
            line(&mut out, &format!("pul_http_request_seconds_count{{{labels}}}"), series.count);
        }
        out
    }
}

fn head(out: &mut String, name: &str, kind: &str, about: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(out, "# HELP {name} {about}\n# TYPE {name} {kind}");
}

fn line(out: &mut String, name: &str, value: impl std::fmt::Display) {
    let _ = writeln!(out, "{name} {value}");
}

fn label(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

fn of_system(vitals: &Vitals) -> String {
    let mut out = String::new();
    let mut gauge = |name: &str, about: &str, rows: Vec<(String, i64)>| {
        head(&mut out, name, "gauge", about);
        for (labels, value) in rows {
            line(&mut out, &format!("{name}{labels}"), value);
        }
    };
    let one = |value| vec![(String::new(), value)];
    gauge("pul_view_position", "Position of the log this node's picture is at.", one(vitals.lag.view));
    gauge("pul_log_position", "Position of the log's last entry.", one(vitals.lag.log));
    let behind = (vitals.lag.log - vitals.lag.view).max(0);
    gauge("pul_view_behind", "Entries of the log the picture is behind.", one(behind));
    let jobs = vitals
        .jobs
        .iter()
        .map(|(kind, state, n)| (format!("{{kind=\"{}\",state=\"{state}\"}}", label(kind)), *n));
    gauge("pul_jobs", "Background work by kind and state.", jobs.collect());
    let mails = vitals.mails.iter().map(|(state, n)| (format!("{{state=\"{}\"}}", label(state)), *n));
    gauge("pul_mails", "Letters by state.", mails.collect());
    gauge("pul_sessions", "Sessions that hold.", one(vitals.sessions));
    out
}

/// Counts a request and its time.
pub(crate) async fn count(State(site): State<Site>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map_or("none", |path| path.as_str()).to_owned();
    let method = match *request.method() {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::HEAD => "HEAD",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    };
    let response = next.run(request).await;
    site.metrics().note((method, route, response.status().as_u16()), began.elapsed());
    response
}

/// The figures, for whoever shows the token; where none is set, for this machine alone.
pub(crate) async fn show(State(site): State<Site>, request: Request) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    if !may_read(&site, request.headers(), peer) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut told = site.metrics().told();
    match vitals(site.node()).await {
        Ok(vitals) => told.push_str(&of_system(&vitals)),
        // The requests still tell what happens while the store is away.
        Err(_) => {
            head(&mut told, "pul_store_away", "gauge", "1 while the store cannot be reached.");
            line(&mut told, "pul_store_away", 1);
        }
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], told).into_response()
}

fn may_read(site: &Site, headers: &HeaderMap, peer: Option<SocketAddr>) -> bool {
    if let Some(token) = &site.options().metrics_token {
        let shown = headers.get(header::AUTHORIZATION).and_then(|v| v.to_str().ok());
        return shown
            .and_then(|v| v.strip_prefix("Bearer "))
            .is_some_and(|v| same(v, token.open_with_consent()));
    }
    // A proxy on this machine passes on what strangers ask.
    let passed_on = headers.contains_key("x-forwarded-for") || headers.contains_key(header::FORWARDED);
    !passed_on && peer.is_none_or(|peer| peer.ip().to_canonical().is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_read_as_prometheus_reads_them() {
        let metrics = Metrics::default();
        for millis in [3, 70, 9_000] {
            metrics.note(("GET", "/{language}/quote".into(), 200), Duration::from_millis(millis));
        }
        insta::assert_snapshot!(metrics.told(), @r#"
        # HELP pul_http_request_seconds Time requests took, by method, route and status.
        # TYPE pul_http_request_seconds histogram
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.005"} 1
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.010"} 1
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.025"} 1
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.050"} 1
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.100"} 2
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.250"} 2
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="0.500"} 2
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="1.000"} 2
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="2.500"} 2
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="5.000"} 2
        pul_http_request_seconds_bucket{method="GET",route="/{language}/quote",status="200",le="+Inf"} 3
        pul_http_request_seconds_sum{method="GET",route="/{language}/quote",status="200"} 9.073000
        pul_http_request_seconds_count{method="GET",route="/{language}/quote",status="200"} 3
        "#);
    }
}
