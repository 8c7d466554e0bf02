//! Which offers of some cells may still be good enough.

use super::bytes::{Bytes, Task};
use super::{CELL, Limits, Lookup, RowView, fetch};

/// Places looked at together: their sums stay in the nearest cache.
const TOGETHER: usize = 256;

/// Places between fetching a cell and reading it; a power of two.
const AHEAD: usize = 32;

/// A cell to be looked at, counted from the first of all, and which of its 64 count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) cell: u32,
    /// The least that any of them loses.
    pub(crate) least: u8,
    pub(crate) lanes: u64,
}

/// A cell, counted from the first of all, with the offers of it that are within the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Survivors {
    pub(crate) cell: u32,
    pub(crate) lanes: u64,
}

/// Rows of offers, with a lookup for each.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Offers<'a> {
    pub(crate) lookups: &'a [Lookup],
    pub(crate) rows: &'a [RowView<'a>],
    /// Whether the second measure can be the greater.
    pub(crate) two: bool,
}

/// Sums of the places looked at together, and which of them are left. Each fills a line of the
/// cache: one across two lines costs more than all that is done to it.
#[derive(Debug)]
#[repr(C, align(64))]
struct Kept {
    one: [[u8; CELL]; TOGETHER],
    two: [[u8; CELL]; TOGETHER],
    left: [u16; TOGETHER],
}

/// Memory for sums, used again and again.
#[derive(Debug)]
pub(crate) struct Sums(Box<Kept>);

impl Default for Sums {
    fn default() -> Sums {
        let nothing = [[0; CELL]; TOGETHER];
        Sums(Box::new(Kept { one: nothing, two: nothing, left: [0; TOGETHER] }))
    }
}

/// See [`super::Kernel::survivors`].
pub(super) struct Survive<'a> {
    pub(super) offers: Offers<'a>,
    pub(super) places: &'a [Place],
    pub(super) limits: Limits,
    pub(super) sums: &'a mut Sums,
    pub(super) out: &'a mut Vec<Survivors>,
}

impl Task for Survive<'_> {
    #[inline(always)]
    fn run<B: Bytes>(mut self) {
        let places = self.places;
        for some in places.chunks(TOGETHER) {
            if self.offers.two { self.together::<B, true>(some) } else { self.together::<B, false>(some) }
        }
    }
}

impl Survive<'_> {
    /// Row after row, and in each only what the rows before have left: nothing hangs on what was
    /// read last, so that many cells are on their way at once.
    #[inline(always)]
    fn together<B: Bytes, const TWO: bool>(&mut self, places: &[Place]) {
        let sums = &mut *self.sums.0;
        for (at, (one, two)) in sums.one.iter_mut().zip(&mut sums.two).take(places.len()).enumerate() {
            (*one, sums.left[at]) = ([0; CELL], at as u16);
            if TWO {
                *two = [0; CELL];
            }
        }
        let mut many = places.len();
        for (row, lookup) in self.offers.rows.iter().zip(self.offers.lookups) {
            many = add_row::<B, TWO>((row, lookup), places, self.limits, sums, many);
        }
        for at in sums.left[..many].iter().map(|at| usize::from(*at)) {
            let Place { cell, lanes, .. } = places[at];
            let (one, two) = (B::load(&sums.one[at]), B::load(&sums.two[at]));
            let lanes = lanes & within::<B, TWO>(one, two, self.limits);
            if lanes != 0 {
                self.out.push(Survivors { cell, lanes });
            }
        }
    }
}

/// Adds a row to the places left; how many are left then.
#[inline(always)]
fn add_row<B: Bytes, const TWO: bool>(
    (row, lookup): (&RowView<'_>, &Lookup),
    places: &[Place],
    limits: Limits,
    sums: &mut Kept,
    many: usize,
) -> usize {
    // Where the cells of the places to come are.
    let mut coming = [0_u32; AHEAD];
    let come = |turn: usize, sums: &Kept, coming: &mut [u32; AHEAD]| {
        if let Some(number) = sums.left[..many].get(turn) {
            let place = row.place(places[usize::from(*number)].cell as usize);
            coming[turn % AHEAD] = place;
            fetch(&row.cells[place as usize]);
        }
    };
    (0..AHEAD).for_each(|turn| come(turn, sums, &mut coming));
    let mut left = 0;
    for turn in 0..many {
        let cell = coming[turn % AHEAD];
        come(turn + AHEAD, sums, &mut coming);
        let number = sums.left[turn];
        let at = usize::from(number);
        let place = places[at];
        let codes = B::codes(&row.cells[cell as usize]);
        let one = B::load(&sums.one[at]).add(B::look_up(&lookup.one, codes));
        one.store(&mut sums.one[at]);
        let mut two = one;
        if TWO {
            two = B::load(&sums.two[at]).add(B::look_up(&lookup.two, codes));
            two.store(&mut sums.two[at]);
        }
        sums.left[left] = number;
        left += usize::from(within::<B, TWO>(one, two, limits) & place.lanes != 0);
    }
    left
}

#[inline(always)]
fn within<B: Bytes, const TWO: bool>(one: B, two: B, limits: Limits) -> u64 {
    let lanes = one.at_most(B::all(limits.one));
    if TWO { lanes & two.at_most(B::all(limits.two)) } else { lanes }
}
