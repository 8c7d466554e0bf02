//! Missions planned: the rules, the proof, the reasons.
#![allow(missing_docs)]

mod mission_world;

use mission_world::world;
use pul_checker::check_mission;
use pul_domain::{Mission, MissionPlan};
use pul_scheduling::mission::{Made, Proof, compile, plan, read_plain, repair, write};
use pul_scheduling::value::{Effort, Prices, Search};

fn effort(work: u64) -> Effort {
    Effort { seed: 1, work }
}

fn holds(mission: &Mission, plan: &MissionPlan) {
    let objections = check_mission(mission, plan);
    assert!(objections.is_empty(), "{}", objections.iter().map(|o| format!("{o}\n")).collect::<String>());
}

#[test]
fn a_mission_of_every_kind_of_rule() {
    let mission = world();
    let (made, findings) = plan(&mission, effort(200_000), Proof::default());
    assert!(!findings.has_faults(), "{findings:?}");
    holds(&mission, &made);
    assert!(made.bound.proves(&made.score), "{:?} {:?}", made.score, made.bound);
    let s = made.score;
    let lines: Vec<String> = made
        .meetings
        .iter()
        .map(|m| m.wish.to_string())
        .chain([format!("missed {} value {} unevenness {}", s.missed, s.value, s.unevenness)])
        .chain(made.left_out.iter().map(|l| format!("{} {:?} {:?}", l.wish, l.limits, l.admits)))
        .collect();
    let held = lines[..made.meetings.len()].iter().collect::<std::collections::BTreeSet<_>>();
    insta::assert_snapshot!(format!("{held:?}\n{}", lines[made.meetings.len()..].join("\n")), @r#"
    {"w1", "w10", "w11", "w12", "w2", "w3", "w5", "w6"}
    missed 0 value 432 unevenness 0
    w4 [NotPossible] None
    w7 [PartyFull { party: "maple" }] Some(OneMore { party: "maple" })
    w8 [State { state: Requested }] Some(Acceptance)
    w9 [Roles] None
    "#);
}

#[test]
fn the_same_inputs_give_the_same_plan_whole_or_in_slices() {
    let mission = world();
    let (whole, _) = plan(&mission, effort(30_000), Proof::default());
    let (compiled, _) = compile(&mission);
    let mut search = Search::new(&compiled.problem, effort(30_000));
    while !search.run(977) {}
    search.sharpen(200);
    let (slices, made) = (search.best(), Made { seed: 1, work: search.work(), calm: 0 });
    let sliced = write(&compiled, &slices, search.prices(), made, 200);
    holds(&mission, &sliced);
    assert_eq!(plan(&mission, effort(30_000), Proof::default()).0, whole);
    assert_eq!(sliced.score.value, whole.score.value);
}

#[test]
fn plain_files_meet_the_published_values() {
    let folder = std::env::var("PUL_DATA").unwrap_or_else(|_| "../../../shared/data".to_owned());
    let Ok(bytes) = std::fs::read(format!("{folder}/missions/40x8.json"))
        .or_else(|_| std::fs::read(format!("../../{folder}/missions/40x8.json")))
    else {
        return eprintln!("SKIPPED: no missions in {folder}");
    };
    let (mission, findings) = read_plain("40x8.json", &bytes);
    assert!(findings.is_empty(), "{findings:?}");
    let mission = mission.expect("a mission");
    let (made, _) = plan(&mission, effort(6_000_000), Proof { value_rounds: 1, break_rounds: 1_000 });
    holds(&mission, &made);
    assert_eq!((made.score.value, made.bound.value_at_most), (5_265, 5_265));
    assert!(made.score.breaks <= 16 && made.bound.breaks_at_least >= 8, "{:?}", made.score);
}

#[test]
fn a_drop_out_moves_nobody_and_a_closed_room_moves_its_own() {
    let mission = world();
    let (made, _) = plan(&mission, effort(100_000), Proof::default());
    let repaired = |mission: &Mission| {
        let (compiled, _) = compile(mission);
        let mended = repair(&compiled, &made);
        let prices = Search::new(&compiled.problem, effort(0)).prices().clone();
        let after =
            write(&compiled, &mended.placement, &prices as &Prices, Made { seed: 1, work: 0, calm: 0 }, 10);
        holds(mission, &after);
        (mended.moved, mended.moved_at_least, mended.lost.len())
    };
    let mut gone = mission.clone();
    gone.wishes.iter_mut().filter(|w| w.parties.iter().any(|p| p.as_str() == "swat")).for_each(|w| {
        w.state = pul_domain::WishState::Cancelled;
    });
    let (moved, at_least, _) = repaired(&gone);
    assert_eq!((moved, at_least), (0, 0));
    let mut closed = mission.clone();
    closed.venues[0].tables = 0;
    let (moved, at_least, _) = repaired(&closed);
    assert!(at_least <= moved, "{moved} {at_least}");
}

#[test]
fn bad_missions_are_told_all_at_once() {
    let mut mission = world();
    mission.attendees[3].zone = "Asia/Karachy".to_owned();
    mission.attendees[4].venues = vec!["booth".parse().expect("an id")];
    mission.attendees[6].least = 9;
    mission.wishes[2].after = vec!["w10".parse().expect("an id")];
    mission.venues[1].grids[0].date = "2026-03-08".parse().expect("a date");
    mission.venues[1].grids[0].start = String::from("02:00").try_into().expect("a time");
    mission.wishes[0].fixed = mission.wishes[11].fixed.clone();
    let (made, findings) = plan(&mission, effort(10_000), Proof::default());
    holds(&mission, &made);
    let lines: Vec<String> = findings.iter().map(|f| format!("{} {}", f.code, f.cause)).collect();
    insta::assert_snapshot!(lines.join("\n"), @r#"
    circular-precedence Each of these must come after another of them: w3, w10.
    slot-in-gap 2026-03-08T02:00:00 does not exist: the clock is put forward in America/Toronto that day. The slot is left out.
    slot-in-gap 2026-03-08T02:30:00 does not exist: the clock is put forward in America/Toronto that day. The slot is left out.
    unknown-zone "Asia/Karachy" is no time zone of the bundled database.
    fixed-impossible w1 is fixed at video 2026-04-22T12:30:00Z, where it cannot be: no such slot, no table left, or somebody is not free.
    fixed-impossible w12 is fixed at video 2026-04-22T12:30:00Z, where it cannot be: no such slot, no table left, or somebody is not free.
    impossible-promises These promises cannot all be kept; at most 0 of 1 meetings can: wish w3.
    "#);
}

#[test]
fn a_promise_above_its_limit_is_told_and_the_limit_holds() {
    let mut mission = world();
    (mission.attendees[0].least, mission.attendees[0].most) = (5, Some(2));
    let (made, findings) = plan(&mission, effort(10_000), Proof::default());
    holds(&mission, &made);
    let lines: Vec<String> = findings.iter().map(|f| format!("{} {}", f.code, f.cause)).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    promise-above-limit At least 5 meetings are promised to maple, and at most 2 allowed.
    impossible-promises These promises cannot all be kept; at most 2 of 5 meetings can: 5 for maple.
    ");
}
