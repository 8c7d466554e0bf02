//! Several nodes on one store, and what organisers do.

use crate::town::{self, Town, ask, offer, told};
use pul_app::live::desk;
use pul_app::live::introductions::{self, Request};
use pul_app::live::webhooks::{self, WebhookForm};
use pul_app::live::{
    Settings, Who, accounts, directory, duplicates, imports, matches, merges, parties, quotes, shortlists,
    tokens,
};
use pul_app::live::{signature, world};
use pul_domain::Post;
use pul_store::tables::Scope;
use pul_testkit::{Size, World};
use std::collections::BTreeSet;
use std::fmt::Write as _;

#[tokio::test]
async fn a_post_made_on_one_node_is_matched_on_the_other() {
    let town = Town::new().await;
    let other = town.another().await;
    let (asker, maple) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let (offerer, indus) = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let wanted = town.publish(&asker, &maple, ask("Django developer for a clinic")).await;
    let given = town.publish(&offerer, &indus, offer("Django team")).await;
    assert!(other.view().post(&wanted).is_none(), "it has not looked yet");
    let lag = other.lag().await.unwrap();
    assert!(lag.view < lag.log);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let following = tokio::spawn(other.clone().follow(stopped));
    let mut views = other.views();
    let there = views.wait_for(|view| view.post(&given).is_some());
    tokio::time::timeout(std::time::Duration::from_secs(10), there).await.expect("it follows").unwrap();
    let list = matches::of_post(&other, &asker, &wanted, 5).await.unwrap();
    assert_eq!(list.matches[0].post.common().id, given);
    let same = matches::of_post(&town.node, &asker, &wanted, 5).await.unwrap();
    assert_eq!(list, same, "two nodes tell the same");
    stop.send(true).unwrap();
    following.await.unwrap();
}

/// After hundreds of changes the picture equals one built anew, list by list and word by word.
#[tokio::test]
async fn a_picture_that_follows_equals_one_that_is_read_whole() {
    let town =
        Town::with(Settings { organisers: vec!["omar@pul.example".into()], ..Settings::default() }).await;
    let node = &town.node;
    let pack = node.pack();
    let size = Size { service_offers: 90, service_asks: 30, of_each_other_kind: 1 };
    let drawn = World::generate(pack, 7, size, node.today());
    world::load(node.store(), pack, &drawn, town::start(), node.chance(), 90).await.unwrap();
    let followed = node.clone();
    followed.catch_up(0).await.unwrap();
    let whole = town.another().await;
    let organiser = town.sign_in("omar@pul.example").await;
    for nth in 0..3 {
        for text in ["", "python", "lahore data", "ڈیٹا", "développeur", "kara"] {
            let wanted = directory::Wanted { text: text.into(), limit: 7, ..Default::default() };
            let (a, b) = (
                directory::search(&followed, &organiser, &wanted),
                directory::search(&whole, &organiser, &wanted),
            );
            let (a, b) = (a.await.unwrap(), b.await.unwrap());
            let brief =
                |d: &directory::Directory| (d.total, d.facets.clone(), d.entries.clone(), d.next.clone());
            assert_eq!(brief(&a), brief(&b), "{text:?} in round {nth}");
        }
        for post in drawn.asks.iter().map(|a| &a.common.id).chain(drawn.offers.iter().map(|o| &o.common.id)) {
            let (a, b) = (
                matches::of_post(&followed, &organiser, post, 5).await,
                matches::of_post(&whole, &organiser, post, 5).await,
            );
            assert_eq!(a.map(|l| l.matches), b.map(|l| l.matches), "{post} in round {nth}");
        }
        // Some are taken back, by an organiser.
        for offer in drawn.offers.iter().skip(nth).step_by(9).take(4) {
            let id = &offer.common.id;
            if let Ok(shown) = pul_app::live::posts::show(node, &organiser, id).await {
                let _ = pul_app::live::posts::withdraw(node, &organiser, id, shown.version).await;
            }
        }
        whole.catch_up(0).await.unwrap();
    }
    let pages = {
        let mut names = Vec::new();
        let mut after = None;
        loop {
            let wanted = directory::Wanted { limit: 50, after, ..Default::default() };
            let page = directory::search(node, &Who::public(), &wanted).await.unwrap();
            names.extend(page.entries.iter().map(|e| e.card.id.clone()));
            after = page.next;
            if after.is_none() {
                break names;
            }
        }
    };
    assert_eq!(
        pages.iter().collect::<BTreeSet<_>>().len(),
        drawn.parties.len(),
        "pages skip and repeat nothing"
    );
    assert_eq!(pages.len(), drawn.parties.len());
}

#[tokio::test]
async fn the_demonstration_signs_in_as_each_role_and_nobody_else_can() {
    let town = Town::with(Settings { demo: true, ..Settings::default() }).await;
    let node = &town.node;
    let size = Size { service_offers: 300, service_asks: 30, of_each_other_kind: 1 };
    let drawn = World::generate(node.pack(), 2026, size, node.today());
    world::load(node.store(), node.pack(), &drawn, town::start(), node.chance(), 90).await.unwrap();
    node.catch_up(0).await.unwrap();
    let mut text = String::new();
    for role in accounts::DemoRole::ALL {
        let opened = accounts::demo(node, role, "test").await.unwrap();
        let who = town.who(&opened.secret).await;
        let matches: usize =
            matches::mine(node, &who, 5).await.unwrap().iter().map(|l| l.matches.len()).sum();
        writeln!(
            text,
            "{}: organiser {}, analyst {}, parties {}, matches {matches}, figures {}",
            who.name,
            who.is_organiser(),
            who.is_analyst(),
            who.parties.len(),
            desk::figures(node, &who).await.is_ok()
        )
        .unwrap();
    }
    let twice = world::load(node.store(), node.pack(), &drawn, town::start(), node.chance(), 90).await;
    writeln!(text, "twice: {}", told(twice)).unwrap();
    let organiser = accounts::demo(node, accounts::DemoRole::Organiser, "test").await.unwrap();
    let organiser = town.who(&organiser.secret).await;
    let found = desk::desk(node, &organiser).await.unwrap();
    writeln!(text, "desk: {} in review, {:?}", found.in_review, found.figures.published).unwrap();
    insta::assert_snapshot!(text, @r#"
    organiser: organiser true, analyst true, parties 0, matches 0, figures true
    asker: organiser false, analyst false, parties 1, matches 5, figures false
    offerer: organiser false, analyst false, parties 1, matches 2, figures false
    analyst: organiser false, analyst true, parties 0, matches 0, figures true
    twice: Conflict exists what=party
    desk: 1 in review, {"ask": 37, "offer": 306}
    "#);
    let strict = Town::new().await;
    assert_eq!(
        told(accounts::demo(&strict.node, accounts::DemoRole::Organiser, "x").await),
        "Missing missing what=demo"
    );
}

#[tokio::test]
async fn two_that_are_one_are_merged_and_parted_again() {
    let town = Town::new().await;
    let node = &town.node;
    let (asker, maple) = town.member("ada@maple.example", "Maple Health Inc.", "canada", "toronto").await;
    let (second, double) =
        town.member("eva@maple.example", "MAPLE HEALTH Limited", "canada", "toronto").await;
    let (offerer, indus) = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let wanted = town.publish(&second, &double, ask("Django developer for a clinic")).await;
    let given = town.publish(&offerer, &indus, offer("Django team")).await;
    let request = Request { ask: wanted.clone(), offer: given, message: String::new() };
    let id = introductions::request(node, &second, &request).await.unwrap();
    let organiser = town.sign_in("omar@pul.example").await;
    let mut text = String::new();
    for candidate in duplicates::find(node, &organiser).await.unwrap() {
        writeln!(text, "{} = {}? {:?}", candidate.one.name, candidate.other.name, candidate.signs).unwrap();
    }
    let merge = merges::merge(node, &organiser, &maple, &double).await.unwrap();
    let asker_now = town.sign_in("ada@maple.example").await;
    let second_now = town.sign_in("eva@maple.example").await;
    writeln!(text, "moved: {:?}", merge.moved.iter().map(|m| m.table.as_str()).collect::<Vec<_>>()).unwrap();
    writeln!(text, "its post is Maple's: {}", matches::of_post(node, &asker_now, &wanted, 5).await.is_ok())
        .unwrap();
    writeln!(text, "Eva speaks for: {}", second_now.parties == [maple.clone()]).unwrap();
    writeln!(
        text,
        "asked from: {}",
        introductions::show(node, &offerer, id.as_str()).await.unwrap().from == maple
    )
    .unwrap();
    writeln!(text, "candidates: {}", duplicates::find(node, &organiser).await.unwrap().len()).unwrap();
    merges::undo(node, &organiser, merge.id.as_str()).await.unwrap();
    let second_now = town.sign_in("eva@maple.example").await;
    writeln!(
        text,
        "undone: post {}, Eva {}, asked from {}",
        matches::of_post(node, &asker, &wanted, 5).await.is_err(),
        second_now.parties == [double.clone()],
        introductions::show(node, &offerer, id.as_str()).await.unwrap().from == double
    )
    .unwrap();
    writeln!(text, "undone twice: {}", told(merges::undo(node, &organiser, merge.id.as_str()).await))
        .unwrap();
    insta::assert_snapshot!(text, @r#"
    Maple Health Inc. = MAPLE HEALTH Limited? {SameName, SameCity}
    moved: ["post", "membership", "introduction", "party"]
    its post is Maple's: true
    Eva speaks for: true
    asked from: true
    candidates: 0
    undone: post true, Eva true, asked from true
    undone twice: Conflict undone state=undone
    "#);
    assert!(node.view().party(&double).is_some());
}

#[tokio::test]
async fn a_sheet_is_read_looked_at_published_and_taken_out_again() {
    let town = Town::new().await;
    let node = &town.node;
    let organiser = town.sign_in("omar@pul.example").await;
    let size = Size { service_offers: 20, service_asks: 5, of_each_other_kind: 0 };
    let drawn = World::generate(node.pack(), 3, size, node.today());
    let mut lines: Vec<String> = drawn
        .offers
        .iter()
        .map(|o| serde_json::to_string(&Post::Offer(Box::new(o.clone()))).unwrap())
        .collect();
    lines.push("{\"post\": \"offer\"}".into());
    let upload = |name: &str, mapping: &str| imports::Upload {
        name: name.into(),
        mapping: mapping.into(),
        bytes: lines.join("\n").into_bytes(),
    };
    let mut text = String::new();
    writeln!(text, "{}", told(imports::upload(node, &organiser, &upload("x.exe", "")).await)).unwrap();
    writeln!(text, "{}", told(imports::upload(node, &organiser, &upload("x.csv", "")).await)).unwrap();
    let stranger = town.sign_in("eve@elsewhere.example").await;
    writeln!(text, "{}", told(imports::upload(node, &stranger, &upload("x.jsonl", "")).await)).unwrap();
    let id = imports::upload(node, &organiser, &upload("offers.jsonl", "")).await.unwrap();
    for step in ["read", "publish", "undo"] {
        match step {
            "publish" => imports::publish(node, &organiser, id.as_str()).await.unwrap(),
            "undo" => imports::undo(node, &organiser, id.as_str()).await.unwrap(),
            _ => {}
        }
        town.work().await;
        let now = imports::show(node, &organiser, id.as_str()).await.unwrap();
        let codes: Vec<&str> = now.findings.iter().map(|f| f.code.as_str()).collect();
        writeln!(
            text,
            "{step}: {} rows {} taken {} done {} findings {codes:?}, public {:?}",
            now.state.as_str(),
            now.rows,
            now.taken,
            now.done,
            node.view().counts()
        )
        .unwrap();
    }
    writeln!(text, "{}", told(imports::publish(node, &organiser, id.as_str()).await)).unwrap();
    insta::assert_snapshot!(text, @r#"
    Invalid file-format
    Invalid mapping
    Forbidden forbidden
    read: checked rows 21 taken 20 done 0 findings ["missing-key", "missing-key", "missing-key", "missing-key"], public (0, 0)
    publish: published rows 21 taken 20 done 20 findings ["missing-key", "missing-key", "missing-key", "missing-key"], public (20, 20)
    undo: undone rows 21 taken 20 done 0 findings ["missing-key", "missing-key", "missing-key", "missing-key"], public (0, 0)
    Conflict import-state state=undone
    "#);
}

#[tokio::test]
async fn webhooks_hear_what_their_owner_may_and_are_signed() {
    let town = Town::new().await;
    let node = &town.node;
    let (asker, maple) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let (offerer, indus) = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let events: BTreeSet<String> = webhooks::EVENTS.iter().map(|e| (*e).to_owned()).collect();
    let form = WebhookForm { url: "https://hooks.example/pul".into(), events };
    let (hook, secret) = webhooks::create(node, &asker, &form).await.unwrap();
    let wanted = town.publish(&asker, &maple, ask("Django developer for a clinic")).await;
    let given = town.publish(&offerer, &indus, offer("Django team")).await;
    let request = Request { ask: wanted, offer: given, message: String::new() };
    let id = introductions::request(node, &asker, &request).await.unwrap();
    introductions::veto(node, &offerer, id.as_str()).await.unwrap();
    for _ in 0..3 {
        town.work().await;
    }
    let calls = town.calls.0.lock().unwrap().clone();
    let mut events: Vec<String> = Vec::new();
    for call in &calls {
        let at: i64 = call.signature[2..].split(',').next().unwrap().parse().unwrap();
        assert_eq!(call.signature, signature::sign(&secret, at, &call.body));
        let body: serde_json::Value = serde_json::from_str(&call.body).unwrap();
        events.push(body["event"].as_str().unwrap().to_owned());
    }
    events.sort();
    insta::assert_snapshot!(events.join("\n"), @"
    introduction-requested
    post-published
    post-published
    ");
    let told_of = webhooks::deliveries(node, &asker, &hook.id).await.unwrap();
    assert!(told_of.iter().all(|d| d.state.as_str() == "delivered") && told_of.len() == calls.len());
    let bad = WebhookForm { url: "ftp://x".into(), events: BTreeSet::from(["veto".to_owned()]) };
    assert_eq!(
        told(webhooks::create(node, &asker, &bad).await),
        "Invalid invalid  url[webhook-url] events[webhook-events]"
    );
}

#[tokio::test]
async fn tokens_lists_and_quotes() {
    let town = Town::new().await;
    let node = &town.node;
    let (asker, maple) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let (offerer, indus) = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let wanted = town.publish(&asker, &maple, ask("Django developer for a clinic")).await;
    let given = town.publish(&offerer, &indus, offer("Django team")).await;
    let mut text = String::new();
    let scopes = |list: &[Scope]| list.iter().copied().collect::<BTreeSet<_>>();
    let form = |scopes| tokens::TokenForm { name: "sheet".into(), scopes, expires: None };
    writeln!(text, "{}", told(tokens::create(node, &asker, &form(scopes(&[Scope::Organise]))).await))
        .unwrap();
    let (token, secret) = tokens::create(node, &asker, &form(scopes(&[Scope::Read]))).await.unwrap();
    let program = tokens::known(node, &secret).await.unwrap();
    let saved = shortlists::save(node, &asker, &wanted, 5, "For the board").await.unwrap();
    writeln!(
        text,
        "a reader may not write: {}",
        told(shortlists::remove(node, &program, saved.id.as_str()).await)
    )
    .unwrap();
    tokens::revoke(node, &asker, token.id.as_str()).await.unwrap();
    writeln!(text, "revoked: {}", told(tokens::known(node, &secret).await)).unwrap();
    let link = shortlists::share(node, &asker, saved.id.as_str(), true).await.unwrap().unwrap();
    let shown = shortlists::shared(node, &Who::public(), &link).await.unwrap();
    let all = format!("{shown:?}");
    assert!(!all.contains("2617") && shown.matches[0].rate_closed, "a link opens nobody's rate");
    writeln!(text, "shared: {} of {}", shown.matches.len(), shown.saved.title).unwrap();
    shortlists::share(node, &asker, saved.id.as_str(), false).await.unwrap();
    writeln!(text, "taken back: {}", told(shortlists::shared(node, &Who::public(), &link).await)).unwrap();
    let form = quotes::form_of_pair(node, &asker, &wanted, &given).await.unwrap();
    let saved = quotes::save(node, &asker, &form, Some((wanted, given))).await.unwrap();
    let (_, again) = quotes::again(node, &saved).unwrap();
    assert_eq!(serde_json::to_value(&again).unwrap(), saved.quote, "a saved quote computes again to itself");
    writeln!(text, "quote: {} ways", again.comparison.ways.len()).unwrap();
    let mut bad = form.clone();
    bad.inputs.insert("months".into(), "many".into());
    writeln!(text, "faulty: {}", told(quotes::of_form(node, &bad).map(|_| ()))).unwrap();
    let stranger = town.sign_in("eve@elsewhere.example").await;
    writeln!(text, "claim: {}", told(parties::claim(node, &stranger, &indus).await)).unwrap();
    insta::assert_snapshot!(text, @"
    Invalid invalid  scopes[token-organise]
    a reader may not write: Forbidden forbidden
    revoked: SignIn token
    shared: 1 of For the board
    taken back: Missing missing what=shortlist
    quote: 5 ways
    faulty: Invalid invalid  months[bad-input]
    claim: Forbidden claim-ask
    ");
}
