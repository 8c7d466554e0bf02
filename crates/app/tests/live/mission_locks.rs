//! Locks of the example world's mission: what was named before a lock is named after it.

use crate::missions::asked;
use crate::town::{self, Town};
use pul_app::live::missions::{self, Lock};
use pul_app::live::{Settings, Who, accounts, world};
use pul_domain::{MissionId, Wish, WishState};
use pul_testkit::{Size, World};

/// A town in the middle of the example world's mission, with its organiser.
pub async fn town() -> (Town, Who, MissionId) {
    let town = Town::with(Settings { demo: true, ..Settings::default() }).await;
    let size = Size { service_offers: 300, service_asks: 60, of_each_other_kind: 2 };
    let drawn = World::generate(town.node.pack(), 2026, size, town.node.today());
    let (store, pack, chance) = (town.node.store(), town.node.pack(), town.node.chance());
    world::load(store, pack, &drawn, town::start(), chance, 90).await.unwrap();
    town.node.catch_up(0).await.unwrap();
    let opened = accounts::demo(&town.node, accounts::DemoRole::Organiser, "test").await.unwrap();
    let organiser = town.who(&opened.secret).await;
    let id = missions::list(&town.node, &organiser).await.unwrap().remove(0).id;
    (town, organiser, id)
}

#[tokio::test]
async fn whoever_was_named_before_a_lock_is_named_after_it() {
    let (town, organiser, id) = town().await;
    let node = &town.node;
    let shown = missions::show(node, &organiser, &id).await.unwrap().mission;
    let (one, several) = shown
        .attendees
        .iter()
        .flat_map(|a| shown.attendees.iter().map(move |b| (a, b)))
        .find(|(a, b)| {
            let pair = [&a.party, &b.party];
            let wished = shown.wishes.iter().any(|w| pair.iter().all(|party| w.parties.contains(party)));
            a.role == "supplier" && b.role == "buyer" && b.delegates.len() > 1 && !wished
        })
        .expect("a pair without a wish, one of whom sends two");
    let wish = Wish {
        id: node.new_id(),
        parties: vec![one.party.clone(), several.party.clone()],
        value: 100,
        state: WishState::Must,
        delegates: vec![several.delegates[1].clone()],
        venues: Vec::new(),
        after: Vec::new(),
        fixed: None,
        asked_by: None,
        accepted_by: Vec::new(),
        answer_by: None,
    };
    missions::add(node, &organiser, &id, &wish).await.unwrap();
    missions::start(node, &organiser, &id, asked(20_000)).await.unwrap();
    town.work().await;
    let before = missions::show(node, &organiser, &id).await.unwrap().mission;
    missions::lock_meetings(node, &organiser, &id, &[Lock::All]).await.unwrap();
    let locked = missions::show(node, &organiser, &id).await.unwrap().mission;
    let held = locked.wish(&wish.id).unwrap();
    assert!(held.fixed.is_some() && held.delegates.len() == 2, "locked with both who come: {held:?}");
    // Locked twice, it still goes back to what stood at first.
    missions::lock_meetings(node, &organiser, &id, &[Lock::Wish(wish.id.clone())]).await.unwrap();
    missions::unlock_all(node, &organiser, &id).await.unwrap();
    let after = missions::show(node, &organiser, &id).await.unwrap().mission;
    assert_eq!(after.wishes, before.wishes);
}
