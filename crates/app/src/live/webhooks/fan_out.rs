//! From the log to messages, and from messages to addresses.

use super::{Call, Caller, JOB};
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::signature::sign;
use pul_domain::PartyId;
use pul_store::tables::{
    Account, AccountState, Delivery, DeliveryState, Introduction, IntroductionState, Membership, PostRow,
    Role, Setting, Webhook, WebhookState,
};
use pul_store::{Actor, Claimed, Entry, Job, Query, Record};
use std::collections::BTreeSet;

/// Attempts before a message is given up: about five hours.
const ATTEMPTS: u16 = 12;
/// Entries of the log fanned out at a time.
const AT_ONCE: u32 = 500;
/// How far the log was read.
const CURSOR: &str = "cursor:webhooks";

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
        let most = if position == 0 { 1 } else { i64::from(ATTEMPTS) };
        let given_up = job.attempt >= most;
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
