//! Webhooks: addresses told of changes. Added, tried, paused, removed; what was sent to each.

use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults};
use crate::frame::Frame;
use crate::pages::history::moment;
use crate::pages::post_told::day;
use askama::Template;
use axum::extract::Path;
use pul_app::live::records::{Delivery, WebhookId, WebhookState};
use pul_app::live::webhooks::{self, EVENTS, WebhookForm};
use pul_app::live::{Refusal, RefusalKind};

struct Row {
    id: String,
    url: String,
    events: Vec<String>,
    active: bool,
    made: String,
}

#[derive(Template)]
#[template(path = "webhooks.html")]
struct Page {
    f: Frame,
    rows: Vec<Row>,
    url: String,
    events: Vec<(&'static str, bool)>,
    secret: Option<String>,
    faults: Vec<String>,
}

async fn page(ask: &Ask, fields: &Fields) -> Result<Page, Refusal> {
    let found = webhooks::list(ask.node(), &ask.who).await?;
    let rows = found.into_iter().map(|hook| Row {
        id: hook.id.to_string(),
        url: hook.url,
        events: hook.events.into_iter().collect(),
        active: hook.state == WebhookState::Active,
        made: day(ask, hook.created),
    });
    Ok(Page {
        f: ask.own_frame("webhook-title"),
        rows: rows.collect(),
        url: fields.text("url").to_owned(),
        events: EVENTS.map(|event| (event, fields.all("event").any(|e| e == event))).into(),
        secret: None,
        faults: Vec::new(),
    })
}

/// The webhooks of whoever asks.
pub(crate) async fn show(ask: Ask) -> Answer {
    html(&page(&ask, &Fields::default()).await?)
}

/// Adds one. The page that follows is the only one that shows the secret its messages are signed with.
pub(crate) async fn add(form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let stated = WebhookForm {
        url: fields.text("url").to_owned(),
        events: fields.all("event").map(str::to_owned).collect(),
    };
    match webhooks::create(ask.node(), &ask.who, &stated).await {
        Ok((_, secret)) => html(&Page { secret: Some(secret), ..page(ask, &Fields::default()).await? }),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let faults = crate::fault::lines(ask, &refusal.findings);
            html_with_faults(&Page { faults, ..page(ask, fields).await? })
        }
        Err(other) => Err(other.into()),
    }
}

struct Sent {
    position: String,
    trial: bool,
    state: &'static str,
    attempts: String,
    told: String,
    when: String,
}

#[derive(Template)]
#[template(path = "webhook.html")]
struct One {
    f: Frame,
    id: String,
    url: String,
    active: bool,
    events: Vec<String>,
    sent: Vec<Sent>,
}

fn sent(ask: &Ask, delivery: Delivery) -> Sent {
    let locale = ask.locale();
    Sent {
        position: locale.integer(delivery.position),
        trial: delivery.position == 0,
        state: delivery.state.as_str(),
        attempts: locale.integer(delivery.attempts),
        told: delivery.problem.or(delivery.status.map(|status| status.to_string())).unwrap_or_default(),
        when: moment(ask, delivery.changed),
    }
}

/// One webhook with what was sent to it lately.
pub(crate) async fn one(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let key = WebhookId::new(&id).map_err(|_| Refusal::missing("webhook"))?;
    let found = webhooks::list(ask.node(), &ask.who).await?;
    let hook = found.into_iter().find(|h| h.id == key).ok_or_else(|| Refusal::missing("webhook"))?;
    let deliveries = webhooks::deliveries(ask.node(), &ask.who, &key).await?;
    html(&One {
        f: ask.own_frame("webhook-one"),
        id,
        active: hook.state == WebhookState::Active,
        url: hook.url,
        events: hook.events.into_iter().collect(),
        sent: deliveries.into_iter().take(50).map(|d| sent(&ask, d)).collect(),
    })
}

/// Tries one, pauses it, goes on with it, removes it.
pub(crate) async fn turn(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (node, who) = (form.ask.node(), &form.ask.who);
    let said = match form.fields.text("step") {
        "test" => webhooks::test(node, who, &id).await.map(|()| "webhook-tried"),
        "pause" => webhooks::pause(node, who, &id, true).await.map(|()| "saved"),
        "go-on" => webhooks::pause(node, who, &id, false).await.map(|()| "saved"),
        "remove" => {
            webhooks::remove(node, who, &id).await?;
            return form.ask.onwards("/account/webhooks", "removed");
        }
        _ => return Err(Refusal::missing("page").into()),
    };
    form.ask.onwards(&format!("/account/webhooks/{id}"), said?)
}
