//! The integer core of a mission: what the search, the bounds and the repair work on.
//!
//! Everything a mission says about days, zones, places, hours and travel has become sets of
//! cells before it gets here. A *cell* is one start of one group of equal places. A *person* is
//! a delegate, who is in one place at a time. A *wish* is placed at most once, in one of its
//! *variants*: the delegates who would come and the cells where all of them could.

use super::cells::{Cell, CellSet};

/// One start of one group of equal places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellOf {
    /// Minutes from any common origin.
    pub start: i64,
    /// Minutes from the same origin.
    pub end: i64,
    /// Session it belongs to: idle time is counted inside a session only.
    pub session: u32,
    /// Area it is in, for travel.
    pub area: u32,
    /// Meetings it holds at once.
    pub capacity: u32,
}

/// One way a wish can be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// The wish.
    pub wish: u32,
    /// The persons who would come.
    pub members: Vec<u32>,
    /// Cells where it could be: all members free, place right.
    pub cells: CellSet,
    /// The same, in order.
    pub list: Vec<Cell>,
}

/// A wish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WishOf {
    /// Mutual value, less the toll of [`super::calmer`]; one below 0 is held for a promise alone.
    pub value: i64,
    /// Quotas it counts towards.
    pub quotas: Vec<u32>,
    /// First of its variants.
    pub first_variant: u32,
    /// How many.
    pub variants: u32,
    /// Held where it is: never moved by the search.
    pub locked: Option<(u32, Cell)>,
}

/// How many of a set of wishes are promised at least and allowed at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quota {
    /// Promised.
    pub least: u32,
    /// Allowed.
    pub most: u32,
}

/// What lies between two meetings of one person that follow each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Step {
    /// 1 if the gap is a break.
    pub breaks: u32,
    /// Idle minutes.
    pub idle: u32,
    /// Minutes of travel.
    pub travel: u32,
}

/// The whole problem.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// Cells in the order of start.
    pub cells: Vec<CellOf>,
    /// Per cell: the cells a person cannot attend besides it, itself among them.
    pub conflicts: Vec<Vec<Cell>>,
    /// Per cell: the moments it covers; no person attends two cells of one moment.
    pub moments: Vec<Vec<u32>>,
    /// How many moments there are.
    pub moment_count: u32,
    /// Per person: its party.
    pub party: Vec<u32>,
    /// Per person: where it is free.
    pub free: Vec<CellSet>,
    /// Per person and cell: minutes outside its own hours.
    pub discomfort: Vec<u32>,
    /// Per party: its fair share of meetings (`docs/missions.md`, fairness).
    pub fair: Vec<u32>,
    /// Per wish: the parties in it.
    pub parties_of: Vec<Vec<u32>>,
    /// Wishes.
    pub wishes: Vec<WishOf>,
    /// Variants of all wishes.
    pub variants: Vec<Variant>,
    /// Quotas that can bind.
    pub quotas: Vec<Quota>,
    /// Per party: the quota that counts all its meetings, if it can bind.
    pub quota_of: Vec<Option<u32>>,
    /// Per quota: its wishes.
    pub wishes_in: Vec<Vec<u32>>,
    /// Wishes that must come strictly before others.
    pub before: Vec<(u32, u32)>,
    /// Per person: the wishes with a variant it is in.
    pub wishes_of: Vec<Vec<u32>>,
    /// Per pair of cells, the second later: what lies between.
    pub steps: Vec<Step>,
    /// Per cell: the cells of its session that follow or precede it without a break.
    pub beside: Vec<Vec<Cell>>,
    /// Whether each cell conflicts with itself alone.
    pub plain: bool,
    /// Per wish: wishes that must come before it.
    pub earlier: Vec<Vec<u32>>,
    /// Per wish: wishes that must come after it.
    pub later: Vec<Vec<u32>>,
}

/// How a problem counts time between cells.
#[derive(Debug, Clone)]
pub struct Between {
    /// Minutes of travel between areas, square.
    pub travel: Vec<Vec<u32>>,
    /// A gap of at least this many idle minutes is a break.
    pub least_break: u32,
}

impl Problem {
    /// Fills in all that follows from the cells, persons, wishes and variants.
    pub fn complete(mut self, between: &Between) -> Problem {
        self.pair_cells(between);
        self.mark_moments();
        self.plain = self.conflicts.iter().all(|c| c.len() == 1);
        self.wishes_of = vec![Vec::new(); self.party.len()];
        for variant in &self.variants {
            for person in &variant.members {
                let list = &mut self.wishes_of[*person as usize];
                if list.last() != Some(&variant.wish) {
                    list.push(variant.wish);
                }
            }
        }
        self.wishes_in = vec![Vec::new(); self.quotas.len()];
        for (wish, of) in self.wishes.iter().enumerate() {
            of.quotas.iter().for_each(|q| self.wishes_in[*q as usize].push(wish as u32));
        }
        self.earlier = vec![Vec::new(); self.wishes.len()];
        self.later = vec![Vec::new(); self.wishes.len()];
        for (first, second) in &self.before {
            self.earlier[*second as usize].push(*first);
            self.later[*first as usize].push(*second);
        }
        self
    }

    fn pair_cells(&mut self, between: &Between) {
        let n = self.cells.len();
        self.conflicts = vec![Vec::new(); n];
        self.steps = vec![Step::default(); n * n];
        self.beside = vec![Vec::new(); n];
        for a in 0..n {
            for b in 0..n {
                let (one, two) = (&self.cells[a], &self.cells[b]);
                let (first, second) = if one.start <= two.start { (one, two) } else { (two, one) };
                let travel = between.travel[first.area as usize][second.area as usize];
                let gap = second.start - first.end;
                if a == b || gap < i64::from(travel) {
                    self.conflicts[a].push(b as Cell);
                } else if a < b {
                    let idle = if one.session == two.session { (gap - i64::from(travel)) as u32 } else { 0 };
                    let breaks = u32::from(idle >= between.least_break.max(1));
                    if one.session == two.session && breaks == 0 {
                        self.beside[a].push(b as Cell);
                        self.beside[b].push(a as Cell);
                    }
                    self.steps[a * n + b] = Step { breaks, idle, travel };
                }
            }
        }
    }

    /// Moments are the starts of cells; of cells that begin together one moment.
    fn mark_moments(&mut self) {
        let mut starts: Vec<i64> = self.cells.iter().map(|c| c.start).collect();
        starts.sort_unstable();
        starts.dedup();
        self.moments = self
            .cells
            .iter()
            .map(|cell| {
                let from = starts.partition_point(|s| *s < cell.start);
                let until = starts.partition_point(|s| *s < cell.end).max(from + 1);
                (from as u32..until as u32).collect()
            })
            .collect();
        // A moment covered by the same cells as another, or fewer, says nothing new; in a
        // mission with one grid every cell has one moment already.
        self.moment_count = starts.len() as u32;
    }

    /// The variants of a wish.
    pub fn variants_of(&self, wish: u32) -> std::ops::Range<u32> {
        let of = &self.wishes[wish as usize];
        of.first_variant..of.first_variant + of.variants
    }

    /// Whether the wish can be placed at all.
    pub fn placeable(&self, wish: u32) -> bool {
        self.variants_of(wish).any(|v| !self.variants[v as usize].list.is_empty())
    }

    /// What lies between two cells that one person attends one after the other.
    pub fn step(&self, first: usize, second: usize) -> Step {
        self.steps[first * self.cells.len() + second]
    }

    /// The most cells one person can attend, travel set aside: earliest end first.
    pub fn sittings(&self, person: usize) -> u32 {
        let mut cells: Vec<&CellOf> = self.free[person].iter().map(|c| &self.cells[c as usize]).collect();
        cells.sort_by_key(|c| c.end);
        let (mut count, mut until) = (0, i64::MIN);
        for cell in cells {
            if cell.start >= until {
                count += 1;
                until = cell.end;
            }
        }
        count
    }
}

/// Where every wish is: its variant and cell, or nowhere.
pub type Placement = Vec<Option<(u32, Cell)>>;
