//! Limits on what may be tried, counted in the database, so that every node holds them.

use super::node::Node;
use super::refusal::{Refusal, RefusalKind};
use crate::files::hash;
use jiff::SignedDuration;
use pul_store::tables::Attempt;
use pul_store::{Actor, Order, Query};

/// The time within which attempts are counted.
const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// What is counted: a kind of attempt, and whose. Addresses are kept only as hashes.
pub(crate) fn about(kind: &str, whose: &str) -> String {
    format!("{kind}:{}", hash(whose.as_bytes()))
}

/// Counts an attempt, unless so many were made within the hour.
///
/// # Errors
/// `too-often`, with the `seconds` until the oldest of them is forgotten.
pub(crate) async fn count(node: &Node, about: &str, most: u32) -> Result<(), Refusal> {
    let now = node.now();
    let since = now - WITHIN;
    let mut write = node.write_as(&Actor::new("public", "attempt")).await?;
    let recent =
        Query::new().is("about", about).at_least("at", since).order("at", Order::Desc).limit(most.max(1));
    let seen = write.find::<Attempt>(&recent).await?;
    if seen.len() >= most as usize {
        let oldest = seen.last().map_or(now, |kept| kept.row.at);
        let seconds = (oldest + WITHIN).duration_since(now).as_secs().max(1);
        return Err(Refusal::new(RefusalKind::TooMany, "too-often").value("seconds", seconds));
    }
    let id = node.new_id::<()>().to_string();
    write.insert(&Attempt { id, about: about.to_owned(), at: now }).await?;
    write.commit().await?;
    Ok(())
}

/// Forgets attempts that no longer count; how many.
pub(crate) async fn forget(node: &Node) -> Result<u64, Refusal> {
    let mut write = node.write_as(&Actor::system("sweep")).await?;
    let gone = write.sweep::<Attempt>(&Query::new().below("at", node.now() - WITHIN)).await?;
    write.commit().await?;
    Ok(gone)
}
