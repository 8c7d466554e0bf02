//! Exact prices for small missions: the linear relaxation, solved by the primal simplex method.
//!
//! Only its prices are used, rounded to whole units, and [`Prices::bound`] adds them up again in whole
//! numbers. A rounding error here can make a bound weaker, never wrong; so binary floating point
//! is in order in this one place.

use super::prices::Prices;
use super::problem::Problem;

/// Larger tableaus (rows × columns) are left to the subgradient method.
const LARGEST: usize = 3_000_000;
const SCALE: i64 = 1 << 16;
const TINY: f64 = 1e-9;

/// Prices of the linear relaxation; nothing if the mission is too large or the method stalls.
pub(crate) fn exact_prices(problem: &Problem) -> Option<Prices> {
    let rows = Rows::of(problem);
    let options: usize = problem.variants.iter().map(|v| v.list.len()).sum();
    let columns = options + problem.quotas.len();
    if rows.count.saturating_mul(columns + rows.count) > LARGEST {
        return None;
    }
    let duals = Tableau::new(problem, &rows, columns).solve()?;
    let whole = |row: usize| (duals[row].max(0.0) * SCALE as f64).round() as i64;
    let limit = problem.promise().checked_mul(SCALE)?;
    Some(Prices {
        scale: SCALE,
        moment: rows.moment.iter().map(|r| r.map_or(0, whole)).collect(),
        cell: (0..problem.cells.len()).map(|c| whole(rows.cell + c)).collect(),
        most: (0..problem.quotas.len()).map(|q| whole(rows.most + q)).collect(),
        least: (0..problem.quotas.len()).map(|q| whole(rows.least + q).min(limit)).collect(),
    })
}

/// Which row says what.
struct Rows {
    moment: Vec<Option<usize>>,
    cell: usize,
    most: usize,
    /// Kept promises are at most the meetings held, and then at most what is promised.
    least: usize,
    promised: usize,
    count: usize,
}

impl Rows {
    fn of(problem: &Problem) -> Rows {
        let mut count = problem.wishes.len();
        let width = problem.moment_count as usize;
        let mut moment = vec![None; problem.party.len() * width];
        for variant in &problem.variants {
            for person in &variant.members {
                for at in variant.list.iter().flat_map(|c| &problem.moments[*c as usize]) {
                    let row = &mut moment[*person as usize * width + *at as usize];
                    if row.is_none() {
                        *row = Some(count);
                        count += 1;
                    }
                }
            }
        }
        let (cells, quotas) = (problem.cells.len(), problem.quotas.len());
        let cell = count;
        let (most, least, promised) = (cell + cells, cell + cells + quotas, cell + cells + 2 * quotas);
        Rows { moment, cell, most, least, promised, count: promised + quotas }
    }
}

/// The dense tableau; the last row is the objective, the last column the right-hand side.
struct Tableau {
    width: usize,
    height: usize,
    structural: usize,
    cells: Vec<f64>,
}

impl Tableau {
    fn new(problem: &Problem, rows: &Rows, structural: usize) -> Tableau {
        let width = structural + rows.count + 1;
        let mut t =
            Tableau { width, height: rows.count, structural, cells: vec![0.0; width * (rows.count + 1)] };
        let moments = problem.moment_count as usize;
        let mut column = 0;
        for variant in &problem.variants {
            let wish = &problem.wishes[variant.wish as usize];
            for cell in &variant.list {
                t.add(variant.wish as usize, column, 1.0);
                t.add(rows.cell + *cell as usize, column, 1.0);
                for person in &variant.members {
                    for at in &problem.moments[*cell as usize] {
                        if let Some(row) = rows.moment[*person as usize * moments + *at as usize] {
                            t.add(row, column, 1.0);
                        }
                    }
                }
                for quota in &wish.quotas {
                    t.add(rows.most + *quota as usize, column, 1.0);
                    t.add(rows.least + *quota as usize, column, -1.0);
                }
                t.add(rows.count, column, -(wish.value as f64));
                column += 1;
            }
        }
        for (q, quota) in problem.quotas.iter().enumerate() {
            t.add(rows.least + q, column + q, 1.0);
            t.add(rows.promised + q, column + q, 1.0);
            t.add(rows.count, column + q, -(problem.promise() as f64));
            t.add(rows.most + q, width - 1, f64::from(quota.most));
            t.add(rows.promised + q, width - 1, f64::from(quota.least));
        }
        for row in 0..rows.count {
            t.add(row, structural + row, 1.0);
        }
        (0..rows.cell).for_each(|row| t.add(row, width - 1, 1.0));
        for (c, cell) in problem.cells.iter().enumerate() {
            t.add(rows.cell + c, width - 1, f64::from(cell.capacity));
        }
        t
    }

    fn add(&mut self, row: usize, column: usize, by: f64) {
        self.cells[row * self.width + column] += by;
    }

    fn solve(mut self) -> Option<Vec<f64>> {
        let rhs = self.width - 1;
        let last = self.height * self.width;
        // A tiny unequal widening of every limit keeps the method from standing still.
        for row in 0..self.height {
            self.cells[row * self.width + rhs] += 1e-6 * (1.0 + (row * 7919 % 1009) as f64 / 1009.0);
        }
        for _ in 0..20 * (self.height + self.structural) {
            let objective = &self.cells[last..last + rhs];
            let (column, most) = objective
                .iter()
                .enumerate()
                .min_by(|a, b| a.1.total_cmp(b.1))
                .map(|(column, cost)| (column, *cost))?;
            if most > -TINY {
                return Some(objective[self.structural..].to_vec());
            }
            let row = (0..self.height)
                .filter(|r| self.cells[r * self.width + column] > TINY)
                .min_by(|a, b| self.ratio(*a, column).total_cmp(&self.ratio(*b, column)))?;
            self.pivot(row, column);
        }
        None
    }

    fn ratio(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.width + self.width - 1] / self.cells[row * self.width + column]
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let width = self.width;
        let by = self.cells[row * width + column];
        self.cells[row * width..(row + 1) * width].iter_mut().for_each(|x| *x /= by);
        let source: Vec<f64> = self.cells[row * width..(row + 1) * width].to_vec();
        for other in (0..=self.height).filter(|r| *r != row) {
            let factor = self.cells[other * width + column];
            if factor != 0.0 {
                let target = &mut self.cells[other * width..(other + 1) * width];
                target.iter_mut().zip(&source).for_each(|(x, s)| *x -= factor * s);
            }
        }
    }
}
