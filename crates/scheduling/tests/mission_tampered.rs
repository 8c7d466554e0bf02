//! The checker rejects plans broken in every way we could think of, each by its name.
#![allow(missing_docs)]

mod mission_world;

use mission_world::world;
use pul_checker::{MissionFault, check_mission};
use pul_domain::{Limit, Mission, MissionPlan, PlannedMeeting, WishState};
use pul_scheduling::mission::{Proof, plan};
use pul_scheduling::value::Effort;

fn made() -> (Mission, MissionPlan) {
    let mission = world();
    let (made, _) = plan(&mission, Effort { seed: 1, work: 100_000 }, Proof::default());
    assert_eq!(check_mission(&mission, &made), []);
    (mission, made)
}

fn meeting<'p>(plan: &'p mut MissionPlan, wish: &str) -> &'p mut PlannedMeeting {
    plan.meetings.iter_mut().find(|m| m.wish.as_str() == wish).unwrap_or_else(|| panic!("{wish} is held"))
}

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("it reads")
}

type Tamper = fn(&mut Mission, &mut MissionPlan);

const BROKEN: &[(&str, MissionFault, Tamper)] = &[
    ("another format", MissionFault::Format, |_, p| p.format = "pul-mission-plan/0".into()),
    ("another mission", MissionFault::Format, |_, p| p.mission = id("autumn")),
    ("given up though nothing was to be", MissionFault::LeftOut, |_, p| {
        p.left_out[0].limits = vec![Limit::GivenUp];
    }),
    ("a wish nobody has", MissionFault::UnknownWish, |_, p| p.meetings[0].wish = id("w99")),
    ("held twice", MissionFault::HeldTwice, |_, p| {
        let again = p.meetings[0].clone();
        p.meetings.push(again);
    }),
    ("a table twice", MissionFault::TableTaken, |_, p| {
        let again = p.meetings[0].clone();
        p.meetings.insert(0, again);
    }),
    ("not accepted any more", MissionFault::NotAccepted, |m, p| {
        let wish = p.meetings[0].wish.clone();
        m.wishes.iter_mut().filter(|w| w.id == wish).for_each(|w| w.state = WishState::Declined);
    }),
    ("a party that left", MissionFault::Parties, |m, p| {
        let wish = p.meetings[0].wish.clone();
        m.wishes.iter_mut().filter(|w| w.id == wish).for_each(|w| w.parties[0] = id("gone"));
    }),
    ("a party that said no thanks", MissionFault::NoThanks, |m, _| {
        m.attendees[3].no_thanks = vec![id("maple")]
    }),
    ("roles that may not meet", MissionFault::Roles, |m, _| {
        m.may_meet.remove(0);
    }),
    ("met before and refused", MissionFault::MetBefore, |m, _| m.repeat_percent = 0),
    ("no such venue", MissionFault::UnknownVenue, |_, p| p.meetings[0].venue = id("moon")),
    ("no slot starts then", MissionFault::UnknownSlot, |_, p| {
        p.meetings[0].start = id("2026-04-20T12:37:00Z");
    }),
    ("a closed venue", MissionFault::UnknownSlot, |m, _| {
        let span = pul_domain::Span {
            from: id("2026-04-21T00:00:00"),
            until: id("2026-04-24T00:00:00"),
            zone: "UTC".into(),
        };
        m.venues.iter_mut().for_each(|v| v.closed.push(span.clone()));
    }),
    ("ends too late", MissionFault::End, |_, p| {
        p.meetings[0].end = id("2026-04-30T12:37:00Z");
    }),
    ("table 0", MissionFault::NoSuchTable, |_, p| p.meetings[0].table = 0),
    ("a table too many", MissionFault::NoSuchTable, |_, p| p.meetings[0].table = 9),
    ("a delegate too few", MissionFault::Delegates, |_, p| {
        p.meetings[0].delegates.pop();
    }),
    ("somebody else's delegate", MissionFault::Delegates, |_, p| p.meetings[0].delegates[0] = id("swat-9")),
    ("another delegate than wished", MissionFault::OtherDelegate, |_, p| {
        meeting(p, "w5").delegates[0] = id("maple-1");
    }),
    ("a venue the attendee cannot reach", MissionFault::AttendeeVenue, |m, _| {
        m.attendees[4].venues = vec![id("booth")];
    }),
    ("away", MissionFault::Away, |m, _| {
        let span = pul_domain::Span {
            from: id("2026-04-20T00:00:00"),
            until: id("2026-04-24T00:00:00"),
            zone: "UTC".into(),
        };
        m.attendees[3].away.push(span);
    }),
    ("prayer", MissionFault::Block, |m, _| {
        (m.blocks[0].start, m.blocks[0].end) = (id2("00:00"), id2("24:00"));
    }),
    ("in the middle of the night", MissionFault::Hours, |m, _| {
        if let Some(hours) = m.attendees[4].hours.as_mut() {
            (hours.start, hours.end) = (id2("01:00"), id2("03:00"));
        }
    }),
    ("somebody else's booth", MissionFault::Host, |m, _| {
        m.venues.iter_mut().for_each(|v| v.host = Some(id("cedar")));
    }),
    ("a venue not wished", MissionFault::WishVenue, |m, p| {
        let venue = p.meetings[0].venue.clone();
        let wish = p.meetings[0].wish.clone();
        let other = m.venues.iter().map(|v| v.id.clone()).find(|v| *v != venue);
        m.wishes.iter_mut().filter(|w| w.id == wish).for_each(|w| w.venues = other.iter().cloned().collect());
    }),
    ("two places at once", MissionFault::TwoPlaces, |_, p| {
        let (start, end) = {
            let m = meeting(p, "w1");
            (m.start, m.end)
        };
        let other = meeting(p, "w3");
        (other.start, other.end) = (start, end);
    }),
    ("no time to travel", MissionFault::Travel, |m, _| {
        m.travel[0].minutes = 60_000;
        m.venues[3].area = Some("ottawa".into());
    }),
    ("more than it takes", MissionFault::TooMany, |m, _| m.attendees[0].most = Some(1)),
    ("more of a role than it takes", MissionFault::TooMany, |m, _| {
        m.attendees[0].with_role =
            vec![pul_domain::RoleLimit { role: "supplier".into(), least: 0, most: Some(0) }];
    }),
    ("out of order", MissionFault::Order, |m, p| {
        let (first, last) = (p.meetings[0].wish.clone(), p.meetings[p.meetings.len() - 1].wish.clone());
        m.wishes.iter_mut().filter(|w| w.id == first).for_each(|w| w.after = vec![last.clone()]);
        m.wishes.iter_mut().filter(|w| w.id != first).for_each(|w| w.after.clear());
    }),
    ("a fixed meeting elsewhere", MissionFault::Fixed, |m, _| {
        if let Some(fixed) = m.wishes[11].fixed.as_mut() {
            fixed.start = id("2026-04-22T13:00:00Z");
        }
    }),
    ("a wish silently left out", MissionFault::LeftOut, |_, p| {
        p.left_out.pop();
    }),
    ("left out without a reason", MissionFault::LeftOut, |_, p| p.left_out[0].limits.clear()),
    ("a meeting dropped for nothing", MissionFault::Addable, |_, p| {
        p.meetings.retain(|m| m.wish.as_str() != "w5");
    }),
    ("unsorted", MissionFault::Sorted, |_, p| p.meetings.reverse()),
    ("more value than there is", MissionFault::Score, |_, p| p.score.value += 1),
    ("fewer breaks than there are", MissionFault::Score, |_, p| p.score.idle_minutes += 1),
    ("a bound nothing proves", MissionFault::Bound, |_, p| p.bound.value_at_most -= 1),
    ("a bound that forgets a wish", MissionFault::Bound, |m, _| m.wishes[7].state = WishState::Accepted),
    ("prices in no unit", MissionFault::Bound, |_, p| p.bound.proof.scale = 0),
];

fn id2(text: &str) -> pul_domain::TimeOfDay {
    String::from(text).try_into().expect("a time of day")
}

#[test]
fn every_broken_plan_is_rejected_by_name() {
    let (mission, plan) = made();
    let mut missed = Vec::new();
    for (name, fault, tamper) in BROKEN {
        let (mut mission, mut plan) = (mission.clone(), plan.clone());
        tamper(&mut mission, &mut plan);
        let found: std::collections::BTreeSet<_> =
            check_mission(&mission, &plan).into_iter().map(|o| o.fault).collect();
        if !found.contains(fault) {
            missed.push(format!("{name}: wanted {fault:?}, got {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
