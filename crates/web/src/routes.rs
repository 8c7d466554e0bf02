//! Every address of the pages.

use crate::ask::redirect;
use crate::gate::gate;
use crate::pages::{
    about, account, brief, desk, directory, history, home, imports, introductions, matches, members,
    mission_desk, missions, organise, organise_jobs, organise_log, organise_people, organise_settings,
    outbox, pack, pair, party, party_edit, post_edit, quote, quote_form, saved, sign_in, tokens, webhooks,
};
use crate::site::Site;
use crate::visit::Visit;
use crate::{assets, health, metrics, sign_in_oidc, sign_in_passkey};
use axum::Router;
use axum::extract::{Path, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use pul_locale::Language;
use std::sync::Arc;

/// All of it.
pub(crate) fn router(site: Site) -> Router {
    let fronts = Language::ALL.into_iter().fold(Router::new(), |fronts, language| {
        let front = format!("/{}", language.code());
        fronts.route(&front.clone(), get(|| async move { redirect(&format!("{front}/")) }))
    });
    Router::new()
        .route("/", get(by_language))
        .merge(fronts)
        .route("/assets/{name}", get(|Path(name): Path<String>| async move { assets::serve(&name) }))
        // Asked for by browsers that show a printed paper, whose head names no mark.
        .route("/favicon.ico", get(|| async { redirect(&assets::address("mark.svg")) }))
        .route("/health", get(health::health))
        .route("/ready", get(health::ready))
        .route("/metrics", get(metrics::show))
        .nest(crate::api::BASE, crate::api::router())
        .route("/calendar/{name}", get(missions::subscribed))
        .route("/sign-in/provider/back", get(sign_in_oidc::back))
        .nest("/{language}", pages().layer(from_fn(only_addressed)))
        .route("/{language}/", get(home::show).layer(from_fn(only_addressed)))
        .layer(from_fn_with_state(site.clone(), gate))
        .layer(from_fn_with_state(site.clone(), metrics::count))
        .with_state(site)
}

fn pages() -> Router<Site> {
    let quote = Router::new()
        .route("/", get(quote_form::show))
        .route("/priced", get(quote::show))
        .route("/save", post(saved::keep_quote))
        .route("/paper", get(quote::paper));
    #[cfg(feature = "pdf")]
    let quote = quote.route("/pdf", get(quote::pdf));
    let organise = Router::new()
        .route("/", get(organise::show))
        .route("/review", get(organise::queue))
        .route("/review/{id}", post(organise::decide))
        .route("/duplicates", get(organise::twins).post(organise::merge))
        .route("/merges/{id}", post(organise::undo))
        .route("/imports", get(imports::show).post(imports::upload).layer(imports::most()))
        .route("/imports/{id}", get(imports::one))
        .route("/imports/{id}/{step}", post(imports::turn))
        .route("/people", get(organise_people::show).post(organise_people::invite))
        .route("/people/{id}", post(organise_people::set))
        .route("/jobs", get(organise_jobs::show).post(organise_jobs::turn))
        .route("/log", get(organise_log::show).post(organise_log::verify))
        .route("/settings", get(organise_settings::show))
        .route("/settings/{name}", post(organise_settings::set))
        .nest("/missions", mission_desk::routes());
    let saved = Router::new()
        .route("/quotes/{id}", get(saved::quote))
        .route("/quotes/{id}/{step}", post(saved::quote_step))
        .route("/shortlists/{id}", get(saved::shortlist))
        .route("/shortlists/{id}/{step}", post(saved::shortlist_step));
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
        .route("/sign-in/provider", get(sign_in_oidc::there))
        .route("/sign-in/passkey", post(sign_in_passkey::ask))
        .route("/sign-in/passkey/done", post(sign_in_passkey::done))
        .route("/account/passkeys", get(sign_in_passkey::list).post(sign_in_passkey::keep))
        .route("/account/passkeys/new", post(sign_in_passkey::new))
        .route("/account/passkeys/remove", post(sign_in_passkey::remove))
        .route("/sign-out", post(sign_in::out))
        .route("/directory", get(directory::show))
        .route("/parties/new", get(party_edit::new).post(party_edit::create))
        .route("/parties/{id}", get(party::show))
        .route("/parties/{id}/edit", get(party_edit::edit).post(party_edit::save))
        .route("/parties/{id}/consent", post(party::consent))
        .route("/parties/{id}/claim", post(party::claim))
        .route("/parties/{id}/members", get(members::show).post(members::add))
        .route("/parties/{id}/members/{account}", post(members::turn))
        .route("/desk", get(desk::show))
        .route("/desk/new", get(post_edit::new).post(post_edit::create))
        .route("/posts/{id}", get(desk::post))
        .route("/posts/{id}/edit", get(post_edit::edit).post(post_edit::save))
        .route("/posts/{id}/matches", get(matches::show))
        .route("/posts/{id}/keep", post(saved::keep_shortlist))
        .route("/posts/{id}/{step}", post(desk::step))
        .route("/pairs/{ask}/{offer}", get(pair::show))
        .route("/introductions", get(introductions::show).post(introductions::request))
        .route("/introductions/{id}", post(introductions::answer))
        .route("/account", get(account::show).post(account::save))
        .route("/account/sessions", post(account::end_sessions))
        .route("/account/tokens", get(tokens::show).post(tokens::make))
        .route("/account/tokens/revoke", post(tokens::revoke))
        .route("/account/webhooks", get(webhooks::show).post(webhooks::add))
        .route("/account/webhooks/{id}", get(webhooks::one).post(webhooks::turn))
        .route("/account/export", get(account::export))
        .route("/account/erase", post(account::erase))
        .route("/outbox", get(outbox::show))
        .route("/history/{what}/{id}", get(history::show))
        .nest("/missions", missions())
        .nest("/organise", organise)
        .nest("/saved", saved)
        .route("/shared/quotes/{secret}", get(saved::shared_quote))
        .route("/shared/shortlists/{secret}", get(saved::shared_shortlist))
        .nest("/quote", quote)
        .nest("/pack", pack)
}

/// Missions as those see them who come.
fn missions() -> Router<Site> {
    let missions = Router::new()
        .route("/", get(missions::list))
        .route("/{id}", get(missions::front))
        .route("/{id}/coming", get(missions::form).post(missions::save))
        .route("/{id}/decline", post(missions::decline))
        .route("/{id}/wishes", get(missions::wishes).post(missions::request))
        .route("/{id}/wishes/{step}", post(missions::turn))
        .route("/{id}/timetable", get(missions::timetable))
        .route("/{id}/check-in", post(missions::arrive))
        .route("/{id}/meetings/{wish}", get(missions::meeting).post(missions::say))
        .route("/{id}/offers/{offer}", post(missions::answer_offer))
        .route("/{id}/sheet", get(missions::sheet))
        .route("/{id}/meetings.ics", get(missions::file))
        .route("/{id}/calendar", post(missions::make))
        .route("/{id}/calendar/revoke", post(missions::revoke));
    #[cfg(feature = "pdf")]
    let missions = missions.route("/{id}/sheet.pdf", get(missions::sheet_pdf));
    missions
}

/// Nothing is there in a language that is none of ours.
async fn only_addressed(request: Request, next: Next) -> Response {
    match request.extensions().get::<Arc<Visit>>() {
        Some(visit) if visit.addressed => next.run(request).await,
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The root leads to the language the browser asks for.
async fn by_language(headers: HeaderMap) -> impl IntoResponse {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let language = wanted.and_then(Language::negotiate).unwrap_or(Language::English);
    ([(header::VARY, "Accept-Language")], redirect(&format!("/{}/", language.code())))
}
