//! What a load balancer asks.

use crate::site::Site;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// The process runs.
pub(crate) async fn health() -> &'static str {
    "ok\n"
}

/// It can answer: the store is there, and the picture of it is not too far behind.
pub(crate) async fn ready(State(site): State<Site>) -> Response {
    let Ok(lag) = site.node().lag().await else {
        return (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "ready": false, "store": "away" })))
            .into_response();
    };
    let behind = (lag.log - lag.view).max(0);
    let ready = behind <= site.options().ready_lag;
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let told = json!({ "ready": ready, "view": lag.view, "log": lag.log, "behind": behind });
    (status, Json(told)).into_response()
}
