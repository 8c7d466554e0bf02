//! My matches: the best of the other side for each post, why, and why not.

use super::introductions::{self, IntroductionShown};
use super::node::Node;
use super::privacy;
use super::refusal::Refusal;
use super::view::{Published, View};
use super::who::Who;
use crate::boxed;
use pul_domain::{CityId, Direction, Match, PartyId, PartyKind, Post, PostId, SideId, WhyNot};
use pul_matching::{explain_with, why_not_with};
use pul_store::Query;
use pul_store::tables::{Exclusion, PostRow, PrivateField};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex};

/// Longest list.
pub const LONGEST: usize = 100;
/// Length of the lists that are remembered.
const KEPT: usize = 20;
/// How many lists are remembered: some 40 MB of explanations at most.
const MOST_LISTS: usize = 1_000;

/// Lists found lately.
#[derive(Debug, Default)]
pub(crate) struct Lists(Mutex<HashMap<PostId, Remembered>>);

/// A list with the generation of the picture it was found in.
type Remembered = (u64, Arc<Vec<Match>>);

impl Lists {
    fn get(&self, id: &PostId, generation: u64) -> Option<Arc<Vec<Match>>> {
        let lists = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        lists.get(id).filter(|(of, _)| *of == generation).map(|(_, list)| list.clone())
    }

    fn put(&self, id: &PostId, generation: u64, list: &Arc<Vec<Match>>) {
        let mut lists = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if lists.len() >= MOST_LISTS {
            lists.clear();
        }
        lists.insert(id.clone(), (generation, list.clone()));
    }
}

/// A match as one of its parties sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchShown {
    /// Score, points and the cause of every part.
    pub found: Match,
    /// Whether the amounts behind the price are closed to whoever looks: the points stay.
    pub rate_closed: bool,
    /// The other side's post, without what is closed.
    pub post: Post,
    /// Fields of it that are closed.
    pub closed: BTreeSet<PrivateField>,
    /// Whose it is.
    pub party: PartyId,
    /// What that party is called.
    pub party_name: String,
    /// What kind it is.
    pub party_kind: Option<PartyKind>,
    /// Its sides.
    pub sides: Vec<SideId>,
    /// Where it is.
    pub city: Option<CityId>,
    /// The latest introduction for this pair between the two, as whoever looks may know it.
    pub introduction: Option<IntroductionShown>,
}

/// The list of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchList {
    /// The post.
    pub of: PostId,
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub party: PartyId,
    /// Whether offers are listed for an ask, or asks for an offer.
    pub direction: Direction,
    /// The best first.
    pub matches: Vec<MatchShown>,
    /// The day the matches are made for.
    pub day: jiff::civil::Date,
    /// The position of the log they were found at.
    pub position: i64,
}

/// A pair with what it is to each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairShown {
    /// Every point of it.
    pub shown: MatchShown,
    /// Every rule that keeps it apart; none where it is a match.
    pub why_not: WhyNot,
    /// The ask as whoever looks may see it.
    pub ask: Post,
    /// The offer as whoever looks may see it.
    pub offer: Post,
}

/// Whom some parties keep off their lists.
pub(crate) async fn excluded(node: &Node, parties: &[PartyId]) -> Result<HashSet<PartyId>, Refusal> {
    let query = Query::new().one_of("party", parties);
    let found = node.store().find::<Exclusion>(&query).await?;
    Ok(found.into_iter().map(|kept| kept.row.other).collect())
}

/// The best matches of a post, whether it is published or still a draft: a draft shows what it
/// would be matched with. `keep` tells which posts of the other side may stand on the list.
fn best(
    node: &Node,
    view: &View,
    post: &Post,
    top: usize,
    refused: usize,
    keep: impl Fn(&PostId) -> bool,
) -> Vec<Match> {
    match post {
        Post::Ask(ask) => view.offers().top(ask, top, refused, keep),
        Post::Offer(offer) => view.asks().top(node.pack(), view.basis(), offer, top, keep),
    }
}

fn other(found: &Match, post: &Post) -> PostId {
    match post {
        Post::Ask(_) => found.offer.clone(),
        Post::Offer(_) => found.ask.clone(),
    }
}

/// The list of a post without those its party keeps off. Remembered while nothing changes.
fn list_of(node: &Node, view: &View, post: &Post, top: usize, excluded: &HashSet<PartyId>) -> Vec<Match> {
    let id = &post.common().id;
    let published = view.post(id).is_some_and(|p| p.post == *post);
    let allowed = |id: &PostId| view.post(id).is_some_and(|p| !excluded.contains(&p.post.common().party));
    if top <= KEPT && published {
        let list = node.lists().get(id, view.generation()).unwrap_or_else(|| {
            let found = Arc::new(best(node, view, post, KEPT, 0, |_| true));
            node.lists().put(id, view.generation(), &found);
            found
        });
        let kept: Vec<Match> = list.iter().filter(|m| allowed(&other(m, post))).take(top).cloned().collect();
        if kept.len() == top || kept.len() == list.len() || list.len() < KEPT {
            return kept;
        }
    }
    let refused = excluded.iter().filter_map(|p| view.party(p)).map(|card| card.posts.len()).sum();
    best(node, view, post, top, refused, allowed)
}

/// The best matches of a post of theirs, or of any for organisers.
///
/// # Errors
/// `missing`; `sign-in`.
#[boxed]
pub async fn of_post(node: &Node, who: &Who, id: &PostId, top: usize) -> Result<MatchList, Refusal> {
    who.signed_in()?;
    let view = node.view();
    let post = match view.post(id) {
        Some(published) => published.post.clone(),
        None => {
            let kept = node.store().get::<PostRow>(id.as_str()).await?;
            kept.ok_or_else(|| Refusal::missing("post"))?.row.post
        }
    };
    let party = post.common().party.clone();
    if !(who.speaks_for(&party) || who.is_organiser()) {
        return Err(Refusal::missing("post"));
    }
    let excluded = excluded(node, std::slice::from_ref(&party)).await?;
    let top = top.clamp(1, LONGEST);
    let (node_too, view_too, post_too) = (node.clone(), view.clone(), post.clone());
    let found = tokio::task::spawn_blocking(move || list_of(&node_too, &view_too, &post_too, top, &excluded));
    let found = found.await.map_err(Refusal::internal)?;
    let lens = Lens::new(node, who).await?;
    let matches = found.into_iter().filter_map(|m| {
        let published = view.post(&other(&m, &post))?.clone();
        Some(lens.shown(&view, m, &published))
    });
    Ok(MatchList {
        of: id.clone(),
        title: post.common().title.clone(),
        party,
        direction: direction(&post),
        matches: matches.collect(),
        day: view.day(),
        position: view.position(),
    })
}

fn direction(post: &Post) -> Direction {
    match post {
        Post::Ask(_) => Direction::OffersForAsks,
        Post::Offer(_) => Direction::AsksForOffers,
    }
}

/// The lists of every published post of the parties they speak for.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn mine(node: &Node, who: &Who, top: usize) -> Result<Vec<MatchList>, Refusal> {
    who.signed_in()?;
    let view = node.view();
    let cards = who.parties.iter().filter_map(|party| view.party(party));
    let ids: Vec<PostId> = cards.flat_map(|card| card.posts.clone()).collect();
    let mut lists = Vec::with_capacity(ids.len());
    for id in ids {
        lists.push(of_post(node, who, &id, top).await?);
    }
    Ok(lists)
}

/// What somebody may see of matches: how near they stand to others, and what they asked them.
struct Lens<'a> {
    who: &'a Who,
    introduced: BTreeSet<PartyId>,
    introductions: Vec<IntroductionShown>,
}

impl Lens<'_> {
    async fn new<'a>(node: &Node, who: &'a Who) -> Result<Lens<'a>, Refusal> {
        let introduced = privacy::introduced(node, who).await?;
        Ok(Lens { who, introduced, introductions: introductions::beside(node, who).await? })
    }

    fn closed(&self, view: &View, party: &PartyId) -> BTreeSet<PrivateField> {
        let standing = privacy::standing(self.who, party, &self.introduced);
        privacy::closed_of(view.party(party).map(|card| &**card), standing)
    }

    fn shown(&self, view: &View, found: Match, other: &Published) -> MatchShown {
        let common = other.post.common();
        let card = view.party(&common.party);
        let closed = self.closed(view, &common.party);
        let rate_closed = closed.contains(&PrivateField::Rate);
        let of_pair = |i: &&IntroductionShown| i.ask == found.ask && i.offer == found.offer;
        MatchShown {
            introduction: self.introductions.iter().find(of_pair).cloned(),
            post: privacy::shown(&other.post, &closed),
            party: common.party.clone(),
            party_name: card.map(|c| c.name.clone()).unwrap_or_default(),
            party_kind: card.map(|c| c.kind),
            sides: common.sides.clone(),
            city: common.city.clone(),
            found: privacy::shown_match(found, rate_closed),
            rate_closed,
            closed,
        }
    }
}

/// What an ask and an offer are to each other, and why not: for whoever speaks for the party
/// of one of the two, and for organisers.
///
/// # Errors
/// `sign-in`; `missing` for posts that are not published, or neither of which is theirs.
#[boxed]
pub async fn pair(node: &Node, who: &Who, ask: &PostId, offer: &PostId) -> Result<PairShown, Refusal> {
    who.signed_in()?;
    let view = node.view();
    let post = |id: &PostId| view.post(id).cloned().ok_or_else(|| Refusal::missing("post"));
    let (ask, offer) = (post(ask)?, post(offer)?);
    let (Post::Ask(asked), Post::Offer(offered)) = (&ask.post, &offer.post) else {
        return Err(Refusal::missing("post"));
    };
    let owners = [&asked.common.party, &offered.common.party];
    if !(who.is_organiser() || owners.iter().any(|party| who.speaks_for(party))) {
        return Err(Refusal::missing("post"));
    }
    let lens = Lens::new(node, who).await?;
    let closed = owners.map(|party| lens.closed(&view, party));
    let rate_closed = closed.iter().any(|closed| closed.contains(&PrivateField::Rate));
    let found = explain_with(view.basis(), asked, offered);
    let why_not = privacy::shown_why_not(why_not_with(view.basis(), asked, offered), rate_closed);
    let other = if who.speaks_for(owners[0]) { &offer } else { &ask };
    Ok(PairShown {
        shown: lens.shown(&view, found, other),
        why_not,
        ask: privacy::shown(&ask.post, &closed[0]),
        offer: privacy::shown(&offer.post, &closed[1]),
    })
}

/// Matches found earlier as somebody may see them now; those whose posts are gone are left out.
pub(crate) async fn show_all(
    node: &Node,
    who: &Who,
    direction: Direction,
    found: Vec<Match>,
) -> Result<Vec<MatchShown>, Refusal> {
    let lens = Lens::new(node, who).await?;
    let view = node.view();
    let shown = found.into_iter().filter_map(|m| {
        let id = match direction {
            Direction::OffersForAsks => &m.offer,
            Direction::AsksForOffers => &m.ask,
        };
        let published = view.post(id)?.clone();
        Some(lens.shown(&view, m, &published))
    });
    Ok(shown.collect())
}
