//! A request under a key is done once, whenever the node that does it dies.

use crate::town::{Town, told};
use jiff::SignedDuration;
use pul_app::live::idempotency::{Begun, Held, begin, finish, under};
use pul_app::live::parties::{self, PartyForm};
use pul_app::live::{Node, Refusal, Who};
use pul_domain::{PartyId, PartyKind};
use std::sync::Arc;

async fn sent(node: &Node, who: &Who, key: &str) -> Result<Begun, Refusal> {
    begin(node, who, key, ("POST", "/parties"), b"{}").await
}

async fn new(node: &Node, who: &Who, key: &str) -> Arc<Held> {
    match sent(node, who, key).await.unwrap() {
        Begun::New(held) => held,
        Begun::Done(..) => panic!("{key} was done before"),
    }
}

/// Makes a party under a key.
async fn done(node: &Node, who: &Who, held: &Arc<Held>, name: &str) -> Result<PartyId, Refusal> {
    let form = PartyForm {
        kind: PartyKind::Firm,
        name: name.into(),
        about: String::new(),
        sides: vec!["canada".into()],
        city: "toronto".into(),
        website: String::new(),
        email: String::new(),
        phone: String::new(),
    };
    under(held.clone(), parties::create(node, who, &form)).await
}

#[tokio::test]
async fn a_node_that_dies_between_the_change_and_the_answer_leaves_a_key_that_tells() {
    let town = Town::new().await;
    let (node, other) = (&town.node, &town.another().await);
    let ada = town.sign_in("ada@maple.example").await;
    let held = new(node, &ada, "one").await;
    let party = done(node, &ada, &held, "Maple").await.unwrap();
    // Here the node dies: the answer is never kept. Whoever sends it again hears at once, then and later.
    let expected = format!("Conflict idempotency-done where=party/{party}");
    assert_eq!(told(sent(other, &ada, "one").await), expected);
    town.clock.advance(SignedDuration::from_hours(1));
    assert_eq!(told(sent(other, &ada, "one").await), expected);
}

#[tokio::test]
async fn a_node_that_dies_before_the_change_is_taken_over_and_its_late_change_is_refused() {
    let town = Town::new().await;
    let (node, other) = (&town.node, &town.another().await);
    let ada = town.sign_in("ada@maple.example").await;
    let slow = new(node, &ada, "two").await;
    assert_eq!(told(sent(other, &ada, "two").await), "Conflict idempotency-running");
    town.clock.advance(SignedDuration::from_secs(31));
    let quick = new(other, &ada, "two").await;
    // The first was not dead but slow: nothing of what it does now is kept, before the second and after.
    assert_eq!(told(done(node, &ada, &slow, "Maple").await), "Conflict idempotency-running");
    let party = done(other, &ada, &quick, "Maple").await.unwrap();
    assert_eq!(told(done(node, &ada, &slow, "Maple").await), "Conflict idempotency-running");
    finish(node, &ada, &slow, Some((201, "the slow one"))).await.unwrap();
    finish(other, &ada, &quick, Some((201, party.as_str()))).await.unwrap();
    assert_eq!(told(sent(node, &ada, "two").await), format!("Done(201, {:?})", party.as_str()));
    node.catch_up(0).await.unwrap();
    assert_eq!(node.view().counts(), (1, 0), "one party, not two");
}

#[tokio::test]
async fn a_refusal_is_forgotten_unless_something_was_changed_before_it() {
    let town = Town::new().await;
    let node = &town.node;
    let ada = town.sign_in("ada@maple.example").await;
    let held = new(node, &ada, "three").await;
    assert!(done(node, &ada, &held, "").await.is_err(), "a party without a name");
    finish(node, &ada, &held, None).await.unwrap();
    let held = new(node, &ada, "three").await;
    let party = done(node, &ada, &held, "Maple").await.unwrap();
    finish(node, &ada, &held, None).await.unwrap();
    let expected = format!("Conflict idempotency-done where=party/{party}");
    assert_eq!(told(sent(node, &ada, "three").await), expected);
}
