//! The picture: what is public now, held in memory, at a position of the log.
//!
//! It holds published posts and the public fields of parties, nothing private: a page that
//! reads the picture cannot leak. It is never changed; a new one is made from it and put in
//! its place, so that readers wait for nobody.

mod asks;
mod follow;
mod load;
mod offers;
pub mod search;
mod shards;
mod shared;

pub use asks::Asks;
pub(crate) use follow::changes;
pub(crate) use load::load;
pub use offers::Offers;
pub use search::{Search, Whole};
pub use shards::Shards;

use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{CityId, PartyId, PartyKind, Post, PostId, SideId};
use pul_matching::Basis;
use pul_pack::Pack;
use pul_store::tables::{Audience, PrivateField};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Changes at once from which on building the indexes anew costs less than changing them.
const MANY: usize = 500;

/// The public fields of a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyCard {
    /// Its id.
    pub id: PartyId,
    /// What kind it is.
    pub kind: PartyKind,
    /// Its name.
    pub name: String,
    /// What it says about itself, in its own words.
    pub about: String,
    /// Its sides.
    pub sides: Vec<SideId>,
    /// Where it is.
    pub city: Option<CityId>,
    /// Its page.
    pub website: Option<String>,
    /// Whether someone who signed in proved to act for it.
    pub claimed: bool,
    /// To whom it opened the private fields of its posts, its rates and references.
    pub opened: BTreeMap<PrivateField, Audience>,
    /// Its published posts, by id.
    pub posts: Vec<PostId>,
}

/// A post that is published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// What it says.
    pub post: Post,
    /// Since when.
    pub since: Timestamp,
    /// Until when, unless it is renewed.
    pub until: Timestamp,
}

/// What is public at a position of the log.
#[derive(Debug, Clone)]
pub struct View {
    position: i64,
    /// Changes whenever matches may have.
    generation: u64,
    day: Date,
    basis: Arc<Basis>,
    parties: Shards<PartyId, Arc<PartyCard>>,
    posts: Shards<PostId, Arc<Published>>,
    offers: Offers,
    asks: Asks,
    search: Search,
}

/// What has changed: parties and posts as they are now, if they still are.
#[derive(Debug, Default)]
pub struct Changes {
    /// Parties.
    pub parties: Vec<(PartyId, Option<PartyCard>)>,
    /// Posts.
    pub posts: Vec<(PostId, Option<Published>)>,
}

impl View {
    /// A picture of parties and posts.
    pub fn build(
        pack: &Pack,
        day: Date,
        position: i64,
        parties: impl IntoIterator<Item = PartyCard>,
        posts: impl IntoIterator<Item = Published>,
    ) -> View {
        let mut cards = Shards::default();
        parties.into_iter().for_each(|card| cards.insert(card.id.clone(), Arc::new(card)));
        let mut all = Shards::default();
        for published in posts {
            all.insert(published.post.common().id.clone(), Arc::new(published));
        }
        View::of(pack, day, position, cards, all)
    }

    fn of(
        pack: &Pack,
        day: Date,
        position: i64,
        mut parties: Shards<PartyId, Arc<PartyCard>>,
        posts: Shards<PostId, Arc<Published>>,
    ) -> View {
        own_posts(&mut parties, &posts);
        let basis = Arc::new(Basis::new(pack, day));
        let in_order = sorted(&posts);
        // The three indexes know nothing of each other.
        let (offers, asks, search) = std::thread::scope(|scope| {
            let offers = scope.spawn(|| Offers::build(&basis, in_order.iter()));
            let asks = scope.spawn(|| Asks::build(in_order.iter()));
            let search = Search::build(pack, parties.values().map(|card| whole(card, &posts)));
            (joined(offers), joined(asks), search)
        });
        View { position, generation: 0, day, basis, parties, posts, offers, asks, search }
    }

    /// The picture after some changes, at a later position.
    #[must_use]
    pub fn changed(&self, pack: &Pack, position: i64, changes: Changes) -> View {
        let mut next = View { position, ..self.clone() };
        let mut touched: Vec<PartyId> = changes.parties.iter().map(|(id, _)| id.clone()).collect();
        for (id, card) in changes.parties {
            match card {
                Some(mut card) => {
                    card.posts = next.parties.get(&id).map(|c| c.posts.clone()).unwrap_or_default();
                    next.parties.insert(id, Arc::new(card));
                }
                None => drop(next.parties.remove(&id)),
            }
        }
        let posts: Vec<(PostId, Option<Arc<Published>>)> =
            changes.posts.into_iter().map(|(id, now)| (id, now.map(Arc::new))).collect();
        for (id, now) in &posts {
            touched.extend(next.set_post(id, now.clone()));
        }
        if touched.len() > MANY {
            let built = View::of(pack, next.day, position, next.parties, next.posts);
            return View { generation: self.generation + 1, ..built };
        }
        touched.sort();
        touched.dedup();
        if !posts.is_empty() {
            next.generation += 1;
            next.offers.changed(&next.basis, &posts);
            next.asks.changed(&posts);
        }
        let parties: Vec<(PartyId, Option<Whole<'_>>)> = touched
            .into_iter()
            .map(|id| {
                let now = next.parties.get(&id).map(|card| whole(card, &next.posts));
                (id, now)
            })
            .collect();
        next.search.changed(&parties);
        drop(parties);
        next
    }

    /// Sets or takes away a post; the parties it stood and stands under.
    fn set_post(&mut self, id: &PostId, now: Option<Arc<Published>>) -> Vec<PartyId> {
        let owner = |p: &Arc<Published>| p.post.common().party.clone();
        let (before, after) = (self.posts.get(id).map(owner), now.as_ref().map(owner));
        let mut owners: Vec<PartyId> = before.into_iter().chain(after.clone()).collect();
        owners.dedup();
        for party in &owners {
            if let Some(card) = self.parties.get(party) {
                let mut card = PartyCard::clone(card);
                card.posts.retain(|p| p != id);
                if after.as_ref() == Some(party) {
                    card.posts.push(id.clone());
                    card.posts.sort();
                }
                self.parties.insert(party.clone(), Arc::new(card));
            }
        }
        match now {
            Some(published) => self.posts.insert(id.clone(), published),
            None => drop(self.posts.remove(id)),
        }
        owners
    }

    /// Whether it should be built anew: much has changed, or another day has begun.
    pub fn is_worn(&self, today: Date) -> bool {
        self.offers.is_worn() || self.search.is_worn() || self.day != today
    }

    /// The same picture with its indexes built anew, for a day.
    #[must_use]
    pub fn rebuilt(&self, pack: &Pack, day: Date) -> View {
        let built = View::of(pack, day, self.position, self.parties.clone(), self.posts.clone());
        View { generation: self.generation + 1, ..built }
    }

    /// The same picture, told apart from another that took its place meanwhile.
    #[must_use]
    pub fn after_generation(self, other: &View) -> View {
        View { generation: self.generation.max(other.generation + 1), ..self }
    }

    /// The position of the log it shows.
    pub fn position(&self) -> i64 {
        self.position
    }

    /// A number that changes whenever matches may have; within one process only.
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// The day its matches are made for.
    pub fn day(&self) -> Date {
        self.day
    }

    /// What matching takes from the pack on that day.
    pub fn basis(&self) -> &Arc<Basis> {
        &self.basis
    }

    /// A party.
    pub fn party(&self, id: &PartyId) -> Option<&Arc<PartyCard>> {
        self.parties.get(id)
    }

    /// A published post.
    pub fn post(&self, id: &PostId) -> Option<&Arc<Published>> {
        self.posts.get(id)
    }

    /// Every published post, in no stated order.
    pub fn posts(&self) -> impl Iterator<Item = &Arc<Published>> {
        self.posts.values()
    }

    /// Every party, in no stated order.
    pub fn parties(&self) -> impl Iterator<Item = &Arc<PartyCard>> {
        self.parties.values()
    }

    /// How many parties and posts there are.
    pub fn counts(&self) -> (usize, usize) {
        (self.parties.len(), self.posts.len())
    }

    /// The offers.
    pub fn offers(&self) -> &Offers {
        &self.offers
    }

    /// The asks.
    pub fn asks(&self) -> &Asks {
        &self.asks
    }

    /// The directory.
    pub fn search(&self) -> &Search {
        &self.search
    }
}

fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|why| std::panic::resume_unwind(why))
}

fn sorted(posts: &Shards<PostId, Arc<Published>>) -> Vec<Arc<Published>> {
    let mut all: Vec<Arc<Published>> = posts.values().cloned().collect();
    all.sort_by(|a, b| a.post.common().id.cmp(&b.post.common().id));
    all
}

fn own_posts(parties: &mut Shards<PartyId, Arc<PartyCard>>, posts: &Shards<PostId, Arc<Published>>) {
    let mut by_party: std::collections::HashMap<PartyId, Vec<PostId>> = std::collections::HashMap::new();
    for published in posts.values() {
        let common = published.post.common();
        by_party.entry(common.party.clone()).or_default().push(common.id.clone());
    }
    for (party, mut ids) in by_party {
        ids.sort();
        if let Some(card) = parties.get(&party).filter(|card| card.posts != ids) {
            let card = PartyCard { posts: ids, ..PartyCard::clone(card) };
            parties.insert(party, Arc::new(card));
        }
    }
}

/// A party with what it publishes.
fn whole<'a>(card: &'a PartyCard, posts: &'a Shards<PostId, Arc<Published>>) -> Whole<'a> {
    (card, card.posts.iter().filter_map(|id| posts.get(id)).map(|p| &**p).collect())
}
