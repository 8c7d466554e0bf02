//! Exact prices for small missions: the linear relaxation, solved by the primal simplex method.
//!
//! Only its prices are used, and [`Prices::bound`] adds them up again exactly. So the tableau may be
//! kept in fixed point: an error of rounding makes a bound weaker, never wrong.

use super::prices::Prices;
use super::problem::Problem;

/// Larger tableaus (rows × columns) are left to the subgradient method.
const LARGEST: usize = 3_000_000;
const SCALE: i64 = 1 << 16;
/// One, in the fixed point of the tableau (32 bits after the point).
const ONE: i64 = 1 << 32;
/// What counts as nothing in the objective, and the least that is divided by.
const TINY: i64 = 1 << 12;
const LEAST_PIVOT: i64 = 1 << 20;
/// Values from here on leave too little room before the point.
const DEAREST: i64 = 1 << 26;

/// Prices of the linear relaxation; nothing if the mission is too large or the method stalls.
pub(crate) fn exact_prices(problem: &Problem) -> Option<Prices> {
    if problem.promise().max(problem.wishes.iter().map(|w| w.value).sum()) >= DEAREST {
        return None;
    }
    let rows = Rows::of(problem);
    let options: usize = problem.variants.iter().map(|v| v.list.len()).sum();
    let columns = options + problem.quotas.len();
    if rows.count.saturating_mul(columns + rows.count) > LARGEST {
        return None;
    }
    let duals = Tableau::new(problem, &rows, columns).solve()?;
    let whole = |row: usize| (duals[row].max(0) + (ONE / SCALE / 2)) / (ONE / SCALE);
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
    cells: Vec<i64>,
}

impl Tableau {
    fn new(problem: &Problem, rows: &Rows, structural: usize) -> Tableau {
        let width = structural + rows.count + 1;
        let mut t =
            Tableau { width, height: rows.count, structural, cells: vec![0; width * (rows.count + 1)] };
        let moments = problem.moment_count as usize;
        let mut column = 0;
        for variant in &problem.variants {
            let wish = &problem.wishes[variant.wish as usize];
            for cell in &variant.list {
                t.add(variant.wish as usize, column, 1);
                t.add(rows.cell + *cell as usize, column, 1);
                for person in &variant.members {
                    for at in &problem.moments[*cell as usize] {
                        if let Some(row) = rows.moment[*person as usize * moments + *at as usize] {
                            t.add(row, column, 1);
                        }
                    }
                }
                for quota in &wish.quotas {
                    t.add(rows.most + *quota as usize, column, 1);
                    t.add(rows.least + *quota as usize, column, -1);
                }
                t.add(rows.count, column, -wish.value);
                column += 1;
            }
        }
        for (q, quota) in problem.quotas.iter().enumerate() {
            t.add(rows.least + q, column + q, 1);
            t.add(rows.promised + q, column + q, 1);
            t.add(rows.count, column + q, -problem.promise());
            t.add(rows.most + q, width - 1, i64::from(quota.most));
            t.add(rows.promised + q, width - 1, i64::from(quota.least));
        }
        for row in 0..rows.count {
            t.add(row, structural + row, 1);
        }
        (0..rows.cell).for_each(|row| t.add(row, width - 1, 1));
        for (c, cell) in problem.cells.iter().enumerate() {
            t.add(rows.cell + c, width - 1, i64::from(cell.capacity));
        }
        t
    }

    fn add(&mut self, row: usize, column: usize, by: i64) {
        self.cells[row * self.width + column] += by * ONE;
    }

    fn solve(mut self) -> Option<Vec<i64>> {
        let rhs = self.width - 1;
        let last = self.height * self.width;
        // A tiny unequal widening of every limit keeps the method from standing still.
        for row in 0..self.height {
            self.cells[row * self.width + rhs] += (1 << 14) + 16 * (row * 7919 % 1009) as i64;
        }
        for _ in 0..20 * (self.height + self.structural) {
            let objective = &self.cells[last..last + rhs];
            let (column, most) = objective
                .iter()
                .enumerate()
                .min_by(|a, b| a.1.cmp(b.1))
                .map(|(column, cost)| (column, *cost))?;
            if most > -TINY {
                return Some(objective[self.structural..].to_vec());
            }
            let row = (0..self.height)
                .filter(|r| self.cells[r * self.width + column] >= LEAST_PIVOT)
                .min_by_key(|r| self.ratio(*r, column))?;
            self.pivot(row, column)?;
        }
        None
    }

    fn ratio(&self, row: usize, column: usize) -> i128 {
        (i128::from(self.cells[row * self.width + self.width - 1]) << 32)
            / i128::from(self.cells[row * self.width + column])
    }

    /// Nothing when a number outgrows the fixed point.
    fn pivot(&mut self, row: usize, column: usize) -> Option<()> {
        let width = self.width;
        let by = i128::from(self.cells[row * width + column]);
        for x in &mut self.cells[row * width..(row + 1) * width] {
            *x = i64::try_from((i128::from(*x) << 32) / by).ok()?;
        }
        let source: Vec<(usize, i128)> = (0..width)
            .map(|at| (at, i128::from(self.cells[row * width + at])))
            .filter(|(_, x)| *x != 0)
            .collect();
        for other in (0..=self.height).filter(|r| *r != row) {
            let factor = i128::from(self.cells[other * width + column]);
            if factor != 0 {
                let target = &mut self.cells[other * width..(other + 1) * width];
                for (at, x) in &source {
                    let less = (factor * x + (1 << 31)) >> 32;
                    target[*at] = i64::try_from(i128::from(target[*at]) - less).ok()?;
                }
            }
        }
        Some(())
    }
}
