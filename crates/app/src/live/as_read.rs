//! A record as it was at a version that somebody read, for whoever settles two changes of it.

use super::node::Node;
use super::refusal::Refusal;
use pul_store::{Act, Record};

/// The record at a version, from the log. None where the log no longer holds it, or where it does not
/// tell every version (a record that was erased in part): then there is nothing to compare with.
pub(crate) async fn at<R: Record>(
    node: &Node,
    id: &str,
    version: i64,
    now_is: i64,
) -> Result<Option<R>, Refusal> {
    let entries = node.store().history(R::TABLE.name, id).await?;
    let mut made: Vec<_> =
        entries.into_iter().filter(|e| matches!(e.act, Act::Insert | Act::Update)).collect();
    let place = usize::try_from(version - 1).ok();
    let whole = i64::try_from(made.len()).is_ok_and(|n| n == now_is);
    let Some(place) = place.filter(|place| whole && *place < made.len()) else { return Ok(None) };
    Ok(made.swap_remove(place).after.read::<R>()?)
}
