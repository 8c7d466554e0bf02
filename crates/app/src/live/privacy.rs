//! Who may see what: a field is closed until its party's consent opens it to whoever looks.

use super::node::Node;
use super::refusal::Refusal;
use super::view::PartyCard;
use super::who::Who;
use pul_domain::{Cause, Change, Match, PartName, PartyId, Post, Rule, WhyNot};
use pul_store::Query;
use pul_store::tables::{Audience, Introduction, IntroductionState, PrivateField};
use std::collections::{BTreeMap, BTreeSet};

/// How near somebody stands to a party: the least wide audience they belong to.
pub type Standing = Audience;

/// Whether a field opened to some audience can be seen from a standing.
pub fn sees(opened: Option<Audience>, standing: Standing) -> bool {
    opened.unwrap_or(Audience::Nobody) >= standing
}

/// Parties whose introduction to one of theirs was accepted.
pub(crate) async fn introduced(node: &Node, who: &Who) -> Result<BTreeSet<PartyId>, Refusal> {
    let mut found = BTreeSet::new();
    if who.parties.is_empty() {
        return Ok(found);
    }
    let accepted = Query::new().is("state", IntroductionState::Accepted);
    let sent = accepted.clone().one_of("from_party", &who.parties);
    let got = accepted.one_of("to_party", &who.parties);
    found.extend(node.store().find::<Introduction>(&sent).await?.into_iter().map(|kept| kept.row.to));
    found.extend(node.store().find::<Introduction>(&got).await?.into_iter().map(|kept| kept.row.from));
    Ok(found)
}

/// How near somebody stands to a party, by the introductions of theirs that were accepted.
/// Whoever speaks for it sees everything, as organisers do: they answer for what is shown.
pub(crate) fn standing(who: &Who, party: &PartyId, introduced: &BTreeSet<PartyId>) -> Standing {
    if who.speaks_for(party) || who.is_organiser() {
        Audience::Nobody
    } else if introduced.contains(party) {
        Audience::Introduced
    } else if who.is_signed_in() {
        Audience::Members
    } else {
        Audience::Public
    }
}

/// Which private fields of a party's posts are closed.
pub fn closed(opened: &BTreeMap<PrivateField, Audience>, standing: Standing) -> BTreeSet<PrivateField> {
    let fields = [PrivateField::Rate, PrivateField::References].into_iter();
    fields.filter(|field| !sees(opened.get(field).copied(), standing)).collect()
}

/// Which fields of a card's posts are closed.
pub(crate) fn closed_of(card: Option<&PartyCard>, standing: Standing) -> BTreeSet<PrivateField> {
    closed(card.map_or(&BTreeMap::new(), |card| &card.opened), standing)
}

/// A post without the fields that are closed. How many references there are is no secret,
/// who gives them is.
pub fn shown(post: &Post, closed: &BTreeSet<PrivateField>) -> Post {
    let mut post = post.clone();
    // Whom a party does not want to meet is nobody's business.
    match &mut post {
        Post::Ask(ask) => ask.common.exclude.parties.clear(),
        Post::Offer(offer) => offer.common.exclude.parties.clear(),
    }
    if closed.contains(&PrivateField::Rate) {
        match &mut post {
            Post::Ask(ask) => ask.budget = None,
            Post::Offer(offer) => offer.rate = None,
        }
    }
    if closed.contains(&PrivateField::References)
        && let Post::Offer(offer) = &mut post
    {
        for reference in &mut offer.record.references {
            reference.client = String::new();
        }
    }
    post
}

/// A match whose explanation tells no amount that is closed; its points stay.
pub fn shown_match(mut found: Match, rate_closed: bool) -> Match {
    if rate_closed {
        for part in found.asker.parts.iter_mut().chain(&mut found.offerer.parts) {
            if part.name == PartName::Price && matches!(part.why, Cause::Measure { .. }) {
                part.why = Cause::Measure { have: 0, want: 0 };
            }
        }
    }
    found
}

/// A why-not that tells no amount that is closed: that the budget is the reason stays.
pub fn shown_why_not(mut told: WhyNot, rate_closed: bool) -> WhyNot {
    if rate_closed {
        for failure in told.failures.iter_mut().filter(|f| f.rule == Rule::Budget) {
            (failure.have, failure.want) = (0, 0);
            (failure.ask_change, failure.offer_change) = (Change::None, Change::None);
        }
    }
    told
}
