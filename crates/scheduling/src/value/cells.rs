//! Sets of cells.

/// Number of a cell: one start of one place, in the order of time.
pub type Cell = u16;

/// A set of cells, one bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellSet(pub(crate) Vec<u64>);

impl CellSet {
    /// The empty set of a mission with this many cells.
    pub fn none(cells: usize) -> CellSet {
        CellSet(vec![0; cells.div_ceil(64).max(1)])
    }

    /// All of this many cells.
    pub fn all(cells: usize) -> CellSet {
        let mut set = CellSet::none(cells);
        (0..cells).for_each(|cell| set.add(cell as Cell));
        set
    }

    /// Puts a cell in.
    pub fn add(&mut self, cell: Cell) {
        self.0[cell as usize / 64] |= 1 << (cell % 64);
    }

    /// Takes a cell out.
    pub fn remove(&mut self, cell: Cell) {
        self.0[cell as usize / 64] &= !(1 << (cell % 64));
    }

    /// Whether the cell is in.
    pub fn has(&self, cell: Cell) -> bool {
        self.0[cell as usize / 64] >> (cell % 64) & 1 == 1
    }

    /// Keeps only what is also in the other.
    pub fn keep(&mut self, other: &CellSet) {
        self.0.iter_mut().zip(&other.0).for_each(|(a, b)| *a &= b);
    }

    /// The cells in order.
    pub fn iter(&self) -> impl Iterator<Item = Cell> + '_ {
        self.0.iter().enumerate().flat_map(|(word, bits)| {
            let mut rest = *bits;
            std::iter::from_fn(move || {
                let next = (rest != 0).then(|| rest.trailing_zeros() as Cell)?;
                rest &= rest - 1;
                Some(word as Cell * 64 + next)
            })
        })
    }
}
