//! Introductions: one party asks to meet another; both must say yes; a no may stay private.

mod answer;
mod exclusions;

pub(crate) use answer::expire;
pub use answer::{accept, decline, veto, withdraw};
pub use exclusions::{exclude, exclusions};

use super::introduction_state as states;
use super::node::Node;
use super::outbox::{self, Letter};
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use jiff::{SignedDuration, Timestamp};
use pul_domain::{PartyId, Post, PostId};
use pul_store::tables::{
    Exclusion, Introduction, IntroductionId, IntroductionState, PartyRow, PartyState, PostRow, PostState,
};
use pul_store::{Order, Query};

/// Longest message, in characters.
const LONGEST_MESSAGE: usize = 2_000;

/// An introduction as one of its sides sees it. There is no version in it: a requester could
/// tell from one that something had happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IntroductionShown {
    /// Its id.
    pub id: IntroductionId,
    /// Who asks to be introduced.
    pub from: PartyId,
    /// What they are called.
    pub from_name: String,
    /// To whom.
    pub to: PartyId,
    /// What they are called.
    pub to_name: String,
    /// The ask of the match.
    pub ask: PostId,
    /// The offer of the match.
    pub offer: PostId,
    /// Where it stands, as far as whoever looks may know.
    pub state: IntroductionState,
    /// What the requester wrote.
    pub message: String,
    /// What the other side wrote back.
    pub answer: Option<String>,
    /// When it was asked for.
    pub requested: Timestamp,
    /// When it was answered.
    pub answered: Option<Timestamp>,
    /// When it ends without an answer.
    pub expires: Timestamp,
    /// Whether whoever looks speaks for the party that was asked.
    pub asked: bool,
}

/// What a request is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The ask of the match.
    pub ask: PostId,
    /// The offer of the match. Whoever asks speaks for the party of one of the two.
    pub offer: PostId,
    /// What they write.
    pub message: String,
}

fn shown(node: &Node, who: &Who, row: Introduction) -> IntroductionShown {
    let asked = who.speaks_for(&row.to) || (who.is_organiser() && !who.speaks_for(&row.from));
    let now = node.now();
    let state = if asked { states::seen_by_asked(&row, now) } else { states::seen_by_requester(&row, now) };
    // Times and words of an answer that the requester may not know of stay behind.
    let told = asked || matches!(state, IntroductionState::Accepted | IntroductionState::Declined);
    let view = node.view();
    let name = |id: &PartyId| view.party(id).map(|card| card.name.clone()).unwrap_or_default();
    IntroductionShown {
        from_name: name(&row.from),
        to_name: name(&row.to),
        state,
        answer: row.answer.filter(|_| told),
        answered: row.answered.filter(|_| told),
        asked,
        id: row.id,
        from: row.from,
        to: row.to,
        ask: row.ask,
        offer: row.offer,
        message: row.message,
        requested: row.requested,
        expires: row.expires,
    }
}

/// The introductions of the parties whoever asks speaks for, the newest first.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<IntroductionShown>, Refusal> {
    who.signed_in()?;
    let newest = Query::new().order("requested", Order::Desc).limit(500);
    let mut all = Vec::new();
    for key in ["from_party", "to_party"] {
        let found = node.store().find::<Introduction>(&newest.clone().one_of(key, &who.parties)).await?;
        all.extend(found.into_iter().map(|kept| kept.row));
    }
    all.sort_by(|a, b| b.requested.cmp(&a.requested).then_with(|| b.id.cmp(&a.id)));
    all.dedup_by(|a, b| a.id == b.id);
    all.retain(|row| !is_hidden_from(who, row));
    Ok(all.into_iter().map(|row| shown(node, who, row)).collect())
}

/// A request that an earlier veto answered, so that it has an answer of nobody, was never put
/// to those who vetoed: they are not troubled by it.
fn is_hidden_from(who: &Who, row: &Introduction) -> bool {
    let never_put = row.answered.is_some() && row.answered_by.is_none();
    never_put && who.speaks_for(&row.to) && !who.speaks_for(&row.from)
}

/// One introduction, for its two sides and organisers.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &str) -> Result<IntroductionShown, Refusal> {
    let kept = node.store().get::<Introduction>(id).await?.ok_or_else(|| Refusal::missing("introduction"))?;
    let inside = who.speaks_for(&kept.row.from) || who.speaks_for(&kept.row.to) || who.is_organiser();
    if !inside || is_hidden_from(who, &kept.row) {
        return Err(Refusal::missing("introduction"));
    }
    Ok(shown(node, who, kept.row))
}

/// Introductions between the parties of whoever asks and others, to show beside matches.
pub(crate) async fn beside(node: &Node, who: &Who) -> Result<Vec<IntroductionShown>, Refusal> {
    if who.parties.is_empty() { Ok(Vec::new()) } else { list(node, who).await }
}

/// The two posts of a request, both published, and which party asks which.
struct Pair {
    from: PartyId,
    to: PartyId,
}

async fn pair(write: &mut pul_store::Write, who: &Who, request: &Request) -> Result<Pair, Refusal> {
    let mut parties = Vec::new();
    for (id, asks) in [(&request.ask, true), (&request.offer, false)] {
        let kept = write.get::<PostRow>(id.as_str()).await?;
        let row = kept.map(|k| k.row).filter(|row| row.state == PostState::Published);
        let row = row.filter(|row| matches!(row.post, Post::Ask(_)) == asks);
        let row = row.ok_or_else(|| Refusal::missing("post"))?;
        parties.push(row.party().clone());
    }
    let [asker, offerer]: [PartyId; 2] = parties.try_into().map_err(|_| Refusal::missing("post"))?;
    if asker == offerer {
        return Err(Refusal::state("own-post", "own"));
    }
    let (from, to) = if who.speaks_for(&asker) { (asker, offerer) } else { (offerer, asker) };
    who.writer_for(&from)?;
    Ok(Pair { from, to })
}

/// Asks to be introduced. A request to a party that does not want to hear of this one is
/// taken like any other, and never reaches it.
///
/// # Errors
/// `forbidden` for posts neither of which is theirs; `missing`; `already-requested`;
/// `too-many-waiting`; `message` for one that is too long.
#[boxed]
pub async fn request(node: &Node, who: &Who, request: &Request) -> Result<IntroductionId, Refusal> {
    let account = who.writer()?.clone();
    if request.message.chars().count() > LONGEST_MESSAGE {
        return Err(Refusal::field("message", "message"));
    }
    let mut write = node.write(who, "introduction-requested").await?;
    let Pair { from, to } = pair(&mut write, who, request).await?;
    let target = write.get::<PartyRow>(to.as_str()).await?.filter(|k| k.row.state == PartyState::Active);
    target.ok_or_else(|| Refusal::missing("party"))?;
    let now = node.now();
    let of_pair = Query::new().is("ask", &request.ask).is("offer", &request.offer).is("from_party", &from);
    let open = [IntroductionState::Requested, IntroductionState::Accepted];
    let earlier = write.find::<Introduction>(&of_pair).await?;
    if earlier.iter().any(|kept| open.contains(&states::seen_by_requester(&kept.row, now))) {
        return Err(Refusal::state("already-requested", "requested"));
    }
    // Vetoed ones count: a limit that did not would tell them apart.
    let waiting = [IntroductionState::Requested, IntroductionState::Vetoed];
    let sent = Query::new().is("from_party", &from).one_of("state", waiting).at_least("expires", now);
    if write.count::<Introduction>(&sent).await? >= i64::from(node.settings().waiting_introductions) {
        return Err(Refusal::state("too-many-waiting", &node.settings().waiting_introductions.to_string()));
    }
    let vetoed = write.get::<Exclusion>(&format!("{to}/{from}")).await?.is_some();
    let row = Introduction {
        id: node.new_id(),
        from: from.clone(),
        to: to.clone(),
        ask: request.ask.clone(),
        offer: request.offer.clone(),
        state: if vetoed { IntroductionState::Vetoed } else { IntroductionState::Requested },
        message: request.message.trim().to_owned(),
        answer: None,
        by: account,
        answered_by: None,
        requested: now,
        answered: vetoed.then_some(now),
        expires: now + SignedDuration::from_hours(24 * node.settings().introduction_days.max(1)),
    };
    write.insert(&row).await?;
    if !vetoed {
        let letter = letter(node, "introduction-requested", &row);
        outbox::post_to_party(node, &mut write, &to, letter).await?;
    }
    node.commit(write).await?;
    Ok(row.id)
}

fn letter(node: &Node, code: &'static str, row: &Introduction) -> Letter {
    let view = node.view();
    let name = |id: &PartyId| view.party(id).map(|card| card.name.clone()).unwrap_or_default();
    let letter = Letter::new(code).value("introduction", &row.id);
    letter.value("from", name(&row.from)).value("to", name(&row.to)).value("message", &row.message)
}
