//! The review queue: organisers read what was handed in, publish it or say why not.

use super::node::Node;
use super::outbox::{self, Letter};
use super::paging::{Page, Paging, page};
use super::post_state::{Step, after};
use super::posts::{self, PostShown, expiry};
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::boxed;
use pul_domain::PostId;
use pul_store::tables::{PostRow, PostState};
use pul_store::{Actor, Job, Kept, Order, Query, Write};
use std::collections::BTreeSet;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 2_000;
/// Kind of the jobs that remind of posts about to expire.
pub const REMIND: &str = "post-reminder";

/// Posts that wait for review, the longest waiting first.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn queue(node: &Node, who: &Who, paging: &Paging) -> Result<Page<PostShown>, Refusal> {
    who.organiser()?;
    let query = Query::new().is("state", PostState::InReview).order("changed", Order::Asc);
    let found = page::<PostRow>(node, query, paging).await?;
    let view = node.view();
    Ok(found.map(|kept| {
        let name = view.party(kept.row.party()).map(|card| card.name.clone()).unwrap_or_default();
        posts::shown(kept, &name, true, &BTreeSet::new())
    }))
}

/// Publishes a post, from the version that was read. The new version.
///
/// # Errors
/// `forbidden`; `changed`: what was read is not what would be published; `post-state`.
#[boxed]
pub async fn approve(node: &Node, who: &Who, id: &PostId, version: i64) -> Result<i64, Refusal> {
    decide(node, who, id, version, None).await
}

/// Sends a post back, with a reason its party reads.
///
/// # Errors
/// As [`approve`]; `reason` for one that is empty or too long.
#[boxed]
pub async fn refuse(node: &Node, who: &Who, id: &PostId, version: i64, reason: &str) -> Result<i64, Refusal> {
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
        return Err(Refusal::field("reason", "reason"));
    }
    decide(node, who, id, version, Some(reason)).await
}

async fn decide(
    node: &Node,
    who: &Who,
    id: &PostId,
    version: i64,
    refused: Option<&str>,
) -> Result<i64, Refusal> {
    let account = who.organiser()?.clone();
    who.writer()?;
    let step = if refused.is_some() { Step::Refuse } else { Step::Approve };
    let mut write = node.write(who, step.word()).await?;
    let kept = write.get::<PostRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("post"))?;
    if kept.version != version {
        let told = Refusal::new(RefusalKind::Conflict, "changed").value("what", "post");
        return Err(told.value("id", id).value("version", kept.version));
    }
    let mut row = kept.row;
    row.state = after(row.state, step).ok_or_else(|| Refusal::state("post-state", row.state.as_str()))?;
    (row.reviewed_by, row.changed) = (Some(account), node.now());
    row.reason = refused.map(str::to_owned);
    if step == Step::Approve {
        (row.published, row.expires) = (Some(node.now()), Some(expiry(node)));
        remind_later(node, &mut write, &row).await?;
    }
    let version = write.update(&row, version).await?;
    let letter = Letter::new(step.word()).value("post", id).value("title", &row.post.common().title);
    let letter = letter.value("reason", refused.unwrap_or_default());
    outbox::post_to_party(node, &mut write, row.party(), letter).await?;
    node.commit(write).await?;
    Ok(version)
}

/// Has its party reminded before a post expires. The job looks again when it is due: a post
/// that was renewed by then is reminded of later.
pub(crate) async fn remind_later(node: &Node, write: &mut Write, row: &PostRow) -> Result<(), Refusal> {
    let Some(expires) = row.expires else { return Ok(()) };
    let ahead = jiff::SignedDuration::from_hours(24 * node.settings().remind_days);
    let id = row.post_id();
    let job = Job {
        id: format!("{REMIND}:{id}:{}", expires.as_second()),
        kind: REMIND.to_owned(),
        body: serde_json::json!({ "post": id, "expires": expires }),
        due: expires - ahead,
        most: 5,
    };
    write.enqueue(&job).await?;
    Ok(())
}

/// Reminds a post's party that it is about to expire.
pub(crate) async fn remind(node: &Node, job: &pul_store::Claimed) -> Result<(), Refusal> {
    let id = job.body["post"].as_str().unwrap_or_default();
    let mut write = node.write_as(&Actor::system("post-reminder")).await?;
    let kept = write.get::<PostRow>(id).await?.filter(|kept| kept.row.state == PostState::Published);
    if let Some(Kept { row, .. }) = kept {
        let ahead = jiff::SignedDuration::from_hours(24 * node.settings().remind_days);
        let expires = row.expires.unwrap_or(node.now());
        if expires - ahead <= node.now() {
            let letter =
                Letter::new("post-expiring").value("post", id).value("title", &row.post.common().title);
            let letter = letter.value("expires", expires);
            outbox::post_to_party(node, &mut write, row.party(), letter).await?;
        } else {
            remind_later(node, &mut write, &row).await?;
        }
    }
    write.job_done(job).await?;
    write.commit().await?;
    Ok(())
}

/// Expires posts whose time has run out; how many. A few hundred at a time, so that others may write.
pub(crate) async fn expire(node: &Node) -> Result<u64, Refusal> {
    let due =
        Query::new().is("state", PostState::Published).at_least("expires", 1).below("expires", node.now());
    let mut write = node.write_as(&Actor::system(Step::Expire.word())).await?;
    let found = write.find::<PostRow>(&due.order("expires", Order::Asc).limit(300)).await?;
    let count = found.len() as u64;
    for Kept { mut row, version } in found {
        (row.state, row.changed) = (PostState::Expired, node.now());
        write.update(&row, version).await?;
        let id = row.post_id().clone();
        let letter = Letter::new("post-expired").value("post", &id).value("title", &row.post.common().title);
        outbox::post_to_party(node, &mut write, row.party(), letter).await?;
    }
    node.commit(write).await?;
    Ok(count)
}
