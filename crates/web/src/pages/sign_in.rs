//! Signing in by a link sent by e-mail, in the demonstration as a role; signing out.

use crate::ask::{Answer, Ask, Form, html, html_with_faults, redirect};
use crate::frame::Frame;
use crate::security::cookie;
use crate::sign_in_oidc;
use askama::Template;
use axum::http::header;
use pul_app::live::accounts::{self, DemoRole};
use pul_app::live::sessions::{self, SignedIn};
use pul_app::live::sign_in::{self, LinkRequest};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::LanguageCode;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct Page {
    f: Frame,
    then: String,
    email: String,
    fault: Option<String>,
    roles: Vec<&'static str>,
    passkeys: bool,
    /// Name of a provider of identities, and where signing in through it begins.
    provider: Option<(String, String)>,
}

fn page(ask: &Ask, then: &str, email: &str, fault: Option<String>) -> Page {
    let demo = ask.node().settings().demo;
    Page {
        f: ask.own_frame("sign-in-title"),
        then: sign_in::within(then).to_owned(),
        email: email.to_owned(),
        fault,
        roles: if demo { DemoRole::ALL.map(DemoRole::name).into() } else { Vec::new() },
        passkeys: ask.site.offers_passkeys(),
        provider: ask.site.identities().map(|i| (i.label().to_owned(), sign_in_oidc::address(ask, then))),
    }
}

/// The form.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask, ask.fields.text("then"), "", None))
}

/// Sends a link, or in the demonstration signs in as a role.
pub(crate) async fn send(form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let then = fields.text("then");
    if let Some(role) = fields.get("role").and_then(DemoRole::parse) {
        let mut opened = accounts::demo(ask.node(), role, &ask.agent).await?;
        opened.then = sign_in::within(then).to_owned();
        return enter(ask, opened);
    }
    let request = LinkRequest {
        email: fields.text("email").to_owned(),
        language: LanguageCode::new(ask.language.code()).unwrap_or(LanguageCode::ENGLISH),
        then: then.to_owned(),
        network: ask.network.clone(),
    };
    match sign_in::request_link(ask.node(), &request).await {
        Ok(()) => ask.onwards("/sign-in/sent", ""),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let fault = crate::fault::sentence(ask, &refusal);
            html_with_faults(&page(ask, then, &request.email, Some(fault)))
        }
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "sign_in_sent.html")]
struct Sent {
    f: Frame,
    minutes: i64,
}

/// Tells that a letter is on its way, whoever asked.
pub(crate) async fn sent(ask: Ask) -> Answer {
    let minutes = ask.node().settings().link.as_mins();
    html(&Sent { f: ask.own_frame("sign-in-sent"), minutes })
}

#[derive(Template)]
#[template(path = "sign_in_link.html")]
struct Link {
    f: Frame,
    secret: String,
}

/// A link was followed: a button signs in, so that programs that look at links use up none.
pub(crate) async fn link(ask: Ask) -> Answer {
    let secret = ask.fields.text("secret").to_owned();
    sign_in::look_at_link(ask.node(), &secret).await?;
    html(&Link { f: ask.own_frame("sign-in-title"), secret })
}

/// Uses the link.
pub(crate) async fn redeem(form: Form) -> Answer {
    let ask = &form.ask;
    let opened = sign_in::redeem(ask.node(), form.fields.text("secret"), &ask.agent, &ask.network).await?;
    enter(ask, opened)
}

/// Sets the session's cookie and goes on.
pub(crate) fn enter(ask: &Ask, opened: SignedIn) -> Answer {
    let secure = ask.site.is_secure();
    let seconds = opened.expires.duration_since(ask.now()).as_secs();
    let cookie = cookie::set(cookie::SESSION, &opened.secret, secure, Some(seconds));
    let cookie = cookie.ok_or_else(|| Refusal::internal("a secret that is no cookie"))?;
    let then = if opened.then == "/" { ask.to("/desk") } else { opened.then };
    let mut response = redirect(&then)?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Ends the session.
pub(crate) async fn out(form: Form) -> Answer {
    let ask = &form.ask;
    if let Some(secret) = &ask.session {
        sessions::sign_out(ask.node(), secret).await?;
    }
    let mut response = redirect(&ask.to("/?said=signed-out"))?;
    if let Some(cookie) = cookie::set(cookie::SESSION, "", ask.site.is_secure(), Some(0)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}
