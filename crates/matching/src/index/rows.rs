//! Rows of four-bit codes: one row for each attribute, one code for each offer.
//!
//! Offers stand in *groups* of 16, four groups in a *cell* of 64, 16 cells in a *block* of 1,024. A
//! row keeps the cells in which some code is not 0, and for every group the highest and the
//! lowest code: what is true of the extremes bounds what is true of the 16. A row lies in one
//! piece, block after block: one ask reads its rows straight through, and many asks pass over
//! a block while it stays in the cache.

use crate::kernel::meet::RowHere;
use crate::kernel::{CELL, Cell, RowView, Span};

/// Offers in a group.
pub(crate) const GROUP: usize = 16;
/// Groups in a block: as many as a cell has codes, so that a row's extremes of a block are a cell.
pub(crate) const BLOCK_GROUPS: usize = CELL;
/// Cells in a block.
pub(crate) const BLOCK_CELLS: usize = BLOCK_GROUPS * GROUP / CELL;
/// Offers in a block.
pub(crate) const BLOCK: usize = BLOCK_CELLS * CELL;

/// One row.
#[derive(Debug, Default)]
struct RowData {
    spans: Vec<Span>,
    /// The empty cell, which stands for all that are not kept, then those that are.
    cells: Vec<Cell>,
    /// Extremes of the groups, a cell for each block.
    highest: Vec<Cell>,
    lowest: Vec<Cell>,
    /// How many offers have each code.
    counts: [u32; 16],
}

/// All rows.
#[derive(Debug)]
pub(crate) struct RowStore {
    rows: Vec<RowData>,
    blocks: usize,
}

impl RowStore {
    pub(crate) fn blocks(&self) -> usize {
        self.blocks
    }

    #[inline]
    pub(crate) fn row(&self, row: usize) -> RowView<'_> {
        let row = &self.rows[row];
        RowView { spans: &row.spans, cells: &row.cells }
    }

    /// A row in one block.
    pub(crate) fn here(&self, row: usize, block: usize) -> RowHere {
        let row = &self.rows[row];
        let Span { first, kept } = row.spans[block];
        let mut cells = [Cell::EMPTY; BLOCK_CELLS];
        let mut stored = row.cells[first as usize..].iter();
        for (at, cell) in cells.iter_mut().enumerate() {
            if kept >> at & 1 == 1
                && let Some(stored) = stored.next()
            {
                *cell = *stored;
            }
        }
        RowHere { cells, kept, highest: row.highest[block], lowest: row.lowest[block] }
    }

    /// The highest code of each group, a cell for each block.
    pub(crate) fn highest(&self, row: usize) -> &[Cell] {
        &self.rows[row].highest
    }

    /// The lowest code of each group, a cell for each block.
    pub(crate) fn lowest(&self, row: usize) -> &[Cell] {
        &self.rows[row].lowest
    }

    /// How many offers have each code.
    pub(crate) fn counts(&self, row: usize) -> &[u32; 16] {
        &self.rows[row].counts
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        let of_row = |row: &RowData| {
            row.spans.len() * size_of::<Span>()
                + (row.cells.len() + row.highest.len() + row.lowest.len()) * size_of::<Cell>()
                + size_of::<RowData>()
        };
        self.rows.iter().map(of_row).sum()
    }
}

/// Fills the rows offer by offer, block by block.
pub(crate) struct RowWriter {
    store: RowStore,
    /// The block being filled, row by row.
    open: Vec<Cell>,
    touched: Vec<bool>,
    offers: usize,
}

impl RowWriter {
    pub(crate) fn new(rows: usize, offers: usize) -> RowWriter {
        RowWriter {
            store: RowStore {
                rows: (0..rows).map(|_| RowData::empty()).collect(),
                blocks: offers.div_ceil(BLOCK),
            },
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
                let counts = &mut self.store.rows[row].counts;
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

    fn close(&mut self) {
        let open = self.open.chunks_mut(BLOCK_CELLS).zip(&mut self.touched);
        for (row, (open, touched)) in self.store.rows.iter_mut().zip(open) {
            row.close(std::mem::take(touched).then_some(open));
        }
    }

    /// All rows. `counts` of code 0 are what the others leave.
    pub(crate) fn finish(mut self) -> RowStore {
        if !self.offers.is_multiple_of(BLOCK) {
            self.close();
        }
        for row in &mut self.store.rows {
            row.counts[0] = self.offers as u32 - row.counts[1..].iter().sum::<u32>();
        }
        self.store
    }
}

impl RowStore {
    /// Adds the rows of offers that follow; those before must fill their blocks.
    pub(crate) fn append(&mut self, more: RowStore) {
        self.blocks += more.blocks;
        for (row, more) in self.rows.iter_mut().zip(more.rows) {
            let before = row.cells.len() as u32 - 1;
            row.spans.extend(more.spans.iter().map(|span| Span { first: span.first + before, ..*span }));
            row.cells.extend_from_slice(&more.cells[1..]);
            row.highest.extend(more.highest);
            row.lowest.extend(more.lowest);
            for (count, more) in row.counts.iter_mut().zip(more.counts) {
                *count += more;
            }
        }
    }
}

impl RowData {
    fn empty() -> RowData {
        RowData { cells: vec![Cell::EMPTY], ..RowData::default() }
    }

    /// Takes a block over and empties it; none is a block of zeros.
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
