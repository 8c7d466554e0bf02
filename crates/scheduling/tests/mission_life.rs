//! What happens to a mission: wishes asked and answered, people late or gone, sittings offered, plans published.
#![allow(missing_docs)]

mod mission_world;

use jiff::Timestamp;
use mission_world::world;
use pul_checker::{MissionFault, check_mission};
use pul_domain::{
    Attendance, DelegateAway, EditionStep, Editions, Mission, MissionPlan, SittingOfferState, Span, Stage,
    Verdict, Wish, WishState, WishStep, Witness, met, no_shows,
};
use pul_scheduling::mission::{
    Disruption, Lock, Made, Proof, Who, compile, disrupt, lock, plan, read_mission, repair, rewrite,
    sitting_offers, suggestions, take, to_waiting_list, waiting_list,
};
use pul_scheduling::value::{Effort, Search};

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("it reads")
}

fn planned(mission: &Mission) -> MissionPlan {
    let (made, _) = plan(mission, Effort { seed: 1, work: 100_000 }, Proof::default());
    assert_eq!(check_mission(mission, &made), []);
    made
}

fn mended(mission: &Mission, former: &MissionPlan) -> (u32, MissionPlan) {
    let (compiled, _) = compile(mission);
    let mended = repair(&compiled, former);
    let prices = Search::new(&compiled.problem, Effort { seed: 0, work: 0 }).prices().clone();
    let plan = rewrite(
        &compiled,
        &mended.placement,
        &prices,
        (Made { seed: 1, work: 0, calm: 0 }, 10),
        Some(former),
    );
    assert_eq!(check_mission(mission, &plan), []);
    (mended.moved, plan)
}

fn held(plan: &MissionPlan, wish: &str) -> bool {
    plan.meetings.iter().any(|m| m.wish.as_str() == wish)
}

#[test]
fn a_request_is_answered_by_all_or_expires() {
    let mut mission = world();
    mission.attendees[1].most_requests = Some(1);
    let new = |name: &str| Wish {
        id: id(name),
        parties: vec![id("birch"), id("swat"), id("indus")],
        asked_by: Some(id("birch")),
        answer_by: Some(id("2026-04-10T00:00:00Z")),
        ..mission.wishes[0].clone()
    };
    let (first, second) = (new("r1"), new("r2"));
    mission.request(first).expect("a first request");
    let told = mission.request(second.clone()).expect_err("one at a time");
    assert_eq!(told.0[0].code, "too-many-requests");
    let early: Timestamp = id("2026-04-01T00:00:00Z");
    let step = |m: &mut Mission, who: &str, step, at| m.step(&id("r1"), &id(who), step, at);
    assert!(step(&mut mission, "birch", WishStep::Accept, early).is_err(), "the asker need not answer");
    assert_eq!(step(&mut mission, "swat", WishStep::Accept, early), Ok(WishState::Requested));
    assert_eq!(step(&mut mission, "indus", WishStep::Accept, early), Ok(WishState::Accepted));
    assert_eq!(step(&mut mission, "indus", WishStep::Cancel, early), Ok(WishState::Cancelled));
    mission.request(second).expect("the quota came back");
    assert!(mission.expire(early).is_empty());
    assert_eq!(mission.expire(id("2026-04-10T00:00:00Z")), [id("r2")]);
    assert!(mission.step(&id("r2"), &id("swat"), WishStep::Accept, early).is_err());
}

#[test]
fn both_sides_say_whether_a_meeting_took_place() {
    let (a, b): (pul_domain::PartyId, pul_domain::PartyId) = (id("maple"), id("indus"));
    let ended: Timestamp = id("2026-04-20T14:00:00Z");
    let (during, after) = (id("2026-04-20T20:00:00Z"), id("2026-04-22T14:00:00Z"));
    let asked = || Attendance::ask(id("w1"), vec![id("maple"), id("indus")], ended, 48);
    let missing = |party: &str| Witness::Missing { party: id(party) };
    type Case<'c> = (Vec<(&'c str, Witness)>, Verdict, Verdict);
    let cases: [Case<'_>; 6] = [
        (vec![], Verdict::Open, Verdict::Unknown),
        (vec![("maple", Witness::Held)], Verdict::Open, Verdict::Held),
        (vec![("maple", missing("indus"))], Verdict::Open, Verdict::NoShow { parties: vec![id("indus")] }),
        (vec![("maple", missing("indus")), ("indus", Witness::Held)], Verdict::Disputed, Verdict::Disputed),
        (
            vec![("maple", missing("indus")), ("indus", missing("maple"))],
            Verdict::Disputed,
            Verdict::Disputed,
        ),
        (
            vec![("maple", Witness::Held), ("indus", Witness::StayedAway)],
            Verdict::NoShow { parties: vec![id("indus")] },
            Verdict::NoShow { parties: vec![id("indus")] },
        ),
    ];
    for (said, before, at_the_end) in cases {
        let mut asking = asked();
        said.iter().for_each(|(who, what)| assert!(asking.hear(&id(who), what.clone(), during)));
        assert_eq!((asking.verdict(during), asking.verdict(after)), (before, at_the_end), "{said:?}");
    }
    let mut asking = asked();
    assert!(!asking.hear(&a, Witness::Held, after), "too late");
    assert!(!asking.hear(&a, missing("maple"), during), "nobody blames itself so");
    assert!(asking.hear(&a, missing("indus"), during));
    assert_eq!(no_shows(&[asking.clone(), asking.clone()], after).get(&b), Some(&2));
    asking.decided = Some(Verdict::Held);
    assert!(no_shows(&[asking], after).is_empty());
}

#[test]
fn a_plan_is_published_and_withdrawn_and_people_are_told_what_changed() {
    let mission = world();
    let made = planned(&mission);
    let at = |hour: i8| format!("2026-04-01T{hour:02}:00:00Z").parse::<Timestamp>().expect("an instant");
    let mut editions = Editions::new(made.clone(), at(1));
    assert!(editions.step(EditionStep::Publish, at(2)).is_err(), "not before review");
    for step in [EditionStep::Submit, EditionStep::Return, EditionStep::Submit, EditionStep::Publish] {
        editions.step(step, at(3)).expect("a step");
    }
    assert_eq!((editions.stage, editions.version, editions.changes()), (Stage::Published, 1, vec![]));
    let (gone, _) = disrupt(&mission, &[Disruption::DropOut(Who::Party(id("indus")))]);
    let (_, next) = mended(&gone, &made);
    editions.draft(next, at(4)).expect("a draft");
    let lost: usize = editions.changes().iter().map(|c| c.lost.len()).sum();
    assert!(lost >= 6 && editions.seen.as_ref() == Some(&made), "{lost}");
    editions.step(EditionStep::Unpublish, at(5)).expect("withdrawn");
    assert_eq!((editions.version, editions.seen.is_none()), (2, true));
    assert!(editions.changes().iter().all(|c| c.lost.is_empty()), "nobody sees a plan now");
    let text = serde_json::to_string(&editions).expect("it writes");
    assert_eq!(serde_json::from_str::<Editions>(&text).expect("it reads"), editions);
}

#[test]
fn people_drop_out_and_come_late_and_places_close() {
    let mission = world();
    let made = planned(&mission);
    let meeting = made.meetings.iter().find(|m| m.delegates.contains(&id("indus-1"))).expect("a meeting");
    // Each with the meetings it leaves at least and, where it only frees places, nobody moved.
    let cases = [
        (Disruption::DropOut(Who::Party(id("swat"))), 7, true),
        (Disruption::DropOut(Who::Delegate(id("maple-2"))), 7, false),
        (Disruption::DropOut(Who::Delegate(id("swat-1"))), 7, true),
        (Disruption::Late(Who::Delegate(id("maple-1")), id("2026-04-20T14:00:00Z")), 7, false),
        (Disruption::Late(Who::Party(id("indus")), meeting.end), 7, false),
        (Disruption::Leaves(Who::Party(id("birch")), id("2026-04-21T00:00:00Z")), 6, false),
        (Disruption::Close(id("video"), None, None), 4, false),
        (Disruption::Close(id("toronto-hall"), None, Some(id("2026-04-20T14:00:00Z"))), 7, false),
    ];
    for (what, least, still) in &cases {
        let (now, findings) = disrupt(&mission, std::slice::from_ref(what));
        assert!(findings.is_empty(), "{findings:?}");
        let (moved, after) = mended(&now, &made);
        assert!(after.meetings.len() >= *least, "{what:?}: {} held", after.meetings.len());
        assert!(!still || moved == 0, "{what:?}: {moved} moved");
    }
    let (same, findings) = disrupt(&mission, &[Disruption::Close(id("moon"), None, None)]);
    assert_eq!((same, findings.0[0].code.as_str()), (mission, "unknown-name"));
}

#[test]
fn a_delegate_away_by_itself_does_not_come_but_its_colleague_may() {
    let mut mission = world();
    let span = Span { from: id("2026-04-20T00:00:00"), until: id("2026-04-24T00:00:00"), zone: "UTC".into() };
    mission.attendees[0].delegate_away.push(DelegateAway { delegate: id("maple-1"), span });
    let made = planned(&mission);
    assert!(made.meetings.iter().all(|m| !m.delegates.contains(&id("maple-1"))));
    assert!(held(&made, "w1"), "maple-2 comes");
    let before = planned(&world());
    let faults: Vec<MissionFault> = check_mission(&mission, &before).iter().map(|o| o.fault).collect();
    assert!(faults.contains(&MissionFault::Away), "{faults:?}");
}

#[test]
fn overflow_is_used_only_where_the_ordinary_places_are_full() {
    let mut mission = world();
    let mut lounge = mission.venues[0].clone();
    (lounge.id, lounge.overflow_minutes, lounge.tables) = (id("lounge"), 30, 2);
    mission.venues.push(lounge);
    mission.attendees[1].venues.push(id("lounge"));
    let made = planned(&mission);
    for meeting in made.meetings.iter().filter(|m| m.venue.as_str() == "lounge") {
        let beside =
            |m: &&pul_domain::PlannedMeeting| m.start == meeting.start && m.venue.as_str() == "toronto-hall";
        assert_eq!(made.meetings.iter().filter(beside).count(), 2, "{}", meeting.start);
    }
}

#[test]
fn what_is_locked_stays() {
    let mission = world();
    let made = planned(&mission);
    let (locked, findings) = lock(&mission, &made, &[Lock::Party(id("maple")), Lock::Wish(id("w9"))]);
    assert_eq!(findings.0[0].code, "lock-of-nothing");
    for seed in 2..6 {
        let (next, _) = plan(&locked, Effort { seed, work: 30_000 }, Proof::default());
        assert_eq!(check_mission(&locked, &next), []);
        let of = |plan: &MissionPlan| -> Vec<_> {
            let theirs =
                plan.meetings.iter().filter(|m| m.delegates.iter().any(|d| d.as_str().starts_with("maple")));
            theirs.map(|m| (m.wish.clone(), m.venue.clone(), m.start)).collect()
        };
        assert_eq!(of(&next), of(&made));
    }
    let (all, _) = lock(&mission, &made, &[Lock::All]);
    let (same, _) = plan(&all, Effort { seed: 9, work: 30_000 }, Proof::default());
    assert_eq!(same.score, made.score);
}

#[test]
fn what_comes_free_is_offered_down_the_waiting_list() {
    let mut mission = world();
    mission.attendees[0].most = Some(3);
    let made = planned(&mission);
    let mut waiting = to_waiting_list(&mission, &made);
    let list = waiting_list(&waiting);
    let values: Vec<u32> = list.iter().map(|w| mission.wish(w).expect("a wish").value).collect();
    assert!(list.len() >= 2 && values.is_sorted_by(|a, b| a >= b), "{list:?} {values:?}");
    let now: Timestamp = id("2026-04-01T00:00:00Z");
    assert!(sitting_offers(&waiting, &made, &[], now, 24).is_empty(), "maple takes no more");
    waiting.attendees[0].most = Some(4);
    let mut offers = sitting_offers(&waiting, &made, &[], now, 24);
    assert_eq!((offers.len(), &offers[0].wish), (1, &list[0]));
    assert!(sitting_offers(&waiting, &made, &offers, now, 24).is_empty(), "it is held while they think");
    let late: Timestamp = id("2026-04-02T00:00:00Z");
    let next = sitting_offers(&waiting, &made, &offers, late, 24);
    assert!(next.iter().all(|o| (&o.wish, &o.sitting) != (&offers[0].wish, &offers[0].sitting)), "it lapsed");
    let parties = offers[0].parties.clone();
    assert_eq!(offers[0].answer(&id("nobody"), false, now), SittingOfferState::Open, "a stranger");
    parties.iter().for_each(|p| {
        offers[0].answer(p, true, now);
    });
    assert_eq!(offers[0].state, SittingOfferState::Taken);
    let taken = take(&waiting, &offers[0]);
    let (moved, after) = mended(&taken, &made);
    assert_eq!((moved, held(&after, list[0].as_str())), (0, true));
}

#[test]
fn who_met_is_remembered() {
    let mission = world();
    let made = planned(&mission);
    let pairs = met(&mission, &made, |wish| wish.as_str() != "w1");
    assert!(!pairs.contains(&(id("indus"), id("maple"))), "w1 was not held");
    let mut next = world();
    next.repeat_percent = 0;
    let before = next.met_before.len();
    assert_eq!(next.remember(pairs.clone()), pairs.len() - 1, "one was known");
    assert_eq!(next.met_before.len(), before + pairs.len() - 1);
    let again = planned(&next);
    assert!(made.meetings.iter().all(|m| m.wish.as_str() == "w1" || !held(&again, m.wish.as_str())));
}

#[test]
fn a_faulty_file_is_told_whole() {
    let text = r#"{"format":"pul-mission/2","id":"x","title":"t","venues":[{"id":"a b"},7],"attendees":[],
      "wishes":[{"id":"w","parties":"x"}],"colour":"red"}"#;
    let (mission, findings) = read_mission("bad.json", text.as_bytes());
    assert!(mission.is_none());
    let lines: Vec<String> = findings.iter().map(|f| format!("{} {}", f.place, f.code)).collect();
    insta::assert_snapshot!(lines.join("\n"), @"
    bad.json [format] format
    bad.json [venues[0] a b] unreadable-entry
    bad.json [venues[1]] unreadable-entry
    bad.json [wishes[0] w] unreadable-entry
    bad.json unreadable
    ");
    let (nothing, findings) = read_mission("bad.json", b"{\n\"format\": \n}");
    assert_eq!((nothing, findings.0[0].place.line), (None, Some(3)));
}

#[test]
fn parties_that_fit_are_proposed_once() {
    let mission = world();
    let pair = |a: &str, b: &str, score| (id(a), id(b), score);
    let fits = [
        pair("cedar", "ravi", 30_000),
        pair("ravi", "cedar", 20_000),
        pair("cedar", "swat", 36_000),
        pair("maple", "indus", 40_000),
        pair("birch", "chenab", 40_000),
        pair("indus", "ravi", 40_000),
        pair("cedar", "nobody", 40_000),
        pair("birch", "maple", 100),
    ];
    let say = |most| {
        let proposed = suggestions(&mission, &fits, 40_000, most);
        proposed.iter().map(|w| format!("{} {}", w.id, w.value)).collect::<Vec<_>>().join(", ")
    };
    // w1 is there already, birch and chenab will not meet, suppliers do not meet each other, w10 has birch and maple.
    assert_eq!(say(9), "s-cedar-swat 90, s-cedar-ravi 75");
    assert_eq!(say(1), "s-cedar-swat 90");
}
