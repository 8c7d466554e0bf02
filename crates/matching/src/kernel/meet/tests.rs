//! Every kernel of this machine gives what adding up offer by offer gives.

use super::*;
use proptest::prelude::*;

fn table() -> impl Strategy<Value = Table> {
    let loss = prop_oneof![10 => 0_u16..1500, 1 => Just(OUT)];
    prop::array::uniform16(loss).prop_map(|exact| {
        let least = |codes: std::ops::RangeInclusive<usize>| exact[codes].iter().copied().min().unwrap_or(0);
        Table {
            exact,
            highest: std::array::from_fn(|code| least(0..=code)),
            lowest: std::array::from_fn(|code| least(code..=15)),
        }
    })
}

/// Codes of a block in one row, many of them 0.
fn codes() -> impl Strategy<Value = Vec<u8>> {
    let code = prop_oneof![Just(0), 0_u8..16];
    prop_oneof![1 => Just(vec![0; 1024]), 4 => prop::collection::vec(code, 1024)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn offers_are_met_as_if_added_up_one_by_one(
        rows in prop::collection::vec((codes(), table(), table(), 0_u8..4), 0..9),
        start in (0_u16..3000, 0_u16..3000),
        weights in (1_u32..5, 1_u32..5),
        lanes in prop::collection::vec(0_u16..30_000, 1024),
        any in prop_oneof![Just(0), 0_u16..30_000],
    ) {
        let none = Table { exact: [0; 16], highest: [0; 16], lowest: [0; 16] };
        let mut tables = vec![none];
        let mut steps = Vec::new();
        for (at, (_, asker, offerer, which)) in rows.iter().enumerate() {
            let mut put = |table: &Table, wanted: bool| {
                if wanted { tables.push(*table); tables.len() as u32 - 1 } else { 0 }
            };
            // A rule is told by the asker's view.
            let offerer = Table { exact: offerer.exact.map(|l| l % 1500), highest: [0; 16], lowest: [0; 16] };
            let (asker, offerer) = (put(asker, which & 1 == 1), put(&offerer, which & 2 == 2));
            steps.push(Step { row: at as u32, asker, offerer, by_highest: true, by_lowest: true });
        }
        let cells: Vec<Vec<Cell>> = rows.iter().map(|(codes, ..)| {
            codes.chunks(CELL).map(|codes| {
                let mut cell = Cell::EMPTY;
                codes.iter().enumerate().for_each(|(lane, code)| cell.set(lane, *code));
                cell
            }).collect()
        }).collect();
        let here: Vec<RowHere> = cells.iter().map(|row| {
            let mask = row.iter().enumerate().fold(0, |m, (at, c)| m | u16::from(*c != Cell::EMPTY) << at);
            let (mut highest, mut lowest) = (Cell::EMPTY, Cell::EMPTY);
            for group in 0..64 {
                let (low, high) = row[group / 4].extremes(group % 4 * 16..group % 4 * 16 + 16);
                highest.set(group, high);
                lowest.set(group, low);
            }
            RowHere { cells: std::array::from_fn(|at| row[at]), kept: mask, highest, lowest }
        }).collect();
        let mut allowed = Allowed { lanes: [[0; CELL]; 16], groups: [0; CELL], any, cells: u16::MAX };
        for (at, limit) in lanes.iter().enumerate() {
            allowed.lanes[at / CELL][at % CELL] = *limit;
            allowed.groups[at / 16] = allowed.groups[at / 16].max(*limit);
        }
        let mix = Mix::new(weights.0, weights.1);
        let meeting = Meeting { steps: &steps, tables: &tables, start, mix };
        let mut wanted = Vec::new();
        for at in 0..1024_usize {
            let sum = |base: u16, of: fn(&Step) -> u32| steps.iter().fold(u32::from(base), |sum, step| {
                sum + u32::from(tables[of(step) as usize].exact[usize::from(cells[step.row as usize][at / CELL].get(at % CELL))])
            });
            let (a, b) = (sum(start.0, |s| s.asker), sum(start.1, |s| s.offerer));
            let (out, a, b) = (a > 10_000, a.min(10_000), b.min(10_000));
            let unit = mix.unit;
            let (less, more) = (weights.0 / unit, weights.1 / unit);
            // The score less what both lose.
            let kept = |lost: u32| 10_000 - lost;
            let score = less * kept(a).min(kept(b)) + more * kept(a).max(kept(b));
            let lost = (less + more) * 10_000 - score;
            if !out && lost <= u32::from(lanes[at].max(any)) {
                wanted.push((at, lost));
            }
        }
        for kernel in Kernel::available() {
            let mut met = Vec::new();
            kernel.meet(meeting, &here, &allowed, &mut met);
            let found: Vec<(usize, u32)> = met.iter().flat_map(|met| {
                crate::search::bits(met.lanes)
                    .map(|lane| (met.cell as usize * CELL + lane, u32::from(met.losses[lane])))
            }).collect();
            prop_assert_eq!(&found, &wanted, "{:?}", kernel);
        }
    }
}
