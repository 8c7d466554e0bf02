//! Prices that prove an upper bound.
//!
//! Put a price on every scarce thing: a delegate's moment, a cell's place, a quota. Whatever
//! the plan, its value is at most what all these things would fetch, plus what each wish is worth
//! beyond the price of its cheapest option. That is weak duality of linear programming, it
//! holds for any prices that are not negative, and anyone can add it up: the checker does.

use super::cells::Cell;
use super::problem::{Problem, Variant};

/// Prices in `scale`ths of a point of value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prices {
    /// How many units make one point.
    pub scale: i64,
    /// Per person and moment.
    pub moment: Vec<i64>,
    /// Per cell and meeting.
    pub cell: Vec<i64>,
    /// Per quota and meeting, for its upper limit.
    pub most: Vec<i64>,
    /// Per quota and meeting, credit for the promise, at most a promise's weight.
    pub least: Vec<i64>,
}

impl Problem {
    /// What one kept promise counts in the combined objective: more than all values together.
    pub fn promise(&self) -> i64 {
        if self.quotas.iter().all(|q| q.least == 0) {
            0
        } else {
            1 + self.wishes.iter().map(|w| w.value.abs()).sum::<i64>()
        }
    }

    /// All that is promised.
    pub fn promised(&self) -> i64 {
        self.quotas.iter().map(|q| i64::from(q.least)).sum()
    }
}

impl Prices {
    /// From one price per party (negative: a credit for its promise) and one for all tables, in `scale`ths.
    pub(crate) fn of_parties(
        problem: &Problem,
        party: &[i64],
        rooms: &[i64],
        table: i64,
        scale: i64,
    ) -> Prices {
        let mut prices = Prices {
            scale,
            moment: vec![0; problem.party.len() * problem.moment_count as usize],
            cell: vec![table; problem.cells.len()],
            most: vec![0; problem.quotas.len()],
            least: vec![0; problem.quotas.len()],
        };
        let mut sittings = vec![0i64; party.len()];
        for person in 0..problem.party.len() {
            sittings[problem.party[person] as usize] += i64::from(problem.sittings(person));
        }
        for (p, price) in party.iter().enumerate() {
            match problem.quota_of[p].map(|q| q as usize) {
                Some(quota) if *price < 0 => {
                    prices.least[quota] = (-price).min(problem.promise() * scale);
                }
                Some(quota) if *price > 0 && rooms[p] < sittings[p] => prices.most[quota] = *price,
                _ => {}
            }
        }
        for person in 0..problem.party.len() {
            let p = problem.party[person] as usize;
            let by_quota = problem.quota_of[p].is_some_and(|q| prices.most[q as usize] > 0);
            if party[p] > 0 && !by_quota {
                prices.pierce(problem, person, party[p]);
            }
        }
        prices
    }

    /// Puts the price on the fewest moments that every free cell of the person covers one of.
    fn pierce(&mut self, problem: &Problem, person: usize, price: i64) {
        let mut cells: Vec<Cell> = problem.free[person].iter().collect();
        cells.sort_by_key(|c| problem.cells[*c as usize].end);
        let mut until = i64::MIN;
        for cell in cells {
            if problem.cells[cell as usize].start >= until {
                until = problem.cells[cell as usize].end;
                if let Some(moment) = problem.moments[cell as usize].last() {
                    self.moment[person * problem.moment_count as usize + *moment as usize] = price;
                }
            }
        }
    }

    /// What an option costs at these prices.
    pub(crate) fn of_option(&self, problem: &Problem, variant: &Variant, cell: Cell) -> i64 {
        let moments = &problem.moments[cell as usize];
        let persons = variant.members.iter().map(|person| {
            let row = *person as usize * problem.moment_count as usize;
            moments.iter().map(|m| self.moment[row + *m as usize]).sum::<i64>()
        });
        self.cell[cell as usize] + persons.sum::<i64>()
    }

    /// What a wish's quotas cost it, credits taken off.
    pub(crate) fn of_quotas(&self, problem: &Problem, wish: u32) -> i64 {
        problem.wishes[wish as usize]
            .quotas
            .iter()
            .map(|q| self.most[*q as usize] - self.least[*q as usize])
            .sum()
    }

    /// What a wish is worth beyond its cheapest option, and that option.
    pub(crate) fn margin(&self, problem: &Problem, wish: u32) -> Option<(i64, u32, Cell)> {
        let worth = problem.wishes[wish as usize].value * self.scale - self.of_quotas(problem, wish);
        problem
            .variants_of(wish)
            .flat_map(|v| {
                let variant = &problem.variants[v as usize];
                variant.list.iter().map(move |c| (worth - self.of_option(problem, variant, *c), v, *c))
            })
            .max_by_key(|(margin, v, c)| (*margin, std::cmp::Reverse((*v, *c))))
    }

    /// What all persons, cells and quotas would fetch, promises counted as kept, in `scale`ths.
    pub(crate) fn fixed(&self, problem: &Problem) -> i128 {
        let persons: i128 = self.moment.iter().map(|y| i128::from(*y)).sum();
        let cells: i128 =
            self.cell.iter().zip(&problem.cells).map(|(z, c)| i128::from(*z) * i128::from(c.capacity)).sum();
        let weight = i128::from(problem.promise()) * i128::from(self.scale);
        let quotas = problem.quotas.iter().zip(self.most.iter().zip(&self.least)).map(|(q, (a, m))| {
            i128::from(q.most) * i128::from(*a) + i128::from(q.least) * (weight - i128::from(*m)).max(0)
        });
        persons + cells + quotas.sum::<i128>()
    }

    /// The bound these prices prove on promise × promises kept + value, in `scale`ths.
    pub(crate) fn bound_scaled(&self, problem: &Problem) -> i128 {
        let wishes = (0..problem.wishes.len() as u32).filter_map(|w| self.margin(problem, w));
        self.fixed(problem) + wishes.map(|(margin, _, _)| i128::from(margin.max(0))).sum::<i128>()
    }

    /// The same prices in finer units: `by` times as many.
    pub(crate) fn rescaled(&self, by: i64) -> Prices {
        let finer = |prices: &[i64]| prices.iter().map(|p| p * by).collect();
        Prices {
            scale: self.scale * by,
            moment: finer(&self.moment),
            cell: finer(&self.cell),
            most: finer(&self.most),
            least: finer(&self.least),
        }
    }

    /// The bound on promise × promises kept + value.
    pub fn bound(&self, problem: &Problem) -> i128 {
        self.bound_scaled(problem).div_euclid(i128::from(self.scale))
    }
}
