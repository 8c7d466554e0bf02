//! A little of the value given up for quieter days.
#![allow(missing_docs)]

use pul_checker::check_mission;
use pul_domain::{Limit, Mission, MissionPlan};
use pul_scheduling::mission::{Made, compile, read_plain, write};
use pul_scheduling::value::{Effort, Search, calmer};

/// Forty on each side, every table full: whoever has a break has it because others sit where it could be mended.
fn full() -> Mission {
    let (side, slots) = (40u64, 10u64);
    let mut state = 7u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut wishes = Vec::new();
    for a in 0..side {
        let mut met: Vec<u64> = (0..9).map(|_| draw(side)).collect();
        met.sort_unstable();
        met.dedup();
        wishes.extend(met.iter().map(|b| serde_json::json!({"a": a, "b": side + b, "value": 5 + draw(90)})));
    }
    let away: Vec<Vec<u64>> = (0..2 * side).map(|_| vec![draw(slots)]).collect();
    let plain = serde_json::json!({"participants": 2 * side, "slots": slots, "tables": 26, "wishes": wishes,
        "unavailable": away});
    read_plain("full", plain.to_string().as_bytes()).0.expect("it reads")
}

fn planned(mission: &Mission, calm: u16) -> MissionPlan {
    let (compiled, _) = compile(mission);
    let calmer = calmer(&compiled.problem, calm);
    let work = 1_500_000;
    let mut search = Search::new(calmer.as_ref().unwrap_or(&compiled.problem), Effort { seed: 1, work });
    search.run(work);
    let bare = Search::new(&compiled.problem, Effort { seed: 1, work: 0 });
    let plan = write(&compiled, &search.best(), bare.prices(), Made { seed: 1, work, calm }, 0);
    let objections = check_mission(mission, &plan);
    assert!(objections.is_empty(), "{calm}: {objections:?}");
    plan
}

#[test]
fn a_little_value_is_given_up_for_fewer_breaks_and_no_more_than_may_be() {
    let mission = full();
    let told = [0, 10, 30].map(|calm| {
        let plan = planned(&mission, calm);
        let bound = plan.bound.value_at_most;
        // A short search may leave a thousandth on the table besides.
        assert!(plan.score.value * 1000 >= bound * u64::from(999 - calm), "{calm}: {:?}", plan.score);
        let given = plan.left_out.iter().filter(|l| l.limits.contains(&Limit::GivenUp)).count();
        format!("{calm}: {} of {bound}, {} breaks, {given} given up", plan.score.value, plan.score.breaks)
    });
    insta::assert_snapshot!(told.join("\n"), @r"
    0: 14971 of 14972, 40 breaks, 0 given up
    10: 14861 of 14972, 32 breaks, 11 given up
    30: 14689 of 14972, 28 breaks, 23 given up
    ");
}

#[test]
fn nothing_is_given_up_where_nothing_may_be() {
    let mission = full();
    let (compiled, _) = compile(&mission);
    assert!(calmer(&compiled.problem, 0).is_none());
}
