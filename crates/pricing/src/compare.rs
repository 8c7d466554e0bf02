//! All ways side by side: what each costs and leaves, and what it saves against the
//! baseline, with and without research credits.

use crate::dated::Dated;
use crate::deal::Deal;
use crate::figures::Figures;
use crate::quote::{Quote, money};
use crate::range::{self, Spread};
use crate::tariff::{Side, Tariff};
use crate::tips::{self, Tipping};
use jiff::civil::Date;
use pul_domain::Money;
use pul_pack::parameters::{Number, Rounding, Words};
use serde::{Deserialize, Serialize};

/// Every way of one deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The day whose law and figures it uses.
    pub day: Date,
    /// Id of the way the others are held against.
    pub baseline: String,
    /// The ways, in the order of the rules.
    pub ways: Vec<Compared>,
    /// Id of the cheapest way, credits counted.
    pub best: String,
    /// Id of the cheapest way, credits left out.
    pub best_before_credits: String,
    /// Where the cheapest way changes.
    pub tips: Vec<Tipping>,
}

/// One way among the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// Id of the way.
    pub way: String,
    /// What it is called.
    pub label: Words,
    /// Its quote, line by line.
    pub quote: Quote,
    /// What it saves against the baseline, credits counted on both sides.
    pub saving: Saving,
    /// The same, credits left out on both sides.
    pub saving_before_credits: Saving,
    /// The same, pay and fees alone: what a headline compares.
    pub headline: Saving,
    /// What is uncertain in it.
    pub range: Spread,
}

/// What a way saves; negative when it costs more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saving {
    /// The amount, in the buyer's currency.
    pub amount: Money,
    /// The amount as a percentage of the baseline's cost, to a tenth; absent when the
    /// baseline costs nothing.
    pub percent: Option<Number>,
}

impl Saving {
    /// What `cost` saves against `baseline`.
    pub(crate) fn of(tariff: &Tariff, cost: Number, baseline: Number) -> Saving {
        let saved = baseline.minus(cost);
        let share = saved.times(Number::whole(100)).per(baseline);
        Saving {
            amount: money(tariff, Side::Buyer, saved),
            percent: share.map(|s| s.rounded(1, Rounding::HalfUp)),
        }
    }
}

/// Prices every way of a deal, finds the ranges and the tipping points.
pub fn compare(tariff: &Tariff, deal: &Deal, dated: &Dated) -> Comparison {
    let mut all = Vec::new();
    tariff.price_all(deal, dated, &mut all);
    let baseline = tariff.way(&tariff.settings.baseline).unwrap_or_default();
    let ranges = range::ranges(tariff, deal, dated, baseline);
    let base = &all[baseline];
    let ways = all.iter().zip(ranges).map(|(figures, range)| Compared {
        way: tariff.rules.ways[figures.way].id.clone(),
        label: tariff.rules.ways[figures.way].label.clone(),
        quote: tariff.quote_from(deal, dated, figures),
        saving: Saving::of(tariff, figures.buyer_cost, base.buyer_cost),
        saving_before_credits: Saving::of(tariff, figures.before_credits, base.before_credits),
        headline: Saving::of(tariff, pay(tariff, figures), pay(tariff, base)),
        range,
    });
    let id = |way: usize| tariff.rules.ways[way].id.clone();
    Comparison {
        day: dated.day(),
        baseline: id(baseline),
        ways: ways.collect(),
        best: id(best(&all, |f| f.buyer_cost)),
        best_before_credits: id(best(&all, |f| f.before_credits)),
        tips: tips::tips(tariff, deal, dated),
    }
}

/// The first of the ways with the least cost.
pub(crate) fn best(all: &[Figures], cost: impl Fn(&Figures) -> Number) -> usize {
    all.iter().min_by_key(|f| cost(f)).map_or(0, |f| f.way)
}

/// What the buyer pays under the first heading of the rules: fees and pay.
fn pay(tariff: &Tariff, figures: &Figures) -> Number {
    let first = tariff.rules.groups.first().map(|g| g.id.as_str());
    let lines = figures
        .lines
        .iter()
        .filter(|f| f.applies && Some(tariff.rules.lines[f.line].group.as_str()) == first);
    lines.fold(Number::ZERO, |sum, f| sum.plus(f.amount))
}
