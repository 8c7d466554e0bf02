//! Rows of four-bit codes: one row for each attribute, one code for each offer.
//!
//! Offers stand in *cells* of 64 and cells in *blocks* of 64. A row keeps the cells in
//! which some code is not 0, and for every cell the highest and the lowest code: what is
//! true of the extremes bounds what is true of the 64. Cells lie block by block, so
//! that all rows of a block stay in the cache while many asks pass over it.

use crate::kernel::{CELL, Cell};

/// Cells in a block.
pub(crate) const BLOCK_CELLS: usize = 64;
/// Offers in a block.
pub(crate) const BLOCK: usize = BLOCK_CELLS * CELL;

/// Where the cells of one row in one block are.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    /// Which of the 64 cells are kept.
    kept: u64,
    /// The first of them among all kept cells.
    first: u32,
}

/// All rows.
#[derive(Debug)]
pub(crate) struct RowStore {
    rows: usize,
    blocks: usize,
    spans: Vec<Span>,
    cells: Vec<Cell>,
    highest: Vec<Cell>,
    lowest: Vec<Cell>,
    counts: Vec<[u32; 16]>,
}

/// The cells of one row in one block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowBlock<'a> {
    span: Span,
    cells: &'a [Cell],
}

impl<'a> RowBlock<'a> {
    /// A cell; the empty one where every code is 0.
    #[inline]
    pub(crate) fn cell(&self, at: usize) -> &'a Cell {
        let bit = 1_u64 << at;
        if self.span.kept & bit == 0 {
            return &Cell::EMPTY;
        }
        let before = (self.span.kept & (bit - 1)).count_ones();
        &self.cells[(self.span.first + before) as usize]
    }
}

impl RowStore {
    pub(crate) fn blocks(&self) -> usize {
        self.blocks
    }

    #[inline]
    pub(crate) fn block(&self, row: usize, block: usize) -> RowBlock<'_> {
        RowBlock { span: self.spans[block * self.rows + row], cells: &self.cells }
    }

    /// The highest code of each cell of a block.
    #[inline]
    pub(crate) fn highest(&self, row: usize, block: usize) -> &Cell {
        &self.highest[row * self.blocks + block]
    }

    /// The lowest code of each cell of a block.
    #[inline]
    pub(crate) fn lowest(&self, row: usize, block: usize) -> &Cell {
        &self.lowest[row * self.blocks + block]
    }

    /// How many offers have each code.
    pub(crate) fn counts(&self, row: usize) -> &[u32; 16] {
        &self.counts[row]
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.spans.len() * size_of::<Span>()
            + (self.cells.len() + self.highest.len() + self.lowest.len()) * size_of::<Cell>()
            + self.counts.len() * size_of::<[u32; 16]>()
    }
}

/// Fills the rows offer by offer, block by block.
pub(crate) struct RowWriter {
    store: RowStore,
    /// The block being filled: 64 cells a row.
    open: Vec<Cell>,
    touched: Vec<bool>,
    offers: usize,
}

impl RowWriter {
    pub(crate) fn new(rows: usize, offers: usize) -> RowWriter {
        let blocks = offers.div_ceil(BLOCK);
        RowWriter {
            store: RowStore {
                rows,
                blocks,
                spans: Vec::with_capacity(rows * blocks),
                cells: Vec::new(),
                highest: vec![Cell::EMPTY; rows * blocks],
                lowest: vec![Cell::EMPTY; rows * blocks],
                counts: vec![[0; 16]; rows],
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
                let open = &mut self.open[row * BLOCK_CELLS + cell];
                // A thing may be listed twice; it has one code, and is counted once.
                let before = usize::from(open.get(lane));
                if before > 0 {
                    self.store.counts[row][before] -= 1;
                }
                open.set(lane, code);
                self.touched[row] = true;
                self.store.counts[row][usize::from(code)] += 1;
            }
        }
        self.offers += 1;
        if self.offers.is_multiple_of(BLOCK) {
            self.close();
        }
    }

    fn close(&mut self) {
        let block = self.store.spans.len() / self.store.rows.max(1);
        for row in 0..self.store.rows {
            let mut span = Span { kept: 0, first: self.store.cells.len() as u32 };
            if self.touched[row] {
                let open = &mut self.open[row * BLOCK_CELLS..(row + 1) * BLOCK_CELLS];
                let at = row * self.store.blocks + block;
                for (cell, codes) in open.iter_mut().enumerate() {
                    let (lowest, highest) = codes.extremes();
                    if highest > 0 {
                        span.kept |= 1 << cell;
                        self.store.cells.push(*codes);
                        self.store.highest[at].set(cell, highest);
                        self.store.lowest[at].set(cell, lowest);
                        *codes = Cell::EMPTY;
                    }
                }
                self.touched[row] = false;
            }
            self.store.spans.push(span);
        }
    }

    /// All rows. `counts` of code 0 are what the others leave.
    pub(crate) fn finish(mut self) -> RowStore {
        if !self.offers.is_multiple_of(BLOCK) {
            self.close();
        }
        let offers = self.offers as u32;
        for counts in &mut self.store.counts {
            counts[0] = offers - counts[1..].iter().sum::<u32>();
        }
        self.store.cells.shrink_to_fit();
        self.store
    }
}
