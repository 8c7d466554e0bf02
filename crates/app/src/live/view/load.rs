//! The first picture, read whole from the store.

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
    let parties = all::<PartyRow>(store, Query::new().is("state", PartyState::Active)).await?;
    let posts = all::<PostRow>(store, Query::new().is("state", PostState::Published)).await?;
    let cards: Vec<_> = parties.into_iter().filter_map(card).collect();
    let there: HashSet<PartyId> = cards.iter().map(|card| card.id.clone()).collect();
    let posts = posts.into_iter().filter(|row| there.contains(row.party())).filter_map(published);
    Ok(View::build(pack, day, position, cards, posts))
}

async fn all<R: Record>(store: &Store, query: Query) -> Result<Vec<R>, Refusal> {
    let query = query.order("id", Order::Asc).limit(PAGE);
    let mut found: Vec<R> = Vec::new();
    let mut page = query.clone();
    loop {
        let rows = store.find::<R>(&page).await?;
        let full = rows.len() == PAGE as usize;
        found.extend(rows.into_iter().map(|kept| kept.row));
        match found.last().filter(|_| full) {
            Some(last) => page = query.clone().after(query.cursor(last)),
            None => return Ok(found),
        }
    }
}
