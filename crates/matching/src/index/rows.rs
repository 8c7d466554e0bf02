//! Rows of four-bit codes: one row for each attribute, one code for each offer.
//!
//! Offers stand in *groups* of 16, four groups in a *cell* of 64, 16 cells in a *block* of 1,024. A
//! row keeps the cells in which some code is not 0, and for every group the highest and the
//! lowest code: what is true of the extremes bounds what is true of the 16. A row lies in one
//! piece, block after block: one ask reads its rows straight through.

use crate::kernel::meet::RowHere;
use crate::kernel::{CELL, Cell, RowView, Span, roomy};
use std::ops::Range;

/// Offers in a group.
pub(crate) const GROUP: usize = 16;
/// Groups in a block: as many as a cell has codes, so that a row's extremes of a block are a cell.
pub(crate) const BLOCK_GROUPS: usize = CELL;
/// Cells in a block.
pub(crate) const BLOCK_CELLS: usize = BLOCK_GROUPS * GROUP / CELL;
/// Offers in a block.
pub(crate) const BLOCK: usize = BLOCK_CELLS * CELL;

/// All rows, in a few large pieces.
#[derive(Debug)]
pub(crate) struct RowStore {
    blocks: usize,
    /// By row and block.
    spans: Vec<Span>,
    /// The empty cell, which stands for all that are not kept, then those that are, by row and block.
    cells: Vec<Cell>,
    /// Extremes of the groups, a cell for each row and block.
    highest: Vec<Cell>,
    lowest: Vec<Cell>,
    /// How many offers have each code, by row.
    counts: Vec<[u32; 16]>,
}

impl RowStore {
    pub(crate) fn blocks(&self) -> usize {
        self.blocks
    }

    /// Where a row is among what is kept by row and block.
    fn blocks_of(&self, row: usize) -> Range<usize> {
        row * self.blocks..(row + 1) * self.blocks
    }

    #[inline]
    pub(crate) fn row(&self, row: usize) -> RowView<'_> {
        RowView { spans: &self.spans[self.blocks_of(row)], cells: &self.cells }
    }

    /// A row in one block.
    pub(crate) fn here(&self, row: usize, block: usize) -> RowHere {
        let at = row * self.blocks + block;
        let Span { first, kept } = self.spans[at];
        let mut cells = [Cell::EMPTY; BLOCK_CELLS];
        let mut stored = self.cells[first as usize..].iter();
        for (at, cell) in cells.iter_mut().enumerate() {
            if kept >> at & 1 == 1
                && let Some(stored) = stored.next()
            {
                *cell = *stored;
            }
        }
        RowHere { cells, kept, highest: self.highest[at], lowest: self.lowest[at] }
    }

    /// The highest code of each group, a cell for each block.
    pub(crate) fn highest(&self, row: usize) -> &[Cell] {
        &self.highest[self.blocks_of(row)]
    }

    /// The lowest code of each group, a cell for each block.
    pub(crate) fn lowest(&self, row: usize) -> &[Cell] {
        &self.lowest[self.blocks_of(row)]
    }

    /// How many offers have each code.
    pub(crate) fn counts(&self, row: usize) -> &[u32; 16] {
        &self.counts[row]
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        let cells = self.cells.len() + self.highest.len() + self.lowest.len();
        size_of_val(self.spans.as_slice()) + size_of_val(self.counts.as_slice()) + cells * size_of::<Cell>()
    }
}

/// The rows of some offers, which those of others follow.
#[derive(Debug)]
pub(crate) struct Part {
    /// By block and row.
    spans: Vec<Span>,
    /// Block by block, the cells of one row after those of another, behind the empty one.
    cells: Vec<Cell>,
    highest: Vec<Cell>,
    lowest: Vec<Cell>,
    counts: Vec<[u32; 16]>,
}

/// Fills the rows offer by offer, block by block.
pub(crate) struct RowWriter {
    part: Part,
    /// The block being filled, row by row.
    open: Vec<Cell>,
    touched: Vec<bool>,
    offers: usize,
}

impl RowWriter {
    pub(crate) fn new(rows: usize, offers: usize) -> RowWriter {
        // Room for every cell: what is not filled is never touched.
        let mut cells = roomy(1 + rows * offers.div_ceil(BLOCK) * BLOCK_CELLS);
        cells.push(Cell::EMPTY);
        let (spans, highest, lowest) = (Vec::new(), Vec::new(), Vec::new());
        RowWriter {
            part: Part { spans, cells, highest, lowest, counts: vec![[0; 16]; rows] },
            open: vec![Cell::EMPTY; rows * BLOCK_CELLS],
            touched: vec![false; rows],
            offers: 0,
        }
    }

    /// The codes of the next offer; what is not given is 0.
    pub(crate) fn push(&mut self, codes: impl IntoIterator<Item = (u32, u8)>) {
        let (cell, lane) = (self.offers % BLOCK / CELL, self.offers % CELL);
        for (row, code) in codes {
            let row = row as usize;
            if code > 0 {
                let counts = &mut self.part.counts[row];
                let open = &mut self.open[row * BLOCK_CELLS + cell];
                // A thing may be listed twice; it has one code, and is counted once.
                let before = usize::from(open.get(lane));
                if before > 0 {
                    counts[before] -= 1;
                }
                open.set(lane, code);
                counts[usize::from(code)] += 1;
                self.touched[row] = true;
            }
        }
        self.offers += 1;
        if self.offers.is_multiple_of(BLOCK) {
            self.close();
        }
    }

    /// Takes the block over and empties it.
    fn close(&mut self) {
        for (open, touched) in self.open.chunks_mut(BLOCK_CELLS).zip(&mut self.touched) {
            self.part.close(std::mem::take(touched).then_some(open));
        }
    }

    /// All rows. `counts` of code 0 are what the others leave.
    pub(crate) fn finish(mut self) -> Part {
        if !self.offers.is_multiple_of(BLOCK) {
            self.close();
        }
        for counts in &mut self.part.counts {
            counts[0] = self.offers as u32 - counts[1..].iter().sum::<u32>();
        }
        self.part
    }
}

impl Part {
    /// Adds the next row of a block and empties it; none is a row of zeros.
    fn close(&mut self, open: Option<&mut [Cell]>) {
        let mut span = Span { kept: 0, first: self.cells.len() as u32 };
        let (mut highest, mut lowest) = (Cell::EMPTY, Cell::EMPTY);
        for (cell, codes) in open.into_iter().flatten().enumerate() {
            if *codes == Cell::EMPTY {
                continue;
            }
            span.kept |= 1 << cell;
            self.cells.push(*codes);
            for quarter in 0..CELL / GROUP {
                let (low, high) = codes.extremes(quarter * GROUP..(quarter + 1) * GROUP);
                let group = cell * (CELL / GROUP) + quarter;
                highest.set(group, high);
                lowest.set(group, low);
            }
            *codes = Cell::EMPTY;
        }
        self.spans.push(span);
        self.highest.push(highest);
        self.lowest.push(lowest);
    }
}

impl RowStore {
    /// The rows of some parts, one after another; all but the last must fill their blocks.
    pub(crate) fn of(parts: &[Part]) -> RowStore {
        let rows = parts.first().map_or(0, |part| part.counts.len());
        let many: usize = parts.iter().map(|part| part.spans.len()).sum();
        let cells: usize = parts.iter().map(|part| part.cells.len() - 1).sum();
        let mut store = RowStore {
            blocks: many / rows.max(1),
            spans: roomy(many),
            cells: roomy(1 + cells),
            highest: roomy(many),
            lowest: roomy(many),
            counts: vec![[0; 16]; rows],
        };
        store.cells.push(Cell::EMPTY);
        for row in 0..rows {
            parts.iter().for_each(|part| store.lay(row, part));
        }
        store
    }

    /// Lays a row of a part behind what is there.
    fn lay(&mut self, row: usize, part: &Part) {
        let rows = part.counts.len();
        for at in (row..part.spans.len()).step_by(rows) {
            let Span { first, kept } = part.spans[at];
            self.spans.push(Span { first: self.cells.len() as u32, kept });
            self.cells.extend_from_slice(&part.cells[first as usize..][..kept.count_ones() as usize]);
            self.highest.push(part.highest[at]);
            self.lowest.push(part.lowest[at]);
        }
        let counts = self.counts[row].iter_mut().zip(part.counts[row]);
        counts.for_each(|(count, more)| *count += more);
    }
}
