//! The pages of the live system: server-rendered, in three languages, whole without scripts.
//!
//! [`router`] is everything as one axum router; [`serve`] runs it on a listener until told to
//! stop. Every page stands under its language (`/fr/quote`). A page is one file in `pages/` and
//! the template of its name; its words are messages of `pul_locale`.
//!
//! # What happens to a request
//! `gate` limits how often an address may ask, refuses forms that other sites send, finds out
//! who is signed in, and after the page sets the headers and makes a page of any fault. A
//! handler takes an `Ask` (or a `Form`, whose token has been checked) and gives a page or a
//! `Refusal` of the use case, whose kind is the status and whose code is the sentence.

mod api;
mod ask;
mod assets;
mod connections;
mod fault;
mod frame;
mod gate;
mod health;
mod labels;
pub mod letter;
mod metrics;
mod pages;
mod routes;
mod security;
mod sign_in_oidc;
mod sign_in_passkey;
mod site;
mod standing;
pub mod tls;
mod visit;

pub use site::{Options, Site};

use axum::Router;
use tokio::net::TcpListener;

/// Every page of a site.
pub fn router(site: Site) -> Router {
    routes::router(site)
}

/// Serves a site until `stop` ends; requests under way are finished first.
pub async fn serve(site: Site, listener: TcpListener, stop: impl Future<Output = ()>) {
    connections::serve(site, listener, stop).await;
}
