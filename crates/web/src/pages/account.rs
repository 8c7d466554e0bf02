//! My account: name and settings, where I am signed in, what I kept, my copy, my erasure.

use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults, redirect};
use crate::frame::Frame;
use crate::pages::post_told::day;
use crate::security::cookie;
use askama::Template;
use axum::http::header;
use axum::response::IntoResponse;
use pul_app::live::accounts::{self, AccountForm};
use pul_app::live::records::{LetterTopic, Numerals, Preferences};
use pul_app::live::{Refusal, RefusalKind, my_data, quotes, sessions, shortlists};

/// A thing kept: its page, what it is called, since when.
type Kept = (String, String, String);

#[derive(Template)]
#[template(path = "account.html")]
struct Page {
    f: Frame,
    name: String,
    email: String,
    language: String,
    preferences: Preferences,
    zones: Vec<String>,
    topics: &'static [LetterTopic],
    numerals: &'static [Numerals],
    version: i64,
    sessions: Vec<(String, String, String)>,
    quotes: Vec<Kept>,
    shortlists: Vec<Kept>,
    faults: Vec<String>,
    confirm: bool,
    passkeys: bool,
}

async fn page(ask: &Ask, faults: Vec<String>) -> Result<Page, Refusal> {
    let (node, who) = (ask.node(), &ask.who);
    let own = accounts::own(node, who).await?;
    let open = sessions::list(node, who).await?;
    let kept = quotes::list(node, who).await?;
    let lists = shortlists::list(node, who).await?;
    Ok(Page {
        f: ask.own_frame("page-account"),
        name: own.row.name,
        email: own.row.email.open_with_consent().clone(),
        language: own.row.language.as_str().to_owned(),
        zones: zones(ask),
        preferences: own.row.preferences,
        topics: LetterTopic::ALL,
        numerals: Numerals::ALL,
        version: own.version,
        sessions: open.into_iter().map(|s| (s.id, s.agent, day(ask, s.seen))).collect(),
        quotes: kept.into_iter().map(|q| (q.id.to_string(), q.title, day(ask, q.created))).collect(),
        shortlists: lists.into_iter().map(|l| (l.id.to_string(), l.title, day(ask, l.created))).collect(),
        confirm: false,
        passkeys: ask.site.offers_passkeys(),
        faults,
    })
}

/// Zones the corridor's people live in, to choose from; any other can be written.
fn zones(ask: &Ask) -> Vec<String> {
    let cities = ask.node().pack().sides().iter().flat_map(|side| &side.cities);
    let mut zones: Vec<String> = cities.map(|city| city.zone.name().to_owned()).collect();
    zones.push("UTC".to_owned());
    zones.sort();
    zones.dedup();
    zones
}

/// How somebody wants to read and be written to, where the form asks it.
fn preferences(fields: &Fields) -> Option<Preferences> {
    fields.get("preferences")?;
    let wanted: Vec<&str> = fields.all("letters").collect();
    let unwanted = LetterTopic::ALL.iter().filter(|topic| !wanted.contains(&topic.as_str()));
    Some(Preferences {
        zone: fields.get("zone").map(str::to_owned),
        digits: fields.get("digits").and_then(Numerals::parse),
        unwanted: unwanted.copied().collect(),
    })
}

/// The page.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask, Vec::new()).await?)
}

/// Changes name, language, zone, digits and the letters that are wanted.
pub(crate) async fn save(form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let stated = AccountForm {
        name: fields.text("name").to_owned(),
        language: fields.text("language").to_owned(),
        preferences: preferences(fields),
    };
    let version = fields.number("version").unwrap_or(0);
    match accounts::change(ask.node(), &ask.who, version, &stated).await {
        // The next page is in the language just chosen.
        Ok(_) => redirect(&format!("/{}/account?said=saved", stated.language)),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&page(ask, crate::fault::lines(ask, &refusal.findings)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Ends one session, or all of them.
pub(crate) async fn end_sessions(form: Form) -> Answer {
    let ask = &form.ask;
    sessions::end(ask.node(), &ask.who, form.fields.get("session")).await?;
    ask.onwards("/account", "saved")
}

/// Everything kept about whoever asks, as a file.
pub(crate) async fn export(ask: Ask) -> Answer {
    let all = my_data::export(ask.node(), &ask.who).await?;
    let text = serde_json::to_string_pretty(&all).map_err(Refusal::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "application/json; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"pul-my-data.json\""),
    ];
    Ok((headers, text).into_response())
}

/// Erases whoever asks, once they have written their own address.
pub(crate) async fn erase(form: Form) -> Answer {
    let ask = &form.ask;
    match my_data::erase(ask.node(), &ask.who, form.fields.text("email")).await {
        Ok(()) => {
            let mut response = redirect(&ask.to("/?said=erased"))?;
            if let Some(cookie) = cookie::set(cookie::SESSION, "", ask.site.is_secure(), Some(0)) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(response)
        }
        Err(refusal) if refusal.code == "confirm" => {
            let told = crate::fault::sentence(ask, &refusal);
            let page = Page { confirm: true, ..page(ask, vec![told]).await? };
            html_with_faults(&page)
        }
        Err(other) => Err(other.into()),
    }
}
