//! After a publication: who withdraws is followed by the plan at once, and what comes free is the waiting list's.

use crate::mission_locks::town;
use crate::town::told;
use pul_app::live::{Who, accounts, missions};
use pul_app::mission::sitting_offers;
use pul_domain::{PartyId, PlannedMeeting, SittingOfferState, Wish, WishState, WishStep};
use pul_store::tables::{Mail, MissionState};
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[tokio::test]
async fn a_withdrawn_meeting_leaves_the_plan_and_the_next_in_line_is_asked() {
    let (town, organiser, id) = town().await;
    let node = &town.node;
    let opened = accounts::demo(node, accounts::DemoRole::Asker, "test").await.unwrap();
    let asker = town.who(&opened.secret).await;
    let acting = |party: &PartyId| Who { parties: vec![party.clone()], ..asker.clone() };
    let shown = missions::show(node, &organiser, &id).await.unwrap().mission;
    // A pair that waits, and a meeting of one of the two that makes room for it once it is withdrawn.
    let plan = missions::plan(node, &organiser, &id, 1).await.unwrap().1.plan;
    let makes_room = |waits: &Wish, gone: &PlannedMeeting| {
        let (mut mission, mut plan) = (shown.clone(), plan.clone());
        mission.wishes.iter_mut().filter(|w| w.id == gone.wish).for_each(|w| w.state = WishState::Cancelled);
        plan.meetings.retain(|m| m.wish != gone.wish);
        let offers = sitting_offers(&mission, &plan, &[], node.now(), 12);
        offers.iter().any(|offer| offer.wish == waits.id)
    };
    let waiting = shown.wishes.iter().filter(|w| w.state == WishState::Waiting);
    let mut pairs = waiting.flat_map(|w| w.parties.iter().map(move |party| (w, party)));
    let mut gone = None;
    let (waits, party) = pairs
        .find(|(waits, party)| {
            let theirs = |m: &&&PlannedMeeting| shown.wish(&m.wish).unwrap().parties.contains(party);
            let held: Vec<_> = plan.meetings.iter().collect();
            gone = held.iter().filter(theirs).find(|m| makes_room(waits, m)).map(|m| m.wish.clone());
            gone.is_some()
        })
        .expect("somebody waits for a sitting that can come free");
    let (party, gone) = (party.clone(), gone.unwrap());
    let other = waits.parties.iter().find(|p| **p != party).unwrap();
    let stands = async |text: &mut String, when: &str| {
        let shown = missions::show(node, &organiser, &id).await.unwrap();
        let edition = shown.edition.unwrap();
        let mut states = BTreeMap::<WishState, usize>::new();
        shown.mission.wishes.iter().for_each(|w| *states.entry(w.state).or_default() += 1);
        let seen = missions::timetable(node, &organiser, &id, &party).await.unwrap().plan.unwrap();
        let waiting = states.get(&WishState::Waiting).copied().unwrap_or_default();
        writeln!(
            text,
            "{when}: plan {} {:?}, people see {:?}, {} meetings of the party, {waiting} wait",
            edition.current,
            edition.stage,
            edition.seen,
            seen.meetings.len(),
        )
        .unwrap();
    };
    let mut text = String::new();
    stands(&mut text, "at first").await;
    missions::step(node, &acting(&party), &id, &gone, &party, WishStep::Cancel).await.unwrap();
    town.work().await;
    stands(&mut text, "withdrawn").await;

    let offers = missions::offers(node, &organiser, &id).await.unwrap();
    let strangers = missions::offers(node, &acting(&shown.attendees[0].party), &id).await.unwrap();
    writeln!(text, "{} offers, {} of a stranger", offers.len(), strangers.len()).unwrap();
    let offer = offers.iter().find(|row| row.offer.wish == waits.id).expect("the pair in line is asked");
    let answer = async |who: &PartyId, for_whom: &PartyId, yes| {
        missions::answer_offer(node, &acting(who), &id, &offer.id, for_whom, yes).await
    };
    writeln!(text, "for another: {}", told(answer(&party, other, true).await)).unwrap();
    let half = answer(&party, &party, true).await.unwrap();
    assert_eq!(half, SittingOfferState::Open, "the other side has not answered");
    writeln!(text, "both: {:?}", answer(other, other, true).await.unwrap()).unwrap();
    town.work().await;
    stands(&mut text, "taken").await;
    writeln!(text, "again: {}", told(answer(&party, &party, false).await)).unwrap();

    // Who drops out altogether leaves no meeting behind, and says so to everybody it was to meet.
    missions::decline(node, &acting(&party), &id, &party).await.unwrap();
    town.work().await;
    stands(&mut text, "dropped out").await;
    let mails = node.store().find::<Mail>(&Default::default()).await.unwrap();
    let mut letters = BTreeMap::<String, usize>::new();
    mails
        .iter()
        .filter(|m| m.row.code.starts_with("mission-"))
        .for_each(|m| *letters.entry(m.row.code.clone()).or_default() += 1);
    writeln!(text, "{letters:?}").unwrap();
    assert_eq!(missions::show(node, &organiser, &id).await.unwrap().card.state, MissionState::Planned);
    insta::assert_snapshot!(text, @r#"
    at first: plan 1 Published, people see Some(1), 6 meetings of the party, 3 wait
    withdrawn: plan 2 Published, people see Some(2), 5 meetings of the party, 3 wait
    1 offers, 0 of a stranger
    for another: Forbidden forbidden
    both: Taken
    taken: plan 3 Published, people see Some(3), 6 meetings of the party, 2 wait
    again: Conflict offer-over state=over
    dropped out: plan 4 Published, people see Some(4), 0 meetings of the party, 2 wait
    {"mission-meeting-cancelled": 1, "mission-published": 1, "mission-wish-cancelled": 1}
    "#);
}
