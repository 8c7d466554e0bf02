//! People, for organisers: who has an account, what each may do, who is invited.

use crate::ask::{Answer, Ask, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::pages::organise::encoded;
use crate::pages::post_told::day;
use askama::Template;
use axum::extract::Path;
use pul_app::live::accounts::{self, LANGUAGES};
use pul_app::live::records::{Account, AccountId, AccountState, Role};
use pul_app::live::{Paging, Refusal, RefusalKind};
use pul_domain::LanguageCode;

struct Person {
    id: String,
    name: String,
    email: String,
    language: String,
    roles: Vec<(&'static str, bool)>,
    state: &'static str,
    erased: bool,
    since: String,
    own: bool,
    version: i64,
}

#[derive(Template)]
#[template(path = "organise_people.html")]
struct Page {
    f: Frame,
    people: Vec<Person>,
    next: Option<String>,
    wanted: String,
    languages: [&'static str; 3],
    email: String,
    fault: Option<String>,
}

fn person(ask: &Ask, row: Account, version: i64) -> Person {
    Person {
        own: ask.who.account.as_ref() == Some(&row.id),
        id: row.id.to_string(),
        name: row.name,
        email: row.email.open_with_consent().clone(),
        language: row.language.as_str().to_owned(),
        roles: Role::ALL.iter().map(|role| (role.as_str(), row.roles.contains(role))).collect(),
        state: row.state.as_str(),
        erased: row.state == AccountState::Erased,
        since: day(ask, row.created),
        version,
    }
}

async fn page(ask: &Ask, email: &str, fault: Option<String>) -> Result<Page, Refusal> {
    let paging = Paging { limit: 30, after: ask.fields.get("after").map(str::to_owned) };
    let wanted = ask.fields.get("email");
    let found = accounts::list(ask.node(), &ask.who, wanted, &paging).await?;
    Ok(Page {
        f: ask.own_frame("people-title"),
        people: found.items.into_iter().map(|kept| person(ask, kept.row, kept.version)).collect(),
        next: encoded(found.next),
        wanted: wanted.unwrap_or_default().to_owned(),
        languages: LANGUAGES,
        email: email.to_owned(),
        fault,
    })
}

/// Everybody with an account, the newest first.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask, "", None).await?)
}

/// Invites somebody.
pub(crate) async fn invite(form: Form) -> Answer {
    let (ask, email) = (&form.ask, form.fields.text("email"));
    let language = LanguageCode::new(form.fields.text("language")).unwrap_or(LanguageCode::ENGLISH);
    match accounts::invite(ask.node(), &ask.who, email, language).await {
        Ok(_) => ask.onwards("/organise/people", "invited"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let told = crate::fault::sentence(ask, &refusal);
            html_with_faults(&page(ask, email, Some(told)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Says what one may do, and whether the account can be used.
pub(crate) async fn set(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let id = AccountId::new(&id).map_err(|_| Refusal::missing("account"))?;
    let roles = form.fields.all("role").filter_map(Role::parse).collect();
    let suspended = form.fields.get("suspended").is_some();
    let version = form.fields.number("version").unwrap_or(0);
    accounts::set(form.ask.node(), &form.ask.who, &id, version, roles, suspended).await?;
    form.ask.onwards("/organise/people", "saved")
}
