//! A message on trial: whoever adds an address sees that it is reached and can check its signature.

use super::JOB;
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_store::Job;
use pul_store::tables::{Delivery, DeliveryState, Webhook, WebhookState};

/// The event a message on trial tells of.
pub const TRIAL: &str = "test";
/// Where it stands among the deliveries: before every entry of the log.
const POSITION: i64 = 0;

/// Sends a message that tells of nothing, signed as any other. It is tried once; what came of it stands
/// among the deliveries, at position 0.
///
/// # Errors
/// `missing`; `webhook-paused` for one that is told nothing now.
#[boxed]
pub async fn test(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let mut write = node.write(who, "webhook-tested").await?;
    let kept = write.get::<Webhook>(id).await?.filter(|kept| kept.row.account == account);
    let hook = kept.ok_or_else(|| Refusal::missing("webhook"))?.row;
    if hook.state != WebhookState::Active {
        return Err(Refusal::state("webhook-paused", hook.state.as_str()));
    }
    let now = node.now();
    let delivery = Delivery {
        webhook: hook.id.clone(),
        position: POSITION,
        state: DeliveryState::Waiting,
        attempts: 0,
        status: None,
        problem: None,
        changed: now,
    };
    if let Some(before) = write.get::<Delivery>(&format!("{id}/{POSITION}")).await? {
        write.update(&delivery, before.version).await?;
    } else {
        write.insert(&delivery).await?;
    }
    let message = serde_json::json!({ "event": TRIAL, "position": POSITION, "at": now, "record": "webhook", "id": hook.id });
    let body = serde_json::json!({ "webhook": hook.id, "position": POSITION, "message": message });
    let id = format!("{JOB}:{}:{TRIAL}:{}", hook.id, now.as_microsecond());
    write.enqueue(&Job { id, kind: JOB.to_owned(), body, due: now, most: 1 }).await?;
    node.commit(write).await?;
    Ok(())
}
