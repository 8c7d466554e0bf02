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

proptest! {
    #[test]
    fn the_kernels_agree(
        rows in prop::collection::vec((cell(), lookup()), 0..20),
        one in 0_u8..255,
        two in 0_u8..255,
        twos in 0_usize..5,
    ) {
        let lookups: Vec<Lookup> = rows.iter().map(|r| r.1).collect();
        let cells: Vec<&[Cell]> = rows.iter().map(|r| std::slice::from_ref(&r.0)).collect();
        let singles = rows.len() - twos.min(rows.len() / 2) * 2;
        let bounds = Bounds { lookups: &lookups, rows: &cells, singles };
        let limits = Limits { one, two };
        let all = Kernel::available();
        let both: Vec<_> = all.iter().map(|kernel| {
            let mut losses = [[0; CELL]];
            kernel.losses(bounds, 0, &mut losses);
            losses
        }).collect();
        prop_assert!(both.iter().all(|losses| *losses == both[0]));
        for (lane, loss) in both[0][0].into_iter().enumerate() {
            let lost = |at: usize, of: fn(&Lookup) -> &[u8; 16]| of(&lookups[at])[usize::from(cells[at][0].get(lane))];
            let sum = |of: fn(&Lookup) -> &[u8; 16]| {
                let one_by_one = (0..singles).map(|at| lost(at, of));
                let in_twos = (singles..cells.len()).step_by(2).map(|at| lost(at, of).max(lost(at + 1, of)));
                one_by_one.chain(in_twos).fold(0_u8, u8::saturating_add)
            };
            let (by_one, by_two) = (sum(|l| &l.one), sum(|l| &l.two));
            prop_assert_eq!(loss, by_one.max(by_two));
            for kernel in &all {
                prop_assert_eq!(kernel.at_most(&both[0][0], one) >> lane & 1 == 1, loss <= one);
            }
        }
        // The same cells as offers, every second of them kept.
        let spans = [Span { first: 0, kept: 0b101 }];
        let kept: Vec<[Cell; 2]> = rows.iter().map(|r| [r.0, Cell::EMPTY]).collect();
        let views: Vec<RowView<'_>> = kept.iter().map(|cells| RowView { spans: &spans, cells }).collect();
        let both: Vec<_> = all.iter().map(|kernel| {
            let mut out = Vec::new();
            kernel.survivors(&lookups, &views, &[0, 1, 2], limits, &mut out);
            out
        }).collect();
        prop_assert!(both.iter().all(|found| *found == both[0]));
    }
}
