//! The organiser's desk: what waits, what is stale, how it goes.

use super::duplicates;
use super::node::{Lag, Node};
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use jiff::SignedDuration;
use pul_store::tables::{
    Account, AccountState, Import, ImportState, Introduction, IntroductionState, Mail, MailState, PartyRow,
    PostRow, PostState,
};
use pul_store::{JobState, Query, Record};
use std::collections::BTreeMap;

/// What stands on the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Posts that wait for review.
    pub in_review: i64,
    /// Imports that were read and wait to be looked at.
    pub imports_checked: i64,
    /// Imports under way.
    pub imports_working: i64,
    /// Pairs of parties that may be one.
    pub duplicates: usize,
    /// Letters no server would take.
    pub mail_failed: i64,
    /// Jobs that were given up.
    pub jobs_dead: i64,
    /// Published posts that expire within a week.
    pub expiring: i64,
    /// Introductions that have waited for a week or more.
    pub unanswered: i64,
    /// Parameters of the pack past their review date.
    pub stale_parameters: usize,
    /// The figures.
    pub figures: Figures,
    /// How far this node's picture is behind the log.
    pub lag: Lag,
}

/// Live figures, for organisers and analysts: counts only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Parties by state.
    pub parties: BTreeMap<String, i64>,
    /// Posts by state.
    pub posts: BTreeMap<String, i64>,
    /// Published asks and offers.
    pub published: BTreeMap<String, i64>,
    /// Published posts by kind.
    pub kinds: BTreeMap<String, i64>,
    /// Introductions by state, private vetoes among those without an answer.
    pub introductions: BTreeMap<String, i64>,
    /// Accounts that can sign in.
    pub accounts: i64,
}

async fn by<R: Record>(node: &Node, query: &Query, key: &str) -> Result<BTreeMap<String, i64>, Refusal> {
    let counts = node.store().count_by::<R>(query, key).await?;
    Ok(counts.into_iter().map(|(value, count)| (value.text().to_owned(), count)).collect())
}

/// Live figures.
///
/// # Errors
/// `forbidden` for anybody but organisers and analysts.
#[boxed]
pub async fn figures(node: &Node, who: &Who) -> Result<Figures, Refusal> {
    who.signed_in()?;
    if !who.is_analyst() {
        return Err(Refusal::forbidden());
    }
    let published = Query::new().is("state", PostState::Published);
    let mut introductions = by::<Introduction>(node, &Query::new(), "state").await?;
    let vetoed = introductions.remove(IntroductionState::Vetoed.as_str()).unwrap_or(0);
    if vetoed > 0 {
        *introductions.entry(IntroductionState::Requested.as_str().to_owned()).or_default() += vetoed;
    }
    Ok(Figures {
        parties: by::<PartyRow>(node, &Query::new(), "state").await?,
        posts: by::<PostRow>(node, &Query::new(), "state").await?,
        published: by::<PostRow>(node, &published, "direction").await?,
        kinds: by::<PostRow>(node, &published, "kind").await?,
        introductions,
        accounts: node.store().count::<Account>(&Query::new().is("state", AccountState::Active)).await?,
    })
}

/// Live figures that anybody may see: how many parties take part, and how many asks and
/// offers are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicFigures {
    /// Parties.
    pub parties: usize,
    /// Asks.
    pub asks: usize,
    /// Offers.
    pub offers: usize,
    /// Introductions accepted so far.
    pub introductions: i64,
}

/// Live figures for the home page.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn public_figures(node: &Node) -> Result<PublicFigures, Refusal> {
    let view = node.view();
    let (parties, posts) = view.counts();
    let asks = view.asks().len();
    let accepted = Query::new().is("state", IntroductionState::Accepted);
    let introductions = node.store().count::<Introduction>(&accepted).await?;
    Ok(PublicFigures { parties, asks, offers: posts - asks, introductions })
}

/// The desk.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn desk(node: &Node, who: &Who) -> Result<Desk, Refusal> {
    who.organiser()?;
    let store = node.store();
    let week = SignedDuration::from_hours(24 * 7);
    let now = node.now();
    let posts = Query::new().is("state", PostState::Published);
    let waiting = Query::new().is("state", IntroductionState::Requested).below("requested", now - week);
    let imports = |states: &[ImportState]| Query::new().one_of("state", states.iter().copied());
    let jobs = store.job_counts().await?;
    let facts = crate::facts::Wanted { stale: true, topic: None };
    Ok(Desk {
        in_review: store.count::<PostRow>(&Query::new().is("state", PostState::InReview)).await?,
        imports_checked: store.count::<Import>(&imports(&[ImportState::Checked])).await?,
        imports_working: store
            .count::<Import>(&imports(&[ImportState::Uploaded, ImportState::Publishing]))
            .await?,
        duplicates: duplicates::find(node, who).await?.len(),
        mail_failed: store.count::<Mail>(&Query::new().is("state", MailState::Failed)).await?,
        jobs_dead: jobs.iter().filter(|(_, state, _)| *state == JobState::Dead).map(|(_, _, n)| n).sum(),
        expiring: store.count::<PostRow>(&posts.below("expires", now + week)).await?,
        unanswered: store.count::<Introduction>(&waiting).await?,
        stale_parameters: crate::facts::list(node.prices(), node.today(), &facts)?.parameters,
        figures: figures(node, who).await?,
        lag: node.lag().await?,
    })
}
