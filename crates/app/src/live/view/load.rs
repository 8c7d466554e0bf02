//! The first picture, read whole from the store.

use super::shared::{common, share};
use super::{PartyCard, Published, View};
use crate::live::refusal::Refusal;
use jiff::civil::Date;
use pul_domain::PartyId;
use pul_pack::Pack;
use pul_store::tables::{PartyRow, PartyState, PostRow, PostState};
use pul_store::{Order, Query, Record, Store};
use std::collections::HashSet;

/// Records read at a time.
const PAGE: u32 = 2_000;

/// The public fields of a party that takes part.
pub(super) fn card(row: PartyRow) -> Option<PartyCard> {
    if row.state != PartyState::Active {
        return None;
    }
    let party = row.party;
    Some(PartyCard {
        id: party.id,
        kind: party.kind,
        name: party.name,
        about: row.about,
        sides: party.sides,
        city: party.city,
        website: row.website,
        claimed: row.claimed,
        opened: row.consents.iter().map(|(field, consent)| (*field, consent.to)).collect(),
        posts: Vec::new(),
    })
}

/// A post that is published.
pub(super) fn published(row: PostRow) -> Option<Published> {
    match (row.state, row.published, row.expires) {
        (PostState::Published, Some(since), Some(until)) => Some(Published { post: row.post, since, until }),
        _ => None,
    }
}

/// Reads everything that is public. What changes meanwhile is found again in the log after
/// the position, which was read first.
pub(crate) async fn load(store: &Store, pack: &Pack, day: Date) -> Result<View, Refusal> {
    let position = store.position().await?;
    // Read in the order of ids, all of them: no index has those of one state in that order, and to sort
    // them anew for each page would cost the more the more there are.
    let parties = all(store, card);
    let posts = all(store, |row| {
        let mut published = published(row)?;
        share(pack, &mut published.post);
        Some(published)
    });
    let (cards, mut posts) = tokio::try_join!(parties, posts)?;
    let there: HashSet<&PartyId> = cards.iter().map(|card| &card.id).collect();
    posts.retain_mut(|published| {
        let party = &mut common(&mut published.post).party;
        let owner = there.get(party);
        owner.is_some_and(|owner| {
            *party = (*owner).clone();
            true
        })
    });
    drop(there);
    Ok(View::build(pack, day, position, cards, posts))
}

/// What is kept of each record, read page by page: of the next page no more is held than of this one.
async fn all<R: Record, T>(store: &Store, keep: impl Fn(R) -> Option<T>) -> Result<Vec<T>, Refusal> {
    let query = Query::new().order("id", Order::Asc).limit(PAGE);
    let mut found: Vec<T> = Vec::new();
    let mut page = query.clone();
    loop {
        let rows = store.find::<R>(&page).await?;
        let last = rows.last().filter(|_| rows.len() == PAGE as usize);
        let next = last.map(|last| query.clone().after(query.cursor(&last.row)));
        found.extend(rows.into_iter().filter_map(|kept| keep(kept.row)));
        match next {
            Some(next) => page = next,
            None => return Ok(found),
        }
    }
}
