//! People's days: where each person is, as bits, and what lies between.

use super::cells::Cell;
use super::problem::Problem;
use super::toll::Toll;

/// How the search weighs what comes after value. The true order is lexicographic and is what
/// plans are compared by; these weights only guide.
const BREAK: i64 = 10_000;
const IDLE_MINUTE: i64 = 5;
const TRAVEL_MINUTE: i64 = 3;
/// Per meeting outside the longest run of a day. A break goes away when the shorter run has
/// moved over meeting by meeting; this makes every step of that way count.
const STRAY: i64 = 2_000;

/// The days of all persons.
#[derive(Debug, Clone)]
pub(crate) struct Days<'p> {
    problem: &'p Problem,
    /// Words of a row of cells.
    words: usize,
    /// Per person: cells attended.
    attended: Vec<u64>,
    /// Per person: cells that these forbid; the same cells where each forbids itself alone.
    blocked: Vec<u64>,
    /// Per cell: the cells it forbids, unless that is itself alone.
    forbids: Vec<u64>,
    /// Per pair of cells, the second later: what lies between, weighed.
    between: Vec<u32>,
    /// Whether cells in a row are a run and all else is a break, in one word: only then is there a pull.
    pulled: bool,
}

impl<'p> Days<'p> {
    pub(crate) fn new(problem: &'p Problem) -> Days<'p> {
        let (k, persons) = (problem.cells.len(), problem.party.len());
        let words = k.div_ceil(64).max(1);
        let mut forbids = vec![0u64; if problem.plain { 0 } else { k * words }];
        if !problem.plain {
            for (cell, others) in problem.conflicts.iter().enumerate() {
                others.iter().for_each(|o| forbids[cell * words + *o as usize / 64] |= 1 << (o % 64));
            }
        }
        let weigh = |s: &super::problem::Step| {
            (i64::from(s.breaks) * BREAK
                + i64::from(s.idle) * IDLE_MINUTE
                + i64::from(s.travel) * TRAVEL_MINUTE) as u32
        };
        Days {
            problem,
            words,
            attended: vec![0; persons * words],
            blocked: vec![0; if problem.plain { 0 } else { persons * words }],
            forbids,
            between: problem.steps.iter().map(weigh).collect(),
            pulled: words == 1 && problem.plain && runs_are_rows(problem),
        }
    }

    pub(crate) fn enter(&mut self, person: u32, cell: Cell) {
        self.attended[person as usize * self.words + cell as usize / 64] |= 1 << (cell % 64);
        if !self.problem.plain {
            let (row, forbids) = (person as usize * self.words, cell as usize * self.words);
            for word in 0..self.words {
                self.blocked[row + word] |= self.forbids[forbids + word];
            }
        }
    }

    pub(crate) fn leave(&mut self, person: u32, cell: Cell) {
        self.attended[person as usize * self.words + cell as usize / 64] &= !(1 << (cell % 64));
        if !self.problem.plain {
            self.block(person as usize);
        }
    }

    fn block(&mut self, person: usize) {
        let row = person * self.words;
        self.blocked[row..row + self.words].fill(0);
        for word in 0..self.words {
            let mut rest = self.attended[row + word];
            while rest != 0 {
                let cell = word * 64 + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                for w in 0..self.words {
                    self.blocked[row + w] |= self.forbids[cell * self.words + w];
                }
            }
        }
    }

    /// One word of the cells a person cannot attend besides what it attends.
    pub(crate) fn blocked(&self, person: u32, word: usize) -> u64 {
        let blocked = if self.problem.plain { &self.attended } else { &self.blocked };
        blocked[person as usize * self.words + word]
    }

    /// What attending `cell` adds to the person's day, given the rest of it.
    pub(crate) fn toll(&self, person: u32, cell: Cell) -> Toll {
        self.toll_without(person, cell, cell)
    }

    /// What it costs a person to attend `to` instead of `from`.
    pub(crate) fn shift_toll(&self, person: u32, from: Cell, to: Cell) -> Toll {
        self.toll_without(person, to, from).less(self.toll_without(person, from, from))
    }

    /// What attending `cell` adds to the day, `without` set aside.
    fn toll_without(&self, person: u32, cell: Cell, without: Cell) -> Toll {
        let (k, cell, without) = (self.problem.cells.len(), cell as usize, without as usize);
        let row = &self.attended[person as usize * self.words..(person as usize + 1) * self.words];
        let cost = |a: usize, b: usize| i64::from(self.between[a * k + b]);
        let around = match (before(row, cell, without), after(row, cell, without)) {
            (None, None) => 0,
            (Some(a), None) => cost(a, cell),
            (None, Some(b)) => cost(cell, b),
            (Some(a), Some(b)) => cost(a, cell) + cost(cell, b) - cost(a, b),
        };
        let pull = if self.pulled {
            let day = row[0] & !(1 << without);
            STRAY * (strays(day | 1 << cell) - strays(day))
        } else {
            0
        };
        Toll { cost: around + i64::from(self.problem.discomfort[person as usize * k + cell]), pull }
    }

    /// The first cell the person attends from this one on, or, past the end, the last before it.
    pub(crate) fn attended_from(&self, person: u32, cell: Cell) -> Option<Cell> {
        let row = &self.attended[person as usize * self.words..(person as usize + 1) * self.words];
        if row[cell as usize / 64] >> (cell % 64) & 1 == 1 {
            return Some(cell);
        }
        let (cell, none) = (cell as usize, cell as usize);
        after(row, cell, none).or_else(|| before(row, cell, none)).map(|c| c as Cell)
    }
}

/// The last cell attended before this one, `without` set aside.
fn before(row: &[u64], cell: usize, without: usize) -> Option<usize> {
    let mut mask = (1u64 << (cell % 64)) - 1;
    for word in (0..=cell / 64).rev() {
        let bits = row[word] & mask & !bit_in(word, without);
        if bits != 0 {
            return Some(word * 64 + 63 - bits.leading_zeros() as usize);
        }
        mask = u64::MAX;
    }
    None
}

/// The first cell attended after this one, `without` set aside.
fn after(row: &[u64], cell: usize, without: usize) -> Option<usize> {
    let mut mask = !1u64 << (cell % 64);
    for (word, bits) in row.iter().enumerate().skip(cell / 64) {
        let bits = bits & mask & !bit_in(word, without);
        if bits != 0 {
            return Some(word * 64 + bits.trailing_zeros() as usize);
        }
        mask = u64::MAX;
    }
    None
}

fn bit_in(word: usize, cell: usize) -> u64 {
    if cell / 64 == word { 1 << (cell % 64) } else { 0 }
}

/// Whether of two cells of the mission the gap is a break exactly if there is a cell between them.
fn runs_are_rows(problem: &Problem) -> bool {
    let n = problem.cells.len();
    (0..n).all(|a| (a + 1..n).all(|b| problem.step(a, b).breaks == u32::from(b > a + 1)))
}

/// Meetings of a day outside its longest run.
fn strays(mut day: u64) -> i64 {
    let (mut all, mut most) = (0, 0);
    while day != 0 {
        day >>= day.trailing_zeros();
        let run = day.trailing_ones();
        day = day.checked_shr(run).unwrap_or(0);
        all += run;
        most = most.max(run);
    }
    i64::from(all - most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_a_cell_in_days_of_several_words() {
        let row = [1 << 63 | 1 << 3, 1 << 1];
        let around = |cell, without| (before(&row, cell, without), after(&row, cell, without));
        insta::assert_snapshot!(format!("{:?} {:?} {:?}", around(63, 63), around(64, 63), around(65, 65)), @"(Some(3), Some(65)) (Some(3), Some(65)) (Some(63), None)");
    }

    #[test]
    fn strays_are_what_is_outside_the_longest_run() {
        let days = [0, 0b1, 0b111, 0b1011, 0b1100_1101, u64::MAX];
        insta::assert_snapshot!(format!("{:?}", days.map(strays)), @"[0, 0, 0, 1, 3, 0]");
    }
}
