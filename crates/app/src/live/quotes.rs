//! Quotes: a deal from a form or from a matched pair, priced in every way, and saved.

use super::matches;
use super::node::Node;
use super::refusal::Refusal;
use super::who::Who;
use crate::boxed;
use crate::files::hash;
use crate::quote::{Asked, Priced, Statement, price};
use jiff::civil::Date;
use pul_domain::{Post, PostId};
use pul_store::Query;
use pul_store::tables::SavedQuote;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Saved quotes an account may have.
const MOST: i64 = 500;

/// What is entered for a quote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QuoteForm {
    /// What the deal is called.
    pub title: String,
    /// The day of the law and the figures; today where none is told.
    pub day: Option<Date>,
    /// Inputs of the deal by the names the rules give them.
    pub inputs: BTreeMap<String, String>,
    /// Inputs of each member of the team.
    pub team: Vec<BTreeMap<String, String>>,
    /// Parameters set by hand.
    pub assume: BTreeMap<String, String>,
}

/// Prices a form: anybody may. Values that are empty count as not stated.
///
/// # Errors
/// `invalid` with every fault of the deal, at the name of its input.
pub fn of_form(node: &Node, form: &QuoteForm) -> Result<Priced, Refusal> {
    let stated = |values: &BTreeMap<String, String>| -> BTreeMap<String, String> {
        let some = values.iter().filter(|(_, value)| !value.trim().is_empty());
        some.map(|(name, value)| (name.clone(), value.trim().to_owned())).collect()
    };
    let team = form.team.iter().map(stated).filter(|member| !member.is_empty()).collect();
    let title = Some(form.title.trim().to_owned()).filter(|title| !title.is_empty());
    let asked =
        Asked::of(title, form.day, Statement { inputs: stated(&form.inputs), team }, stated(&form.assume));
    Ok(price(node.prices(), &asked, form.day.unwrap_or_else(|| node.today()))?)
}

/// The form of a matched pair: what the two posts say, so that it can be looked at, changed
/// and priced. Whoever asks speaks for one of the two.
///
/// # Errors
/// `missing`; `rate-closed` where the offer's rate is closed to them; `not-priced` for a pair
/// that the rules do not price, with `why`.
#[boxed]
pub async fn form_of_pair(
    node: &Node,
    who: &Who,
    ask: &PostId,
    offer: &PostId,
) -> Result<QuoteForm, Refusal> {
    let pair = matches::pair(node, who, ask, offer).await?;
    if pair.shown.rate_closed {
        return Err(Refusal::state("rate-closed", "closed"));
    }
    let view = node.view();
    let post = |id: &PostId| view.post(id).cloned().ok_or_else(|| Refusal::missing("post"));
    let (ask, offer) = (post(ask)?, post(offer)?);
    let (Post::Ask(ask), Post::Offer(offer)) = (&ask.post, &offer.post) else {
        return Err(Refusal::missing("post"));
    };
    let statement =
        crate::quote::matched::statement(node.prices(), &Statement::default(), ask, offer, node.today());
    let statement = statement.map_err(|why| Refusal::state("not-priced", "pair").value("why", why))?;
    Ok(QuoteForm {
        title: ask.common.title.clone(),
        day: Some(node.today()),
        inputs: statement.inputs,
        team: statement.team,
        assume: BTreeMap::new(),
    })
}

/// Prices a form and saves it with everything it was made from.
///
/// # Errors
/// `sign-in`; as [`of_form`]; `too-many-quotes`.
#[boxed]
pub async fn save(
    node: &Node,
    who: &Who,
    form: &QuoteForm,
    pair: Option<(PostId, PostId)>,
) -> Result<SavedQuote, Refusal> {
    let account = who.writer()?.clone();
    let form = QuoteForm { day: Some(form.day.unwrap_or_else(|| node.today())), ..form.clone() };
    let priced = of_form(node, &form)?;
    let mut write = node.write(who, "quote-saved").await?;
    if write.count::<SavedQuote>(&Query::new().is("account", &account)).await? >= MOST {
        return Err(Refusal::state("too-many-quotes", &MOST.to_string()));
    }
    let (ask, offer) = pair.unzip();
    let row = SavedQuote {
        id: node.new_id(),
        account,
        title: form.title.clone(),
        ask,
        offer,
        inputs: serde_json::to_value(&form).map_err(Refusal::internal)?,
        quote: serde_json::to_value(&priced).map_err(Refusal::internal)?,
        share: None,
        created: node.now(),
    };
    write.insert(&row).await?;
    node.commit(write).await?;
    Ok(row)
}

/// The quotes of whoever asks, the newest first.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<SavedQuote>, Refusal> {
    let mine = Query::new().is("account", who.signed_in()?).order("created", pul_store::Order::Desc);
    Ok(node.store().find::<SavedQuote>(&mine).await?.into_iter().map(|kept| kept.row).collect())
}

/// A saved quote of whoever asks.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &str) -> Result<SavedQuote, Refusal> {
    let account = who.signed_in()?;
    let kept = node.store().get::<SavedQuote>(id).await?.filter(|kept| kept.row.account == *account);
    kept.map(|kept| kept.row).ok_or_else(|| Refusal::missing("quote"))
}

/// What was entered for a saved quote, and the quote computed again from it by the pack as it
/// is now: it is the same where pack and form are.
///
/// # Errors
/// As [`of_form`].
pub fn again(node: &Node, saved: &SavedQuote) -> Result<(QuoteForm, Priced), Refusal> {
    let form: QuoteForm = serde_json::from_value(saved.inputs.clone()).map_err(Refusal::internal)?;
    let priced = of_form(node, &form)?;
    Ok((form, priced))
}

/// Shares a saved quote by a secret link, or takes the link back. The secret, if it is shared.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn share(node: &Node, who: &Who, id: &str, shared: bool) -> Result<Option<String>, Refusal> {
    let account = who.writer()?.clone();
    let secret = shared.then(|| node.new_secret());
    let mut write = node.write(who, if shared { "quote-shared" } else { "quote-unshared" }).await?;
    let kept = write.get::<SavedQuote>(id).await?.filter(|kept| kept.row.account == account);
    let kept = kept.ok_or_else(|| Refusal::missing("quote"))?;
    let share = secret.as_ref().map(|secret| hash(secret.as_bytes()));
    write.update(&SavedQuote { share, ..kept.row }, kept.version).await?;
    node.commit(write).await?;
    Ok(secret)
}

/// The quote of a secret link: whoever holds the link may see it.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn shared(node: &Node, secret: &str) -> Result<SavedQuote, Refusal> {
    let query = Query::new().is("share", hash(secret.as_bytes())).limit(1);
    let found = node.store().find::<SavedQuote>(&query).await?.into_iter().next();
    found.map(|kept| kept.row).ok_or_else(|| Refusal::missing("quote"))
}

/// Removes a saved quote.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn remove(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let mut write = node.write(who, "quote-removed").await?;
    let kept = write.get::<SavedQuote>(id).await?.filter(|kept| kept.row.account == account);
    let kept = kept.ok_or_else(|| Refusal::missing("quote"))?;
    write.delete::<SavedQuote>(id, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}
