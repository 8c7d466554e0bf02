//! A lower bound on breaks for the meetings chosen.
//!
//! Two things tie people's days together: both sides of a meeting are there in the same cell, and a
//! cell holds so many meetings. Put a price on both instead of demanding them, and the problem
//! falls apart: each meeting goes to its cheapest cell, each person picks the cheapest days of the
//! right length by dynamic programming. Whatever the prices, the sum is at most the least number
//! of breaks (Lagrangian duality); prices are improved by subgradient steps.

use super::cells::Cell;
use super::problem::{Placement, Problem};

/// One break, in the unit of the prices.
const SCALE: i64 = 1 << 12;

/// At least how many breaks any plan has that holds the same meetings with the same delegates.
/// `rounds` says how often the prices are improved; more is sharper, never wrong.
pub fn least_breaks(problem: &Problem, placement: &Placement, rounds: u32) -> i64 {
    let mut dual = Dual::new(problem, placement);
    let target = super::score::score(problem, placement).breaks * SCALE;
    let mut now = dual.evaluate();
    let mut best = now;
    let mut pace = 2 * SCALE;
    let mut since = 0;
    for _ in 0..rounds {
        if best > target - SCALE {
            break;
        }
        dual.step(target - now, pace);
        now = dual.evaluate();
        since += 1;
        if now > best {
            (best, since) = (now, 0);
        } else if since >= 20 {
            (pace, since) = ((pace * 7 / 10).max(1), 0);
        }
    }
    // Breaks are whole: a bound of 3.1 means 4.
    best.max(0).div_euclid(SCALE) + i64::from(best.max(0) % SCALE > 0)
}

struct Dual<'p> {
    problem: &'p Problem,
    /// Meetings: variant of each.
    meetings: Vec<u32>,
    /// Persons with meetings: person, how many, their free cells.
    persons: Vec<(u32, usize, Vec<Cell>)>,
    /// Price per person and cell, and per cell.
    person_price: Vec<i64>,
    cell_price: Vec<i64>,
    /// Meetings wanting a person in a cell, less the person's being there; and meetings in a cell less its room.
    person_slope: Vec<i64>,
    cell_slope: Vec<i64>,
    rows: Rows,
}

impl<'p> Dual<'p> {
    fn new(problem: &'p Problem, placement: &Placement) -> Dual<'p> {
        let meetings: Vec<u32> = placement.iter().flatten().map(|(variant, _)| *variant).collect();
        let mut count = vec![0; problem.party.len()];
        for variant in &meetings {
            problem.variants[*variant as usize].members.iter().for_each(|p| count[*p as usize] += 1);
        }
        let persons = (0..problem.party.len())
            .filter(|p| count[*p] > 1)
            .map(|p| (p as u32, count[p], problem.free[p].iter().collect()))
            .collect();
        let k = problem.cells.len();
        Dual {
            problem,
            meetings,
            persons,
            person_price: vec![0; problem.party.len() * k],
            cell_price: vec![0; k],
            person_slope: vec![0; problem.party.len() * k],
            cell_slope: vec![0; k],
            rows: Rows::default(),
        }
    }

    /// The bound at these prices, and its slopes.
    fn evaluate(&mut self) -> i64 {
        let k = self.problem.cells.len();
        self.person_slope.fill(0);
        let mut sum = 0;
        for (cell, of) in self.problem.cells.iter().enumerate() {
            self.cell_slope[cell] = -i64::from(of.capacity);
            sum -= self.cell_price[cell] * i64::from(of.capacity);
        }
        let mut lone = vec![true; self.problem.party.len()];
        self.persons.iter().for_each(|(p, _, _)| lone[*p as usize] = false);
        for variant in &self.meetings {
            let of = &self.problem.variants[*variant as usize];
            // A person with a single meeting has no breaks: its whereabouts cost nothing.
            let members = || of.members.iter().map(|p| *p as usize).filter(|p| !lone[*p]);
            let price = |c: Cell| {
                self.cell_price[c as usize]
                    + members().map(|p| self.person_price[p * k + c as usize]).sum::<i64>()
            };
            let Some((least, cell)) = of.list.iter().map(|c| (price(*c), *c)).min() else { continue };
            sum += least;
            self.cell_slope[cell as usize] += 1;
            for person in members() {
                self.person_slope[person * k + cell as usize] += 1;
            }
        }
        for (person, count, cells) in &self.persons {
            let row = *person as usize * k;
            let prices = &self.person_price[row..row + k];
            let (least, day) = self.rows.cheapest(self.problem, cells, *count, prices);
            sum += least;
            for cell in day {
                self.person_slope[row + cell as usize] -= 1;
            }
        }
        sum
    }

    /// A step along the slopes, sized after Polyak; `pace` in units of the scale.
    fn step(&mut self, missing: i64, pace: i64) {
        let slopes = || self.person_slope.iter().chain(&self.cell_slope);
        let norm: i64 = slopes().map(|g| g * g).sum::<i64>().max(1);
        let size = (missing.max(1) * pace / norm).max(1);
        for (price, slope) in self.person_price.iter_mut().zip(&self.person_slope) {
            *price += (size * slope) >> 12;
        }
        for (price, slope) in self.cell_price.iter_mut().zip(&self.cell_slope) {
            *price = (*price + size * slope / SCALE).max(0);
        }
    }
}

/// For every number of meetings: the fewest breaks of a person who has so many, anywhere it is free;
/// nothing where so many do not fit.
pub(crate) fn forced_breaks(problem: &Problem, person: u32) -> Vec<Option<u32>> {
    let cells: Vec<Cell> = problem.free[person as usize].iter().collect();
    let none = vec![0; problem.cells.len()];
    let most = problem.wishes_of[person as usize].len().min(cells.len());
    let mut rows = Rows::default();
    let mut forced = vec![Some(0)];
    if most > 0 {
        rows.fill(problem, &cells, most, &none);
        forced.extend((1..=most).map(|count| {
            let least = (0..cells.len()).map(|j| rows.cost[j * most + count - 1]).min()?;
            (least < NEVER).then_some((least / SCALE) as u32)
        }));
    }
    forced
}

/// Working memory of the dynamic programme.
#[derive(Default)]
struct Rows {
    cost: Vec<i64>,
    from: Vec<u16>,
}

const NEVER: i64 = i64::MAX / 4;

impl Rows {
    /// The cheapest `count` cells of a person: breaks at full price less what the cells earn.
    fn cheapest(
        &mut self,
        problem: &Problem,
        cells: &[Cell],
        count: usize,
        prices: &[i64],
    ) -> (i64, Vec<Cell>) {
        let n = cells.len();
        self.fill(problem, cells, count, prices);
        let Some(last) = (0..n).min_by_key(|j| self.cost[j * count + count - 1]) else {
            return (0, Vec::new());
        };
        let least = self.cost[last * count + count - 1];
        let mut day = vec![cells[last]];
        let mut at = last;
        for k in (1..count).rev() {
            at = self.from[at * count + k] as usize;
            day.push(cells[at]);
        }
        (least, day)
    }

    /// The cheapest way to each cell as the k-th of a day.
    fn fill(&mut self, problem: &Problem, cells: &[Cell], count: usize, prices: &[i64]) {
        let n = cells.len();
        self.cost.clear();
        self.cost.resize(n * count, NEVER);
        self.from.clear();
        self.from.resize(n * count, 0);
        for (j, cell) in cells.iter().enumerate() {
            self.cost[j * count] = -prices[*cell as usize];
            for (i, earlier) in cells[..j].iter().enumerate() {
                if problem.conflicts[*cell as usize].contains(earlier) {
                    continue;
                }
                let gap = i64::from(problem.step(*earlier as usize, *cell as usize).breaks) * SCALE
                    - prices[*cell as usize];
                for k in 1..count.min(i + 2) {
                    let through = self.cost[i * count + k - 1] + gap;
                    if through < self.cost[j * count + k] {
                        self.cost[j * count + k] = through;
                        self.from[j * count + k] = i as u16;
                    }
                }
            }
        }
    }
}
