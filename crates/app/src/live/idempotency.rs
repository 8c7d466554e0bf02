//! Requests of the API that happen once, however often they are sent.
//!
//! A key is noted before its request is done. Whatever the request then changes is written in one
//! transaction with a mark on the key (`mark`), so that a node which dies between the change and the
//! answer leaves a key that tells: this was done. A request without a mark did nothing that is kept, and
//! may be done by whoever sends it again; should the first still be at it, its mark fails, and with the
//! mark its change.

use super::node::Node;
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::boxed;
use crate::files::hash;
use jiff::{SignedDuration, Timestamp};
use pul_domain::Private;
use pul_store::tables::IdempotencyKey;
use pul_store::{Actor, Kept, Query, Write};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How long a key is remembered.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);
/// A request that has neither changed anything nor ended after this long is taken over by whoever sends
/// it again: its node died.
const ABANDONED: SignedDuration = SignedDuration::from_secs(30);
/// Longest key, in bytes.
const LONGEST: usize = 100;
/// What whoever sent a request may be told it changed: things the API names by the same id. Letters and
/// the like are not among them; whether one went out can be private.
const TOLD: [&str; 11] = [
    "import",
    "introduction",
    "merge",
    "mission",
    "mission_plan",
    "mission_planning",
    "party",
    "post",
    "saved_quote",
    "saved_shortlist",
    "webhook",
];

tokio::task_local! {
    /// The request that is being done, if it came with a key.
    static UNDER: Arc<Held>;
}

/// A request that was begun under a key: what is done `under` it marks the key.
#[derive(Debug)]
pub struct Held {
    id: String,
    /// When it was begun: another time stands with the key once somebody has taken it over.
    created: Timestamp,
}

impl Held {
    /// The row of the key, held until the write ends; none once somebody else has taken it over.
    async fn row(&self, write: &mut Write) -> Result<Option<Kept<IdempotencyKey>>, Refusal> {
        let kept = write.get::<IdempotencyKey>(&self.id).await?;
        Ok(kept.filter(|kept| kept.row.created == self.created))
    }
}

/// What is known of a request.
#[derive(Debug)]
pub enum Begun {
    /// It is new: do it `under` this, then [`finish`] it.
    New(Arc<Held>),
    /// It was done: this was the status and the answer.
    Done(u16, String),
}

/// Does a request under its key.
pub async fn under<T>(held: Arc<Held>, request: impl Future<Output = T>) -> T {
    UNDER.scope(held, request).await
}

/// Marks the key of the request that is being done, if there is one, in the transaction of its change.
///
/// # Errors
/// `idempotency-running` where somebody else has taken the request over by now: the change may not be kept.
pub(crate) async fn mark(write: &mut Write) -> Result<(), Refusal> {
    let Ok(held) = UNDER.try_with(Arc::clone) else { return Ok(()) };
    let kept = held.row(write).await?.ok_or_else(running)?;
    let mut row = kept.row;
    let changed = write.changes().filter(|(table, _)| TOLD.contains(table));
    let mut all: BTreeSet<String> = changed.map(|(table, id)| format!("{table}/{id}")).collect();
    all.extend(row.changed.take().unwrap_or_default());
    row.changed = Some(all.into_iter().collect());
    write.update(&row, kept.version).await?;
    Ok(())
}

fn running() -> Refusal {
    Refusal::new(RefusalKind::Conflict, "idempotency-running")
}

fn request(method: &str, path: &str, body: &[u8]) -> String {
    hash(format!("{method} {path}\n{}", hash(body)).as_bytes())
}

/// Begins a request under a key of its sender.
///
/// # Errors
/// `idempotency-key` for one that is empty or too long; `idempotency-other` where the key was
/// used for another request; `idempotency-running` where the first has not ended yet; `idempotency-done`
/// where it was done and its answer was lost, with what it changed in `where`.
#[boxed]
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
        changed: None,
        created: node.now(),
    };
    let mut write = node.write(who, "request").await?;
    let id = pul_store::Record::id(&row);
    let held = Arc::new(Held { id: id.clone(), created: row.created });
    if write.insert_if_absent(&row).await? {
        write.commit().await?;
        return Ok(Begun::New(held));
    }
    let kept = write.get::<IdempotencyKey>(&id).await?.ok_or_else(|| Refusal::internal("key"))?;
    let (known, version) = (kept.row, kept.version);
    if known.request != request {
        return Err(Refusal::new(RefusalKind::Invalid, "idempotency-other"));
    }
    match (known.status, known.answer, known.changed) {
        (Some(status), Some(answer), _) => Ok(Begun::Done(status, answer.open_with_consent().clone())),
        (.., Some(changed)) => {
            let done = Refusal::new(RefusalKind::Conflict, "idempotency-done");
            Err(done.value("where", changed.join(" ")))
        }
        _ if known.created + ABANDONED <= node.now() => {
            // Two who send it again at once: one finds another version and is refused.
            write.update(&row, version).await?;
            write.commit().await?;
            Ok(Begun::New(held))
        }
        _ => Err(running()),
    }
}

/// Keeps the answer of a request, for when it is sent again. One that failed without a change is
/// forgotten, so that it can be mended and sent again; one that failed after its change stays marked.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn finish(node: &Node, who: &Who, held: &Held, answer: Option<(u16, &str)>) -> Result<(), Refusal> {
    let mut write = node.write(who, "request").await?;
    // Whoever took it over answers for it.
    let Some(kept) = held.row(&mut write).await? else { return Ok(()) };
    match answer {
        Some((status, text)) => {
            let answer = Some(Private::new(text.to_owned()));
            let row = IdempotencyKey { status: Some(status), answer, ..kept.row };
            write.update(&row, kept.version).await?;
        }
        None if kept.row.changed.is_none() => {
            write.sweep::<IdempotencyKey>(&Query::new().is("id", &held.id)).await?;
        }
        None => return Ok(()),
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
