//! Asks ready to meet every offer: their tables in points, shared where they are the same.

use super::overlaps::Overlaps;
use super::tables::{Table as Losses, tables};
use crate::features::AskFeatures;
use crate::index::{CODES, Index};
use crate::kernel::meet::{MOST_STEPS, Meeting, Mix, OUT, Step, Table};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Windows on offer up to which an ask's overlaps with all of them are kept.
const MOST_WINDOWS: usize = 256;

/// One ask.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) features: AskFeatures,
    /// None if no offer can pass.
    plan: Option<Plan>,
    /// Least overlap with each window on offer; empty where there are too many.
    pub(super) overlaps: Box<[u16]>,
}

#[derive(Debug)]
struct Plan {
    steps: Box<[Step]>,
    start: (u16, u16),
}

/// Some asks with their tables.
#[derive(Debug)]
pub(super) struct Share {
    pub(super) asks: Vec<Ready>,
    tables: Vec<Table>,
    mix: Mix,
}

impl Share {
    /// Makes some asks ready.
    pub(super) fn new(index: &Index, features: impl IntoIterator<Item = AskFeatures>) -> Share {
        let mut maker = Maker { index, tables: Tables::new(), overlaps: Overlaps::default(), losses: vec![] };
        let asks = features.into_iter().map(|ask| maker.ready(ask)).collect();
        let w = &index.basis.weights;
        Share { asks, tables: maker.tables.all, mix: Mix::new(w.less, w.more) }
    }

    /// What the kernel needs of one; none if no offer can pass.
    pub(super) fn meeting(&self, ask: usize) -> Option<Meeting<'_>> {
        let plan = self.asks[ask].plan.as_ref()?;
        Some(Meeting { steps: &plan.steps, tables: &self.tables, start: plan.start, mix: self.mix })
    }
}

struct Maker<'a> {
    index: &'a Index,
    tables: Tables,
    overlaps: Overlaps,
    losses: Vec<Losses>,
}

impl Maker<'_> {
    fn ready(&mut self, features: AskFeatures) -> Ready {
        self.overlaps.turn(self.index, &features);
        self.losses.clear();
        let lost = tables(self.index, &features, &mut self.overlaps, &mut self.losses);
        let plan = lost.and_then(|lost| self.plan(lost));
        let windows = self.index.store.windows.len();
        let all = if windows <= MOST_WINDOWS { 0..windows as u32 } else { 0..0 };
        let overlaps = all.map(|window| self.overlaps.of(self.index, &features.window, window)).collect();
        Ready { features, plan, overlaps }
    }

    fn plan(&mut self, lost: (u32, u32)) -> Option<Plan> {
        let mut start = (narrow(lost.0), narrow(lost.1));
        let mut steps = Vec::with_capacity(self.losses.len());
        for losses in &self.losses {
            let counts = self.index.rows.counts(losses.row);
            let of = |view: fn(&(u32, u32)) -> u32| -> [u16; CODES] {
                std::array::from_fn(|code| match &losses.losses[code] {
                    Some(lost) if counts[code] > 0 => narrow(view(lost)),
                    _ => OUT,
                })
            };
            let (mut asker, mut offerer) = (of(|lost| lost.0), of(|lost| lost.1));
            // What every code loses is lost from the start.
            for (table, start) in [(&mut asker, &mut start.0), (&mut offerer, &mut start.1)] {
                let least = table.iter().copied().min().filter(|least| *least < OUT)?;
                table.iter_mut().filter(|loss| **loss < OUT).for_each(|loss| *loss -= least);
                *start = start.saturating_add(least);
            }
            let power: u64 = (0..CODES)
                .map(|code| (u64::from(asker[code]) + u64::from(offerer[code])) * u64::from(counts[code]))
                .sum();
            // Codes nobody has are out in both views; a rule is told by the asker's alone.
            let occurs = |code: &usize| counts[*code] > 0;
            if !(0..CODES).filter(occurs).any(|code| asker[code] > 0) {
                asker = [0; CODES];
            }
            if !(0..CODES).filter(occurs).any(|code| (1..OUT).contains(&offerer[code])) {
                offerer = [0; CODES];
            }
            let (asker, offerer) = (self.tables.number(&asker), self.tables.number(&offerer));
            if (asker, offerer) == (0, 0) {
                continue;
            }
            let either = |of: fn(&Table) -> &[u16; CODES]| {
                [asker, offerer].iter().any(|table| *of(&self.tables.all[*table as usize]) != [0; CODES])
            };
            let step = Step {
                row: losses.row as u32,
                asker,
                offerer,
                by_highest: either(|table| &table.highest),
                by_lowest: either(|table| &table.lowest),
            };
            steps.push((Reverse(power), step));
        }
        // The strongest first; beyond so many they are left to judging.
        steps.sort_by_key(|(power, step)| (*power, step.row));
        steps.truncate(MOST_STEPS);
        Some(Plan { steps: steps.into_iter().map(|(_, step)| step).collect(), start })
    }
}

/// Points of a view, or more than all.
fn narrow(points: u32) -> u16 {
    u16::try_from(points).unwrap_or(u16::MAX).min(OUT - 1)
}

/// Tables by number: many asks want the same of a price, a role, a level.
struct Tables {
    all: Vec<Table>,
    numbers: HashMap<[u16; CODES], u32>,
}

impl Tables {
    fn new() -> Tables {
        let mut tables = Tables { all: Vec::new(), numbers: HashMap::new() };
        tables.number(&[0; CODES]);
        tables
    }

    fn number(&mut self, exact: &[u16; CODES]) -> u32 {
        let next = self.all.len() as u32;
        let number = *self.numbers.entry(*exact).or_insert(next);
        if number == next {
            let (mut highest, mut lowest) = (*exact, *exact);
            for code in 1..CODES {
                highest[code] = highest[code].min(highest[code - 1]);
                lowest[CODES - 1 - code] = lowest[CODES - 1 - code].min(lowest[CODES - code]);
            }
            self.all.push(Table { exact: *exact, highest, lowest });
        }
        number
    }
}
