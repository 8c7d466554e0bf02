//! Signing in by passkey, and the passkeys of an account. A page asks the device by a small
//! script and sends the answer as a form, so that nothing but forms reaches the server.

use crate::ask::{Answer, Ask, Fields, Form, html};
use crate::frame::Frame;
use crate::pages::sign_in::enter;
use askama::Template;
use jiff::Timestamp;
use pul_app::live::passkey::{self, PasskeyAnswer};
use pul_app::live::{Refusal, sign_in};
use pul_locale::Length;

#[derive(Template)]
#[template(path = "passkey_ask.html")]
struct Asking {
    f: Frame,
    lead: &'static str,
    action: &'static str,
    back: &'static str,
    /// `get` or `create`, as the browser's call is named.
    way: &'static str,
    options: String,
    then: String,
}

struct Row {
    credential: String,
    name: String,
    added: String,
    used: Option<String>,
}

#[derive(Template)]
#[template(path = "passkeys.html")]
struct List {
    f: Frame,
    rows: Vec<Row>,
}

fn offered(ask: &Ask) -> Result<(), Refusal> {
    if ask.site.offers_passkeys() { Ok(()) } else { Err(Refusal::missing("page")) }
}

fn answer(fields: &Fields) -> PasskeyAnswer {
    let text = |name: &str| fields.text(name).to_owned();
    PasskeyAnswer {
        credential: text("credential"),
        client_data: text("client_data"),
        device_data: text("device_data"),
        signature: text("signature"),
        public_key: text("public_key"),
        algorithm: fields.number("algorithm").unwrap_or(0),
    }
}

/// Asks the device who it is.
pub(crate) async fn ask(form: Form) -> Answer {
    let ask = &form.ask;
    offered(ask)?;
    let options = passkey::begin_sign_in(ask.node(), &ask.visit, &ask.network).await?;
    html(&Asking {
        f: ask.own_frame("passkey-sign-in"),
        lead: "passkey-sign-in-lead",
        action: "/sign-in/passkey/done",
        back: "/sign-in",
        way: "get",
        options: options.to_string(),
        then: sign_in::within(form.fields.text("then")).to_owned(),
    })
}

/// Signs in whoever the device says it is.
pub(crate) async fn done(form: Form) -> Answer {
    let ask = &form.ask;
    offered(ask)?;
    let then = form.fields.text("then");
    let opened = passkey::sign_in(ask.node(), &ask.visit, &answer(&form.fields), &ask.agent, then).await?;
    enter(ask, opened)
}

/// The passkeys of whoever asks.
pub(crate) async fn list(ask: Ask) -> Answer {
    offered(&ask)?;
    if !ask.who.is_signed_in() {
        return ask.to_sign_in();
    }
    let (locale, zone) = (ask.locale(), ask.zone());
    let day = |at: Timestamp| locale.date(at.to_zoned(zone.clone()).date(), Length::Long);
    let rows = passkey::list(ask.node(), &ask.who).await?.into_iter().map(|kept| Row {
        added: day(kept.row.created),
        used: kept.row.used.map(day),
        credential: kept.row.credential,
        name: kept.row.name,
    });
    html(&List { f: ask.own_frame("passkey-title"), rows: rows.collect() })
}

/// Asks the device for a new one.
pub(crate) async fn new(form: Form) -> Answer {
    let ask = &form.ask;
    offered(ask)?;
    let options = passkey::begin_register(ask.node(), &ask.who, &ask.visit).await?;
    html(&Asking {
        f: ask.own_frame("passkey-add"),
        lead: "passkey-add-lead",
        action: "/account/passkeys",
        back: "/account/passkeys",
        way: "create",
        options: options.to_string(),
        then: String::new(),
    })
}

/// Keeps it.
pub(crate) async fn keep(form: Form) -> Answer {
    let ask = &form.ask;
    offered(ask)?;
    let name = form.fields.text("name");
    passkey::register(ask.node(), &ask.who, &ask.visit, &answer(&form.fields), name).await?;
    ask.onwards("/account/passkeys", "passkey-added")
}

/// Forgets one.
pub(crate) async fn remove(form: Form) -> Answer {
    let ask = &form.ask;
    passkey::remove(ask.node(), &ask.who, form.fields.text("credential")).await?;
    ask.onwards("/account/passkeys", "passkey-removed")
}
