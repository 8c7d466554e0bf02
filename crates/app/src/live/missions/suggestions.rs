//! Whom a party may wish to meet: those of the mission whose posts fit its own best.

use super::held::{Held, visible};
use crate::boxed;
use crate::live::matches::excluded;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::view::{Published, View};
use crate::live::who::Who;
use pul_domain::{Match, MissionId, PartyId, Post, PostId, WishState};
use pul_matching::Index;
use pul_store::tables::Invitation;
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Longest list of suggestions.
const MOST: usize = 100;
/// Matches looked at of each post for each suggestion wanted: a party has several posts, and is suggested once.
const OF_EACH: usize = 4;

/// A party somebody may wish to meet, with the pair of posts that fits best.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The party.
    pub party: PartyId,
    /// What it is called.
    pub name: String,
    /// Points of the match.
    pub points: u32,
    /// The ask of the pair.
    pub ask: PostId,
    /// What it is called.
    pub ask_title: String,
    /// The offer of the pair.
    pub offer: PostId,
    /// What it is called.
    pub offer_title: String,
}

/// Whom a party may wish to meet, the best fit first: parties that come or have not answered yet, in a role it may
/// meet, without those it has a standing wish with, wants none of, or keeps off its lists.
///
/// # Errors
/// `missing`; `forbidden`.
#[boxed]
pub async fn suggestions(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
    most: usize,
) -> Result<Vec<Suggestion>, Refusal> {
    let held = visible(node, who, id).await?;
    if !(who.speaks_for(party) || who.is_organiser()) {
        return Err(Refusal::forbidden());
    }
    between(node, &held, party, most).await
}

/// The same of a mission that was read, whoever asks.
pub(super) async fn between(
    node: &Node,
    held: &Held,
    party: &PartyId,
    most: usize,
) -> Result<Vec<Suggestion>, Refusal> {
    let kept_off = excluded(node, std::slice::from_ref(party)).await?;
    let mut candidates = candidates(held, party)?;
    candidates.retain(|other, _| !kept_off.contains(other));
    let (node, party, most) = (node.clone(), party.clone(), most.clamp(1, MOST));
    let found = tokio::task::spawn_blocking(move || {
        let view = node.view();
        fitting(&node, &view, &party, &candidates, most)
    });
    found.await.map_err(Refusal::internal)
}

/// Parties a wish could be for, with their names. A request that is kept from the party it asked stands like any other.
fn candidates(held: &Held, party: &PartyId) -> Result<BTreeMap<PartyId, String>, Refusal> {
    use WishState::{Cancelled, Declined, Expired};
    let own = &held.attendee(party)?.row.attendee;
    let standing = held.wishes.iter().map(|kept| &kept.row).filter(|row| {
        let seen = super::held::wish_seen_by(row, std::slice::from_ref(party)).is_some();
        seen && !matches!(row.wish.state, Declined | Cancelled | Expired)
    });
    let wished: HashSet<&PartyId> = standing.flat_map(|row| &row.wish.parties).collect();
    let fit = held.attendees.values().map(|kept| &kept.row).filter(|row| {
        let other = &row.attendee;
        other.party != *party
            && matches!(row.invitation, Invitation::Coming | Invitation::Invited)
            && !wished.contains(&other.party)
            && !own.no_thanks.contains(&other.party)
            && held.mission.roles_may_meet(&own.role, &other.role)
    });
    Ok(fit.map(|row| (row.attendee.party.clone(), row.attendee.name.clone())).collect())
}

/// The best pair of each party, the best first.
fn fitting(
    node: &Node,
    view: &View,
    party: &PartyId,
    candidates: &BTreeMap<PartyId, String>,
    most: usize,
) -> Vec<Suggestion> {
    let owner = |id: &PostId| view.post(id).map(|published| published.post.common().party.clone());
    let mut of_party: BTreeMap<PartyId, Match> = BTreeMap::new();
    for (other, found) in pairs(node, view, party, candidates, most * OF_EACH) {
        let Some(other) = owner(&other) else { continue };
        if of_party.get(&other).is_none_or(|known| known.score < found.score) {
            of_party.insert(other, found);
        }
    }
    let title = |id: &PostId| view.post(id).map(|p| p.post.common().title.clone()).unwrap_or_default();
    let mut all: Vec<Suggestion> = of_party
        .into_iter()
        .map(|(party, found)| Suggestion {
            name: candidates.get(&party).cloned().unwrap_or_default(),
            party,
            points: found.score,
            ask_title: title(&found.ask),
            ask: found.ask,
            offer_title: title(&found.offer),
            offer: found.offer,
        })
        .collect();
    all.sort_by(|a, b| (b.points, &a.party).cmp(&(a.points, &b.party)));
    all.truncate(most);
    all
}

/// The best pairs of each post of a party with posts of the candidates, each with the candidate's post.
fn pairs(
    node: &Node,
    view: &View,
    party: &PartyId,
    candidates: &BTreeMap<PartyId, String>,
    top: usize,
) -> Vec<(PostId, Match)> {
    let of = |party: &PartyId| view.party(party).map(|card| card.posts.clone()).unwrap_or_default();
    let theirs: Vec<PostId> = candidates.keys().flat_map(of).collect();
    let posts: Vec<&Arc<Published>> = theirs.iter().filter_map(|id| view.post(id)).collect();
    let ids: HashSet<&PostId> = posts.iter().map(|published| &published.post.common().id).collect();
    let offers = posts.iter().filter_map(|published| match &published.post {
        Post::Offer(offer) => Some(&**offer),
        Post::Ask(_) => None,
    });
    let index = Index::with(view.basis().clone(), offers);
    let mut found = Vec::new();
    for published in of(party).iter().filter_map(|id| view.post(id)) {
        match &published.post {
            Post::Ask(ask) => {
                found.extend(index.top(ask, top).matches.into_iter().map(|m| (m.offer.clone(), m)));
            }
            Post::Offer(offer) => {
                let best = view.asks().top(node.pack(), view.basis(), offer, top, |id| ids.contains(id));
                found.extend(best.into_iter().map(|m| (m.ask.clone(), m)));
            }
        }
    }
    found
}
