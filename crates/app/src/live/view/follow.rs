//! What the log says has changed, read as it is now.

use super::Changes;
use super::load::{card, published};
use crate::live::refusal::Refusal;
use pul_store::tables::{PartyRow, PostRow};
use pul_store::{Entry, Query, Record, Store};
use std::collections::{BTreeMap, BTreeSet};

/// Ids asked for at once: below the number of places a statement may have on either engine.
const AT_ONCE: usize = 500;

/// The parties and posts some entries touch, as they are now: later changes may be in them
/// already, and their own entries will find nothing more to change.
pub(crate) async fn changes(store: &Store, entries: &[Entry]) -> Result<Changes, Refusal> {
    let parties = touched::<PartyRow>(store, entries).await?;
    let posts = touched::<PostRow>(store, entries).await?;
    Ok(Changes {
        parties: parties
            .into_iter()
            .filter_map(|(id, row)| Some((id.parse().ok()?, row.and_then(card))))
            .collect(),
        posts: posts
            .into_iter()
            .filter_map(|(id, row)| Some((id.parse().ok()?, row.and_then(published))))
            .collect(),
    })
}

async fn touched<R: Record>(
    store: &Store,
    entries: &[Entry],
) -> Result<BTreeMap<String, Option<R>>, Refusal> {
    let of_table = entries.iter().filter(|e| e.table == R::TABLE.name);
    let ids: BTreeSet<&str> = of_table.map(|e| e.id.as_str()).collect();
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut found: BTreeMap<String, Option<R>> = ids.iter().map(|id| ((*id).to_owned(), None)).collect();
    for some in ids.chunks(AT_ONCE) {
        for kept in store.find::<R>(&Query::new().one_of("id", some.iter().copied())).await? {
            found.insert(kept.row.id(), Some(kept.row));
        }
    }
    Ok(found)
}
