//! The inner loop: sixteen-way table lookups over 64 offers at a time.
//!
//! A [`Cell`] holds one four-bit code for each of 64 offers. A [`Lookup`] says for each code the
//! least an offer with it loses, in units of a search, in two measures at once; 255 is
//! *out*. Losses add up and stick at 255. What comes out is which of the 64 may still be
//! good enough: never one too few, sometimes one too many, and the same on every machine.

#[cfg(target_arch = "x86_64")]
mod avx2;
mod portable;

/// Offers in a cell.
pub(crate) const CELL: usize = 64;

/// Codes of 64 offers: offer *i* < 32 in the low half of byte *i*, offer *i* + 32 in its high half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(32))]
pub(crate) struct Cell(pub(crate) [u8; 32]);

impl Cell {
    /// All codes 0.
    pub(crate) const EMPTY: Cell = Cell([0; 32]);

    pub(crate) fn set(&mut self, lane: usize, code: u8) {
        let byte = &mut self.0[lane % 32];
        *byte = if lane < 32 { *byte & 0xf0 | code } else { *byte & 0x0f | code << 4 };
    }

    #[inline]
    pub(crate) fn get(&self, lane: usize) -> u8 {
        self.0[lane & 31] >> (lane / 32 * 4) & 15
    }

    /// Lowest and highest code.
    pub(crate) fn extremes(&self) -> (u8, u8) {
        let codes = self.0.iter().flat_map(|b| [b & 15, b >> 4]);
        codes.fold((15, 0), |(low, high), code| (low.min(code), high.max(code)))
    }
}

/// Least losses by code, in two measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C, align(32))]
pub(crate) struct Lookup {
    pub(crate) one: [u8; 16],
    pub(crate) two: [u8; 16],
}

/// What is added up: one cell for each lookup.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rows<'a> {
    pub(crate) lookups: &'a [Lookup],
    pub(crate) cells: &'a [&'a Cell],
    /// From here on they come in twos that bound one loss, of which the greater is added.
    pub(crate) singles: usize,
}

/// The most an offer may lose in each measure; at most 254.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    pub(crate) one: u8,
    pub(crate) two: u8,
}

/// Which implementation runs. Both give the same answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kernel {
    /// Plain Rust, for every machine.
    Portable,
    /// AVX2, on x86-64 machines that have it.
    Avx2,
}

impl Kernel {
    /// The fastest this machine runs.
    pub fn detect() -> Kernel {
        #[cfg(target_arch = "x86_64")]
        if std::arch::is_x86_feature_detected!("avx2") {
            return Kernel::Avx2;
        }
        Kernel::Portable
    }

    /// Which of the 64 lose no more than the limits: a bit for each.
    #[inline]
    pub(crate) fn within(self, rows: Rows<'_>, limits: Limits) -> u64 {
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::within_checked(rows, limits),
            _ => portable::within(rows, limits),
        }
    }

    /// The greater of the two losses of each of the 64.
    #[inline]
    pub(crate) fn losses(self, rows: Rows<'_>, out: &mut [u8; CELL]) {
        match self {
            #[cfg(target_arch = "x86_64")]
            Kernel::Avx2 => avx2::losses_checked(rows, out),
            _ => portable::losses(rows, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cell() -> impl Strategy<Value = Cell> {
        any::<[u8; 32]>().prop_map(Cell)
    }

    fn lookup() -> impl Strategy<Value = Lookup> {
        // Small losses mostly, so that sums come out on both sides of the limits.
        let loss = prop_oneof![8 => 0_u8..60, 1 => any::<u8>(), 1 => Just(255)];
        let codes = prop::array::uniform16(loss);
        (codes.clone(), codes).prop_map(|(one, two)| Lookup { one, two })
    }

    proptest! {
        #[test]
        fn both_kernels_agree(
            rows in prop::collection::vec((cell(), lookup()), 0..20),
            one in 0_u8..255,
            two in 0_u8..255,
            twos in 0_usize..5,
        ) {
            let lookups: Vec<Lookup> = rows.iter().map(|r| r.1).collect();
            let cells: Vec<&Cell> = rows.iter().map(|r| &r.0).collect();
            let singles = rows.len() - twos.min(rows.len() / 2) * 2;
            let rows = Rows { lookups: &lookups, cells: &cells, singles };
            let limits = Limits { one, two };
            let fast = Kernel::detect();
            prop_assert_eq!(fast.within(rows, limits), Kernel::Portable.within(rows, limits));
            let (mut a, mut b) = ([0; CELL], [0; CELL]);
            fast.losses(rows, &mut a);
            Kernel::Portable.losses(rows, &mut b);
            prop_assert_eq!(a, b);
            for (lane, loss) in a.into_iter().enumerate() {
                let lost = |at: usize, of: fn(&Lookup) -> &[u8; 16]| of(&lookups[at])[usize::from(cells[at].get(lane))];
                let sum = |of: fn(&Lookup) -> &[u8; 16]| {
                    let one_by_one = (0..singles).map(|at| lost(at, of));
                    let in_twos = (singles..cells.len()).step_by(2).map(|at| lost(at, of).max(lost(at + 1, of)));
                    one_by_one.chain(in_twos).fold(0_u8, u8::saturating_add)
                };
                prop_assert_eq!(loss, sum(|l| &l.one).max(sum(|l| &l.two)));
            }
        }
    }
}
