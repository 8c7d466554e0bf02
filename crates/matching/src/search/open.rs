//! The beginning of a search: the plan, its units, and the bounds of every group.

use super::collect::Best;
use super::plan::{Extreme, Plan, Scaled};
use super::searcher::Searcher;
use super::tables::tables;
use crate::features::AskFeatures;
use crate::index::{BLOCK_GROUPS, Index, Row};
use crate::kernel::{Bounds, Cell, Offers, RowView};

/// An ask in the middle of its search.
#[derive(Debug)]
pub(super) struct Open<'a, 'q> {
    pub(super) ask: &'q AskFeatures,
    pub(super) best: Best,
    pub(super) scaled: Scaled,
    /// The rows of the plan, for offers and for groups.
    pub(super) rows: Vec<RowView<'a>>,
    pub(super) extremes: Vec<&'a [Cell]>,
    /// Rows that judging reads: those of the skills and languages asked.
    pub(super) read: Vec<RowView<'a>>,
    /// Groups judged already, a mask for each block.
    pub(super) judged: Vec<u64>,
}

impl<'a> Open<'a, '_> {
    /// Turns to units that tell apart losses up to so many points.
    fn scale(&mut self, index: &'a Index, plan: &Plan, room: u32) {
        plan.scale(room, &mut self.scaled);
        self.rows.clear();
        self.rows.extend(self.scaled.rows.iter().map(|row| index.rows.row(*row as usize)));
        self.extremes.clear();
        self.extremes.extend(extremes(index, &self.scaled));
    }

    pub(super) fn offers(&self) -> Offers<'_> {
        Offers { lookups: &self.scaled.lookups, rows: &self.rows, two: self.scaled.two }
    }

    fn bounds(&self) -> Bounds<'_> {
        let scaled = &self.scaled;
        let (singles, two) = (scaled.singles, scaled.two);
        Bounds { lookups: &scaled.cell_lookups, rows: &self.extremes, singles, two }
    }
}

impl<'a> Searcher<'a> {
    /// Starts a search: plans it and judges the most promising cells. None if nothing can pass.
    pub(super) fn open<'q>(&mut self, ask: &'q AskFeatures, top: usize) -> Option<Open<'a, 'q>> {
        if top == 0 || self.index.is_empty() {
            return None;
        }
        self.overlaps.turn(self.index, ask);
        self.plan(ask)?;
        let mut judged = std::mem::take(&mut self.judged);
        judged.resize(self.index.rows.blocks(), 0);
        let scaled = std::mem::take(&mut self.scaled);
        let read = read(self.index, ask);
        let (rows, extremes) = (Vec::new(), Vec::new());
        let mut open = Open { ask, best: Best::new(top), scaled, rows, extremes, read, judged };
        // Asks lose about as much as those before them; where one loses more, it starts again.
        for room in [self.room.min(self.plan.full()), self.plan.full()] {
            // What was judged in units too small for it may have been thrown out wrongly.
            open.best = Best::new(top);
            open.judged.fill(0);
            open.scale(self.index, &self.plan, room);
            self.bound(&open);
            self.judge_first(&mut open);
            if open.scaled.reaches(open.best.threshold()) {
                break;
            }
        }
        self.room = (self.plan.full() - open.best.threshold()) / 4 * 5 + 1000;
        Some(open)
    }

    /// Plans the search of an ask. None if nothing can pass.
    pub(super) fn plan(&mut self, ask: &AskFeatures) -> Option<()> {
        self.overlaps.turn(self.index, ask);
        self.tables.clear();
        let lost = tables(self.index, ask, &mut self.overlaps, &mut self.tables)?;
        self.masks.turn(self.index, self.kernel, &self.tables);
        self.plan.fill(self.index, &self.tables, lost);
        Some(())
    }

    /// Bounds every group that has an offer the rules let through.
    pub(super) fn bound(&mut self, open: &Open<'a, '_>) {
        let blocks = self.index.rows.blocks();
        self.losses.resize(blocks, [0; BLOCK_GROUPS]);
        self.kernel.losses(open.bounds(), &self.masks.groups, &mut self.losses);
        self.least.clear();
        self.least.extend(self.losses.iter().map(least));
    }
}

/// The rows judging reads of an ask.
fn read<'a>(index: &'a Index, ask: &AskFeatures) -> Vec<RowView<'a>> {
    let skills = ask.needs.iter().map(|need| index.attributes.skill(need.skill));
    let languages = ask.languages.iter().map(|asked| index.attributes.language(asked.language));
    let row = |row| match row {
        Row::At(row) => Some(index.rows.row(row)),
        Row::Nobody | Row::None => None,
    };
    skills.chain(languages).filter_map(row).collect()
}

/// The extremes a plan looks at.
fn extremes<'a>(index: &'a Index, plan: &Scaled) -> impl Iterator<Item = &'a [Cell]> {
    plan.cell_rows.iter().map(|(row, extreme)| match extreme {
        Extreme::Highest => index.rows.highest(*row as usize),
        Extreme::Lowest => index.rows.lowest(*row as usize),
    })
}

/// The least of a block.
fn least(losses: &[u8; BLOCK_GROUPS]) -> u8 {
    losses.iter().fold(255, |least, loss| least.min(*loss))
}
