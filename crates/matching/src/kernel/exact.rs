//! What those within the bounds lose exactly.

use super::bytes::{Bytes, Task};
use super::{CELL, RowView, Survivors};

/// Losses by code in the two measures, in points of the mutual score.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Points {
    pub(crate) one: [u32; 16],
    pub(crate) two: [u32; 16],
}

/// Rows of offers with a table for each, and what all offers lose besides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Exact<'a> {
    pub(crate) rows: &'a [RowView<'a>],
    pub(crate) tables: &'a [Points],
    pub(crate) base: [u32; 2],
}

/// See [`super::Kernel::exact`].
pub(super) struct Exactly<'a> {
    pub(super) exact: Exact<'a>,
    pub(super) found: &'a [Survivors],
    pub(super) most: u32,
    pub(super) out: &'a mut Vec<u64>,
}

impl Task for Exactly<'_> {
    #[inline(always)]
    fn run<B: Bytes>(self) {
        let Exact { rows, tables, base } = self.exact;
        for Survivors { cell, lanes } in self.found {
            let mut lanes = *lanes;
            while lanes != 0 {
                let lane = lanes.trailing_zeros() as usize;
                lanes &= lanes - 1;
                let [mut one, mut two] = base;
                for (row, table) in rows.iter().zip(tables) {
                    let code = usize::from(row.cell(*cell as usize).get(lane));
                    one = one.saturating_add(table.one[code & 15]);
                    two = two.saturating_add(table.two[code & 15]);
                }
                let lost = one.max(two);
                if lost <= self.most {
                    self.out.push(u64::from(lost) << 32 | (*cell as usize * CELL + lane) as u64);
                }
            }
        }
    }
}
