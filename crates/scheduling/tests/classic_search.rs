//! The search against all plans of small problems, and against the published optima.

use proptest::prelude::*;
use pul_checker::{check_classic, classic_breaks};
use pul_domain::{ClassicMeeting, ClassicPlacement, ClassicPlan, ClassicProblem, Session};
use pul_scheduling::classic::{Conflict, Search, Status, read_dzn};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// More work than any problem here takes.
const ENOUGH: u64 = 10_000_000;

fn meeting() -> impl Strategy<Value = ClassicMeeting> {
    let session =
        prop_oneof![2 => Just(Session::Either), 1 => Just(Session::Morning), 1 => Just(Session::Afternoon)];
    let fixed = prop_oneof![5 => Just(None), 1 => (0u32..5).prop_map(Some)];
    (0u32..4, 1u32..4, session, fixed).prop_map(|(one, on, session, fixed)| ClassicMeeting {
        participants: [one, (one + on) % 4],
        session,
        fixed,
        after: BTreeSet::new(),
    })
}

prop_compose! {
    fn problem()(
        tables in 1u32..3,
        slots in 5u32..7,
        morning in 2u32..5,
        mut meetings in prop::collection::vec(meeting(), 1..7),
        orders in prop::collection::vec((0u32..6, 0u32..6), 0..3),
        forbidden in prop::collection::vec(prop::collection::btree_set(0u32..5, 0..2), 4),
    ) -> ClassicProblem {
        let count = meetings.len() as u32;
        for (early, late) in orders {
            if early < count && late < count && early != late {
                meetings[late as usize].after.insert(early);
            }
        }
        ClassicProblem { participants: 4, tables, slots, morning, meetings, forbidden }
    }
}

fn placed(slots: &[u32]) -> Vec<ClassicPlacement> {
    (0u32..).zip(slots).map(|(meeting, slot)| ClassicPlacement { meeting, slot: *slot }).collect()
}

/// The least number of breaks of any plan, by trying all.
fn least(problem: &ClassicProblem, fairness: Option<u32>) -> Option<u32> {
    let count = problem.meetings.len();
    let mut slots = vec![0u32; count];
    let mut best: Option<u32> = None;
    loop {
        let placements = placed(&slots);
        let breaks = classic_breaks(problem, &placements).iter().sum();
        if best.is_none_or(|best| breaks < best) {
            let plan = ClassicPlan { placements, breaks, bound: 0 };
            if check_classic(problem, fairness, &plan).is_empty() {
                best = Some(breaks);
            }
        }
        let Some(next) = slots.iter().position(|slot| slot + 1 < problem.slots) else { return best };
        slots[..next].fill(0);
        slots[next] += 1;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]
    #[test]
    fn small_problems_are_solved_as_by_trying_all(
        problem in problem(),
        fairness in prop_oneof![Just(None), (0u32..3).prop_map(Some)],
    ) {
        let mut search = Search::new(&problem, fairness, 1);
        let progress = search.run(ENOUGH);
        match least(&problem, fairness) {
            None => prop_assert!(matches!(progress.status, Status::Infeasible(_)), "{progress:?}"),
            Some(breaks) => {
                prop_assert_eq!(&progress.status, &Status::Proven);
                let plan = search.plan().expect("a proven problem has a plan");
                prop_assert_eq!(plan.breaks, breaks);
                prop_assert!(plan.is_proven());
                prop_assert_eq!(check_classic(&problem, fairness, &plan), vec![]);
            }
        }
    }
}

fn bare(meetings: &[[u32; 2]], tables: u32, slots: u32) -> ClassicProblem {
    let meetings = meetings.iter().map(|participants| ClassicMeeting {
        participants: *participants,
        session: Session::Either,
        fixed: None,
        after: BTreeSet::new(),
    });
    let forbidden = vec![BTreeSet::new(); 5];
    ClassicProblem {
        participants: 5,
        tables,
        slots,
        morning: slots / 2,
        meetings: meetings.collect(),
        forbidden,
    }
}

fn why(problem: &ClassicProblem, fairness: Option<u32>) -> String {
    match Search::new(problem, fairness, 1).run(ENOUGH).status {
        Status::Infeasible(conflict) => conflict.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn what_cannot_be_is_explained() {
    let mut circle = bare(&[[0, 1], [0, 2], [0, 3]], 2, 4);
    circle.meetings[0].after.insert(2);
    circle.meetings[2].after.insert(0);
    insta::assert_snapshot!(why(&circle, None), @"Meetings 3, 1 must come before one another in a circle.");
    insta::assert_snapshot!(why(&bare(&[[0, 1], [0, 2], [0, 3]], 2, 2), None), @"Participant 1 has 3 meetings (1, 2, 3) for 2 slots (1, 2).");
    insta::assert_snapshot!(why(&bare(&[[0, 1], [2, 3], [0, 4]], 1, 2), None), @"3 meetings can only be in slots 1, 2, which have fewer tables.");
    let mut closed = bare(&[[0, 1]], 1, 2);
    closed.forbidden[0] = BTreeSet::from([0]);
    closed.forbidden[1] = BTreeSet::from([1]);
    insta::assert_snapshot!(why(&closed, None), @"Meeting 1 has no slot left.");
    let mut late = bare(&[[0, 1], [2, 3]], 1, 4);
    late.meetings[0].fixed = Some(3);
    late.meetings[1].after.insert(0);
    insta::assert_snapshot!(why(&late, None), @"Meeting 2 has no slot left that keeps the order with meetings 1.");
    let mut unfair = bare(&[[0, 1], [0, 2]], 1, 4);
    unfair.meetings[0].fixed = Some(0);
    unfair.meetings[1].fixed = Some(3);
    insta::assert_snapshot!(why(&unfair, Some(0)), @"Participant 1 has at least 1 breaks; fairness allows 0.");
}

#[test]
fn nothing_to_place_is_a_plan_without_breaks() {
    let mut search = Search::new(&bare(&[], 1, 4), Some(0), 1);
    assert_eq!(search.run(ENOUGH).status, Status::Proven);
    assert_eq!(search.plan().map(|p| (p.placements.len(), p.breaks, p.bound)), Some((0, 0, 0)));
}

fn data() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = root.join(std::env::var("PUL_DATA").unwrap_or("../shared/data".into())).join("b2b");
    if !folder.is_dir() {
        eprintln!("SKIPPED: {} is absent (set PUL_DATA)", folder.display());
        return None;
    }
    Some(folder)
}

/// Those that are quick; the benchmark solves all.
const QUICK: [(&str, u32); 17] = [
    ("forum-13.original", 2),
    ("forum-13crafc.original", 1),
    ("forum-13crafc.original", 0),
    ("forumt-14.original", 3),
    ("forumt-14.original", 0),
    ("tic-12.original", 2),
    ("tic-12.prec25", 2),
    ("tic-13.fixed040-Forb", 2),
    ("tic-13crafb.fixed040-Forb", 2),
    ("forum-13crafc.fixed040-Forb", 2),
    ("forum-14.fixed040-Forb", 2),
    ("forum-13.prec15", 2),
    ("forum-13.prec25", 2),
    ("tic-14crafd.forb0003", 2),
    ("tic-14crafd.prec25", 2),
    ("forumt-14crafd.prec25", 2),
    ("forum-14.original", 2),
];

#[test]
fn published_optima_are_reached_and_proven() {
    let Some(folder) = data() else { return };
    let table = std::fs::read_to_string(folder.join("published_optima.csv")).expect("the table reads");
    for (name, fairness) in QUICK {
        let row = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let row = row.into_iter().find(|row| row[1] == name && row[2] == fairness.to_string());
        let published = row.expect("the table has it")[3].to_owned();
        let bytes = std::fs::read(folder.join(format!("{name}.dzn"))).expect("the file reads");
        let (problem, findings) = read_dzn(name, &bytes);
        assert!(findings.is_empty(), "{name}: {findings:?}");
        let problem = problem.expect("it has no faults");
        let mut search = Search::new(&problem, Some(fairness), 1);
        let status = search.run(ENOUGH).status;
        let reached = match (&status, search.plan()) {
            (Status::Proven, Some(plan)) => {
                assert_eq!(check_classic(&problem, Some(fairness), &plan), []);
                plan.breaks.to_string()
            }
            (Status::Infeasible(_), None) => "-".to_owned(),
            other => panic!("{name}: {other:?}"),
        };
        assert_eq!(reached, published, "{name} with {fairness}");
    }
}

#[test]
fn all_published_files_are_read() {
    let Some(folder) = data() else { return };
    let mut read = 0;
    for path in std::fs::read_dir(folder).expect("the folder reads").flatten().map(|e| e.path()) {
        if path.extension().is_some_and(|e| e == "dzn") {
            let (problem, findings) = read_dzn("file", &std::fs::read(&path).expect("the file reads"));
            assert!(problem.is_some() && findings.is_empty(), "{}: {findings:?}", path.display());
            read += 1;
        }
    }
    assert_eq!(read, 84);
}

#[test]
fn the_same_work_gives_the_same_plan_and_a_search_goes_on_where_it_stopped() {
    let Some(folder) = data() else { return };
    let bytes = std::fs::read(folder.join("forum-13crafc.original.dzn")).expect("the file reads");
    let problem = read_dzn("file", &bytes).0.expect("it has no faults");
    let mut one = Search::new(&problem, Some(2), 1);
    let mut other = Search::new(&problem, Some(2), 1);
    let mut steps = 0;
    while one.run(400).status == Status::Open && steps < 1_000 {
        other.run(400);
        assert_eq!(one.progress(), other.progress());
        steps += 1;
    }
    other.run(400);
    assert!(steps > 1, "it was over at once");
    assert_eq!(one.plan(), other.plan());
    assert_eq!(one.progress().status, Status::Proven);
    assert!(!matches!(one.progress().status, Status::Infeasible(Conflict::Exhausted)));
}
