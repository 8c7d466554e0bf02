//! A sound classical plan passes, and each way of breaking it is named.

use pul_checker::{ClassicFault, check_classic, classic_breaks};
use pul_domain::{ClassicMeeting, ClassicPlacement, ClassicPlan, ClassicProblem, Session};
use std::collections::BTreeSet;

fn meeting(one: u32, other: u32) -> ClassicMeeting {
    ClassicMeeting {
        participants: [one, other],
        session: Session::Either,
        fixed: None,
        after: BTreeSet::new(),
    }
}

/// Five participants, two tables, six slots of which three are the morning.
fn problem() -> ClassicProblem {
    let mut meetings = vec![meeting(0, 1), meeting(0, 2), meeting(1, 2), meeting(0, 3), meeting(3, 4)];
    meetings[0].session = Session::Morning;
    meetings[2].after.insert(1);
    meetings[3].fixed = Some(2);
    meetings[4].session = Session::Afternoon;
    let mut forbidden = vec![BTreeSet::new(); 5];
    forbidden[4].insert(3);
    ClassicProblem { participants: 5, tables: 2, slots: 6, morning: 3, meetings, forbidden }
}

/// Participant 2 idles in slot 2, participant 4 in slot 4.
fn plan() -> ClassicPlan {
    plan_of(&[0, 1, 2, 2, 4], 2)
}

fn plan_of(slots: &[u32], breaks: u32) -> ClassicPlan {
    let placements =
        (0u32..).zip(slots).map(|(meeting, slot)| ClassicPlacement { meeting, slot: *slot }).collect();
    ClassicPlan { placements, breaks, bound: breaks }
}

fn faults(problem: &ClassicProblem, fairness: u32, plan: &ClassicPlan) -> Vec<ClassicFault> {
    check_classic(problem, Some(fairness), plan).into_iter().map(|o| o.fault).collect()
}

#[test]
fn a_sound_plan_passes() {
    assert_eq!(check_classic(&problem(), Some(1), &plan()), []);
    assert_eq!(check_classic(&problem(), None, &plan()), []);
    assert_eq!(classic_breaks(&problem(), &plan().placements), [0, 1, 0, 1, 0]);
}

#[test]
fn a_break_is_a_run_however_long_and_only_between_meetings() {
    let mut problem = problem();
    problem.meetings = vec![meeting(0, 1), meeting(0, 2), meeting(0, 3)];
    for (slots, breaks) in [([0, 1, 2], 0), ([0, 4, 5], 1), ([0, 2, 5], 2), ([3, 4, 5], 0), ([5, 0, 3], 2)] {
        let placements = plan_of(&slots, 0).placements;
        assert_eq!(classic_breaks(&problem, &placements)[0], breaks, "{slots:?}");
    }
}

#[test]
fn each_way_of_breaking_a_plan_is_named() {
    use ClassicFault as F;
    let cases: [(&[u32], u32, ClassicFault); 9] = [
        (&[0, 1, 2, 2], 1, F::MissingMeeting),
        (&[0, 1, 2, 2, 6], 1, F::SlotOutOfRange),
        (&[1, 1, 2, 2, 4], 1, F::DoubleBooking),
        (&[0, 1, 2, 2, 3], 1, F::ForbiddenSlot),
        (&[3, 1, 4, 2, 4], 1, F::WrongSession),
        (&[0, 1, 3, 2, 2], 2, F::WrongSession),
        (&[0, 1, 2, 3, 4], 2, F::FixedMoved),
        (&[0, 3, 1, 2, 4], 3, F::PrecedenceBroken),
        (&[0, 1, 2, 2, 4], 1, F::WrongBreaks),
    ];
    for (slots, claimed, fault) in cases {
        let found = faults(&problem(), 9, &plan_of(slots, claimed));
        assert!(found.contains(&fault), "{slots:?}: {found:?}");
    }
}

#[test]
fn equal_slots_break_a_precedence() {
    let mut problem = problem();
    problem.meetings[2] = meeting(3, 4);
    problem.meetings[2].after.insert(0);
    assert!(faults(&problem, 9, &plan_of(&[0, 1, 0, 2, 4], 1)).contains(&ClassicFault::PrecedenceBroken));
}

#[test]
fn too_few_tables_are_named() {
    let mut problem = problem();
    problem.tables = 1;
    assert_eq!(faults(&problem, 1, &plan()), [ClassicFault::TooManyTables]);
}

#[test]
fn an_unfair_plan_is_named() {
    assert_eq!(faults(&problem(), 0, &plan()), [ClassicFault::Unfair]);
}

#[test]
fn false_claims_are_named() {
    let mut claimed = plan();
    claimed.bound = 3;
    assert_eq!(faults(&problem(), 1, &claimed), [ClassicFault::FalseBound]);
    let mut claimed = plan();
    claimed.breaks = 1;
    claimed.bound = 1;
    assert_eq!(faults(&problem(), 1, &claimed), [ClassicFault::WrongBreaks]);
}

#[test]
fn meetings_that_are_twice_or_unknown_are_named() {
    let mut doubled = plan();
    doubled.placements.push(ClassicPlacement { meeting: 0, slot: 5 });
    assert_eq!(faults(&problem(), 1, &doubled), [ClassicFault::PlacedTwice]);
    let mut unknown = plan();
    unknown.placements.push(ClassicPlacement { meeting: 5, slot: 5 });
    assert_eq!(faults(&problem(), 1, &unknown), [ClassicFault::UnknownMeeting]);
}

#[test]
fn a_problem_that_names_what_does_not_exist_is_told() {
    let mut problem = problem();
    problem.meetings[0].participants = [0, 9];
    assert_eq!(faults(&problem, 1, &plan()), [ClassicFault::Problem]);
}
