//! A timetable under construction: who is where, and what it is worth, kept up to date step by
//! step, with a log so that any number of steps can be taken back.

use super::cells::Cell;
use super::problem::{Placement, Problem};

pub(crate) const NOBODY: u32 = u32::MAX;
const OUT: u32 = u32::MAX;

/// How the search weighs what comes after value. The true order is lexicographic and is what
/// plans are compared by; these weights only guide.
const BREAK: i64 = 10_000;
const IDLE_MINUTE: i64 = 5;
const TRAVEL_MINUTE: i64 = 3;
const UNEVEN: i64 = 20_000;

#[derive(Debug, Clone)]
pub(crate) struct Timetable<'p> {
    pub(crate) problem: &'p Problem,
    /// Per person and cell: the wish met there.
    at: Vec<u32>,
    /// Per wish: variant, or out.
    variant: Vec<u32>,
    cell: Vec<Cell>,
    /// Per cell: its wishes.
    pub(crate) held: Vec<Vec<u32>>,
    /// Where each wish stands in the list it is in.
    position: Vec<u32>,
    /// Wishes not placed that the search may try.
    pub(crate) out: Vec<u32>,
    pub(crate) active: Vec<bool>,
    /// Per person: cells attended, and cells that these forbid.
    attended: Vec<u64>,
    blocked: Vec<u64>,
    /// Cells with room left.
    roomy: Vec<u64>,
    words: usize,
    pub(crate) in_quota: Vec<u32>,
    party_held: Vec<u32>,
    step_cost: Vec<u32>,
    conflict_bits: Vec<u64>,
    /// Members of all variants one after the other, with the first of each, and their cells: what the
    /// search reads most, side by side.
    members: Vec<u32>,
    members_from: Vec<u32>,
    masks: Vec<u64>,
    /// Wishes that may change cells without a look at other wishes.
    nimble: Vec<bool>,
    /// Value of what is placed.
    pub(crate) value: i64,
    /// Promises kept.
    pub(crate) kept: i64,
    /// Weighted breaks, idle minutes, travel, discomfort, unevenness.
    pub(crate) cost: i64,
    log: Vec<(u32, u32, Cell)>,
    /// Steps done since the beginning: the unit of work.
    pub(crate) work: u64,
}

impl<'p> Timetable<'p> {
    pub(crate) fn new(problem: &'p Problem, active: Vec<bool>) -> Timetable<'p> {
        let (n, k, persons) = (problem.wishes.len(), problem.cells.len(), problem.party.len());
        let words = k.div_ceil(64).max(1);
        let weigh = |s: &super::problem::Step| {
            (i64::from(s.breaks) * BREAK
                + i64::from(s.idle) * IDLE_MINUTE
                + i64::from(s.travel) * TRAVEL_MINUTE) as u32
        };
        let mut conflict_bits = vec![0u64; if problem.plain { 0 } else { k * words }];
        if !problem.plain {
            for (cell, others) in problem.conflicts.iter().enumerate() {
                others.iter().for_each(|o| conflict_bits[cell * words + *o as usize / 64] |= 1 << (o % 64));
            }
        }
        let nimble = (0..n)
            .map(|w| active[w] && problem.earlier[w].is_empty() && problem.later[w].is_empty())
            .collect();
        let mut table = Timetable {
            problem,
            at: vec![NOBODY; persons * k],
            variant: vec![OUT; n],
            cell: vec![0; n],
            held: vec![Vec::new(); k],
            position: vec![0; n],
            out: Vec::new(),
            active,
            attended: vec![0; persons * words],
            blocked: vec![0; persons * words],
            roomy: vec![0; words],
            words,
            in_quota: vec![0; problem.quotas.len()],
            party_held: vec![0; problem.fair.len()],
            step_cost: problem.steps.iter().map(weigh).collect(),
            conflict_bits,
            members: problem.variants.iter().flat_map(|v| v.members.iter().copied()).collect(),
            members_from: members_from(problem),
            masks: problem.variants.iter().flat_map(|v| v.cells.0.iter().copied()).collect(),
            nimble,
            value: 0,
            kept: 0,
            cost: problem.fair.iter().map(|r| i64::from(*r) * i64::from(*r) * UNEVEN).sum(),
            log: Vec::new(),
            work: 0,
        };
        for (cell, _) in problem.cells.iter().enumerate().filter(|(_, of)| of.capacity > 0) {
            table.roomy[cell / 64] |= 1 << (cell % 64);
        }
        for wish in (0..n).filter(|w| table.active[*w]).collect::<Vec<_>>() {
            table.list_out(wish as u32);
        }
        table
    }

    fn list_out(&mut self, wish: u32) {
        self.position[wish as usize] = self.out.len() as u32;
        self.out.push(wish);
    }

    fn unlist(list: &mut Vec<u32>, position: &mut [u32], wish: u32) {
        let at = position[wish as usize] as usize;
        list.swap_remove(at);
        if let Some(moved) = list.get(at) {
            position[*moved as usize] = at as u32;
        }
    }

    /// Where a wish is.
    pub(crate) fn place_of(&self, wish: u32) -> Option<(u32, Cell)> {
        let variant = self.variant[wish as usize];
        (variant != OUT).then(|| (variant, self.cell[wish as usize]))
    }

    pub(crate) fn is_out(&self, wish: u32) -> bool {
        self.variant[wish as usize] == OUT
    }

    pub(crate) fn met_at(&self, person: u32, cell: Cell) -> u32 {
        self.at[person as usize * self.problem.cells.len() + cell as usize]
    }

    pub(crate) fn full(&self, cell: Cell) -> bool {
        self.held[cell as usize].len() >= self.problem.cells[cell as usize].capacity as usize
    }

    pub(crate) fn over(&self, cell: Cell) -> bool {
        self.held[cell as usize].len() > self.problem.cells[cell as usize].capacity as usize
    }

    /// Value with promises, as the search weighs it.
    pub(crate) fn worth(&self, promise: i64) -> i64 {
        self.value + promise * self.kept
    }

    fn note_room(&mut self, cell: Cell) {
        let bit = 1u64 << (cell % 64);
        let full = self.full(cell);
        let word = &mut self.roomy[cell as usize / 64];
        *word = if full { *word & !bit } else { *word | bit };
    }

    /// Places a wish that is out; the caller has made way for it.
    pub(crate) fn put(&mut self, variant: u32, cell: Cell) {
        let wish = self.problem.variants[variant as usize].wish;
        self.log.push((wish, OUT, 0));
        self.set(variant, cell);
    }

    /// Takes a wish out.
    pub(crate) fn take(&mut self, wish: u32) {
        let (variant, cell) = (self.variant[wish as usize], self.cell[wish as usize]);
        self.log.push((wish, variant, cell));
        self.unset(wish);
    }

    fn set(&mut self, variant: u32, cell: Cell) {
        self.work += 1;
        let problem = self.problem;
        let wish = problem.variants[variant as usize].wish;
        if self.active[wish as usize] {
            Self::unlist(&mut self.out, &mut self.position, wish);
        }
        self.position[wish as usize] = self.held[cell as usize].len() as u32;
        self.held[cell as usize].push(wish);
        self.note_room(cell);
        self.variant[wish as usize] = variant;
        self.cell[wish as usize] = cell;
        self.value += problem.wishes[wish as usize].value;
        for quota in &problem.wishes[wish as usize].quotas {
            let count = &mut self.in_quota[*quota as usize];
            self.kept += i64::from(*count < problem.quotas[*quota as usize].least);
            *count += 1;
        }
        self.count_parties(wish, true);
        for person in &problem.variants[variant as usize].members {
            let person = *person as usize;
            self.cost += self.hinge(person, cell as usize);
            self.at[person * problem.cells.len() + cell as usize] = wish;
            self.attended[person * self.words + cell as usize / 64] |= 1 << (cell % 64);
            self.block(person);
        }
    }

    fn unset(&mut self, wish: u32) {
        self.work += 1;
        let problem = self.problem;
        let (variant, cell) = (self.variant[wish as usize], self.cell[wish as usize]);
        Self::unlist(&mut self.held[cell as usize], &mut self.position, wish);
        self.note_room(cell);
        if self.active[wish as usize] {
            self.list_out(wish);
        }
        self.variant[wish as usize] = OUT;
        self.value -= problem.wishes[wish as usize].value;
        for quota in &problem.wishes[wish as usize].quotas {
            let count = &mut self.in_quota[*quota as usize];
            *count -= 1;
            self.kept -= i64::from(*count < problem.quotas[*quota as usize].least);
        }
        self.count_parties(wish, false);
        for person in &problem.variants[variant as usize].members {
            let person = *person as usize;
            self.at[person * problem.cells.len() + cell as usize] = NOBODY;
            self.attended[person * self.words + cell as usize / 64] &= !(1 << (cell % 64));
            self.cost -= self.hinge(person, cell as usize);
            self.block(person);
        }
    }

    fn count_parties(&mut self, wish: u32, more: bool) {
        for party in &self.problem.parties_of[wish as usize] {
            let held = &mut self.party_held[*party as usize];
            let missing = |held: u32| {
                let gap = i64::from(self.problem.fair[*party as usize].saturating_sub(held));
                gap * gap * UNEVEN
            };
            let before = missing(*held);
            *held = if more { *held + 1 } else { *held - 1 };
            self.cost += missing(*held) - before;
        }
    }

    fn block(&mut self, person: usize) {
        let row = person * self.words;
        if self.problem.plain {
            for word in row..row + self.words {
                self.blocked[word] = self.attended[word];
            }
            return;
        }
        self.blocked[row..row + self.words].fill(0);
        for word in 0..self.words {
            let mut rest = self.attended[row + word];
            while rest != 0 {
                let cell = word * 64 + rest.trailing_zeros() as usize;
                rest &= rest - 1;
                for w in 0..self.words {
                    self.blocked[row + w] |= self.conflict_bits[cell * self.words + w];
                }
            }
        }
    }

    /// What attending `cell` adds to the cost of the person's day, given the rest of it.
    fn hinge(&self, person: usize, cell: usize) -> i64 {
        self.hinge_in(&self.attended[person * self.words..(person + 1) * self.words], person, cell)
    }

    fn hinge_in(&self, row: &[u64], person: usize, cell: usize) -> i64 {
        let k = self.problem.cells.len();
        let cost = |a: usize, b: usize| i64::from(self.step_cost[a * k + b]);
        let own = i64::from(self.problem.discomfort[person * k + cell]);
        own + match (before(row, cell), after(row, cell)) {
            (None, None) => 0,
            (Some(a), None) => cost(a, cell),
            (None, Some(b)) => cost(cell, b),
            (Some(a), Some(b)) => cost(a, cell) + cost(cell, b) - cost(a, b),
        }
    }

    /// The persons who come to a variant.
    pub(crate) fn members(&self, variant: u32) -> &[u32] {
        let from = self.members_from[variant as usize] as usize;
        &self.members[from..self.members_from[variant as usize + 1] as usize]
    }

    /// Whether the variant may be at this cell and its wish may move freely.
    pub(crate) fn may_shift(&self, wish: u32, variant: u32, cell: Cell) -> bool {
        self.nimble[wish as usize]
            && self.masks[variant as usize * self.words + cell as usize / 64] >> (cell % 64) & 1 == 1
    }

    /// What it costs a person to attend `to` instead of `from`.
    pub(crate) fn shift_cost(&self, person: u32, from: Cell, to: Cell) -> i64 {
        let person = person as usize;
        let row = person * self.words;
        let mut days = [0u64; 8];
        let mut long = Vec::new();
        let day: &mut [u64] = if self.words <= days.len() {
            &mut days[..self.words]
        } else {
            long.resize(self.words, 0);
            &mut long
        };
        day.copy_from_slice(&self.attended[row..row + self.words]);
        day[from as usize / 64] &= !(1 << (from % 64));
        self.hinge_in(day, person, to as usize) - self.hinge_in(day, person, from as usize)
    }

    /// The first cell the person attends from this one on, or, past the end, the last before it.
    pub(crate) fn attended_from(&self, person: u32, cell: Cell) -> Option<Cell> {
        let row = &self.attended[person as usize * self.words..(person as usize + 1) * self.words];
        if row[cell as usize / 64] >> (cell % 64) & 1 == 1 {
            return Some(cell);
        }
        after(row, cell as usize).or_else(|| before(row, cell as usize)).map(|c| c as Cell)
    }

    /// The first cell where this variant fits without moving anybody.
    pub(crate) fn opening(&self, variant: u32) -> Option<Cell> {
        let of = &self.problem.variants[variant as usize];
        for word in 0..self.words {
            let mut open = of.cells.0[word] & self.roomy[word];
            for person in &of.members {
                open &= !self.blocked[*person as usize * self.words + word];
            }
            while open != 0 {
                let cell = (word * 64) as Cell + open.trailing_zeros() as Cell;
                if self.in_order(of.wish, cell) {
                    return Some(cell);
                }
                open &= open - 1;
            }
        }
        None
    }

    /// Whether every quota of the wish has room for one more.
    pub(crate) fn quotas_open(&self, wish: u32) -> bool {
        let quotas = &self.problem.wishes[wish as usize].quotas;
        quotas.iter().all(|q| self.in_quota[*q as usize] < self.problem.quotas[*q as usize].most)
    }

    /// Whether the wish at this cell would keep all precedences with what is placed.
    pub(crate) fn in_order(&self, wish: u32, cell: Cell) -> bool {
        let problem = self.problem;
        if problem.before.is_empty() {
            return true;
        }
        problem.earlier[wish as usize].iter().all(|e| self.out_of_order(*e, wish, cell).is_none())
            && problem.later[wish as usize].iter().all(|l| self.out_of_order(*l, wish, cell).is_none())
    }

    /// The other wish if it is placed and stands in the wrong order to `wish` at `cell`.
    pub(crate) fn out_of_order(&self, other: u32, wish: u32, cell: Cell) -> Option<u32> {
        let (_, there) = self.place_of(other)?;
        let cells = &self.problem.cells;
        let (here, there) = (&cells[cell as usize], &cells[there as usize]);
        let wrong_before = self.problem.earlier[wish as usize].contains(&other) && there.end > here.start;
        let wrong_after = self.problem.later[wish as usize].contains(&other) && here.end > there.start;
        (wrong_before || wrong_after).then_some(other)
    }

    pub(crate) fn mark(&self) -> usize {
        self.log.len()
    }

    pub(crate) fn forget_log(&mut self) {
        self.log.clear();
    }

    /// Takes back every step since the mark.
    pub(crate) fn undo(&mut self, mark: usize) {
        while self.log.len() > mark {
            match self.log.pop() {
                Some((wish, OUT, _)) => self.unset(wish),
                Some((_, variant, cell)) => self.set(variant, cell),
                None => return,
            }
        }
    }

    pub(crate) fn placement(&self) -> Placement {
        (0..self.variant.len() as u32).map(|w| self.place_of(w)).collect()
    }

    /// Becomes exactly this placement.
    pub(crate) fn become_placement(&mut self, placement: &Placement) {
        for wish in 0..self.variant.len() as u32 {
            if !self.is_out(wish) && self.place_of(wish) != placement[wish as usize] {
                self.unset(wish);
            }
        }
        for (wish, place) in placement.iter().enumerate() {
            if let Some((variant, cell)) = place.filter(|_| self.is_out(wish as u32)) {
                self.set(variant, cell);
            }
        }
        self.forget_log();
    }
}

fn members_from(problem: &Problem) -> Vec<u32> {
    let mut sum = 0;
    let ends = problem.variants.iter().map(|v| {
        sum += v.members.len() as u32;
        sum
    });
    std::iter::once(0).chain(ends).collect()
}

fn before(row: &[u64], cell: usize) -> Option<usize> {
    let mut word = cell / 64;
    let mut bits = row[word] & ((1u64 << (cell % 64)) - 1);
    loop {
        if bits != 0 {
            return Some(word * 64 + 63 - bits.leading_zeros() as usize);
        }
        word = word.checked_sub(1)?;
        bits = row[word];
    }
}

fn after(row: &[u64], cell: usize) -> Option<usize> {
    let mut word = cell / 64;
    let mut bits = row[word] & (!1u64 << (cell % 64));
    loop {
        if bits != 0 {
            return Some(word * 64 + bits.trailing_zeros() as usize);
        }
        word += 1;
        bits = *row.get(word)?;
    }
}
