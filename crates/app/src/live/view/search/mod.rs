//! Search over the parties of the picture by words in three scripts, with facets.
//!
//! Ranking is BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009;
//! k1 = 1.2, b = 0.75) in whole numbers, over the parties there are now: two nodes with the
//! same parties give the same order.

mod catalogue;
mod document;
mod facets;
mod find;
mod lists;
mod page;
mod part;
mod rank;
mod segment;
mod terms;
mod words;

pub use facets::{Facet, FacetCount, FacetValues, Facets};
pub use find::Wanted;
pub use page::{Found, Hit};
pub use terms::terms;

use crate::live::view::{PartyCard, Published};
use catalogue::Catalogue;
use document::Document;
use part::Part;
use pul_domain::PartyId;
use pul_pack::Pack;
use segment::Segment;
use std::sync::Arc;

/// Changes after which the base is built anew.
const MOST_CHANGES: usize = 200;

/// Parties by their words and facets: most in a base, those changed since in a small delta.
#[derive(Debug, Clone)]
pub struct Search {
    catalogue: Arc<Catalogue>,
    base: Arc<Segment>,
    /// Numbers of the base's parties that have changed or gone, sorted.
    gone: Arc<Vec<u32>>,
    fresh: Vec<Arc<Document>>,
    delta: Arc<Segment>,
}

/// A party with what it publishes.
pub type Whole<'a> = (&'a PartyCard, Vec<&'a Published>);

impl Search {
    /// An index of parties.
    pub fn build<'a>(pack: &Pack, parties: impl Iterator<Item = Whole<'a>>) -> Search {
        let catalogue = Catalogue::of(pack);
        let documents = parties.map(|(card, posts)| Document::of(&catalogue, card, &posts));
        Search {
            base: Arc::new(Segment::build(&catalogue, documents)),
            gone: Arc::default(),
            fresh: Vec::new(),
            delta: Arc::default(),
            catalogue: Arc::new(catalogue),
        }
    }

    /// With parties changed: each with what it is now, if it still is.
    pub fn changed(&mut self, changes: &[(PartyId, Option<Whole<'_>>)]) {
        for (id, now) in changes {
            if let Some(number) = self.base.number(id)
                && let Err(at) = self.gone.binary_search(&number)
            {
                Arc::make_mut(&mut self.gone).insert(at, number);
            }
            self.fresh.retain(|document| document.id != *id);
            let documents = now.iter().map(|(card, posts)| Document::of(&self.catalogue, card, posts));
            self.fresh.extend(documents.map(Arc::new));
        }
        self.delta = Arc::new(Segment::build(&self.catalogue, self.fresh.iter().map(|document| &**document)));
    }

    /// Whether so much has changed that [`Search::build`] should be called again.
    pub fn is_worn(&self) -> bool {
        self.gone.len() + self.fresh.len() > MOST_CHANGES
    }

    fn parts(&self) -> [Part<'_>; 2] {
        [Part { segment: &self.base, gone: &self.gone }, Part { segment: &self.delta, gone: &[] }]
    }
}
