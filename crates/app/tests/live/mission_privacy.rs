//! Missions in what is handed out about somebody, in histories, and after somebody is erased.

use crate::missions::{Fair, asked, coming, fair};
use pul_app::live::history::{self, Subject};
use pul_app::live::{Node, Who, missions, my_data};
use pul_domain::{EditionStep, WishId, WishState, WishStep};
use std::collections::BTreeSet;

/// Both come, and are to meet: planned and published.
async fn meeting() -> (Fair, WishId) {
    let fair = fair().await;
    let (node, id) = (&fair.town.node, &fair.id);
    let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
    let mut people = coming("Ada Zaman");
    people.people[0].email = "assistant@maple.example".into();
    missions::answer(node, ada, id, maple, &people).await.unwrap();
    missions::answer(node, bilal, id, indus, &coming("Bilal Khan")).await.unwrap();
    let to = std::slice::from_ref(indus);
    let wish = missions::request(node, ada, id, maple, to, "About the clinic").await.unwrap();
    missions::step(node, bilal, id, &wish, indus, WishStep::Accept).await.unwrap();
    missions::start(node, &fair.organiser, id, asked(2_000)).await.unwrap();
    fair.town.work().await;
    for step in [EditionStep::Submit, EditionStep::Publish] {
        missions::take_step(node, &fair.organiser, id, step).await.unwrap();
    }
    fair.town.work().await;
    (fair, wish)
}

/// What whoever asks reads in the history of a party: what was done, and to which fields.
async fn read(node: &Node, who: &Who, party: &pul_domain::PartyId) -> Vec<String> {
    let told = history::of(node, who, &Subject::Party(party.clone())).await.unwrap();
    told.iter().map(|h| format!("{} {:?} {:?}", h.doing, h.by, h.fields)).collect()
}

#[tokio::test]
async fn missions_are_handed_out_and_nothing_of_them_is_left() {
    let (fair, wish) = meeting().await;
    let (node, id) = (&fair.town.node, &fair.id);
    let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
    let person = missions::timetable(node, ada, id, maple).await.unwrap().people[0].id.clone();
    missions::open_feed(node, ada, id, maple, &person).await.unwrap();
    fair.town.later(86);
    missions::check_in(node, ada, id, maple, &person).await.unwrap();
    missions::note(node, ada, id, &wish, maple, ("A pilot for two wards", "Send a quote")).await.unwrap();
    missions::note(node, bilal, id, &wish, indus, ("They want a pilot", "Wait")).await.unwrap();

    let mine = my_data::export(node, ada).await.unwrap()["missions"].clone();
    assert_eq!(mine.as_array().unwrap().len(), 1);
    let mine = &mine[0];
    assert_eq!(mine["attendee"]["people"][0]["name"], "Ada Zaman");
    assert_eq!(mine["attendee"]["people"][0]["email"], "assistant@maple.example");
    assert_eq!(mine["wishes"][0]["message"], "About the clinic");
    for list in ["meetings", "after-meetings", "check-ins", "calendars"] {
        assert_eq!(mine[list].as_array().unwrap().len(), 1, "{list}");
    }
    let noted = mine["after-meetings"].to_string();
    assert!(noted.contains("A pilot for two wards") && noted.contains("They want a pilot"));

    let doings: BTreeSet<String> = read(node, ada, maple).await.iter().map(|line| word(line)).collect();
    for doing in ["mission-answered", "wish-requested", "mission-checked-in", "meeting-noted"] {
        assert!(doings.contains(doing), "{doing} in {doings:?}");
    }
    let organisers = read(node, &fair.organiser, maple).await.join("\n");
    assert!(organisers.contains("mission-checked-in"), "organisers read who came");
    assert!(!organisers.contains("assistant@maple.example") && !organisers.contains("Ada Zaman"));

    my_data::erase(node, ada, "ada@maple.example").await.unwrap();
    fair.town.work().await;
    let mut dump = Vec::new();
    node.store().dump(&mut dump).await.unwrap();
    let dump = String::from_utf8(dump).unwrap();
    for trace in ["assistant@maple.example", "About the clinic", "A pilot for two wards", "Send a quote"] {
        assert!(!dump.contains(trace), "{trace} is left");
    }
    assert!(dump.contains("They want a pilot"), "what the other side wrote is its own");
    let shown = missions::show(node, &fair.organiser, id).await.unwrap();
    let row = shown.attendees.iter().find(|row| row.attendee.party == *maple).unwrap();
    assert_eq!((row.attendee.name.as_str(), row.people[0].name.as_str()), ("", ""));
    assert_eq!(shown.mission.wish(&wish).unwrap().state, WishState::Cancelled);
    let seen = missions::timetable(node, bilal, id, indus).await.unwrap();
    assert!(seen.plan.unwrap().meetings.is_empty(), "the published plan followed");
    assert!(node.store().verify_log(|_| {}).await.unwrap().faults.is_empty());
}

fn word(line: &str) -> String {
    line.split(' ').next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn no_history_and_nothing_handed_out_tells_a_private_no() {
    let (mut seen, mut handed, mut asked) = (Vec::new(), Vec::new(), Vec::new());
    for vetoed in [false, true] {
        let fair = fair().await;
        let (node, id) = (&fair.town.node, &fair.id);
        let ((ada, maple), (bilal, indus)) = (&fair.ada, &fair.bilal);
        let to = std::slice::from_ref(indus);
        missions::request(node, ada, id, maple, to, "Hello").await.unwrap();
        if vetoed {
            missions::no_thanks(node, bilal, id, indus, maple).await.unwrap();
        }
        fair.town.later(15);
        fair.town.work().await;
        missions::request(node, ada, id, maple, to, "Once more").await.unwrap();
        seen.push(read(node, ada, maple).await);
        handed.push(my_data::export(node, ada).await.unwrap()["missions"].clone());
        let theirs = read(node, bilal, indus).await;
        asked.push(theirs.iter().filter(|line| line.contains("Once more")).count());
        let own = theirs.iter().any(|line| line.starts_with("wish-no-thanks"));
        assert_eq!(own, vetoed, "whoever said it reads it");
    }
    assert_eq!(seen[0], seen[1]);
    assert!(seen[0].iter().any(|line| line.starts_with("wish-expired")), "{:#?}", seen[0]);
    assert_eq!(handed[0], handed[1]);
    assert_eq!(asked, [1, 0], "a request that is kept from a party is not in its history");
}
