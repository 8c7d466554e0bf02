//! The mission of the example world: everybody who signs in as one of its people finds something of theirs.

use crate::town::{self, Town};
use pul_app::live::{Settings, accounts, missions, world};
use pul_domain::WishState;
use pul_testkit::{Size, World};
use std::collections::BTreeMap;
use std::fmt::Write as _;

#[tokio::test]
async fn the_demonstration_is_in_the_middle_of_a_mission() {
    let town = Town::with(Settings { demo: true, ..Settings::default() }).await;
    let node = &town.node;
    let size = Size { service_offers: 300, service_asks: 60, of_each_other_kind: 2 };
    let drawn = World::generate(node.pack(), 2026, size, node.today());
    world::load(node.store(), node.pack(), &drawn, town::start(), node.chance(), 90).await.unwrap();
    node.catch_up(0).await.unwrap();
    let mut text = String::new();
    for role in [accounts::DemoRole::Organiser, accounts::DemoRole::Asker, accounts::DemoRole::Offerer] {
        let opened = accounts::demo(node, role, "test").await.unwrap();
        let who = town.who(&opened.secret).await;
        let card = missions::list(node, &who).await.unwrap().remove(0);
        writeln!(text, "{}: {} {:?} {:?}", role.name(), card.id, card.state, card.mine.len()).unwrap();
        for party in &card.mine {
            let seen = missions::timetable(node, &who, &card.id, party).await.unwrap();
            let meetings = seen.plan.unwrap().meetings.len();
            writeln!(text, "  {meetings} meetings of {} people", seen.people.len()).unwrap();
        }
        let mut states = BTreeMap::<WishState, usize>::new();
        for (wish, _) in missions::wishes(node, &who, &card.id).await.unwrap() {
            *states.entry(wish.state).or_default() += 1;
        }
        writeln!(text, "  {states:?}").unwrap();
        if !who.is_organiser() {
            continue;
        }
        let (mission, row) = missions::plan(node, &who, &card.id, 1).await.unwrap();
        let (score, bound) = (row.plan.score, row.plan.bound.value_at_most);
        let parties = mission.attendees.len();
        writeln!(text, "  {parties} parties, {} meetings, missed {}", row.plan.meetings.len(), score.missed)
            .unwrap();
        assert_eq!(score.value, bound, "as good as a plan can be");
        let findings = missions::findings(node, &who, &card.id).await.unwrap();
        assert!(findings.is_empty(), "{findings:?}");
        assert!(missions::pending_changes(node, &who, &card.id).await.unwrap().is_empty());
    }
    insta::assert_snapshot!(text, @r"
    organiser: toronto-2026-11-23 Planned 0
      {Requested: 11, Accepted: 38, Must: 1, Waiting: 3, Declined: 3, Expired: 2}
      18 parties, 39 meetings, missed 0
    asker: toronto-2026-11-23 Planned 1
      5 meetings of 2 people
      {Requested: 1, Accepted: 4, Must: 1, Declined: 1, Expired: 1}
    offerer: toronto-2026-11-23 Planned 1
      6 meetings of 1 people
      {Requested: 2, Accepted: 5, Must: 1, Declined: 1}
    ");
}
