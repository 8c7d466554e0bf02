//! Requests of the API that happen once, however often they are sent.

use super::node::Node;
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::files::hash;
use jiff::SignedDuration;
use pul_domain::Private;
use pul_store::tables::IdempotencyKey;
use pul_store::{Actor, Query};

/// How long a key is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// A request that has not ended after this long never will: its node died. Whoever sends it again
/// does it anew, which is twice where the node had done it and died before it noted the answer.
const ABANDONED: SignedDuration = SignedDuration::from_secs(30);
/// Longest key, in bytes.
const LONGEST: usize = 100;

/// What is known of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begun {
    /// It is new: do it, then [`finish`] it.
    New,
    /// It was done: this was the status and the answer.
    Done(u16, String),
}

fn request(method: &str, path: &str, body: &[u8]) -> String {
    hash(format!("{method} {path}\n{}", hash(body)).as_bytes())
}

/// Begins a request under a key of its sender.
///
/// # Errors
/// `idempotency-key` for one that is empty or too long; `idempotency-other` where the key was
/// used for another request; `idempotency-running` where the first has not ended yet.
pub async fn begin(
    node: &Node,
    who: &Who,
    key: &str,
    (method, path): (&str, &str),
    body: &[u8],
) -> Result<Begun, Refusal> {
    let account = who.signed_in()?.clone();
    if key.is_empty() || key.len() > LONGEST || key.chars().any(char::is_control) {
        return Err(Refusal {
            place: Some("Idempotency-Key".into()),
            ..Refusal::new(RefusalKind::Bad, "idempotency-key")
        });
    }
    let request = request(method, path, body);
    let row = IdempotencyKey {
        account,
        key: key.to_owned(),
        request: request.clone(),
        status: None,
        answer: None,
        created: node.now(),
    };
    let mut write = node.write(who, "request").await?;
    let id = pul_store::Record::id(&row);
    if write.insert_if_absent(&row).await? {
        write.commit().await?;
        return Ok(Begun::New);
    }
    let kept = write.get::<IdempotencyKey>(&id).await?.ok_or_else(|| Refusal::internal("key"))?;
    let (known, version) = (kept.row, kept.version);
    if known.request != request {
        return Err(Refusal::new(RefusalKind::Invalid, "idempotency-other"));
    }
    match (known.status, known.answer) {
        (Some(status), Some(answer)) => Ok(Begun::Done(status, answer.open_with_consent().clone())),
        _ if known.created + ABANDONED <= node.now() => {
            // Two who send it again at once: one finds another version and is refused.
            write.update(&row, version).await?;
            write.commit().await?;
            Ok(Begun::New)
        }
        _ => Err(Refusal::new(RefusalKind::Conflict, "idempotency-running")),
    }
}

/// Keeps the answer of a request, for when it is sent again. One that failed for a reason that
/// may pass (status 500 and above) is forgotten, so that it can be tried again.
///
/// # Errors
/// What the store refuses.
pub async fn finish(node: &Node, who: &Who, key: &str, status: u16, answer: &str) -> Result<(), Refusal> {
    let id = format!("{}/{key}", who.signed_in()?);
    let mut write = node.write(who, "request").await?;
    let Some(kept) = write.get::<IdempotencyKey>(&id).await? else { return Ok(()) };
    if status >= 500 {
        write.sweep::<IdempotencyKey>(&Query::new().is("id", &id)).await?;
    } else {
        let answer = Some(Private::new(answer.to_owned()));
        write.update(&IdempotencyKey { status: Some(status), answer, ..kept.row }, kept.version).await?;
    }
    write.commit().await?;
    Ok(())
}

/// Forgets keys of yesterday; how many.
pub(crate) async fn forget(node: &Node) -> Result<u64, Refusal> {
    let mut write = node.write_as(&Actor::system("sweep")).await?;
    let gone = write.sweep::<IdempotencyKey>(&Query::new().below("created", node.now() - REMEMBERED)).await?;
    write.commit().await?;
    Ok(gone)
}
