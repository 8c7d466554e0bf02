//! The closure against its definition: every path of at most three steps, tried.

use crate::mini;
use proptest::prelude::*;
use pul_pack::{LEAST_ALONG, LEAST_STRENGTH, MOST_STEPS, SkillIx, check};
use std::fmt::Write;

/// Steps from each skill: to which, how strongly.
type Steps = Vec<Vec<(usize, u8)>>;

/// Up to nine skills: an optional broader one among those before, and declared strengths.
fn graphs() -> impl Strategy<Value = (Vec<Option<usize>>, Steps)> {
    (2..10_usize).prop_flat_map(|n| {
        let broader = (0..n)
            .map(|at| prop::option::of(0..n).prop_map(move |to| to.filter(|to| *to < at)))
            .collect::<Vec<_>>();
        let row = prop::collection::btree_map(0..n, 1..=99_u8, 0..n);
        let implies = prop::collection::vec(row, n).prop_map(|rows| {
            let without_itself = |(at, row): (usize, std::collections::BTreeMap<usize, u8>)| {
                row.into_iter().filter(|(to, _)| *to != at).collect()
            };
            rows.into_iter().enumerate().map(without_itself).collect()
        });
        (broader, implies)
    })
}

fn text(broader: &[Option<usize>], implies: &Steps) -> String {
    let mut text = String::new();
    for (at, row) in implies.iter().enumerate() {
        write!(text, "[s{at}]\nlabel = \"S{at}\"\nkind = \"tool\"\n").unwrap();
        if let Some(to) = broader[at] {
            writeln!(text, "broader = \"s{to}\"").unwrap();
        }
        let cells: Vec<String> = row.iter().map(|(to, strength)| format!("s{to} = {strength}")).collect();
        writeln!(text, "implies = {{ {} }}", cells.join(", ")).unwrap();
    }
    text
}

/// The best product over all paths from `at` of at most `left` steps, floored each step.
fn paths(at: usize, so_far: u8, left: usize, steps: &Steps, best: &mut [u8]) {
    best[at] = best[at].max(so_far);
    if left == 0 {
        return;
    }
    for (to, strength) in &steps[at] {
        let product = (u16::from(so_far) * u16::from(*strength) / 100) as u8;
        let least = if left == MOST_STEPS { LEAST_STRENGTH } else { LEAST_ALONG };
        if product >= least {
            paths(*to, product, left - 1, steps, best);
        }
    }
}

proptest! {
    #[test]
    fn the_closure_is_the_best_path((broader, implies) in graphs()) {
        let text = text(&broader, &implies);
        let roles = "[dev]\nlabel = \"Dev\"\nskills = { s0 = 1 }\n";
        let mut files = mini::with(&[("skills/software.toml", &text), ("roles/web.toml", roles)]);
        files.remove("relations.csv");
        let (pack, findings) = check(&files);
        let Some(pack) = pack else { panic!("{}", mini::lines(&findings)) };
        let mut steps = implies.clone();
        for (at, to) in broader.iter().enumerate() {
            steps[at].extend(to.map(|to| (to, 100)));
        }
        for from in 0..steps.len() {
            let mut best = vec![0; steps.len()];
            paths(from, 100, MOST_STEPS, &steps, &mut best);
            for (to, expected) in best.iter().enumerate() {
                let ix = |at: usize| SkillIx(u16::try_from(at).unwrap());
                prop_assert_eq!(pack.strength(ix(from), ix(to)), *expected, "s{} to s{}", from, to);
                let backward = pack.closure().implying(ix(to)).iter().find(|(ix, _)| ix.index() == from);
                let listed = backward.map_or(0, |(_, strength)| *strength);
                prop_assert_eq!(listed, if from == to { 0 } else { *expected });
            }
        }
    }
}
