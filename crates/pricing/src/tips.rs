//! Tipping points: the value of an input at which the cheapest way changes.

use crate::compare::best;
use crate::dated::Dated;
use crate::deal::{self, Deal};
use crate::figures::Figures;
use crate::tariff::Tariff;
use pul_pack::parameters::Number;
use pul_pack::rules::Tip;
use serde::{Deserialize, Serialize};

/// A value at which the cheapest way changes, everything else as in the deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tipping {
    /// Id of the input.
    pub input: String,
    /// The last value of the grid at which `from` is the cheapest, as a deal writes it.
    pub before: String,
    /// The next value, at which `to` is.
    pub at: String,
    /// The cheapest way up to `before`.
    pub from: String,
    /// The cheapest way from `at` on.
    pub to: String,
    /// Whether research credits are counted.
    pub with_credits: bool,
}

/// How many stretches a grid is cut into before each is halved. A way that is cheapest
/// only within one stretch, and not at its ends, is not seen.
const STRETCHES: i64 = 64;

/// Every tipping point of the inputs the rules name, with and without credits.
pub fn tips(tariff: &Tariff, deal: &Deal, dated: &Dated) -> Vec<Tipping> {
    let mut out = Vec::new();
    for tip in &tariff.rules.tips {
        for with_credits in [true, false] {
            let mut search = Search { tariff, deal, dated, tip, with_credits, scratch: Vec::new() };
            search.run(&mut out);
        }
    }
    out
}

struct Search<'t> {
    tariff: &'t Tariff,
    deal: &'t Deal,
    dated: &'t Dated,
    tip: &'t Tip,
    with_credits: bool,
    scratch: Vec<Figures>,
}

impl Search<'_> {
    fn run(&mut self, out: &mut Vec<Tipping>) {
        let Some(input) = self.tariff.input(&self.tip.input) else { return };
        let steps = self
            .tip
            .to
            .minus(self.tip.from)
            .per(self.tip.step)
            .map_or(0, |n| i64::try_from(n.to_minor(0)).unwrap_or(0));
        let stride = (steps / STRETCHES).max(1);
        let mut low = 0;
        let mut best_low = self.best(input, low);
        while low < steps {
            let high = (low + stride).min(steps);
            let best_high = self.best(input, high);
            if best_high != best_low {
                let (before, to) = self.halve(input, (low, best_low), (high, best_high));
                out.push(self.tipping(input, before, best_low, to));
                if to != best_high {
                    // A third way lies between: go on from just past the change.
                    (low, best_low) = (before + 1, to);
                    continue;
                }
            }
            (low, best_low) = (high, best_high);
        }
    }

    /// The last step at which the way of `low` is best, and the way after it.
    fn halve(&mut self, input: usize, low: (i64, usize), high: (i64, usize)) -> (i64, usize) {
        let (mut low, way) = low;
        let (mut high, mut next) = high;
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            let best = self.best(input, middle);
            if best == way {
                low = middle;
            } else {
                (high, next) = (middle, best);
            }
        }
        (low, next)
    }

    fn value(&self, step: i64) -> Number {
        self.tip.from.plus(self.tip.step.times(Number::whole(step)))
    }

    fn best(&mut self, input: usize, step: i64) -> usize {
        let deal = self.deal.with(input, self.value(step));
        self.tariff.price_all(&deal, self.dated, &mut self.scratch);
        let with_credits = self.with_credits;
        best(&self.scratch, |f| if with_credits { f.buyer_cost } else { f.before_credits })
    }

    fn tipping(&self, input: usize, before: i64, from: usize, to: usize) -> Tipping {
        let write = |step| deal::write(&self.tariff.rules.inputs[input], self.value(step));
        Tipping {
            input: self.tip.input.clone(),
            before: write(before),
            at: write(before + 1),
            from: self.tariff.rules.ways[from].id.clone(),
            to: self.tariff.rules.ways[to].id.clone(),
            with_credits: self.with_credits,
        }
    }
}
