//! Pages of lists: so many, and where to go on.

use super::node::Node;
use super::refusal::{Refusal, RefusalKind};
use pul_store::{Cursor, Kept, Query, Record};

/// Which page is wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paging {
    /// The cursor of the page before; none for the first.
    pub after: Option<String>,
    /// Longest page; 0 for the usual 50, never more than 200.
    pub limit: u32,
}

/// A page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// What stands on it.
    pub items: Vec<T>,
    /// Where the next begins, if there is one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// The same page of other things.
    pub fn map<U>(self, f: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(f).collect(), next: self.next }
    }
}

impl Paging {
    /// How many are wanted.
    pub fn limit(&self) -> u32 {
        if self.limit == 0 { 50 } else { self.limit.min(200) }
    }
}

/// A page of what a query asks for.
///
/// # Errors
/// `cursor` for one that was not given out here; what the store refuses.
pub(crate) async fn page<R: Record>(
    node: &Node,
    query: Query,
    paging: &Paging,
) -> Result<Page<Kept<R>>, Refusal> {
    let mut from = query.clone();
    if let Some(after) = &paging.after {
        let bad = || Refusal { place: Some("after".into()), ..Refusal::new(RefusalKind::Bad, "cursor") };
        from = from.after(Cursor::parse(after).ok_or_else(bad)?);
    }
    let most = paging.limit();
    let mut items = node.store().find::<R>(&from.limit(most + 1)).await?;
    let more = items.len() > most as usize;
    items.truncate(most as usize);
    let next = items.last().filter(|_| more).map(|last| query.cursor(&last.row).to_string());
    Ok(Page { items, next })
}
