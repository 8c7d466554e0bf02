//! Posting an ask or an offer: paste a brief, take the skills it names, correct, hand in. One
//! form in steps, whole without scripts: a button finds the skills and shows the form again.

mod conflicting;
mod page;
mod step;

use crate::ask::{Answer, Ask, Form, html, html_with_faults};
use crate::pages::{conflict, post_form};
use axum::extract::Path;
use page::{Of, page};
use pul_app::live::posts::{self, Draft};
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::{Findings, PartyId, PostId};
use step::step;

/// The empty form, or one that begins with what the query names.
pub(crate) async fn new(ask: Ask) -> Answer {
    ask.who.signed_in()?;
    if ask.who.parties.is_empty() {
        return ask.onwards("/parties/new", "party-first");
    }
    html(&page(&ask, &Of { id: None, version: 0 }, ask.fields.clone(), &Findings::new()))
}

/// Finds the skills of the brief, changes the kind, or keeps the post as a draft.
pub(crate) async fn create(form: Form) -> Answer {
    let ask = &form.ask;
    let of = Of { id: None, version: 0 };
    if let Some(answer) = step(ask, &form.fields, &of) {
        return answer;
    }
    let party = party(&form)?;
    let (post, findings) = post_form::read(&form.fields, ask.node().pack(), &party);
    let Some(post) = post.filter(|_| !findings.has_faults()) else {
        return html_with_faults(&page(ask, &of, form.fields.clone(), &findings));
    };
    let draft = Draft { party, post, brief: form.fields.text("brief").to_owned() };
    match posts::draft(ask.node(), &ask.who, &draft).await {
        Ok(id) => ask.onwards(&format!("/posts/{id}"), "post-drafted"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&page(ask, &of, form.fields.clone(), &refusal.findings))
        }
        Err(other) => Err(other.into()),
    }
}

fn party(form: &Form) -> Result<PartyId, Refusal> {
    let first = || form.ask.who.parties.first().cloned();
    let named = form.fields.get("party").and_then(|id| PartyId::new(id).ok());
    named.or_else(first).ok_or_else(Refusal::forbidden)
}

/// The form of a post as it is.
pub(crate) async fn edit(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let id = post_id(&id)?;
    let shown = posts::show(ask.node(), &ask.who, &id).await?;
    if !(ask.who.speaks_for(&shown.party) || ask.who.is_organiser()) {
        return Err(Refusal::forbidden().into());
    }
    let fields = post_form::fields_of(&shown.post, &shown.brief);
    html(&page(&ask, &Of { id: Some(&id), version: shown.version }, fields, &Findings::new()))
}

/// Changes it, from the version that was read. Where somebody was quicker, both versions are shown.
pub(crate) async fn save(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, id) = (&form.ask, post_id(&id)?);
    let of = Of { id: Some(&id), version: form.fields.number("version").unwrap_or(0) };
    let shown = posts::show(ask.node(), &ask.who, &id).await?;
    let mut fields = conflict::without_choices(&form.fields);
    // Choices made between versions of which one has changed again are asked for anew.
    if conflict::answers(&form.fields) && shown.version == of.version {
        fields = conflicting::settled(ask, &form.fields, &shown);
    }
    if let Some(answer) = step(ask, &fields, &of) {
        return answer;
    }
    let (post, findings) = post_form::read(&fields, ask.node().pack(), &shown.party);
    let Some(mut post) = post.filter(|_| !findings.has_faults()) else {
        return html_with_faults(&page(ask, &of, fields, &findings));
    };
    post_form::keep_unasked(&mut post, &shown.post);
    let draft = Draft { party: shown.party.clone(), post, brief: fields.text("brief").to_owned() };
    match posts::edit(ask.node(), &ask.who, &id, of.version, &draft).await {
        Ok(_) => ask.onwards(&format!("/posts/{id}"), "saved"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            html_with_faults(&page(ask, &of, fields, &refusal.findings))
        }
        Err(refusal) if refusal.code == "changed" => {
            conflicting::page(ask, &id, of.version, &draft.post, &draft.brief).await
        }
        Err(other) => Err(other.into()),
    }
}

/// The id of a path.
pub(crate) fn post_id(text: &str) -> Result<PostId, Refusal> {
    PostId::new(text).map_err(|_| Refusal::missing("post"))
}
