//! Better prices, by subgradient steps towards a plan in hand.
//!
//! At given prices every wish takes its most profitable option. What is then wanted more often
//! than it exists becomes dearer, what is left over cheaper. The step is sized by how far the
//! bound is from the plan (Polyak). Whatever happens, the best prices seen are kept, and any
//! prices prove a true bound.

use super::prices::Prices;
use super::problem::Problem;

/// Prices are refined to this many units a point.
const SCALE: i64 = 1 << 10;

/// Prices with a bound at most that of `start`, after at most `rounds` steps; stops when the
/// bound meets `reached`, the combined worth of a plan.
pub(crate) fn improve(problem: &Problem, start: &Prices, reached: i64, rounds: u32) -> Prices {
    let mut now = start.rescaled(SCALE);
    let mut best = (now.bound_scaled(problem), now.clone());
    let scale = i128::from(now.scale);
    let mut pace = 256i128;
    let mut since = 0;
    let mut slopes = Slopes::new(problem);
    for _ in 0..rounds {
        if best.0.div_euclid(scale) <= i128::from(reached) {
            break;
        }
        let at = slopes.measure(problem, &now);
        if at < best.0 {
            best = (at, now.clone());
            since = 0;
        } else {
            since += 1;
            if since >= 15 {
                (pace, since) = ((pace * 3 / 4).max(1), 0);
            }
        }
        slopes.step(problem, &mut now, at - i128::from(reached) * scale, pace);
    }
    best.1
}

struct Slopes {
    moment: Vec<i64>,
    /// Whether a person has any cell at a moment: else its price means nothing.
    usable: Vec<bool>,
    cell: Vec<i64>,
    most: Vec<i64>,
    least: Vec<i64>,
}

impl Slopes {
    fn new(problem: &Problem) -> Slopes {
        let width = problem.moment_count as usize;
        let mut usable = vec![false; problem.party.len() * width];
        for variant in &problem.variants {
            for (person, cell) in
                variant.members.iter().flat_map(|p| variant.list.iter().map(move |c| (p, c)))
            {
                for moment in &problem.moments[*cell as usize] {
                    usable[*person as usize * width + *moment as usize] = true;
                }
            }
        }
        Slopes {
            moment: vec![0; problem.party.len() * width],
            usable,
            cell: vec![0; problem.cells.len()],
            most: vec![0; problem.quotas.len()],
            least: vec![0; problem.quotas.len()],
        }
    }

    /// The bound at these prices, and what is there less what is wanted of everything.
    fn measure(&mut self, problem: &Problem, prices: &Prices) -> i128 {
        let width = problem.moment_count as usize;
        self.moment.iter_mut().zip(&self.usable).for_each(|(s, u)| *s = i64::from(*u));
        self.cell.iter_mut().zip(&problem.cells).for_each(|(s, c)| *s = i64::from(c.capacity));
        let weight = problem.promise() * prices.scale;
        for (q, quota) in problem.quotas.iter().enumerate() {
            self.most[q] = i64::from(quota.most);
            // A credit below the promise's weight is paid out for every promise.
            self.least[q] = if prices.least[q] < weight { -i64::from(quota.least) } else { 0 };
        }
        let mut sum = 0i128;
        for wish in 0..problem.wishes.len() as u32 {
            let Some((margin, variant, cell)) = prices.margin(problem, wish).filter(|m| m.0 > 0) else {
                continue;
            };
            sum += i128::from(margin);
            self.cell[cell as usize] -= 1;
            for person in &problem.variants[variant as usize].members {
                for moment in &problem.moments[cell as usize] {
                    self.moment[*person as usize * width + *moment as usize] -= 1;
                }
            }
            for quota in &problem.wishes[wish as usize].quotas {
                self.most[*quota as usize] -= 1;
                self.least[*quota as usize] += 1;
            }
        }
        sum + prices.fixed(problem)
    }

    fn step(&self, problem: &Problem, prices: &mut Prices, missing: i128, pace: i128) {
        // A slope that would push a price below nothing does not count.
        let counts = |price: &i64, slope: &i64| {
            if *price == 0 && *slope > 0 { 0 } else { i128::from(*slope * *slope) }
        };
        let norm: i128 = prices.moment.iter().zip(&self.moment).map(|(p, s)| counts(p, s)).sum::<i128>()
            + prices.cell.iter().zip(&self.cell).map(|(p, s)| counts(p, s)).sum::<i128>()
            + prices.most.iter().zip(&self.most).map(|(p, s)| counts(p, s)).sum::<i128>()
            + prices.least.iter().zip(&self.least).map(|(p, s)| counts(p, s)).sum::<i128>();
        let size = (missing.max(1) * pace / (norm.max(1) * 256)).max(1);
        let limit = i128::from(problem.promise()) * i128::from(prices.scale);
        let moved = |price: i64, slope: i64, most: i128| {
            (i128::from(price) - size * i128::from(slope)).clamp(0, most) as i64
        };
        let far = i128::from(i64::MAX / 1024);
        prices.moment.iter_mut().zip(&self.moment).for_each(|(p, s)| *p = moved(*p, *s, far));
        prices.cell.iter_mut().zip(&self.cell).for_each(|(p, s)| *p = moved(*p, *s, far));
        prices.most.iter_mut().zip(&self.most).for_each(|(p, s)| *p = moved(*p, *s, far));
        prices.least.iter_mut().zip(&self.least).for_each(|(p, s)| *p = moved(*p, *s, limit));
    }
}
