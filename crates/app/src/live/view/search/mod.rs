//! Search over the parties of the picture by words in three scripts, with facets.
//!
//! Ranking is BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009;
//! k1 = 1.2, b = 0.75) in whole numbers, over the parties there are now: two nodes with the
//! same parties give the same order.

mod facets;
mod find;
mod rank;
mod segment;
mod terms;

pub use facets::{Facet, FacetCount, FacetValues, Facets};
pub use find::{Found, Hit, Wanted};
pub use terms::terms;

use crate::live::view::{PartyCard, Published};
use pul_domain::PartyId;
use pul_pack::Pack;
use segment::{Document, Segment};
use std::collections::HashSet;
use std::sync::Arc;

/// Changes after which the base is built anew.
const MOST_CHANGES: usize = 200;

/// Parties by their words and facets: most in a base, those changed since in a small delta.
#[derive(Debug, Clone)]
pub struct Search {
    base: Arc<Segment>,
    /// Numbers of the base's parties that have changed or gone.
    gone: Arc<HashSet<u32>>,
    fresh: Vec<Arc<Document>>,
    delta: Arc<Segment>,
}

/// A party with what it publishes.
pub type Whole<'a> = (&'a PartyCard, Vec<&'a Published>);

impl Search {
    /// An index of parties.
    pub fn build<'a>(pack: &Pack, parties: impl Iterator<Item = Whole<'a>>) -> Search {
        let documents = parties.map(|(card, posts)| Arc::new(Document::of(pack, card, &posts)));
        Search {
            base: Arc::new(Segment::build(documents.collect())),
            gone: Arc::default(),
            fresh: Vec::new(),
            delta: Arc::new(Segment::build(Vec::new())),
        }
    }

    /// With parties changed: each with what it is now, if it still is.
    pub fn changed(&mut self, pack: &Pack, changes: &[(PartyId, Option<Whole<'_>>)]) {
        for (id, now) in changes {
            if let Some(number) = self.base.number(id) {
                Arc::make_mut(&mut self.gone).insert(number);
            }
            self.fresh.retain(|d| d.id != *id);
            self.fresh.extend(now.iter().map(|(card, posts)| Arc::new(Document::of(pack, card, posts))));
        }
        self.delta = Arc::new(Segment::build(self.fresh.clone()));
    }

    /// Whether so much has changed that [`Search::build`] should be called again.
    pub fn is_worn(&self) -> bool {
        self.gone.len() + self.fresh.len() > MOST_CHANGES
    }
}
