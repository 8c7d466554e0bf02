//! The asks of the picture, found for an offer by the skills they cannot do without.

use super::{Published, Shards};
use pul_domain::{Ask, Importance, Match, Offer, Post, PostId, SkillId};
use pul_matching::{Basis, Index, explain_with};
use pul_pack::Pack;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

type List = Vec<Arc<Published>>;

/// Published asks under one must-have skill each; those without any under none.
///
/// An offer can only pass where it reaches every must, so the asks under the skills it has
/// or implies, and those without a must, are all that need to be looked at.
#[derive(Debug, Clone, Default)]
pub struct Asks {
    by_must: HashMap<SkillId, Arc<List>>,
    without: Arc<List>,
    /// The must each ask stands under.
    place: Shards<PostId, Option<SkillId>>,
}

fn ask(published: &Published) -> Option<&Ask> {
    match &published.post {
        Post::Ask(ask) => Some(ask),
        Post::Offer(_) => None,
    }
}

impl Asks {
    /// All asks among some posts.
    pub fn build<'a>(posts: impl Iterator<Item = &'a Arc<Published>>) -> Asks {
        let mut asks = Asks::default();
        posts.for_each(|post| asks.add(post.clone()));
        asks
    }

    fn list(&mut self, must: Option<&SkillId>) -> &mut List {
        match must {
            Some(skill) => Arc::make_mut(self.by_must.entry(skill.clone()).or_default()),
            None => Arc::make_mut(&mut self.without),
        }
    }

    fn add(&mut self, published: Arc<Published>) {
        let Some(ask) = ask(&published) else { return };
        let musts = ask.skills.iter().filter(|r| r.importance == Importance::Must).map(|r| &r.skill);
        // The must that fewest asks stand under keeps the lists short.
        let rarest = musts.min_by_key(|s| (self.by_must.get(*s).map_or(0, |l| l.len()), (*s).clone()));
        let rarest = rarest.cloned();
        self.place.insert(ask.common.id.clone(), rarest.clone());
        self.list(rarest.as_ref()).push(published);
    }

    /// With posts changed: each with what is published now, if anything.
    pub fn changed(&mut self, changes: &[(PostId, Option<Arc<Published>>)]) {
        for (id, now) in changes {
            if let Some(must) = self.place.remove(id) {
                self.list(must.as_ref()).retain(|p| p.post.common().id != *id);
            }
            if let Some(published) = now {
                self.add(published.clone());
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.place.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.place.is_empty()
    }

    /// The best asks for an offer that a test lets through, explained: what judging every ask gives.
    pub fn top(
        &self,
        pack: &Pack,
        basis: &Arc<Basis>,
        offer: &Offer,
        top: usize,
        keep: impl Fn(&PostId) -> bool,
    ) -> Vec<Match> {
        let index = Index::with(basis.clone(), std::iter::once(offer));
        let mut searcher = index.searcher();
        let mut found: Vec<(u32, &Ask)> = Vec::new();
        for ask in self.candidates(pack, offer).filter_map(|p| ask(p)).filter(|a| keep(&a.common.id)) {
            let score = searcher.find(ask, 1).first().map(|f| f.score);
            found.extend(score.map(|score| (score, ask)));
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.common.id.cmp(&b.1.common.id)));
        found.truncate(top);
        found.into_iter().map(|(_, ask)| explain_with(basis, ask, offer)).collect()
    }

    fn candidates<'a>(&'a self, pack: &Pack, offer: &Offer) -> impl Iterator<Item = &'a Arc<Published>> {
        let mut reached: HashSet<SkillId> = HashSet::new();
        for skill in &offer.skills {
            reached.insert(skill.skill.clone());
            if let Some(ix) = pack.skill_ix(skill.skill.as_str()) {
                let implied = pack.closure().implied_by(ix).iter();
                reached.extend(implied.map(|(ix, _)| pack.skill(*ix).id.clone()));
            }
        }
        let under = self.by_must.iter().filter(move |(skill, _)| reached.contains(*skill));
        under.flat_map(|(_, list)| list.iter()).chain(self.without.iter())
    }
}
