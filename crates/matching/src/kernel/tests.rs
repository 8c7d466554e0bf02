//! Every kernel of this machine gives the same.

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

fn points() -> impl Strategy<Value = Points> {
    let codes = prop::array::uniform16(prop_oneof![8 => 0_u32..600, 1 => Just(u32::MAX)]);
    (codes.clone(), codes).prop_map(|(one, two)| Points { one, two })
}

/// What every kernel of this machine gives, which is the same.
fn agreed<T: PartialEq + std::fmt::Debug>(ask: impl Fn(Kernel) -> T) -> T {
    let mut all: Vec<T> = Kernel::available().into_iter().map(ask).collect();
    assert!(all.iter().all(|given| *given == all[0]), "{all:?}");
    all.swap_remove(0)
}

proptest! {
    #[test]
    fn groups_lose_what_their_lookups_say(
        rows in prop::collection::vec((cell(), lookup()), 0..20),
        twos in 0_usize..5,
        two in any::<bool>(),
        there in any::<u64>(),
        most in 0_u8..255,
    ) {
        let lookups: Vec<Lookup> = rows.iter().map(|r| r.1).collect();
        let cells: Vec<&[Cell]> = rows.iter().map(|r| std::slice::from_ref(&r.0)).collect();
        let singles = rows.len() - twos.min(rows.len() / 2) * 2;
        let bounds = Bounds { lookups: &lookups, rows: &cells, singles, two };
        let losses = agreed(|kernel| {
            let mut losses = [[0; CELL]];
            kernel.losses(bounds, &[there], &mut losses);
            losses
        });
        let within = agreed(|kernel| {
            let mut within = Vec::new();
            kernel.at_most(&losses, most, &mut within);
            within
        });
        for (lane, loss) in losses[0].into_iter().enumerate() {
            let lost = |at: usize, of: fn(&Lookup) -> &[u8; 16]| of(&lookups[at])[usize::from(cells[at][0].get(lane))];
            let sum = |of: fn(&Lookup) -> &[u8; 16]| {
                let one_by_one = (0..singles).map(|at| lost(at, of));
                let in_twos = (singles..cells.len()).step_by(2).map(|at| lost(at, of).max(lost(at + 1, of)));
                one_by_one.chain(in_twos).fold(0_u8, u8::saturating_add)
            };
            let by_two = if two { sum(|l| &l.two) } else { 0 };
            let is_there = there >> lane & 1 == 1;
            prop_assert_eq!(loss, if is_there { sum(|l| &l.one).max(by_two) } else { 255 });
            prop_assert_eq!(within[0] >> lane & 1 == 1, loss <= most);
        }
    }

    #[test]
    fn survivors_are_those_within_the_limits(
        rows in prop::collection::vec((cell(), lookup()), 0..20),
        one in 0_u8..255,
        two in 0_u8..255,
        both in any::<bool>(),
        wanted in any::<u64>(),
    ) {
        let lookups: Vec<Lookup> = rows.iter().map(|r| r.1).collect();
        // Every second cell is kept.
        let spans = [Span { first: 1, kept: 0b101 }];
        let kept: Vec<[Cell; 3]> = rows.iter().map(|r| [Cell::EMPTY, r.0, Cell::EMPTY]).collect();
        let views: Vec<RowView<'_>> = kept.iter().map(|cells| RowView { spans: &spans, cells }).collect();
        let offers = Offers { lookups: &lookups, rows: &views, two: both };
        let places = [(0, u64::MAX), (1, wanted), (2, wanted)].map(|(cell, lanes)| Place { cell, least: 0, lanes });
        let found = agreed(|kernel| {
            let mut out = Vec::new();
            kernel.survivors(offers, &places, Limits { one, two }, &mut Sums::default(), &mut out);
            out
        });
        for place in places {
            let lost = |lane: usize, of: fn(&Lookup) -> &[u8; 16]| {
                let codes = views.iter().map(|row| usize::from(row.cell(place.cell as usize).get(lane)));
                codes.zip(&lookups).map(|(code, lookup)| of(lookup)[code]).fold(0_u8, u8::saturating_add)
            };
            let fits = |lane: usize| lost(lane, |l| &l.one) <= one && (!both || lost(lane, |l| &l.two) <= two);
            let lanes = (0..CELL).filter(|lane| place.lanes >> lane & 1 == 1 && fits(*lane));
            let lanes = lanes.fold(0, |mask, lane| mask | 1_u64 << lane);
            let here = found.iter().find(|found| found.cell == place.cell);
            prop_assert_eq!(here.map_or(0, |found| found.lanes), lanes);
        }
    }

    #[test]
    fn what_survivors_lose_is_the_sum_of_their_rows(
        rows in prop::collection::vec((cell(), points()), 0..9),
        base in prop::array::uniform2(0_u32..500),
        lanes in any::<u64>(),
        most in 0_u32..4000,
    ) {
        let tables: Vec<Points> = rows.iter().map(|r| r.1).collect();
        let spans = [Span { first: 1, kept: 0b10 }];
        let kept: Vec<[Cell; 2]> = rows.iter().map(|r| [Cell::EMPTY, r.0]).collect();
        let views: Vec<RowView<'_>> = kept.iter().map(|cells| RowView { spans: &spans, cells }).collect();
        let exact = Exact { rows: &views, tables: &tables, base };
        let survivors = [0, 1].map(|cell| Survivors { cell, lanes });
        let found = agreed(|kernel| {
            let mut out = Vec::new();
            kernel.exact(exact, &survivors, most, &mut out);
            out
        });
        let lost = |at: usize| {
            let codes = views.iter().map(|row| usize::from(row.cell(at / CELL).get(at % CELL)));
            codes.zip(&tables).fold(base, |[one, two], (code, table)| {
                [one.saturating_add(table.one[code]), two.saturating_add(table.two[code])]
            })
        };
        let all = (0..2 * CELL).filter(|at| lanes >> (at % CELL) & 1 == 1);
        let all = all.map(|at| (u64::from(lost(at).into_iter().max().unwrap()) << 32) | at as u64);
        prop_assert_eq!(found, all.filter(|one| one >> 32 <= u64::from(most)).collect::<Vec<_>>());
    }

    #[test]
    fn masks_have_the_offers_with_the_codes(
        cells in prop::array::uniform2(cell()),
        codes in any::<u16>(),
        other in prop::array::uniform16(prop_oneof![Just(0_u64), any::<u64>()]),
    ) {
        let spans = [Span { first: 1, kept: 0b1001 }];
        let cells = [Cell::EMPTY, cells[0], cells[1]];
        let row = RowView { spans: &spans, cells: &cells };
        let having = agreed(|kernel| {
            let mut out = [[0; 16]];
            kernel.having(row, codes, &mut out);
            out
        });
        let (all, groups) = agreed(|kernel| {
            let (mut all, mut groups) = ([[0; 16]], [0]);
            kernel.in_all(&[&having, &[other]], &mut all, &mut groups);
            (all, groups[0])
        });
        for cell in 0..16 {
            for lane in 0..CELL {
                let has = codes >> row.cell(cell).get(lane) & 1 == 1;
                prop_assert_eq!(having[0][cell] >> lane & 1 == 1, has);
                prop_assert_eq!(all[0][cell] >> lane & 1 == 1, has && other[cell] >> lane & 1 == 1);
            }
            for quarter in 0..4 {
                let some = all[0][cell] >> (quarter * 16) & 0xffff != 0;
                prop_assert_eq!(groups >> (cell * 4 + quarter) & 1 == 1, some);
            }
        }
    }
}
