//! The one text of the loop, over sixty-four sums kept in whatever way a machine keeps them best.

use super::{Allowed, CELL, MOST_STEPS, Meeting, Met, Mix, OUT, RowHere, Table};
use crate::kernel::Cell;

/// Steps between two looks at whether all are out: a look costs as much as two steps.
const LOOK_EVERY: usize = 4;

/// Sixty-four numbers of sixteen bits. Every method is inlined into a function that has the
/// features it needs.
pub(super) trait Lanes: Copy {
    /// The codes of a cell, spread out.
    type Codes: Copy;

    fn all(value: u16) -> Self;
    fn load(values: &[u16; CELL]) -> Self;
    fn store(self, out: &mut [u16; CELL]);
    fn codes(cell: &Cell) -> Self::Codes;
    fn look_up(table: &[u16; 16], codes: Self::Codes) -> Self;
    /// Sums stick at the greatest number.
    fn add(self, other: Self) -> Self;
    fn greater(self, other: Self) -> Self;
    /// What two views' losses come to, and which are within the limits and not out.
    fn within(asker: Self, offerer: Self, mix: Mix, limits: Self) -> (u64, Self);
}

/// Sums of both views.
#[derive(Clone, Copy)]
struct Views<L> {
    asker: L,
    offerer: L,
}

impl<L: Lanes> Views<L> {
    #[inline(always)]
    fn nothing() -> Views<L> {
        Views { asker: L::all(0), offerer: L::all(0) }
    }

    #[inline(always)]
    fn add(&mut self, tables: [Option<&[u16; 16]>; 2], codes: L::Codes) {
        if let Some(table) = tables[0] {
            self.asker = self.asker.add(L::look_up(table, codes));
        }
        if let Some(table) = tables[1] {
            self.offerer = self.offerer.add(L::look_up(table, codes));
        }
    }

    #[inline(always)]
    fn greater(&mut self, other: Views<L>) {
        self.asker = self.asker.greater(other.asker);
        self.offerer = self.offerer.greater(other.offerer);
    }

    #[inline(always)]
    fn join(&mut self, other: Views<L>) {
        self.asker = self.asker.add(other.asker);
        self.offerer = self.offerer.add(other.offerer);
    }

    #[inline(always)]
    fn within(self, start: (u16, u16), mix: Mix, limits: L) -> (u64, L) {
        L::within(self.asker.add(L::all(start.0)), self.offerer.add(L::all(start.1)), mix, limits)
    }
}

/// A step that tells offers of the block apart.
#[derive(Clone, Copy)]
struct Telling<'a> {
    row: &'a RowHere,
    tables: [Option<&'a Table>; 2],
}

/// The steps that do, and what the others take from all.
struct Here<'a> {
    steps: [Option<Telling<'a>>; MOST_STEPS],
    many: usize,
    start: (u16, u16),
    /// Cells with every must-have.
    cells: u16,
    groups: u64,
}

/// See [`crate::kernel::Kernel::meet`].
#[inline(always)]
pub(super) fn meet<L: Lanes>(meeting: Meeting<'_>, rows: &[RowHere], allowed: &Allowed, out: &mut Vec<Met>) {
    let Some(here) = bound::<L>(meeting, rows, allowed) else {
        return;
    };
    let steps = &here.steps[..here.many];
    let mut cells = crate::search::cells_of(here.groups) as u16 & here.cells;
    while cells != 0 {
        let cell = cells.trailing_zeros() as usize & 15;
        cells &= cells - 1;
        let limits = L::load(&allowed.lanes[cell]).greater(L::all(allowed.any));
        let mut sums = Views::<L>::nothing();
        let mut lanes = u64::MAX;
        let mut left = steps;
        while let Some((some, rest)) = left.split_first_chunk::<LOOK_EVERY>() {
            some.iter().flatten().for_each(|step| add_exact(&mut sums, step, cell));
            left = rest;
            if !left.is_empty() {
                lanes = sums.within(here.start, meeting.mix, limits).0;
                if lanes == 0 {
                    break;
                }
            }
        }
        if lanes == 0 {
            continue;
        }
        left.iter().flatten().for_each(|step| add_exact(&mut sums, step, cell));
        let (lanes, losses) = sums.within(here.start, meeting.mix, limits);
        if lanes != 0 {
            let mut met = Met { cell: cell as u32, lanes, losses: [0; CELL] };
            losses.store(&mut met.losses);
            out.push(met);
        }
    }
}

#[inline(always)]
fn add_exact<L: Lanes>(sums: &mut Views<L>, step: &Telling<'_>, cell: usize) {
    sums.add(step.tables.map(|table| table.map(|table| &table.exact)), L::codes(&step.row.cells[cell]));
}

/// Bounds the groups of a block. None if nobody in it can be met.
#[inline(always)]
fn bound<'a, L: Lanes>(meeting: Meeting<'a>, rows: &'a [RowHere], allowed: &Allowed) -> Option<Here<'a>> {
    let mut here =
        Here { steps: [None; MOST_STEPS], many: 0, start: meeting.start, cells: allowed.cells, groups: 0 };
    let limits = L::load(&allowed.groups).greater(L::all(allowed.any));
    let mut sums = Views::<L>::nothing();
    for step in meeting.steps.iter().take(MOST_STEPS) {
        let row = &rows[step.row as usize];
        let tables =
            [step.asker, step.offerer].map(|table| (table != 0).then(|| &meeting.tables[table as usize]));
        let nothing = tables.map(|table| table.map_or(0, |table| table.exact[0]));
        if nothing[0] >= OUT {
            here.cells &= row.kept;
            if here.cells == 0 {
                return None;
            }
        }
        if row.kept == 0 {
            // Nobody here has any of it: all lose the same.
            here.start.0 = here.start.0.saturating_add(nothing[0]);
            here.start.1 = here.start.1.saturating_add(nothing[1]);
            continue;
        }
        here.steps[here.many] = Some(Telling { row, tables });
        here.many += 1;
        let (high, low) = (tables.map(|t| t.map(|t| &t.highest)), tables.map(|t| t.map(|t| &t.lowest)));
        match (step.by_highest, step.by_lowest) {
            (true, false) => sums.add(high, L::codes(&row.highest)),
            (false, true) => sums.add(low, L::codes(&row.lowest)),
            (true, true) => {
                let (mut by_high, mut by_low) = (Views::<L>::nothing(), Views::<L>::nothing());
                by_high.add(high, L::codes(&row.highest));
                by_low.add(low, L::codes(&row.lowest));
                by_high.greater(by_low);
                sums.join(by_high);
            }
            (false, false) => {}
        }
        if here.many.is_multiple_of(LOOK_EVERY) && sums.within(here.start, meeting.mix, limits).0 == 0 {
            return None;
        }
    }
    here.groups = sums.within(here.start, meeting.mix, limits).0;
    (here.groups != 0).then_some(here)
}
