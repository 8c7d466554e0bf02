//! What each match would cost the asker all-in and leave the offerer. A view beside the
//! shortlists, with its own inputs: the lists and their replay stay as they are.

mod pair;

use super::{Asked, Prices, Saving, rates};
use crate::Error;
use crate::shortlists::Both;
use jiff::civil::Date;
use pul_domain::{Currency, Finding, Findings, Match, Money, PostId, ShortlistFile};
use pul_pack::parameters::{Number, Rounding};
use pul_pricing::{Dated, Side, Statement, read_deal};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a pair's engagement would come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cost {
    /// Way to engage.
    pub way: String,
    /// The deal as priced.
    pub statement: Statement,
    /// What the asker parts with, all in all, credits counted.
    pub cost: Money,
    /// What the offerer keeps.
    pub net: Money,
    /// The cost for an hour of one person.
    pub cost_an_hour: Money,
    /// The net for an hour of one person.
    pub net_an_hour: Money,
    /// What it saves against the baseline, credits counted on both sides; absent where the
    /// pack has no wages for the role.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saving: Option<Saving>,
    /// Whether the offer states no rate, so that the pack's assumed fee stands for it.
    pub fee_assumed: bool,
}

/// The costs of every match by ask and offer, or why one has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Costs {
    /// The day whose law and figures were used.
    pub day: Date,
    /// What every pair's deal starts from.
    pub defaults: Statement,
    /// Parameters set by hand.
    pub assume: BTreeMap<String, String>,
    /// What was filled in.
    pub findings: Findings,
    /// The costs, in the order of the lists.
    pub pairs: Vec<Pair>,
}

/// A match and its cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The ask.
    pub ask: PostId,
    /// The offer.
    pub offer: PostId,
    /// Its cost; absent where it cannot be priced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Cost>,
    /// Why it cannot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The score, highest first: the order of the lists.
    Score,
    /// The asker's cost, lowest first.
    Cost,
    /// The offerer's net, highest first.
    Net,
}

/// Prices every match of a result. `defaults` holds what posts do not say: claimant, share
/// of research, exchange rates; its team's first member stands for roles without an occupation.
///
/// # Errors
/// [`Error::Faults`] when `defaults` has faults of its own.
pub fn costs(
    prices: &Prices,
    both: &Both,
    file: &ShortlistFile,
    defaults: &Asked,
    day: Date,
) -> Result<Costs, Error> {
    let (statement, findings) = rates::filled(prices, &defaults.statement, day);
    let mut dated = Dated::new(&prices.tariff, day);
    let mut faults = defaults.placed_assumptions(dated.assume(&prices.tariff, &defaults.assume));
    faults.extend(unknown(prices, defaults));
    if faults.has_faults() {
        return Err(Error::Faults(faults));
    }
    let asks: BTreeMap<_, _> = both.asks.asks.iter().map(|a| (&a.common.id, a)).collect();
    let offers: BTreeMap<_, _> = both.offers.offers.iter().map(|o| (&o.common.id, o)).collect();
    let pricer = Pricer { prices, dated: &dated, defaults: &statement, day };
    let priced = file.shortlists.iter().flat_map(|l| &l.matches).map(|m| {
        let cost = match (asks.get(&m.ask), offers.get(&m.offer)) {
            (Some(ask), Some(offer)) => pricer.cost(ask, offer),
            _ => Err("the post was not read".to_owned()),
        };
        let (cost, why) = cost.map_or_else(|why| (None, Some(why)), |cost| (Some(cost), None));
        Pair { ask: m.ask.clone(), offer: m.offer.clone(), cost, why }
    });
    Ok(Costs {
        day,
        pairs: priced.collect(),
        defaults: statement.clone(),
        assume: defaults.assume.clone(),
        findings,
    })
}

/// The deal of a pair: what the two posts say, the rest from defaults; or why there is none.
///
/// # Errors
/// Why the rules do not price it, in words.
pub fn statement(
    prices: &Prices,
    defaults: &Statement,
    ask: &pul_domain::Ask,
    offer: &pul_domain::Offer,
    day: Date,
) -> Result<Statement, String> {
    let (filled, _) = rates::filled(prices, defaults, day);
    pair::deal(prices, &filled, ask, offer, day).map(|made| made.statement)
}

/// Inputs of the defaults that no deal has.
fn unknown(prices: &Prices, defaults: &Asked) -> Findings {
    let inputs = &prices.tariff.rules.inputs;
    let strange = defaults.statement.inputs.keys().filter(|k| !inputs.iter().any(|i| i.id == **k));
    let faults = strange.map(|name| {
        let near = pul_pack::reader::nearest(name, inputs.iter().map(|i| i.id.as_str()));
        let cure = near.map_or_else(|| "Take it away.".to_owned(), |n| format!("Did you mean `{n}`?"));
        let place = defaults.place_of_input(name);
        Finding::fault("unknown-input", place, format!("No input is called `{name}`."), cure)
    });
    Findings(faults.collect())
}

struct Pricer<'a> {
    prices: &'a Prices,
    dated: &'a Dated,
    defaults: &'a Statement,
    day: Date,
}

impl Pricer<'_> {
    fn cost(&self, ask: &pul_domain::Ask, offer: &pul_domain::Offer) -> Result<Cost, String> {
        let tariff = &self.prices.tariff;
        let pair::Made { statement, way, wages_known } =
            pair::deal(self.prices, self.defaults, ask, offer, self.day)?;
        let deal = read_deal(tariff, &statement, self.day).map_err(|findings| {
            findings.iter().next().map_or_else(String::new, |f| format!("{} {}", f.cause, f.cure))
        })?;
        let position = |id: &str| tariff.way(id).ok_or_else(|| format!("the pack has no way {id}"));
        let baseline = tariff.rules.settings.as_ref().map_or("", |s| s.baseline.as_str());
        let (found, base) = (
            tariff.price(&deal, self.dated, position(way)?),
            tariff.price(&deal, self.dated, position(baseline)?),
        );
        let money = |side: Side, amount: Number| {
            let places = tariff.places(side);
            let amount = amount.rounded(places, Rounding::HalfUp);
            let currency = Currency::new(tariff.currency(side)).unwrap_or(Currency::CAD);
            i64::try_from(amount.to_minor(places)).map(|minor| Money::new(minor, currency))
        };
        let each = |side, total: Number| money(side, total.per(found.hours).unwrap_or_default());
        let saved = base.buyer_cost.minus(found.buyer_cost);
        let hundredth = saved.times(Number::whole(100)).per(base.buyer_cost);
        let too_large = |_| "an amount is too large to be counted".to_owned();
        let saving = Saving {
            amount: money(Side::Buyer, saved).map_err(too_large)?,
            percent: hundredth.map(|p| p.rounded(1, Rounding::HalfUp)),
        };
        Ok(Cost {
            way: way.to_owned(),
            cost: money(Side::Buyer, found.buyer_cost).map_err(too_large)?,
            net: money(Side::Supplier, found.supplier_net).map_err(too_large)?,
            cost_an_hour: each(Side::Buyer, found.buyer_cost).map_err(too_large)?,
            net_an_hour: each(Side::Supplier, found.supplier_net).map_err(too_large)?,
            saving: if wages_known { Some(saving) } else { None },
            fee_assumed: offer.rate.is_none(),
            statement,
        })
    }
}

/// The pairs of one list in the order wanted; those without a cost come last.
pub fn sorted<'a>(mut pairs: Vec<(&'a Match, &'a Pair)>, by: By) -> Vec<(&'a Match, &'a Pair)> {
    let cost = |p: &Pair| p.cost.as_ref().map_or(i64::MAX, |c| c.cost.minor);
    let net = |p: &Pair| p.cost.as_ref().map_or(i64::MAX, |c| -c.net.minor);
    match by {
        By::Score => {}
        By::Cost => pairs.sort_by_key(|(_, p)| cost(p)),
        By::Net => pairs.sort_by_key(|(_, p)| net(p)),
    }
    pairs
}
