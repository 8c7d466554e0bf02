//! Whole journeys, told as text.

use crate::town::{Town, ask, offer, told};
use pul_app::live::introductions::{self, Request};
use pul_app::live::parties::{self, Field};
use pul_app::live::{history, matches, posts, review};
use pul_domain::PostId;
use std::fmt::Write as _;

fn contact(shown: &parties::PartyShown) -> String {
    let field = |f: &Field| match f {
        Field::Open(value) => value.clone(),
        other => format!("{other:?}"),
    };
    format!("e-mail {}, telephone {}", field(&shown.email), field(&shown.phone))
}

#[tokio::test]
async fn from_sign_in_to_an_accepted_introduction() {
    let town = Town::new().await;
    let node = &town.node;
    let mut text = String::new();
    let (asker, maple) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let (offerer, indus) = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let wanted = town.publish(&asker, &maple, ask("Django developer for a clinic")).await;
    let given = town.submit(&offerer, &indus, offer("Django team")).await.unwrap();
    let list = matches::of_post(node, &asker, &wanted, 5).await.unwrap();
    writeln!(text, "before review: {} matches", list.matches.len()).unwrap();
    let organiser = town.sign_in("omar@pul.example").await;
    let queue = review::queue(node, &organiser, &Default::default()).await.unwrap();
    for post in &queue.items {
        writeln!(
            text,
            "queue: {} of {}, version {}",
            post.post.common().title,
            post.party_name,
            post.version
        )
        .unwrap();
    }
    review::approve(node, &organiser, &given, queue.items[0].version).await.unwrap();
    for (who, id) in [(&asker, &wanted), (&offerer, &given)] {
        let list = matches::of_post(node, who, id, 5).await.unwrap();
        for m in &list.matches {
            writeln!(
                text,
                "{} ↔ {} of {}: {}",
                list.title,
                m.post.common().title,
                m.party_name,
                m.found.score
            )
            .unwrap();
        }
    }
    let request = Request { ask: wanted.clone(), offer: given.clone(), message: "Shall we talk?".into() };
    let before = parties::show(node, &asker, &indus).await.unwrap();
    writeln!(text, "before: {}", contact(&before)).unwrap();
    let id = introductions::request(node, &asker, &request).await.unwrap();
    writeln!(text, "again: {}", told(introductions::request(node, &asker, &request).await)).unwrap();
    writeln!(
        text,
        "not theirs to answer: {}",
        told(introductions::accept(node, &asker, id.as_str(), "").await)
    )
    .unwrap();
    introductions::accept(node, &offerer, id.as_str(), "Gladly.").await.unwrap();
    for (who, party) in [(&asker, &indus), (&offerer, &maple)] {
        let seen = introductions::show(node, who, id.as_str()).await.unwrap();
        let other = parties::show(node, who, party).await.unwrap();
        writeln!(
            text,
            "{}, answer {:?}; {}: {}",
            seen.state.as_str(),
            seen.answer,
            other.name,
            contact(&other)
        )
        .unwrap();
    }
    for happened in history::of(node, &asker, &history::Subject::Introduction(id.to_string())).await.unwrap()
    {
        writeln!(text, "history: {} by {:?}", happened.doing, happened.by).unwrap();
    }
    writeln!(text, "jobs: {}", town.work().await).unwrap();
    insta::assert_snapshot!(text, @r#"
    before review: 0 matches
    queue: Django team of Indus Soft, version 2
    Django developer for a clinic ↔ Django team of Indus Soft: 32836
    Django team ↔ Django developer for a clinic of Maple Health: 32836
    before: e-mail Closed, telephone Closed
    again: Conflict already-requested state=requested
    not theirs to answer: Missing missing what=introduction
    accepted, answer Some("Gladly."); Indus Soft: e-mail bilal@indus.example, telephone +1 514 555 0100
    accepted, answer Some("Gladly."); Maple Health: e-mail ada@maple.example, telephone +1 514 555 0100
    history: introduction-requested by Self_
    history: introduction-accepted by Somebody
    jobs: 11
    "#);
}

#[tokio::test]
async fn the_second_of_two_editors_is_told_and_nothing_is_lost() {
    let town = Town::new().await;
    let (who, party) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let draft = |title: &str| posts::Draft { party: party.clone(), post: ask(title), brief: String::new() };
    let id: PostId = posts::draft(&town.node, &who, &draft("One")).await.unwrap();
    let first = posts::edit(&town.node, &who, &id, 1, &draft("Two")).await;
    let second = posts::edit(&town.node, &who, &id, 1, &draft("Three")).await;
    let now = posts::show(&town.node, &who, &id).await.unwrap();
    let second = told(second).replace(id.as_str(), "ID");
    insta::assert_snapshot!(format!("{}\n{second}\n{}", told(first), now.post.common().title), @"
    2
    Conflict changed id=ID version=2 what=post
    Two
    ");
    let (a, b) = (draft("Four"), draft("Five"));
    let (a, b) =
        tokio::join!(posts::edit(&town.node, &who, &id, 2, &a), posts::edit(&town.node, &who, &id, 2, &b));
    assert_eq!([a.is_ok(), b.is_ok()].iter().filter(|ok| **ok).count(), 1, "one of two at once");
}

#[tokio::test]
async fn every_fault_of_a_draft_is_told_at_once() {
    let town = Town::new().await;
    let (who, party) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let mut post = ask("");
    if let pul_domain::Post::Ask(ask) = &mut post {
        ask.people = 0;
        ask.skills[0].skill = "djnago".parse().unwrap();
        ask.common.city = Some("lahore".parse().unwrap());
    }
    let refused = posts::draft(&town.node, &who, &posts::Draft { party, post, brief: String::new() }).await;
    insta::assert_snapshot!(told(refused), @"Invalid invalid  city[city-off-side] skills[unknown-skill] people[out-of-range] title[missing-title]");
}

#[tokio::test]
async fn a_refused_post_is_mended_and_a_published_one_expires_and_is_renewed() {
    let town = Town::new().await;
    let node = &town.node;
    let (who, party) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let id = town.submit(&who, &party, ask("Somebody good")).await.unwrap();
    let organiser = town.sign_in("omar@pul.example").await;
    let mut text = String::new();
    let mut tell = |what: &str, shown: &posts::PostShown| {
        writeln!(text, "{what}: {} v{} reason {:?}", shown.state.as_str(), shown.version, shown.reason)
            .unwrap();
    };
    review::refuse(node, &organiser, &id, 2, "Say what for.").await.unwrap();
    tell("refused", &posts::show(node, &who, &id).await.unwrap());
    let draft = posts::Draft { party, post: ask("Django developer for a clinic"), brief: String::new() };
    posts::edit(node, &who, &id, 3, &draft).await.unwrap();
    posts::submit(node, &who, &id, 4).await.unwrap();
    review::approve(node, &organiser, &id, 5).await.unwrap();
    tell("approved", &posts::show(node, &who, &id).await.unwrap());
    assert!(node.view().post(&id).is_some());
    town.later(84);
    town.work().await;
    town.later(7);
    town.work().await;
    tell("after 91 days", &posts::show(node, &who, &id).await.unwrap());
    assert!(node.view().post(&id).is_none(), "an expired post is not matched");
    posts::renew(node, &who, &id, 7).await.unwrap();
    tell("renewed", &posts::show(node, &who, &id).await.unwrap());
    let mails = node.store().find::<pul_store::tables::Mail>(&Default::default()).await.unwrap();
    let codes: Vec<&str> = mails.iter().map(|m| m.row.code.as_str()).filter(|c| *c != "sign-in").collect();
    insta::assert_snapshot!(format!("{text}{}", codes.join(", ")), @r#"
    refused: refused v3 reason Some("Say what for.")
    approved: published v6 reason None
    after 91 days: expired v7 reason None
    renewed: published v8 reason None
    post-published, post-refused, post-expiring, post-expired
    "#);
}
