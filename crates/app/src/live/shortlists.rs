//! Saved shortlists: a list as it was found, with what it was found from; kept or shared.

use super::matches::{self, MatchShown};
use super::node::Node;
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use crate::files::hash;
use crate::shortlists::FORMAT;
use pul_domain::{InputFile, Inputs, PostId, Shortlist, ShortlistFile};
use pul_store::tables::SavedShortlist;
use pul_store::{Order, Query};

/// Shortlists an account may have.
const MOST: i64 = 500;

/// A saved shortlist as its owner or whoever holds its link sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedShown {
    /// It, as it was saved.
    pub saved: SavedShortlist,
    /// Its matches with the other side as it is now; those taken back since are absent.
    pub matches: Vec<MatchShown>,
    /// How many of its matches are no longer published.
    pub gone: usize,
}

/// Saves the list of a post as it is now. What it was found from is named: the pack with its
/// hash, the weights, and the place of the log with its hash.
///
/// # Errors
/// As [`matches::of_post`]; `name`; `too-many-shortlists`.
#[boxed]
pub async fn save(
    node: &Node,
    who: &Who,
    post: &PostId,
    top: usize,
    title: &str,
) -> Result<SavedShortlist, Refusal> {
    let account = who.writer()?.clone();
    let title = title.trim();
    if title.is_empty() || title.chars().count() > super::accounts::LONGEST_NAME {
        return Err(Refusal::field("title", "name"));
    }
    let list = matches::of_post(node, who, post, top).await?;
    let head = node.store().head().await?;
    let log = InputFile { path: format!("log:{}", list.position), sha256: head.hash, mapping: None };
    let about = node.pack().about();
    let file = ShortlistFile {
        format: FORMAT.to_owned(),
        inputs: Inputs {
            pack: about.id.clone(),
            pack_version: about.version.clone(),
            pack_hash: node.prices().loaded.hash.clone(),
            asks: log.clone(),
            offers: log,
            as_of: list.day,
            direction: list.direction,
            top: u32::try_from(top).unwrap_or(u32::MAX),
            only: Some(post.clone()),
        },
        weights: node.pack().scoring().named(),
        shortlists: vec![Shortlist {
            of: post.clone(),
            admitted: None,
            matches: list.matches.into_iter().map(|m| m.found).collect(),
        }],
    };
    let mut write = node.write(who, "shortlist-saved").await?;
    if write.count::<SavedShortlist>(&Query::new().is("account", &account)).await? >= MOST {
        return Err(Refusal::state("too-many-shortlists", &MOST.to_string()));
    }
    let row = SavedShortlist {
        id: node.new_id(),
        account,
        title: title.to_owned(),
        file,
        share: None,
        created: node.now(),
    };
    write.insert(&row).await?;
    node.commit(write).await?;
    Ok(row)
}

/// The shortlists of whoever asks, the newest first.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<SavedShortlist>, Refusal> {
    let mine = Query::new().is("account", who.signed_in()?).order("created", Order::Desc);
    Ok(node.store().find::<SavedShortlist>(&mine).await?.into_iter().map(|kept| kept.row).collect())
}

/// A shortlist of whoever asks.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &str) -> Result<SavedShown, Refusal> {
    let account = who.signed_in()?;
    let kept = node.store().get::<SavedShortlist>(id).await?.filter(|kept| kept.row.account == *account);
    shown(node, who, kept.ok_or_else(|| Refusal::missing("shortlist"))?.row).await
}

/// The shortlist of a secret link. Whoever holds the link sees the matches, and of the posts
/// what they would see anyway: the link opens nobody's private fields.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn shared(node: &Node, who: &Who, secret: &str) -> Result<SavedShown, Refusal> {
    let query = Query::new().is("share", hash(secret.as_bytes())).limit(1);
    let found = node.store().find::<SavedShortlist>(&query).await?.into_iter().next();
    shown(node, who, found.ok_or_else(|| Refusal::missing("shortlist"))?.row).await
}

async fn shown(node: &Node, who: &Who, mut saved: SavedShortlist) -> Result<SavedShown, Refusal> {
    let all: Vec<_> = saved.file.shortlists.iter().flat_map(|list| list.matches.clone()).collect();
    let count = all.len();
    let matches = matches::show_all(node, who, saved.file.inputs.direction, all).await?;
    // The file itself must not tell what the lens left out.
    for list in &mut saved.file.shortlists {
        for found in &mut list.matches {
            if let Some(seen) =
                matches.iter().find(|m| m.found.ask == found.ask && m.found.offer == found.offer)
            {
                *found = seen.found.clone();
            } else {
                *found = super::privacy::shown_match(found.clone(), true);
            }
        }
    }
    Ok(SavedShown { gone: count - matches.len(), saved, matches })
}

/// Shares a shortlist by a secret link, or takes the link back. The secret, if it is shared.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn share(node: &Node, who: &Who, id: &str, shared: bool) -> Result<Option<String>, Refusal> {
    let account = who.writer()?.clone();
    let secret = shared.then(|| node.new_secret());
    let mut write = node.write(who, if shared { "shortlist-shared" } else { "shortlist-unshared" }).await?;
    let kept = write.get::<SavedShortlist>(id).await?.filter(|kept| kept.row.account == account);
    let kept = kept.ok_or_else(|| Refusal::missing("shortlist"))?;
    let share = secret.as_ref().map(|secret| hash(secret.as_bytes()));
    write.update(&SavedShortlist { share, ..kept.row }, kept.version).await?;
    node.commit(write).await?;
    Ok(secret)
}

/// Removes a shortlist.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn remove(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let mut write = node.write(who, "shortlist-removed").await?;
    let kept = write.get::<SavedShortlist>(id).await?.filter(|kept| kept.row.account == account);
    let kept = kept.ok_or_else(|| Refusal::missing("shortlist"))?;
    write.delete::<SavedShortlist>(id, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}
