//! Webhooks: addresses that are told of changes, from the log, signed, with retries.
//!
//! A message says that something happened, not what it says: `event`, `position`, `at`,
//! `record` and `id`. Whoever receives it asks for the record, and sees what they may.

mod fan_out;
mod trial;

pub(crate) use fan_out::{deliver, fan_out};
pub use trial::{TRIAL, test};

use super::node::Node;
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use pul_domain::{Finding, Findings, Place, Private};
use pul_store::tables::{Delivery, Webhook, WebhookId, WebhookState};
use pul_store::{Order, Query};
use std::collections::BTreeSet;
use std::pin::Pin;

/// Kind of the jobs that deliver.
pub const JOB: &str = "webhook";
/// Webhooks an account may have.
const MOST: usize = 20;

/// What a webhook may be told of.
pub const EVENTS: [&str; 12] = [
    "party-made",
    "party-edited",
    "post-published",
    "post-renewed",
    "post-edited",
    "post-refused",
    "post-withdrawn",
    "post-expired",
    "introduction-requested",
    "introduction-accepted",
    "introduction-declined",
    "introduction-expired",
];

/// A message on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// Where to.
    pub url: String,
    /// The JSON to post.
    pub body: String,
    /// Value of the header `Pul-Signature`: see [`sign`](super::signature::sign).
    pub signature: String,
    /// Value of the header `Pul-Delivery`: the same for every attempt.
    pub delivery: String,
}

/// Calls webhooks. It follows no redirect, and calls no address of the network it is in.
pub trait Caller: Send + Sync {
    /// Posts a message and gives the status of the answer, or says why there was none.
    fn call<'a>(&'a self, call: &'a Call) -> Pin<Box<dyn Future<Output = Result<u16, String>> + Send + 'a>>;
}

/// Calls nobody: for the demonstration and where webhooks are switched off.
#[derive(Debug, Clone, Copy, Default)]
pub struct CallsNobody;

impl Caller for CallsNobody {
    fn call<'a>(&'a self, _: &'a Call) -> Pin<Box<dyn Future<Output = Result<u16, String>> + Send + 'a>> {
        Box::pin(async { Err("webhooks are switched off".to_owned()) })
    }
}

/// What a new webhook is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebhookForm {
    /// The address, with https.
    pub url: String,
    /// What it is told of, of [`EVENTS`].
    pub events: BTreeSet<String>,
}

fn check(form: &WebhookForm, demo: bool) -> Result<(), Refusal> {
    let mut findings = Findings::new();
    let mut fault = |holds: bool, field: &str, code: &str, cause: &str, cure: &str| {
        if !holds {
            findings.push(Finding::fault(code, Place::default().field(field), cause, cure));
        }
    };
    let rest =
        form.url.strip_prefix("https://").or_else(|| form.url.strip_prefix("http://").filter(|_| demo));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let plain = form.url.len() <= 500 && !form.url.chars().any(|c| c.is_whitespace() || c.is_control());
    let named = host.is_some_and(|h| !h.is_empty() && !h.contains('@'));
    fault(
        plain && named,
        "url",
        "webhook-url",
        "It is no address that could be called.",
        "Write one that begins with https://.",
    );
    let known = !form.events.is_empty() && form.events.iter().all(|e| EVENTS.contains(&e.as_str()));
    fault(
        known,
        "events",
        "webhook-events",
        "No event of that name is told.",
        "Choose at least one of the list.",
    );
    if findings.has_faults() { Err(Refusal::invalid(findings)) } else { Ok(()) }
}

/// Makes a webhook. The secret its messages are signed with is told this once.
///
/// # Errors
/// `sign-in`; `invalid`; `too-many-webhooks`.
#[boxed]
pub async fn create(node: &Node, who: &Who, form: &WebhookForm) -> Result<(Webhook, String), Refusal> {
    let account = who.writer()?.clone();
    check(form, node.settings().demo)?;
    if list(node, who).await?.len() >= MOST {
        return Err(Refusal::state("too-many-webhooks", &MOST.to_string()));
    }
    let secret = node.new_secret();
    let webhook = Webhook {
        id: node.new_id(),
        account,
        url: form.url.clone(),
        secret: Private::new(secret.clone()),
        events: form.events.clone(),
        state: WebhookState::Active,
        from: node.store().position().await?,
        created: node.now(),
    };
    let mut write = node.write(who, "webhook-made").await?;
    write.insert(&webhook).await?;
    node.commit(write).await?;
    Ok((webhook, secret))
}

/// The webhooks of whoever asks.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<Webhook>, Refusal> {
    let mine = Query::new().is("account", who.signed_in()?);
    Ok(node.store().find::<Webhook>(&mine).await?.into_iter().map(|kept| kept.row).collect())
}

/// Stops a webhook, or starts it again from now on.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn pause(node: &Node, who: &Who, id: &str, paused: bool) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let mut write = node.write(who, "webhook-changed").await?;
    let kept = write.get::<Webhook>(id).await?.filter(|kept| kept.row.account == account);
    let kept = kept.ok_or_else(|| Refusal::missing("webhook"))?;
    let state = if paused { WebhookState::Paused } else { WebhookState::Active };
    let from = if paused { kept.row.from } else { node.store().position().await? };
    write.update(&Webhook { state, from, ..kept.row }, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Removes a webhook with what was not delivered yet.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn remove(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let mut write = node.write(who, "webhook-removed").await?;
    let kept = write.get::<Webhook>(id).await?.filter(|kept| kept.row.account == account);
    let kept = kept.ok_or_else(|| Refusal::missing("webhook"))?;
    write.delete::<Webhook>(id, kept.version).await?;
    write.sweep::<Delivery>(&Query::new().is("webhook", id)).await?;
    node.commit(write).await?;
    Ok(())
}

/// What was delivered to a webhook lately, the newest first.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn deliveries(node: &Node, who: &Who, id: &WebhookId) -> Result<Vec<Delivery>, Refusal> {
    let account = who.signed_in()?;
    let kept = node.store().get::<Webhook>(id.as_str()).await?;
    kept.filter(|kept| kept.row.account == *account).ok_or_else(|| Refusal::missing("webhook"))?;
    let query = Query::new().is("webhook", id).order("changed", Order::Desc).limit(200);
    Ok(node.store().find::<Delivery>(&query).await?.into_iter().map(|kept| kept.row).collect())
}
