//! A lower bound on breaks that holds for every plan of enough worth, whatever meetings it holds.
//!
//! Prices that prove the bound on worth also say what a plan loses by leaving something priced unused, by
//! leaving out a wish that is worth more than its price, or by holding one that is worth less. A plan close to
//! the bound can lose little. Each person has, for every number of meetings, a least number of
//! breaks its free cells force, and a least loss; the sum of both over persons, the loss weighed by any
//! factor, less the loss allowed times that factor, bounds the breaks of every such plan
//! (Lagrangian duality with one multiplier).

use super::prices::Prices;
use super::problem::Problem;
use super::quiet_bound::forced_breaks;

/// Units of loss a point, so that shares of a loss round to little.
const FINE: i64 = 1 << 12;
/// Units of a break.
const BREAK: i128 = 1 << 20;

/// At least how many breaks any plan has whose promise × promises kept + value is `worth` or more.
pub fn least_breaks_of_any(problem: &Problem, prices: &Prices, worth: i128) -> i64 {
    let prices = prices.rescaled((FINE / prices.scale).max(1));
    let spare = prices.bound_scaled(problem) - worth * i128::from(prices.scale);
    if spare < 0 {
        return 0;
    }
    let margins: Vec<i64> =
        (0..problem.wishes.len() as u32).map(|w| prices.margin(problem, w).map_or(0, |m| m.0)).collect();
    let persons: Vec<Vec<(i128, i128)>> =
        (0..problem.party.len() as u32).map(|p| choices(problem, &prices, &margins, p)).collect();
    let at = |factor: i128| {
        let least =
            |of: &Vec<(i128, i128)>| of.iter().map(|(b, l)| b * BREAK + l * factor).min().unwrap_or(0);
        persons.iter().map(least).sum::<i128>() - spare * factor
    };
    // The bound is concave in the factor: halve the span towards the rise.
    let (mut low, mut high) = (0, BREAK);
    while low < high {
        let middle = (low + high) / 2;
        if at(middle + 1) > at(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let best = at(low).max(0);
    i64::try_from((best + BREAK - 1) / BREAK).unwrap_or(i64::MAX)
}

/// For every number of meetings of a person: breaks forced, and the loss that is this person's share.
fn choices(problem: &Problem, prices: &Prices, margins: &[i64], person: u32) -> Vec<(i128, i128)> {
    let width = problem.moment_count as usize;
    let row = &prices.moment[person as usize * width..(person as usize + 1) * width];
    let priced: i128 = row.iter().map(|price| i128::from(*price)).sum();
    let mut used: Vec<i128> = problem.free[person as usize]
        .iter()
        .map(|c| problem.moments[c as usize].iter().map(|m| i128::from(row[*m as usize])).sum())
        .collect();
    used.sort_unstable_by(|a, b| b.cmp(a));
    let forced = forced_breaks(problem, person);
    let losses = losses(problem, margins, person);
    let mut loss: i128 = losses.iter().map(|(out, _)| out).sum();
    let mut earned = 0;
    let mut all = Vec::new();
    for (count, breaks) in forced.iter().enumerate() {
        if count > 0 {
            let (Some((out, held)), Some(price)) = (losses.get(count - 1), used.get(count - 1)) else {
                break;
            };
            loss += held - out;
            earned += price;
        }
        let Some(breaks) = breaks else { break };
        all.push((i128::from(*breaks), loss + (priced - earned).max(0)));
    }
    all
}

/// A person's share of what is lost by each of its wishes when it does not come and when it does, those that gain
/// most by its coming first. Where others may come instead, its absence says nothing.
fn losses(problem: &Problem, margins: &[i64], person: u32) -> Vec<(i128, i128)> {
    let mut losses: Vec<(i128, i128)> = problem.wishes_of[person as usize]
        .iter()
        .map(|wish| {
            let variants = || problem.variants_of(*wish).map(|v| &problem.variants[v as usize].members);
            let share = variants().map(Vec::len).max().unwrap_or(1).max(1) as i128;
            let sure = variants().all(|members| members.contains(&person));
            let margin = i128::from(margins[*wish as usize]);
            (if sure { margin.max(0) / share } else { 0 }, (-margin).max(0) / share)
        })
        .collect();
    losses.sort_by_key(|(out, held)| held - out);
    losses
}
