//! Every address of the pages.

use crate::ask::redirect;
use crate::gate::gate;
use crate::pages::{about, brief, home, pack, quote, quote_form, sign_in};
use crate::site::Site;
use crate::{assets, health};
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{get, post};
use pul_locale::Language;

/// All of it.
pub(crate) fn router(site: Site) -> Router {
    Router::new()
        .route("/", get(by_language))
        .route("/assets/{name}", get(|Path(name): Path<String>| async move { assets::serve(&name) }))
        .route("/health", get(health::health))
        .route("/ready", get(health::ready))
        .nest("/{language}", pages())
        .route("/{language}/", get(home::show))
        .layer(from_fn_with_state(site.clone(), gate))
        .with_state(site)
}

fn pages() -> Router<Site> {
    let quote = Router::new()
        .route("/", get(quote_form::show))
        .route("/priced", get(quote::show))
        .route("/paper", get(quote::paper));
    #[cfg(feature = "pdf")]
    let quote = quote.route("/pdf", get(quote::pdf));
    let pack = Router::new()
        .route("/", get(pack::front))
        .route("/skills", get(pack::skills))
        .route("/skills/{id}", get(pack::skill))
        .route("/roles", get(pack::roles))
        .route("/roles/{id}", get(pack::role))
        .route("/sources", get(pack::sources))
        .route("/sources/{id}", get(pack::source))
        .route("/figures", get(pack::figures))
        .route("/rules", get(pack::rules));
    Router::new()
        .route("/about", get(about::about))
        .route("/accessibility", get(about::accessibility))
        .route("/privacy", get(about::privacy))
        .route("/brief", get(brief::show).post(brief::read))
        .route("/sign-in", get(sign_in::show).post(sign_in::send))
        .route("/sign-in/sent", get(sign_in::sent))
        .route("/sign-in/link", get(sign_in::link).post(sign_in::redeem))
        .route("/sign-out", post(sign_in::out))
        .nest("/quote", quote)
        .nest("/pack", pack)
}

/// The root leads to the language the browser asks for.
async fn by_language(headers: HeaderMap) -> impl IntoResponse {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let language = wanted.and_then(Language::negotiate).unwrap_or(Language::English);
    ([(header::VARY, "Accept-Language")], redirect(&format!("/{}/", language.code())))
}
