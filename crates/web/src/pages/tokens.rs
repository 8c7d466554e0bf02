//! Tokens of programs: made with scopes, their secret shown once, taken back.

use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::pages::post_told::day;
use askama::Template;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use pul_app::live::records::{Scope, Token};
use pul_app::live::tokens::{self, TokenForm};
use pul_app::live::{Refusal, RefusalKind};

struct Row {
    id: String,
    name: String,
    scopes: Vec<&'static str>,
    made: String,
    ends: Option<String>,
    holds: bool,
}

#[derive(Template)]
#[template(path = "tokens.html")]
struct Page {
    f: Frame,
    rows: Vec<Row>,
    scopes: Vec<(&'static str, bool)>,
    name: String,
    expires: String,
    secret: Option<String>,
    faults: Vec<String>,
}

fn row(ask: &Ask, token: Token) -> Row {
    Row {
        holds: token.revoked.is_none() && token.expires.is_none_or(|end| end > ask.now()),
        id: token.id.to_string(),
        scopes: token.scopes.iter().map(|s| s.as_str()).collect(),
        made: day(ask, token.created),
        ends: token.revoked.or(token.expires).map(|at| day(ask, at)),
        name: token.name,
    }
}

async fn page(ask: &Ask, fields: &Fields) -> Result<Page, Refusal> {
    let mut found = tokens::list(ask.node(), &ask.who).await?;
    found.sort_by_key(|token| std::cmp::Reverse(token.created));
    let may = |scope: &&Scope| **scope != Scope::Organise || ask.who.is_organiser();
    let chosen = |scope: &Scope| (scope.as_str(), fields.all("scope").any(|s| s == scope.as_str()));
    Ok(Page {
        f: ask.own_frame("token-title"),
        rows: found.into_iter().map(|token| row(ask, token)).collect(),
        scopes: Scope::ALL.iter().filter(may).map(chosen).collect(),
        name: fields.text("name").to_owned(),
        expires: fields.text("expires").to_owned(),
        secret: None,
        faults: Vec::new(),
    })
}

/// The tokens of whoever asks.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask, &Fields::default()).await?)
}

/// Makes one. The page that follows is the only one that shows its secret.
pub(crate) async fn make(form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    // A token holds through the whole of its last day, as whoever sets it counts days.
    let last = fields.number::<Date>("expires").and_then(|day| day.tomorrow().ok());
    let zone: TimeZone = ask.zone();
    let stated = TokenForm {
        name: fields.text("name").to_owned(),
        scopes: fields.all("scope").filter_map(Scope::parse).collect(),
        expires: last.and_then(|day| zone.to_timestamp(day.at(0, 0, 0, 0)).ok()),
    };
    match tokens::create(ask.node(), &ask.who, &stated).await {
        Ok((_, secret)) => html(&Page { secret: Some(secret), ..page(ask, &Fields::default()).await? }),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let faults = crate::fault::lines(ask, &refusal.findings);
            html_with_faults(&Page { faults, ..page(ask, fields).await? })
        }
        Err(other) => Err(other.into()),
    }
}

/// Takes one back.
pub(crate) async fn revoke(form: Form) -> Answer {
    tokens::revoke(form.ask.node(), &form.ask.who, form.fields.text("token")).await?;
    form.ask.onwards("/account/tokens", "token-revoked")
}
