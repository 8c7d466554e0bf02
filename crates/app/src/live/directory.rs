//! The directory: parties by words and facets.

use super::node::Node;
use super::privacy;
use super::refusal::Refusal;
use super::view::PartyCard;
pub use super::view::search::{Facet, FacetCount, FacetValues, Facets, Hit, Wanted};
use super::who::Who;
use crate::boxed;
use pul_domain::Post;
use std::sync::Arc;

/// A party found, with its posts as whoever looks may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it was found.
    pub hit: Hit,
    /// The public fields of the party.
    pub card: Arc<PartyCard>,
    /// Its published posts, without what is closed.
    pub posts: Vec<Post>,
}

/// A page of the directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Parties: the best first where there are words, else by name.
    pub entries: Vec<Entry>,
    /// How many there are in all.
    pub total: u64,
    /// Counts of every facet.
    pub facets: Facets,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
    /// The position of the log it shows.
    pub position: i64,
}

/// Searches the directory: anybody may.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn search(node: &Node, who: &Who, wanted: &Wanted) -> Result<Directory, Refusal> {
    let introduced = privacy::introduced(node, who).await?;
    let view = node.view();
    let (searched, wanted) = (view.clone(), wanted.clone());
    let found = tokio::task::spawn_blocking(move || searched.search().find(&wanted));
    let found = found.await.map_err(Refusal::internal)?;
    let next = found.hits.last().filter(|_| found.more).map(|hit| hit.cursor.clone());
    let entries = found.hits.into_iter().filter_map(|hit| {
        let card = view.party(&hit.party)?.clone();
        let standing = privacy::standing(who, &card.id, &introduced);
        let closed = privacy::closed_of(Some(&card), standing);
        let posts = card.posts.iter().filter_map(|id| view.post(id));
        let posts = posts.map(|p| privacy::shown(&p.post, &closed)).collect();
        Some(Entry { hit, card, posts })
    });
    Ok(Directory {
        entries: entries.collect(),
        total: found.total,
        facets: found.facets,
        next,
        position: view.position(),
    })
}
