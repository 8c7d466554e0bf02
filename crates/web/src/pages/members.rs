//! Who acts for a party: named, given more or less to do, and let go.

use crate::ask::{Answer, Ask, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::pages::party::party_id;
use crate::pages::post_told::day;
use askama::Template;
use axum::extract::Path;
use pul_app::live::parties;
use pul_app::live::records::MemberLevel;
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::PartyId;

struct Member {
    account: String,
    name: String,
    email: Option<String>,
    level: &'static str,
    since: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "members.html")]
struct Page {
    f: Frame,
    party: String,
    party_name: String,
    members: Vec<Member>,
    names: bool,
    levels: &'static [MemberLevel],
    email: String,
    fault: Option<String>,
}

async fn page(ask: &Ask, party: &PartyId, email: &str, fault: Option<String>) -> Result<Page, Refusal> {
    let (found, names) = parties::members(ask.node(), &ask.who, party).await?;
    let shown = parties::show(ask.node(), &ask.who, party).await?;
    let members = found.into_iter().map(|m| Member {
        own: ask.who.account.as_ref() == Some(&m.account),
        account: m.account.to_string(),
        name: m.name,
        email: m.email,
        level: m.level.as_str(),
        since: day(ask, m.since),
    });
    Ok(Page {
        f: ask.own_frame("member-title"),
        party: party.to_string(),
        party_name: shown.name,
        members: members.collect(),
        names,
        levels: MemberLevel::ALL,
        email: email.to_owned(),
        fault,
    })
}

/// The members.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    html(&page(&ask, &party_id(&id)?, "", None).await?)
}

fn level(form: &Form) -> MemberLevel {
    MemberLevel::parse(form.fields.text("level")).unwrap_or(MemberLevel::Member)
}

/// Lets somebody act for the party.
pub(crate) async fn add(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, party) = (&form.ask, party_id(&id)?);
    let email = form.fields.text("email");
    match parties::add_member(ask.node(), &ask.who, &party, email, level(&form)).await {
        Ok(()) => ask.onwards(&format!("/parties/{id}/members"), "member-added"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let told = crate::fault::sentence(ask, &refusal);
            html_with_faults(&page(ask, &party, email, Some(told)).await?)
        }
        Err(other) => Err(other.into()),
    }
}

/// Gives one more or less to do, or lets one go.
pub(crate) async fn turn(Path((_, id, account)): Path<(String, String, String)>, form: Form) -> Answer {
    let (ask, party) = (&form.ask, party_id(&id)?);
    let own = ask.who.account.as_ref().is_some_and(|own| own.as_str() == account);
    match form.fields.text("step") {
        "level" => parties::change_member(ask.node(), &ask.who, &party, &account, level(&form)).await?,
        "remove" => parties::remove_member(ask.node(), &ask.who, &party, &account).await?,
        _ => return Err(Refusal::missing("page").into()),
    }
    // Whoever left a party may not read who else acts for it.
    if own && form.fields.text("step") == "remove" && !ask.who.is_organiser() {
        return ask.onwards("/desk", "member-left");
    }
    ask.onwards(&format!("/parties/{id}/members"), "saved")
}
