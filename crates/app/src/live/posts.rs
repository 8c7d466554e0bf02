//! Posts: written by a party's members, handed in, renewed, taken back.

use super::node::Node;
use super::post_state::{Step, after};
use super::privacy;
use super::refusal::{Refusal, RefusalKind};
use super::who::Who;
use crate::boxed;
use jiff::{SignedDuration, Timestamp};
use pul_domain::{Findings, PartyId, Place, Post, PostId};
use pul_intake::check_post;
use pul_store::tables::{AccountId, PartyRow, PartyState, PostRow, PostState, PrivateField};
use pul_store::{Kept, Order, Query, Write};
use std::collections::BTreeSet;

/// Longest brief kept, in bytes.
pub const LONGEST_BRIEF: usize = 50_000;
/// Posts a party may have that are neither withdrawn nor expired.
const MOST: i64 = 500;

/// A post as somebody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostShown {
    /// Its id.
    pub id: PostId,
    /// Whose it is.
    pub party: PartyId,
    /// What that party is called.
    pub party_name: String,
    /// What it says, without what is closed to whoever looks.
    pub post: Post,
    /// Fields that are closed to whoever looks.
    pub closed: BTreeSet<PrivateField>,
    /// Where it stands.
    pub state: PostState,
    /// The text it was written from; for its members and organisers alone.
    pub brief: String,
    /// Why it was refused; for its members and organisers alone.
    pub reason: Option<String>,
    /// The import that brought it; for its members and organisers alone.
    pub import: Option<String>,
    /// When it was handed in.
    pub submitted: Option<Timestamp>,
    /// Since when it is published.
    pub published: Option<Timestamp>,
    /// When it expires unless renewed.
    pub expires: Option<Timestamp>,
    /// When it last changed.
    pub changed: Timestamp,
    /// The version a change must name.
    pub version: i64,
}

/// A kept post as it is shown; `inside` for its members and organisers.
pub(crate) fn shown(
    kept: Kept<PostRow>,
    party_name: &str,
    inside: bool,
    closed: &BTreeSet<PrivateField>,
) -> PostShown {
    let Kept { row, version } = kept;
    let none = BTreeSet::new();
    let closed = if inside { &none } else { closed };
    PostShown {
        id: row.post_id().clone(),
        party: row.party().clone(),
        party_name: party_name.to_owned(),
        post: if inside { row.post } else { privacy::shown(&row.post, closed) },
        closed: closed.clone(),
        state: row.state,
        brief: if inside { row.brief } else { String::new() },
        reason: row.reason.filter(|_| inside),
        import: row.import.filter(|_| inside).map(|id| id.to_string()),
        submitted: row.submitted,
        published: row.published,
        expires: row.expires,
        changed: row.changed,
        version,
    }
}

async fn row(node: &Node, id: &PostId) -> Result<Kept<PostRow>, Refusal> {
    let kept = node.store().get::<PostRow>(id.as_str()).await?;
    kept.ok_or_else(|| Refusal::missing("post"))
}

/// A post as whoever asks may see it: a published one, or their own, or any for organisers.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &PostId) -> Result<PostShown, Refusal> {
    let kept = row(node, id).await?;
    let party = kept.row.party().clone();
    let inside = who.speaks_for(&party) || who.is_organiser();
    if !inside && kept.row.state != PostState::Published {
        return Err(Refusal::missing("post"));
    }
    let owner = super::parties::visible(node, who, &party).await.map_err(|_| Refusal::missing("post"))?.row;
    let introduced = privacy::introduced(node, who).await?;
    let standing = privacy::standing(who, &party, &introduced);
    let opened = owner.consents.iter().map(|(f, c)| (*f, c.to)).collect();
    Ok(shown(kept, &owner.party.name, inside, &privacy::closed(&opened, standing)))
}

/// Every post of the parties whoever asks speaks for, those changed last first.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn own(node: &Node, who: &Who) -> Result<Vec<PostShown>, Refusal> {
    who.signed_in()?;
    let query = Query::new().one_of("party", &who.parties).order("changed", Order::Desc).limit(1_000);
    let found = node.store().find::<PostRow>(&query).await?;
    let mut all = Vec::with_capacity(found.len());
    for kept in found {
        let name = match node.view().party(kept.row.party()) {
            Some(card) => card.name.clone(),
            None => String::new(),
        };
        all.push(shown(kept, &name, true, &BTreeSet::new()));
    }
    Ok(all)
}

/// What is handed in for a post. Its id and its party's sides are put in here, whatever it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose post it is.
    pub party: PartyId,
    /// What it says.
    pub post: Post,
    /// The text it was written from, kept for its members.
    pub brief: String,
}

/// The post of a draft with the id and the party it must have, held against the pack.
fn checked(node: &Node, draft: &Draft, id: &PostId, owner: &PartyRow) -> Result<Post, Refusal> {
    let mut post = draft.post.clone();
    let common = match &mut post {
        Post::Ask(ask) => &mut ask.common,
        Post::Offer(offer) => &mut offer.common,
    };
    (common.id, common.party) = (id.clone(), owner.party.id.clone());
    common.sides = owner.party.sides.clone();
    if common.city.is_none() {
        common.city = owner.party.city.clone();
    }
    let mut findings = Findings::new();
    check_post(&post, node.pack(), &Place::default(), &mut findings);
    if post.common().title.trim().is_empty() {
        let place = Place::default().field("title");
        let cure = "Say in a few words what is wanted or given.";
        findings.push(pul_domain::Finding::fault("missing-title", place, "It has no title.", cure));
    }
    if draft.brief.len() > LONGEST_BRIEF {
        let place = Place::default().field("brief");
        let told = pul_domain::Finding::fault(
            "too-long",
            place,
            "The text is too long.",
            "Shorten it to 50,000 bytes.",
        );
        findings.push(told);
    }
    if findings.has_faults() { Err(Refusal::invalid(findings)) } else { Ok(post) }
}

async fn owner(write: &mut Write, id: &PartyId) -> Result<PartyRow, Refusal> {
    let kept = write.get::<PartyRow>(id.as_str()).await?;
    let open = |row: &PartyRow| matches!(row.state, PartyState::Active | PartyState::Hidden);
    kept.map(|k| k.row).filter(open).ok_or_else(|| Refusal::missing("party"))
}

/// Begins a post. It is a draft until it is handed in.
///
/// # Errors
/// `forbidden` for a party they do not speak for; `invalid` with every fault; `too-many-posts`.
#[boxed]
pub async fn draft(node: &Node, who: &Who, draft: &Draft) -> Result<PostId, Refusal> {
    let account = who.writer_for(&draft.party)?.clone();
    let mut write = node.write(who, "post-drafted").await?;
    let owner = owner(&mut write, &draft.party).await?;
    let live = [PostState::Draft, PostState::InReview, PostState::Refused, PostState::Published];
    let count = Query::new().is("party", &draft.party).one_of("state", live);
    if write.count::<PostRow>(&count).await? >= MOST {
        return Err(Refusal::state("too-many-posts", &MOST.to_string()));
    }
    let id: PostId = node.new_id();
    let post = checked(node, draft, &id, &owner)?;
    let row = PostRow {
        post,
        state: PostState::Draft,
        brief: draft.brief.clone(),
        reason: None,
        by: Some(account),
        reviewed_by: None,
        import: None,
        created: node.now(),
        submitted: None,
        published: None,
        expires: None,
        changed: node.now(),
    };
    write.insert(&row).await?;
    node.commit(write).await?;
    Ok(id)
}

/// What a post said, and the text it was written from, at a version that its people read: with it and
/// with [`show`], two changes of one post can be told apart. None where the log holds it no longer.
///
/// # Errors
/// `missing`, for anybody but its members and organisers.
#[boxed]
pub async fn as_read(
    node: &Node,
    who: &Who,
    id: &PostId,
    version: i64,
) -> Result<Option<(Post, String)>, Refusal> {
    let kept = row(node, id).await?;
    if !(who.speaks_for(kept.row.party()) || who.is_organiser()) {
        return Err(Refusal::missing("post"));
    }
    let then = super::as_read::at::<PostRow>(node, id.as_str(), version, kept.version).await?;
    Ok(then.map(|row| (row.post, row.brief)))
}

/// Changes a post from the version that was read; a published one goes back to review. The new version.
///
/// # Errors
/// `forbidden`; `changed`; `invalid`.
#[boxed]
pub async fn edit(node: &Node, who: &Who, id: &PostId, version: i64, draft: &Draft) -> Result<i64, Refusal> {
    step(node, who, id, Some(version), Step::Edit, |row, owner| {
        row.post = checked(node, draft, id, owner)?;
        row.brief = draft.brief.clone();
        Ok(())
    })
    .await
}

/// Hands a post in for review.
///
/// # Errors
/// `forbidden`; `changed`; `post-state`.
#[boxed]
pub async fn submit(node: &Node, who: &Who, id: &PostId, version: i64) -> Result<i64, Refusal> {
    let now = node.now();
    step(node, who, id, Some(version), Step::Submit, |row, _| {
        (row.submitted, row.reason) = (Some(now), None);
        Ok(())
    })
    .await
}

/// Takes a post back.
///
/// # Errors
/// `forbidden`; `changed`; `post-state`.
#[boxed]
pub async fn withdraw(node: &Node, who: &Who, id: &PostId, version: i64) -> Result<i64, Refusal> {
    step(node, who, id, Some(version), Step::Withdraw, |_, _| Ok(())).await
}

/// Says that a post still holds: it stays published, or is again, for as long as a new one.
///
/// # Errors
/// `forbidden`; `changed`; `post-state`.
#[boxed]
pub async fn renew(node: &Node, who: &Who, id: &PostId, version: i64) -> Result<i64, Refusal> {
    let expires = expiry(node);
    let now = node.now();
    step(node, who, id, Some(version), Step::Renew, |row, _| {
        row.expires = Some(expires);
        row.published = row.published.or(Some(now));
        Ok(())
    })
    .await
}

/// When a post published or renewed now expires.
pub(crate) fn expiry(node: &Node) -> Timestamp {
    node.now() + SignedDuration::from_hours(24 * node.settings().post_days.max(1))
}

/// A step of a post by its own people.
async fn step(
    node: &Node,
    who: &Who,
    id: &PostId,
    version: Option<i64>,
    step: Step,
    change: impl FnOnce(&mut PostRow, &PartyRow) -> Result<(), Refusal>,
) -> Result<i64, Refusal> {
    let account: AccountId = who.writer()?.clone();
    let mut write = node.write(who, step.word()).await?;
    let kept = write.get::<PostRow>(id.as_str()).await?.ok_or_else(|| Refusal::missing("post"))?;
    let party = kept.row.party().clone();
    if !(who.speaks_for(&party) || who.is_organiser()) {
        // A draft of somebody else is not there for them.
        let seen = kept.row.state == PostState::Published;
        return Err(if seen { Refusal::forbidden() } else { Refusal::missing("post") });
    }
    if version.is_some_and(|version| version != kept.version) {
        let told = Refusal::new(RefusalKind::Conflict, "changed").value("what", "post");
        return Err(told.value("id", id).value("version", kept.version));
    }
    let owner = owner(&mut write, &party).await?;
    let mut row = kept.row;
    let state = after(row.state, step).ok_or_else(|| Refusal::state("post-state", row.state.as_str()))?;
    change(&mut row, &owner)?;
    if step == Step::Edit {
        row.by = Some(account);
    }
    (row.state, row.changed) = (state, node.now());
    let version = write.update(&row, kept.version).await?;
    node.commit(write).await?;
    Ok(version)
}
