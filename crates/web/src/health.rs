//! What a load balancer asks.

use crate::site::Site;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// The process runs.
pub(crate) async fn health() -> impl IntoResponse {
    (StatusCode::OK, "ok\n")
}

/// It can answer: the store is there and the picture of it is at most so many entries behind.
pub(crate) async fn ready(State(site): State<Site>) -> impl IntoResponse {
    const BEHIND: i64 = 1_000;
    match site.node().lag().await {
        Ok(lag) => {
            let behind = (lag.log - lag.view).max(0);
            let status = if behind > BEHIND { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::OK };
            (status, Json(serde_json::json!({ "view": lag.view, "log": lag.log, "behind": behind })))
                .into_response()
        }
        Err(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, Json(serde_json::json!({ "store": "away" }))).into_response()
        }
    }
}
