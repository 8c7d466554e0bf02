//! A timetable under construction: who is where, and what it is worth, kept up to date step by
//! step, with a log so that any number of steps can be taken back.

use super::cells::Cell;
use super::days::Days;
use super::problem::Problem;
use super::toll::Toll;

pub(crate) const NOBODY: u32 = u32::MAX;
pub(crate) const OUT: u32 = u32::MAX;

#[derive(Debug, Clone)]
pub(crate) struct Timetable<'p> {
    pub(crate) problem: &'p Problem,
    pub(crate) days: Days<'p>,
    /// Per cell and person: the wish met there.
    pub(super) at: Vec<u32>,
    pub(super) persons: usize,
    /// Per wish: variant, or out.
    pub(super) variant: Vec<u32>,
    pub(super) cell: Vec<Cell>,
    /// Per cell: its wishes.
    pub(crate) held: Vec<Vec<u32>>,
    /// Where each wish stands in the list it is in.
    pub(super) position: Vec<u32>,
    /// Wishes not placed that the search may try.
    pub(crate) out: Vec<u32>,
    pub(crate) active: Vec<bool>,
    /// Cells with room left.
    pub(super) roomy: Vec<u64>,
    pub(super) words: usize,
    pub(crate) in_quota: Vec<u32>,
    pub(super) party_held: Vec<u32>,
    /// Members of all variants one after the other, with the first of each, and their cells: what the
    /// search reads most, side by side.
    pub(super) members: Vec<u32>,
    pub(super) members_from: Vec<u32>,
    pub(super) masks: Vec<u64>,
    /// Wishes that may change cells without a look at other wishes.
    pub(super) nimble: Vec<bool>,
    /// Value of what is placed.
    pub(crate) value: i64,
    /// Promises kept.
    pub(crate) kept: i64,
    /// What all days cost, unevenness included; kept up once it is asked for.
    pub(crate) toll: Toll,
    pub(crate) costed: bool,
    pub(crate) log: Vec<(u32, u32, Cell)>,
    /// Steps done since the beginning: the unit of work.
    pub(crate) work: u64,
}

impl<'p> Timetable<'p> {
    pub(crate) fn new(problem: &'p Problem, active: Vec<bool>) -> Timetable<'p> {
        let (n, k, persons) = (problem.wishes.len(), problem.cells.len(), problem.party.len());
        let words = k.div_ceil(64).max(1);
        let nimble = (0..n)
            .map(|w| active[w] && problem.earlier[w].is_empty() && problem.later[w].is_empty())
            .collect();
        let mut table = Timetable {
            problem,
            days: Days::new(problem),
            at: vec![NOBODY; persons * k],
            persons,
            variant: vec![OUT; n],
            cell: vec![0; n],
            held: vec![Vec::new(); k],
            position: vec![0; n],
            out: Vec::new(),
            active,
            roomy: vec![0; words],
            words,
            in_quota: vec![0; problem.quotas.len()],
            party_held: vec![0; problem.fair.len()],
            members: problem.variants.iter().flat_map(|v| v.members.iter().copied()).collect(),
            members_from: members_from(problem),
            masks: problem.variants.iter().flat_map(|v| v.cells.0.iter().copied()).collect(),
            nimble,
            value: 0,
            kept: 0,
            toll: Toll::default(),
            costed: false,
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

    pub(super) fn unlist(list: &mut Vec<u32>, position: &mut [u32], wish: u32) {
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
        self.at[cell as usize * self.persons + person as usize]
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

    pub(super) fn note_room(&mut self, cell: Cell) {
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

    pub(super) fn set(&mut self, variant: u32, cell: Cell) {
        self.work += 1;
        let problem = self.problem;
        let wish = problem.variants[variant as usize].wish;
        if self.active[wish as usize] {
            Self::unlist(&mut self.out, &mut self.position, wish);
        }
        self.variant[wish as usize] = variant;
        self.value += problem.wishes[wish as usize].value;
        for quota in &problem.wishes[wish as usize].quotas {
            let count = &mut self.in_quota[*quota as usize];
            self.kept += i64::from(*count < problem.quotas[*quota as usize].least);
            *count += 1;
        }
        if self.costed {
            self.count_parties(wish, true);
            for person in &problem.variants[variant as usize].members {
                self.toll.add(self.days.toll(*person, cell));
            }
        }
        self.land(wish, cell);
    }

    pub(super) fn unset(&mut self, wish: u32) {
        self.work += 1;
        let problem = self.problem;
        let (variant, cell) = (self.variant[wish as usize], self.cell[wish as usize]);
        self.lift(wish);
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
        if self.costed {
            self.count_parties(wish, false);
            for person in &problem.variants[variant as usize].members {
                self.toll = self.toll.less(self.days.toll(*person, cell));
            }
        }
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
