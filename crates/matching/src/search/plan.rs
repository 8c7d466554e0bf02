//! The tables of an ask in the small units the kernel adds.

use super::losses::{OUT, from, least, quantise, subtract, up_to, weigh};
use super::tables::Table;
use crate::index::{CODES, Index};
use crate::kernel::{Exact, Limits, Lookup, Points, RowView};

/// One row of a plan.
#[derive(Debug, Clone, Copy)]
struct PlanRow {
    row: usize,
    /// By the code of an offer.
    exact: Points,
    /// By the highest code of a cell; by the lowest.
    highest: Points,
    lowest: Points,
}

/// Which code of a cell a lookup is by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extreme {
    Highest,
    Lowest,
}

/// Rows beyond so many are not looked at before an offer is judged; they are the weakest.
pub(crate) const MOST_ROWS: usize = 48;

/// An ask ready to be scanned for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plan {
    rows: Vec<PlanRow>,
    /// What every offer loses.
    base: [u32; 2],
    full: u32,
    /// What a point of the asker's view counts in each measure.
    weights: [u32; 2],
    /// Whether offers differ in what they lose of the offerer's view. Where they do not, what they
    /// lose of the asker's says all.
    two: bool,
}

/// A plan in units of one scan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scaled {
    /// Row and lookup for offers.
    pub(crate) rows: Vec<u32>,
    pub(crate) lookups: Vec<Lookup>,
    /// Losses in points, row by row.
    exact: Vec<Points>,
    /// The same for cells, by the highest or the lowest code of each: first the rows where one of
    /// the two says all, then those where both do, two entries a row.
    pub(crate) cell_rows: Vec<(u32, Extreme)>,
    pub(crate) cell_lookups: Vec<Lookup>,
    /// Entries before those that come in twos.
    pub(crate) singles: usize,
    /// Whether there are two measures. Where there is one, units are of the asker's view.
    pub(crate) two: bool,
    weights: [u32; 2],
    base: [u32; 2],
    full: u32,
    unit: u32,
}

impl Plan {
    /// Takes the tables over; `lost` is what every offer loses besides.
    pub(crate) fn fill(&mut self, index: &Index, tables: &[Table], lost: (u32, u32)) {
        let w = &index.basis.weights;
        // Where the more pleased counts more, the sum of the losses times the smaller weight is a bound.
        let (less, more) = if w.less >= w.more { (w.less, w.more) } else { (w.less, 0) };
        let sum = w.less < w.more;
        let measure = |a: u32, b: u32| match sum {
            true => (less * (a + b), less * (a + b)),
            false => (less * a + more * b, more * a + less * b),
        };
        self.rows.clear();
        self.full = (w.less + w.more) * FULL;
        self.base = measure(lost.0, lost.1).into();
        (self.weights, self.two) = ([less, more], false);
        for table in tables {
            let counts = index.rows.counts(table.row);
            let mut exact = weigh(&table.losses, counts, measure);
            let least = [least(&exact.one), least(&exact.two)];
            if least.contains(&OUT) {
                // No offer passes: the limits are never met.
                self.base = [OUT; 2];
                return;
            }
            self.base[0] += least[0];
            self.base[1] += least[1];
            subtract(&mut exact.one, least[0]);
            subtract(&mut exact.two, least[1]);
            // A rule that is nothing else has thrown out whom it could before.
            let lost = |code: usize| exact.one[code] != OUT && exact.one[code] | exact.two[code] > 0;
            if !(0..CODES).any(lost) {
                continue;
            }
            let differs = |code: usize| {
                let (one, two) = (u64::from(exact.one[code]), u64::from(exact.two[code]));
                exact.one[code] != OUT && one * u64::from(more) != two * u64::from(less)
            };
            self.two |= !sum && (0..CODES).any(differs);
            let highest = Points { one: up_to(&exact.one), two: up_to(&exact.two) };
            let lowest = Points { one: from(&exact.one), two: from(&exact.two) };
            self.rows.push(PlanRow { row: table.row, exact, highest, lowest });
        }
        self.rows.sort_by_cached_key(|row| std::cmp::Reverse(power(row, index.rows.counts(row.row))));
    }

    /// The full score.
    pub(crate) fn full(&self) -> u32 {
        self.full
    }

    /// The plan in units such that losses up to `room` points are told apart, and more is out.
    pub(crate) fn scale(&self, room: u32, out: &mut Scaled) {
        (out.base, out.full, out.two, out.weights) = (self.base, self.full, self.two, self.weights);
        let most = out.left(room).into_iter().max().flatten().unwrap_or(0);
        out.unit = most.div_ceil(254).max(1);
        // A point in the units of the first measure; the second is not looked at where there is one.
        let unit = if self.two { out.unit } else { out.unit * self.weights[0].max(1) };
        out.rows.clear();
        out.lookups.clear();
        out.exact.clear();
        out.cell_rows.clear();
        out.cell_lookups.clear();
        let mut doubles = (Vec::new(), Vec::new());
        for row in self.rows.iter().take(MOST_ROWS) {
            let number = row.row as u32;
            out.rows.push(number);
            out.lookups.push(quantise(&row.exact, unit));
            out.exact.push(row.exact);
            let highest = quantise(&row.highest, unit);
            let lowest = quantise(&row.lowest, unit);
            match (says_nothing(&highest), says_nothing(&lowest)) {
                (true, true) => {}
                (false, true) => out.push_cell(number, Extreme::Highest, highest),
                (true, false) => out.push_cell(number, Extreme::Lowest, lowest),
                (false, false) => {
                    doubles.0.extend([(number, Extreme::Highest), (number, Extreme::Lowest)]);
                    doubles.1.extend([highest, lowest]);
                }
            }
        }
        out.singles = out.cell_rows.len();
        out.cell_rows.extend(doubles.0);
        out.cell_lookups.extend(doubles.1);
    }
}

fn says_nothing(lookup: &Lookup) -> bool {
    lookup.one.iter().chain(&lookup.two).all(|loss| *loss == 0)
}

/// What the weights of a view sum to.
const FULL: u32 = 10_000;

impl Scaled {
    fn push_cell(&mut self, row: u32, extreme: Extreme, lookup: Lookup) {
        self.cell_rows.push((row, extreme));
        self.cell_lookups.push(lookup);
    }

    /// Whether the units tell apart every loss that a score of `threshold` allows.
    pub(crate) fn reaches(&self, threshold: u32) -> bool {
        let room = self.room(threshold);
        self.left(room).into_iter().flatten().all(|left| left / self.unit <= 254)
    }

    /// What may be lost where a score below `threshold` is not good enough; none if even
    /// the best possible offer is not.
    #[inline]
    pub(crate) fn limits(&self, threshold: u32) -> Option<Limits> {
        let room = self.room(threshold);
        let units = |left: Option<u32>| left.map(|left| (left / self.unit).min(254) as u8);
        let [one, two] = self.left(room);
        Some(Limits { one: units(one)?, two: units(two)? })
    }

    /// What may be lost in each measure besides what all lose; none where that is too much.
    fn left(&self, room: u32) -> [Option<u32>; 2] {
        let left = self.base.map(|base| room.checked_sub(base));
        if self.two {
            return left;
        }
        let mut points = left.into_iter().zip(self.weights).filter(|(_, weight)| *weight > 0);
        let least = points.try_fold(u32::MAX, |least, (left, weight)| Some(least.min(left? / weight)));
        [least; 2]
    }
}

impl Scaled {
    /// What offers lose exactly, by their rows.
    pub(crate) fn exact<'a>(&'a self, rows: &'a [RowView<'a>]) -> Exact<'a> {
        Exact { rows, tables: &self.exact, base: self.base }
    }

    /// The most that may be lost by a score of at least a threshold.
    pub(crate) fn room(&self, threshold: u32) -> u32 {
        self.full.saturating_sub(threshold)
    }
}

/// How much a row is expected to take from those who pass, by how many offers have each code.
fn power(row: &PlanRow, counts: &[u32; CODES]) -> u64 {
    let lost = row.exact.one.iter().zip(counts).filter(|(loss, _)| **loss != OUT);
    lost.map(|(loss, count)| u64::from(*loss) * u64::from(*count)).sum()
}
