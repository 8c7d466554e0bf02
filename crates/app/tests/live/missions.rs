//! A mission from its making to its timetable, and what a private no tells: nothing.

use crate::town::{Town, told};
use pul_app::live::missions::{self, Coming, MissionForm, Person, PlanningAsked};
use pul_app::live::{Node, Who};
use pul_domain::{
    Attendee, EditionStep, MissionId, PartyId, TimeOfDay, Verdict, WishState, WishStep, Witness,
};
use pul_store::tables::{Mail, PlanningState};
use std::fmt::Write as _;

pub(crate) struct Fair {
    pub(crate) town: Town,
    pub(crate) organiser: Who,
    pub(crate) id: MissionId,
    pub(crate) ada: (Who, PartyId),
    pub(crate) bilal: (Who, PartyId),
}

fn attendee(party: &PartyId, role: &str, zone: &str) -> Attendee {
    serde_json::from_value(serde_json::json!({
        "party": party, "name": "", "role": role, "zone": zone, "delegates": []
    }))
    .unwrap()
}

/// A short planning from nothing.
pub(crate) fn asked(work: u64) -> PlanningAsked {
    PlanningAsked { seed: 1, work, calm: 0, from: None }
}

pub(crate) fn coming(name: &str) -> Coming {
    Coming {
        people: vec![Person { id: String::new(), name: name.into(), email: String::new() }],
        zone: String::new(),
        hours: None,
        stretch_minutes: 0,
        away: Vec::new(),
        delegate_away: Vec::new(),
        keeps: Vec::new(),
        venues: Vec::new(),
    }
}

pub(crate) async fn fair() -> Fair {
    let town = Town::new().await;
    let ada = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let bilal = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let organiser = town.sign_in("omar@pul.example").await;
    let form = MissionForm {
        id: "toronto-2027".into(),
        title: "Toronto 2027".into(),
        zone: "America/Toronto".into(),
        place: "Hall".into(),
        area: "toronto".into(),
        first: jiff::civil::date(2027, 2, 16),
        last: jiff::civil::date(2027, 2, 17),
        start: TimeOfDay::from_minutes(9 * 60).unwrap(),
        slots: 4,
        minutes: 30,
        pause: 0,
        tables: 2,
    };
    let id = missions::create_plain(&town.node, &organiser, &form).await.unwrap();
    for (party, role, zone) in [(&ada.1, "buyer", "America/Toronto"), (&bilal.1, "supplier", "Asia/Karachi")]
    {
        missions::invite(&town.node, &organiser, &id, &attendee(party, role, zone)).await.unwrap();
    }
    missions::open(&town.node, &organiser, &id).await.unwrap();
    Fair { town, organiser, id, ada, bilal }
}

async fn letters(node: &Node, to: &str) -> Vec<String> {
    let mails = node.store().find::<Mail>(&Default::default()).await.unwrap();
    let theirs = mails.iter().filter(|m| m.row.to.open_with_consent() == to && m.row.code != "sign-in");
    theirs.map(|m| m.row.code.clone()).collect()
}

#[tokio::test]
async fn a_mission_is_wished_for_planned_and_published() {
    let fair = fair().await;
    let (node, id) = (&fair.town.node, &fair.id);
    let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
    let mut text = String::new();
    missions::answer(node, ada, id, maple, &coming("Ada")).await.unwrap();
    missions::answer(node, bilal, id, indus, &coming("Bilal")).await.unwrap();
    let wish = missions::request(node, ada, id, maple, std::slice::from_ref(indus), "Hello").await.unwrap();
    let again = missions::request(node, ada, id, maple, std::slice::from_ref(indus), "").await;
    writeln!(text, "again: {}", told(again)).unwrap();
    let own = missions::step(node, ada, id, &wish, maple, WishStep::Accept).await;
    writeln!(text, "own request: {}", told(own)).unwrap();
    let state = missions::step(node, bilal, id, &wish, indus, WishStep::Accept).await.unwrap();
    writeln!(text, "accepted: {state:?}").unwrap();
    writeln!(text, "not an organiser: {}", told(missions::start(node, ada, id, asked(2_000)).await)).unwrap();
    missions::start(node, &fair.organiser, id, asked(2_000)).await.unwrap();
    writeln!(text, "twice: {}", told(missions::start(node, &fair.organiser, id, asked(9)).await)).unwrap();
    fair.town.work().await;
    let planning = missions::plannings(node, &fair.organiser, id).await.unwrap().remove(0);
    assert_eq!(planning.state, PlanningState::Done);
    let progress = planning.progress;
    writeln!(text, "plan {:?}: {} of {}", planning.plan, progress.value, progress.value_at_most.unwrap())
        .unwrap();
    let hidden = missions::timetable(node, bilal, id, indus).await.unwrap();
    writeln!(text, "before: {}", hidden.plan.is_some()).unwrap();
    let early = missions::take_step(node, &fair.organiser, id, EditionStep::Publish).await;
    writeln!(text, "unreviewed: {}", told(early)).unwrap();
    missions::take_step(node, &fair.organiser, id, EditionStep::Submit).await.unwrap();
    let changed = missions::take_step(node, &fair.organiser, id, EditionStep::Publish).await.unwrap();
    writeln!(text, "published: {} people", changed.len()).unwrap();
    // Another node shows the same.
    let other = fair.town.another().await;
    let seen = missions::timetable(&other, bilal, id, indus).await.unwrap();
    writeln!(text, "version {}: {} meeting", seen.version, seen.plan.unwrap().meetings.len()).unwrap();
    writeln!(text, "stranger: {}", told(missions::timetable(node, bilal, id, maple).await)).unwrap();
    missions::step(node, bilal, id, &wish, indus, WishStep::Cancel).await.unwrap();
    missions::take_step(node, &fair.organiser, id, EditionStep::Unpublish).await.unwrap();
    missions::take_step(node, &fair.organiser, id, EditionStep::Submit).await.unwrap();
    let outdated = missions::take_step(node, &fair.organiser, id, EditionStep::Publish).await;
    writeln!(text, "withdrawn: {}", told(outdated)).unwrap();
    writeln!(text, "letters: {:?}", letters(node, "ada@maple.example").await).unwrap();
    insta::assert_snapshot!(text, @r#"
    again: Conflict wish-twice state=standing
    own request: Invalid invalid  wish 01a20847-1188-72b6-98c6-f42a33484720[not-that-step]
    accepted: Accepted
    not an organiser: Forbidden forbidden
    twice: Conflict planning-runs state=running
    plan Some(1): 50 of 50
    before: false
    unreviewed: Invalid invalid  stage[not-that-step]
    published: 2 people
    version 1: 1 meeting
    stranger: Missing missing what=attendee
    withdrawn: Conflict plan-outdated n=1
    letters: ["mission-withdrawn", "mission-wish-cancelled", "mission-wish-accepted", "mission-published", "mission-invited"]
    "#);
}

/// Whoever asked sees the same, letter by letter, whether the other side says nothing or thanked no.
#[tokio::test]
async fn a_private_no_tells_nothing() {
    let mut seen = Vec::new();
    for vetoed in [false, true] {
        let fair = fair().await;
        let (node, id) = (&fair.town.node, &fair.id);
        let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
        let ask = || missions::request(node, ada, id, maple, std::slice::from_ref(indus), "Hello");
        ask().await.unwrap();
        if vetoed {
            missions::no_thanks(node, bilal, id, indus, maple).await.unwrap();
        }
        let mut text = String::new();
        let mut tell = async || {
            let shown = missions::show(node, ada, id).await.unwrap();
            let wishes = missions::wishes(node, ada, id).await.unwrap();
            writeln!(text, "{shown:?}\n{wishes:?}\n{:?}", letters(node, "ada@maple.example").await).unwrap();
            wishes.iter().map(|(wish, _)| wish.state).collect::<Vec<_>>()
        };
        assert_eq!(tell().await, [WishState::Requested]);
        fair.town.later(15);
        fair.town.work().await;
        assert_eq!(tell().await, [WishState::Expired]);
        ask().await.unwrap();
        assert_eq!(tell().await, [WishState::Expired, WishState::Requested]);
        let heard = missions::wishes(node, bilal, id).await.unwrap();
        assert_eq!(heard.iter().any(|(wish, _)| wish.state == WishState::Requested), !vetoed);
        seen.push(text);
    }
    assert_eq!(seen[0], seen[1]);
}

/// Each person gets a letter for each meeting that changed, one on the evening before and one after the day.
#[tokio::test]
async fn people_are_written_to_about_their_meetings() {
    let fair = fair().await;
    let (node, id) = (&fair.town.node, &fair.id);
    let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
    let mut people = coming("Ada");
    people.people[0].email = "assistant@maple.example".into();
    missions::answer(node, ada, id, maple, &people).await.unwrap();
    let wish = missions::request(node, ada, id, maple, std::slice::from_ref(indus), "").await.unwrap();
    missions::step(node, bilal, id, &wish, indus, WishStep::Accept).await.unwrap();
    missions::start(node, &fair.organiser, id, asked(2_000)).await.unwrap();
    fair.town.work().await;
    for step in [EditionStep::Submit, EditionStep::Publish] {
        missions::take_step(node, &fair.organiser, id, step).await.unwrap();
    }
    fair.town.work().await;
    let mut text = String::new();
    let mut tell = async |when: &str| {
        for to in ["assistant@maple.example", "bilal@indus.example"] {
            let mut codes = letters(node, to).await;
            codes.retain(|code| !code.starts_with("mission-wish") && code != "mission-invited");
            codes.sort();
            writeln!(text, "{when}, {to}: {codes:?}").unwrap();
        }
    };
    tell("published").await;
    // Twice changes nothing: what was told is told once.
    fair.town.work().await;
    fair.town.later(85);
    fair.town.work().await;
    tell("in the morning").await;
    let early = missions::tell(node, bilal, id, &wish, indus, Witness::Held).await;
    fair.town.later(3);
    fair.town.work().await;
    tell("afterwards").await;
    missions::take_step(node, &fair.organiser, id, EditionStep::Unpublish).await.unwrap();
    fair.town.work().await;
    tell("withdrawn").await;
    writeln!(text, "too early: {}", told(early)).unwrap();
    insta::assert_snapshot!(text, @r#"
    published, assistant@maple.example: ["mission-meeting-planned"]
    published, bilal@indus.example: ["mission-meeting-planned", "mission-published"]
    in the morning, assistant@maple.example: ["mission-meeting-planned", "mission-tomorrow"]
    in the morning, bilal@indus.example: ["mission-meeting-planned", "mission-published", "mission-tomorrow"]
    afterwards, assistant@maple.example: ["mission-after", "mission-meeting-planned", "mission-tomorrow"]
    afterwards, bilal@indus.example: ["mission-after", "mission-meeting-planned", "mission-published", "mission-tomorrow"]
    withdrawn, assistant@maple.example: ["mission-after", "mission-meeting-cancelled", "mission-meeting-planned", "mission-tomorrow"]
    withdrawn, bilal@indus.example: ["mission-after", "mission-meeting-cancelled", "mission-meeting-planned", "mission-published", "mission-tomorrow", "mission-withdrawn"]
    too early: Conflict meeting-to-come state=planned
    "#);
}

/// What both sides say decides whether a meeting was held; one side's word stands when the other is silent.
#[tokio::test]
async fn whoever_is_missed_and_says_nothing_did_not_come() {
    let fair = fair().await;
    let (node, id) = (&fair.town.node, &fair.id);
    let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
    let wish = missions::request(node, ada, id, maple, std::slice::from_ref(indus), "").await.unwrap();
    missions::step(node, bilal, id, &wish, indus, WishStep::Accept).await.unwrap();
    missions::start(node, &fair.organiser, id, asked(2_000)).await.unwrap();
    fair.town.work().await;
    for step in [EditionStep::Submit, EditionStep::Publish] {
        missions::take_step(node, &fair.organiser, id, step).await.unwrap();
    }
    fair.town.later(86);
    let mut text = String::new();
    let missing = Witness::Missing { party: maple.clone() };
    let said = missions::tell(node, bilal, id, &wish, indus, missing).await;
    writeln!(text, "one side: {}", told(said)).unwrap();
    let arrived = missions::check_in(node, bilal, id, indus, &"indus-x".parse().unwrap()).await;
    writeln!(text, "a stranger arrives: {}", told(arrived)).unwrap();
    missions::note(node, bilal, id, &wish, indus, ("Nobody was there", "Try again")).await.unwrap();
    fair.town.later(3);
    let told_of = missions::meetings(node, ada, id).await.unwrap();
    let note = &told_of[0].notes[indus];
    writeln!(
        text,
        "by the rule: {:?}",
        told_of[0].verdict == Verdict::NoShow { parties: vec![maple.clone()] }
    )
    .unwrap();
    writeln!(text, "what the other side reads: {}", note.outcome.open_with_consent()).unwrap();
    writeln!(text, "what a log would show: {:?}", note.outcome).unwrap();
    let late = missions::tell(node, ada, id, &wish, maple, Witness::Held).await;
    writeln!(text, "too late: {}", told(late)).unwrap();
    writeln!(text, "not theirs to decide: {}", told(missions::decide(node, ada, id, &wish, None).await))
        .unwrap();
    missions::decide(node, &fair.organiser, id, &wish, Some(Verdict::Held)).await.unwrap();
    writeln!(text, "decided: {:?}", missions::meetings(node, ada, id).await.unwrap()[0].verdict).unwrap();
    insta::assert_snapshot!(text, @"
    one side: Open
    a stranger arrives: Missing missing what=delegate
    by the rule: true
    what the other side reads: Nobody was there
    what a log would show: ▇▇▇
    too late: Conflict witness-late state=closed
    not theirs to decide: Forbidden forbidden
    decided: Held
    ");
}
