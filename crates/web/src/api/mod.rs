//! The API: everything a page does, as REST under `/api/v1`, described by OpenAPI 3.1.
//!
//! Every operation is stated once, as an [`Operation`](operation::Operation): its address, what it
//! takes and gives, and the handler. The router and the description are both made of that list,
//! so neither can say what the other does not. Bodies are JSON, lists also CSV, refusals are
//! problem details (RFC 9457) in the language of `Accept-Language`.

mod accounts;
mod answer;
mod body;
mod brief;
mod caller;
mod csv;
mod description;
mod desk;
mod duplicates;
mod history;
mod idempotent;
mod imports;
mod introductions;
mod jobs;
mod log;
mod mail;
mod matches;
mod me;
mod members;
mod mission_days;
mod mission_plans;
mod mission_wishes;
mod missions;
mod operation;
mod pack;
mod parties;
mod passkeys;
mod posts;
pub(crate) mod problem;
mod quotes;
mod rules;
mod settings;
mod shortlists;
mod tokens;
mod version;
mod webhooks;

use crate::site::Site;
use axum::Router;
use axum::middleware::from_fn;
use axum::routing::get;
use operation::Operation;

/// Where the API stands.
pub(crate) const BASE: &str = "/api/v1";

/// Largest body, in bytes, of anything but a file to import.
const LARGEST: usize = 1 << 20;

fn operations() -> Vec<Operation> {
    let groups = [
        pack::operations(),
        rules::operations(),
        brief::operations(),
        parties::operations(),
        members::operations(),
        posts::operations(),
        matches::operations(),
        quotes::operations(),
        shortlists::operations(),
        introductions::operations(),
        missions::operations(),
        mission_wishes::operations(),
        mission_plans::operations(),
        mission_days::operations(),
        imports::operations(),
        duplicates::operations(),
        desk::operations(),
        history::operations(),
        me::operations(),
        passkeys::operations(),
        tokens::operations(),
        webhooks::operations(),
        accounts::operations(),
        jobs::operations(),
        mail::operations(),
        log::operations(),
        settings::operations(),
    ];
    groups.into_iter().flatten().collect()
}

/// The API, to be mounted at [`BASE`].
pub(crate) fn router() -> Router<Site> {
    let mut router = Router::new();
    for operation in operations() {
        router = router.route(operation.path, operation.route);
    }
    router
        .route("/openapi.json", get(description::serve))
        .fallback(problem::no_such_address)
        .layer(axum::extract::DefaultBodyLimit::disable())
        .layer(from_fn(idempotent::layer))
        .layer(from_fn(problem::layer))
}
