//! The offers of the picture: an index of most, and a small one of those changed since.

use super::Published;
use pul_domain::{Ask, Match, Offer, Post, PostId};
use pul_matching::{Basis, Index};
use std::collections::HashSet;
use std::sync::Arc;

/// Changes after which the index of all offers is built anew.
const MOST_CHANGES: usize = 200;

/// Published offers, ready to be searched. Exact: a list equals that of one index of all.
#[derive(Debug, Clone)]
pub struct Offers {
    base: Arc<Index>,
    /// Offers in the base that have changed or gone since it was built.
    gone: Arc<HashSet<PostId>>,
    /// Offers published or changed since.
    fresh: Vec<Arc<Published>>,
    delta: Arc<Index>,
}

fn offer(published: &Published) -> Option<&Offer> {
    match &published.post {
        Post::Offer(offer) => Some(offer),
        Post::Ask(_) => None,
    }
}

impl Offers {
    /// An index of all offers among some posts.
    pub fn build<'a>(basis: &Arc<Basis>, posts: impl Iterator<Item = &'a Arc<Published>>) -> Offers {
        let base = Index::with(basis.clone(), posts.filter_map(|p| offer(p)));
        let delta = Index::with(basis.clone(), std::iter::empty::<&Offer>());
        Offers { base: Arc::new(base), gone: Arc::default(), fresh: Vec::new(), delta: Arc::new(delta) }
    }

    /// With posts changed: each with what is published now, if anything.
    pub fn changed(&mut self, basis: &Arc<Basis>, changes: &[(PostId, Option<Arc<Published>>)]) {
        for (id, now) in changes {
            self.fresh.retain(|p| p.post.common().id != *id);
            Arc::make_mut(&mut self.gone).insert(id.clone());
            self.fresh.extend(now.iter().filter(|p| offer(p).is_some()).cloned());
        }
        self.delta = Arc::new(Index::with(basis.clone(), self.fresh.iter().filter_map(|p| offer(p))));
    }

    /// Whether so much has changed that [`Offers::build`] should be called again.
    pub fn is_worn(&self) -> bool {
        self.gone.len() > MOST_CHANGES
    }

    /// How many there are in the two indexes, those gone counted too.
    pub fn indexed(&self) -> usize {
        self.base.len() + self.delta.len()
    }

    /// The best offers for an ask that a test lets through, explained. `refused` is how many
    /// offers at most the test keeps away.
    pub fn top(&self, ask: &Ask, top: usize, refused: usize, keep: impl Fn(&PostId) -> bool) -> Vec<Match> {
        let more = top + refused;
        let (base, delta) = (self.base.top(ask, more + self.gone.len().min(more)), self.delta.top(ask, more));
        let mut found: Vec<Match> = base.matches;
        found.retain(|m| !self.gone.contains(&m.offer));
        if found.len() < more && !self.gone.is_empty() {
            // Those gone may have taken the room of others: ask for as many more.
            found = self.base.top(ask, more + self.gone.len()).matches;
            found.retain(|m| !self.gone.contains(&m.offer));
        }
        found.extend(delta.matches);
        found.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.offer.cmp(&b.offer)));
        found.retain(|m| keep(&m.offer));
        found.truncate(top);
        found
    }
}
