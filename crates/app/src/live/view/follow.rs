//! What the log says has changed, read as it is now.

use super::Changes;
use super::load::{card, published};
use crate::live::refusal::Refusal;
use pul_store::tables::{PartyRow, PartyState, PostRow, PostState};
use pul_store::{Entry, Query, Record, Store};
use std::collections::{BTreeMap, BTreeSet};

/// Ids asked for at once: below the number of places a statement may have on either engine.
const AT_ONCE: usize = 500;

/// The parties and posts some entries touch, as they are now: later changes may be in them
/// already, and their own entries will find nothing more to change. The posts of a party come
/// and go with it.
pub(crate) async fn changes(store: &Store, entries: &[Entry]) -> Result<Changes, Refusal> {
    let parties = touched::<PartyRow>(store, entries).await?;
    let mut posts = touched::<PostRow>(store, entries).await?;
    let ids: Vec<&String> = parties.keys().collect();
    for some in ids.chunks(AT_ONCE) {
        let theirs = Query::new().one_of("party", some.iter().copied()).is("state", PostState::Published);
        for kept in store.find::<PostRow>(&theirs).await? {
            posts.insert(kept.row.id(), Some(kept.row));
        }
    }
    let owners: BTreeSet<&str> = posts.values().flatten().map(|row| row.party().as_str()).collect();
    let owners = rows::<PartyRow>(store, owners).await?;
    let takes_part = |row: &PostRow| {
        let owner = owners.get(row.party().as_str());
        owner.is_some_and(|owner| owner.state == PartyState::Active)
    };
    let posts = posts.into_iter().map(|(id, row)| (id, row.filter(takes_part).and_then(published)));
    let parties = parties.into_iter().map(|(id, row)| (id, row.and_then(card)));
    Ok(Changes {
        parties: parties.filter_map(|(id, card)| Some((id.parse().ok()?, card))).collect(),
        posts: posts.filter_map(|(id, now)| Some((id.parse().ok()?, now))).collect(),
    })
}

/// Records by their ids.
async fn rows<R: Record>(store: &Store, ids: BTreeSet<&str>) -> Result<BTreeMap<String, R>, Refusal> {
    let ids: Vec<&str> = ids.into_iter().collect();
    let mut found = BTreeMap::new();
    for some in ids.chunks(AT_ONCE) {
        for kept in store.find::<R>(&Query::new().one_of("id", some.iter().copied())).await? {
            found.insert(kept.row.id(), kept.row);
        }
    }
    Ok(found)
}

async fn touched<R: Record>(
    store: &Store,
    entries: &[Entry],
) -> Result<BTreeMap<String, Option<R>>, Refusal> {
    let of_table = entries.iter().filter(|e| e.table == R::TABLE.name);
    let ids: BTreeSet<&str> = of_table.map(|e| e.id.as_str()).collect();
    let mut found: BTreeMap<String, Option<R>> = ids.iter().map(|id| ((*id).to_owned(), None)).collect();
    found.extend(rows::<R>(store, ids).await?.into_iter().map(|(id, row)| (id, Some(row))));
    Ok(found)
}
