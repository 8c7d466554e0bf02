//! Webhooks: addresses that are told of changes, from the log, signed, with retries.
//!
//! A message says that something happened, not what it says: `event`, `position`, `at`,
//! `record` and `id`. Whoever receives it asks for the record, and sees what they may.

use super::node::Node;
use super::refusal::Refusal;
use super::signature::sign;
use super::who::Who;
use pul_domain::{Finding, Findings, PartyId, Place, Private};
use pul_store::tables::{
    Account, AccountState, Delivery, DeliveryState, Introduction, IntroductionState, Membership, PostRow,
    Role, Setting, Webhook, WebhookId, WebhookState,
};
use pul_store::{Actor, Claimed, Entry, Job, Order, Query, Record};
use std::collections::BTreeSet;
use std::pin::Pin;

/// Kind of the jobs that deliver.
pub const JOB: &str = "webhook";
/// Attempts before a message is given up: about five hours.
const ATTEMPTS: u16 = 12;
/// Webhooks an account may have.
const MOST: usize = 20;
/// Entries of the log fanned out at a time.
const AT_ONCE: u32 = 500;
const CURSOR: &str = "cursor:webhooks";

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
    /// Value of the header `Pul-Signature`: see [`sign`].
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
    let mut fault = |holds: bool, field: &str, cause: &str, cure: &str| {
        if !holds {
            findings.push(Finding::fault("webhook", Place::default().field(field), cause, cure));
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
        "It is no address that could be called.",
        "Write one that begins with https://.",
    );
    let known = !form.events.is_empty() && form.events.iter().all(|e| EVENTS.contains(&e.as_str()));
    fault(known, "events", "No event of that name is told.", "Choose at least one of the list.");
    if findings.has_faults() { Err(Refusal::invalid(findings)) } else { Ok(()) }
}

/// Makes a webhook. The secret its messages are signed with is told this once.
///
/// # Errors
/// `sign-in`; `invalid`; `too-many-webhooks`.
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
pub async fn list(node: &Node, who: &Who) -> Result<Vec<Webhook>, Refusal> {
    let mine = Query::new().is("account", who.signed_in()?);
    Ok(node.store().find::<Webhook>(&mine).await?.into_iter().map(|kept| kept.row).collect())
}

/// Stops a webhook, or starts it again from now on.
///
/// # Errors
/// `missing`.
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
pub async fn deliveries(node: &Node, who: &Who, id: &WebhookId) -> Result<Vec<Delivery>, Refusal> {
    let account = who.signed_in()?;
    let kept = node.store().get::<Webhook>(id.as_str()).await?;
    kept.filter(|kept| kept.row.account == *account).ok_or_else(|| Refusal::missing("webhook"))?;
    let query = Query::new().is("webhook", id).order("changed", Order::Desc).limit(200);
    Ok(node.store().find::<Delivery>(&query).await?.into_iter().map(|kept| kept.row).collect())
}

/// Reads the log on and queues a message for every webhook that is to hear of an entry. What
/// is queued and how far the log was read are kept together, so nothing is told twice or missed.
pub(crate) async fn fan_out(node: &Node) -> Result<u64, Refusal> {
    let kept = node.store().get::<Setting>(CURSOR).await?;
    let hooks = node.store().find::<Webhook>(&Query::new().is("state", WebhookState::Active)).await?;
    let seen = kept.as_ref().and_then(|k| k.row.value.as_i64());
    // Where nobody listens the log is not read: each webhook begins at its own place.
    let first = hooks.iter().map(|h| h.row.from).min();
    let Some(first) = first else { return Ok(0) };
    let after = seen.unwrap_or(first).max(first);
    let entries = node.store().log_after(after, AT_ONCE).await?;
    let Some(last) = entries.last().map(|e| e.position) else { return Ok(0) };
    let mut write = node.write_as(&Actor::system("webhooks")).await?;
    let value = serde_json::json!(last);
    let cursor = Setting { name: CURSOR.to_owned(), value, changed: node.now() };
    match kept {
        Some(kept) => drop(write.update(&cursor, kept.version).await?),
        None => write.insert(&cursor).await?,
    }
    let mut queued = 0;
    for hook in hooks.iter().map(|kept| &kept.row) {
        let hearer = Hearer::of(node, hook).await?;
        for entry in entries.iter().filter(|e| e.position > hook.from && hook.events.contains(&e.doing)) {
            if hearer.as_ref().is_some_and(|h| h.may_hear(entry)) {
                queue(node, &mut write, hook, entry).await?;
                queued += 1;
            }
        }
    }
    write.commit().await?;
    Ok(queued)
}

/// For whom a webhook listens.
struct Hearer {
    parties: BTreeSet<PartyId>,
    organiser: bool,
}

impl Hearer {
    async fn of(node: &Node, hook: &Webhook) -> Result<Option<Hearer>, Refusal> {
        let account = node.store().get::<Account>(hook.account.as_str()).await?.map(|kept| kept.row);
        let Some(account) = account.filter(|a| a.state == AccountState::Active) else { return Ok(None) };
        let mine = node.store().find::<Membership>(&Query::new().is("account", &hook.account)).await?;
        let parties = mine.into_iter().map(|kept| kept.row.party).collect();
        Ok(Some(Hearer { parties, organiser: account.roles.contains(&Role::Organiser) }))
    }

    /// Whether an entry is public, or about a party of theirs, and no private veto.
    fn may_hear(&self, entry: &Entry) -> bool {
        if self.organiser {
            return true;
        }
        match entry.table.as_str() {
            "post" => {
                let public = ["post-published", "post-renewed", "post-withdrawn", "post-expired"];
                let row = entry.after.read::<PostRow>().ok().flatten();
                public.contains(&entry.doing.as_str())
                    || row.is_some_and(|r| self.parties.contains(r.party()))
            }
            "party" => true,
            "introduction" => {
                let row = entry.after.read::<Introduction>().ok().flatten();
                row.is_some_and(|row| {
                    let asked = self.parties.contains(&row.to);
                    let put = row.answered_by.is_some() || row.state != IntroductionState::Vetoed;
                    let never_put = row.answered.is_some() && row.answered_by.is_none();
                    self.parties.contains(&row.from) || (asked && put && !never_put)
                })
            }
            _ => false,
        }
    }
}

async fn queue(
    node: &Node,
    write: &mut pul_store::Write,
    hook: &Webhook,
    entry: &Entry,
) -> Result<(), Refusal> {
    let delivery = Delivery {
        webhook: hook.id.clone(),
        position: entry.position,
        state: DeliveryState::Waiting,
        attempts: 0,
        status: None,
        problem: None,
        changed: node.now(),
    };
    if !write.insert_if_absent(&delivery).await? {
        return Ok(());
    }
    let message = serde_json::json!({
        "event": entry.doing,
        "position": entry.position,
        "at": entry.at,
        "record": entry.table,
        "id": entry.id,
    });
    let body = serde_json::json!({ "webhook": hook.id, "position": entry.position, "message": message });
    let id = format!("{JOB}:{}:{}", hook.id, entry.position);
    write.enqueue(&Job { id, kind: JOB.to_owned(), body, due: node.now(), most: ATTEMPTS }).await?;
    Ok(())
}

/// Delivers the message of a job. It is at least once: a receiver knows one it has seen by its delivery.
pub(crate) async fn deliver(node: &Node, caller: &dyn Caller, job: &Claimed) -> Result<(), Refusal> {
    let hook = job.body["webhook"].as_str().unwrap_or_default();
    let position = job.body["position"].as_i64().unwrap_or_default();
    let hook = node.store().get::<Webhook>(hook).await?.map(|kept| kept.row);
    let Some(hook) = hook.filter(|hook| hook.state == WebhookState::Active) else {
        return Ok(node.store().done(job, node.now()).await?);
    };
    let body = job.body["message"].to_string();
    let call = Call {
        url: hook.url.clone(),
        signature: sign(hook.secret.open_with_consent(), node.now().as_second(), &body),
        delivery: format!("{}/{position}", hook.id),
        body,
    };
    let told = caller.call(&call).await;
    let taken = matches!(told, Ok(status) if (200..300).contains(&status));
    let mut write = node.write_as(&Actor::system("webhooks")).await?;
    if let Some(kept) = write.get::<Delivery>(&call.delivery).await? {
        let given_up = job.attempt >= i64::from(ATTEMPTS);
        let state = match (taken, given_up) {
            (true, _) => DeliveryState::Delivered,
            (false, true) => DeliveryState::Failed,
            (false, false) => DeliveryState::Waiting,
        };
        let delivery = Delivery {
            state,
            attempts: job.attempt,
            status: told.as_ref().ok().copied(),
            problem: told.as_ref().err().map(|why| why.chars().take(300).collect()),
            changed: node.now(),
            ..kept.row
        };
        debug_assert_eq!(delivery.id(), call.delivery);
        write.update(&delivery, kept.version).await?;
    }
    if taken {
        write.job_done(job).await?;
    }
    write.commit().await?;
    if taken {
        Ok(())
    } else {
        Err(Refusal::internal(told.map_or_else(|why| why, |status| status.to_string())))
    }
}
