//! What strangers, requesters and organisers may know, and what they may not.

use crate::town::{Town, ask, offer, told};
use pul_app::live::introductions::{self, Request};
use pul_app::live::parties::{self, Field};
use pul_app::live::{Who, accounts, directory, history, matches, my_data, sessions, sign_in};
use pul_domain::{PartyId, PostId};
use pul_store::tables::{Audience, IntroductionState, PrivateField};
use std::collections::BTreeMap;
use std::fmt::Write as _;

struct Two {
    town: Town,
    asker: Who,
    maple: PartyId,
    wanted: PostId,
    offerer: Who,
    indus: PartyId,
    given: PostId,
}

async fn two() -> Two {
    let town = Town::new().await;
    let (asker, maple) = town.member("ada@maple.example", "Maple Health", "canada", "toronto").await;
    let (offerer, indus) = town.member("bilal@indus.example", "Indus Soft", "pakistan", "lahore").await;
    let wanted = town.publish(&asker, &maple, ask("Django developer for a clinic")).await;
    let given = town.publish(&offerer, &indus, offer("Django team")).await;
    Two { town, asker, maple, wanted, offerer, indus, given }
}

#[tokio::test]
async fn a_stranger_never_sees_what_is_private() {
    let two = two().await;
    let node = &two.town.node;
    let stranger = two.town.sign_in("eve@elsewhere.example").await;
    let mut text = String::new();
    for (name, who) in [("public", &Who::public()), ("signed in", &stranger), ("own", &two.offerer)] {
        let shown = parties::show(node, who, &two.indus).await.unwrap();
        let open = |f: &Field| matches!(f, Field::Open(_));
        let post = &shown.posts[0];
        let pul_domain::Post::Offer(given) = &post.post else { panic!("an offer") };
        writeln!(
            text,
            "{name}: e-mail {}, telephone {}, rate {}, reference {:?}, consents {}",
            open(&shown.email),
            open(&shown.phone),
            given.rate.is_some(),
            given.record.references[0].client,
            shown.opened.is_some()
        )
        .unwrap();
    }
    writeln!(text, "matches of others: {}", told(matches::of_post(node, &stranger, &two.wanted, 5).await))
        .unwrap();
    writeln!(text, "pair of others: {}", told(matches::pair(node, &stranger, &two.wanted, &two.given).await))
        .unwrap();
    let subject = history::Subject::Party(two.indus.clone());
    writeln!(text, "history of others: {}", told(history::of(node, &stranger, &subject).await)).unwrap();
    insta::assert_snapshot!(text, @r#"
    public: e-mail false, telephone false, rate false, reference "", consents false
    signed in: e-mail false, telephone false, rate true, reference "", consents false
    own: e-mail true, telephone true, rate true, reference "Northern Maple Ltd", consents true
    matches of others: Missing missing what=post
    pair of others: Missing missing what=post
    history of others: Missing missing what=history
    "#);
    let wanted = directory::Wanted { text: "indus".into(), limit: 10, ..Default::default() };
    let found = directory::search(node, &Who::public(), &wanted).await.unwrap();
    assert_eq!(found.total, 1);
    let all = format!("{found:?}{:?}", matches::mine(node, &two.asker, 5).await.unwrap());
    for secret in ["bilal@indus.example", "ada@maple.example", "514 555 0100", "Northern Maple"] {
        assert!(!all.contains(secret), "{secret} is told");
    }
    // The consent of its members opens a field, and closes it again.
    let version = parties::show(node, &two.offerer, &two.indus).await.unwrap().version;
    let open = BTreeMap::from([(PrivateField::Rate, Audience::Nobody)]);
    parties::consent(node, &two.offerer, &two.indus, version, &open).await.unwrap();
    let list = matches::of_post(node, &two.asker, &two.wanted, 5).await.unwrap();
    assert!(list.matches[0].rate_closed);
    assert!(!format!("{list:?}").contains("2617"), "a closed rate is told");
    let pair = matches::pair(node, &two.asker, &two.wanted, &two.given).await.unwrap();
    assert!(!format!("{pair:?}").contains("2617"), "a closed rate is told");
}

/// A request that was vetoed and one that nobody answered: everything the requester can ask for
/// is the same, letter by letter, until both have run out and after.
#[tokio::test]
async fn a_vetoed_requester_learns_nothing() {
    let mut seen = Vec::new();
    for vetoed in [false, true] {
        let two = two().await;
        let node = &two.town.node;
        let request = Request { ask: two.wanted.clone(), offer: two.given.clone(), message: "Hello".into() };
        let id = introductions::request(node, &two.asker, &request).await.unwrap();
        if vetoed {
            introductions::veto(node, &two.offerer, id.as_str()).await.unwrap();
            let own = introductions::exclusions(node, &two.offerer, &two.indus).await.unwrap();
            assert_eq!(own[0].other, two.maple);
            let list = matches::of_post(node, &two.offerer, &two.given, 5).await.unwrap();
            assert!(list.matches.is_empty(), "whom I veto is off my lists");
        }
        let mut text = String::new();
        let mut tell = async |when: &str| {
            let shown = introductions::show(node, &two.asker, id.as_str()).await.unwrap();
            let list = introductions::list(node, &two.asker).await.unwrap();
            let lists = matches::mine(node, &two.asker, 5).await.unwrap();
            let subject = history::Subject::Introduction(id.to_string());
            let history = history::of(node, &two.asker, &subject).await.unwrap();
            let told: Vec<_> = history.iter().map(|h| (&h.doing, &h.fields, &h.by)).collect();
            let mut mine = my_data::export(node, &two.asker).await.unwrap();
            mine["sessions"] = serde_json::Value::Null;
            for deed in mine["done"].as_array_mut().unwrap() {
                deed["position"] = serde_json::Value::Null;
            }
            let lists: Vec<_> = lists.iter().map(|l| (&l.of, &l.matches)).collect();
            writeln!(text, "{when}: {shown:?}\n{list:?}\n{lists:?}\n{told:?}\n{mine}").unwrap();
            shown.state
        };
        assert_eq!(tell("waiting").await, IntroductionState::Requested);
        two.town.later(14);
        assert_eq!(tell("run out").await, IntroductionState::Expired);
        two.town.work().await;
        assert_eq!(tell("swept").await, IntroductionState::Expired);
        // Asking again: taken like any other; the other side hears of it only where it did not veto.
        let second = introductions::request(node, &two.asker, &request).await.unwrap();
        let shown = introductions::show(node, &two.asker, second.as_str()).await.unwrap();
        writeln!(text, "again: {:?}", (shown.state, shown.answered)).unwrap();
        let heard = introductions::list(node, &two.offerer).await.unwrap().iter().any(|i| i.id == second);
        assert_eq!(heard, !vetoed);
        let mails = node.store().find::<pul_store::tables::Mail>(&Default::default()).await.unwrap();
        let to_asker = mails.iter().filter(|m| m.row.to.open_with_consent() == "ada@maple.example");
        writeln!(text, "letters: {:?}", to_asker.map(|m| &m.row.code).collect::<Vec<_>>()).unwrap();
        seen.push(text);
    }
    let different = seen[0].lines().zip(seen[1].lines()).find(|(a, b)| a != b);
    assert_eq!(different, None);
}

#[tokio::test]
async fn links_hold_once_and_not_for_long() {
    let town = Town::new().await;
    let node = &town.node;
    let asked = |email: &str, network: &str| sign_in::LinkRequest {
        email: email.into(),
        language: pul_domain::LanguageCode::ENGLISH,
        then: "//evil.example/".into(),
        network: network.into(),
    };
    let mut text = String::new();
    sign_in::request_link(node, &asked("ada@maple.example", "n1")).await.unwrap();
    let secret = town.secret().await;
    assert!(sign_in::look_at_link(node, &secret).await.is_ok(), "looking does not use it up");
    let (a, b) =
        tokio::join!(sign_in::redeem(node, &secret, "a", "n1"), sign_in::redeem(node, &secret, "b", "n1"));
    assert_eq!([&a, &b].iter().filter(|r| r.is_ok()).count(), 1, "two at once: one of them");
    let opened = a.or(b).unwrap();
    writeln!(text, "goes on to {}", opened.then).unwrap();
    writeln!(text, "used: {}", told(sign_in::redeem(node, &secret, "a", "n1").await)).unwrap();
    writeln!(text, "guessed: {}", told(sign_in::redeem(node, "0123", "a", "n1").await)).unwrap();
    sign_in::request_link(node, &asked("ada@maple.example", "n1")).await.unwrap();
    let late = town.secret().await;
    town.clock.advance(jiff::SignedDuration::from_mins(16));
    writeln!(text, "late: {}", told(sign_in::redeem(node, &late, "a", "n1").await)).unwrap();
    for email in ["nobody", "a@b", "a b@c.example", "a@b..example", "<x>@y.example"] {
        writeln!(text, "{email}: {}", told(sign_in::request_link(node, &asked(email, "n2")).await)).unwrap();
    }
    for nth in 0..7 {
        let told = told(sign_in::request_link(node, &asked("flood@maple.example", &format!("m{nth}"))).await);
        writeln!(text, "flood {nth}: {told}").unwrap();
    }
    let mut refused = 0;
    for nth in 0..80 {
        refused += u32::from(
            sign_in::redeem(node, &format!("{nth}"), "a", "n3").await.unwrap_err().code == "too-often",
        );
    }
    writeln!(text, "guesses refused of 80: {refused}").unwrap();
    insta::assert_snapshot!(text, @"
    goes on to /
    used: SignIn link-spent
    guessed: SignIn link-spent
    late: SignIn link-spent
    nobody: Invalid email
    a@b: Invalid email
    a b@c.example: Invalid email
    a@b..example: Invalid email
    <x>@y.example: Invalid email
    flood 0: ()
    flood 1: ()
    flood 2: ()
    flood 3: ()
    flood 4: ()
    flood 5: TooMany too-often seconds=3600
    flood 6: TooMany too-often seconds=3600
    guesses refused of 80: 20
    ");
}

#[tokio::test]
async fn sessions_are_renewed_end_and_can_be_ended() {
    let town = Town::new().await;
    let node = &town.node;
    town.sign_in("ada@maple.example").await;
    let asked = sign_in::proved(node, "ada@maple.example", pul_domain::LanguageCode::ENGLISH, "b", "/x")
        .await
        .unwrap();
    let secret = asked.secret;
    assert!(sessions::known(node, &secret).await.unwrap().unwrap().rotated.is_none());
    town.later(2);
    let renewed = sessions::known(node, &secret).await.unwrap().unwrap().rotated.expect("a new secret");
    assert!(sessions::known(node, &secret).await.unwrap().is_some(), "the old one holds for a moment");
    town.clock.advance(jiff::SignedDuration::from_mins(2));
    assert!(sessions::known(node, &secret).await.unwrap().is_none(), "and no longer");
    let who = sessions::known(node, &renewed).await.unwrap().unwrap().who;
    assert_eq!(accounts::own(node, &who).await.unwrap().row.name, "ada");
    assert_eq!(sessions::list(node, &who).await.unwrap().len(), 2);
    sessions::end(node, &who, None).await.unwrap();
    assert!(sessions::known(node, &renewed).await.unwrap().is_none());
}

#[tokio::test]
async fn whoever_goes_leaves_nothing_behind() {
    let two = two().await;
    let node = &two.town.node;
    let request =
        Request { ask: two.wanted.clone(), offer: two.given.clone(), message: "Hello from Ada".into() };
    let id = introductions::request(node, &two.asker, &request).await.unwrap();
    introductions::accept(node, &two.offerer, id.as_str(), "Gladly").await.unwrap();
    let mine = my_data::export(node, &two.asker).await.unwrap();
    assert!(mine.to_string().contains("ada@maple.example"), "the export has everything");
    let refused = my_data::erase(node, &two.asker, "somebody@else.example").await;
    assert_eq!(told(refused), "Invalid confirm");
    my_data::erase(node, &two.asker, "ADA@maple.example").await.unwrap();
    two.town.work().await;
    let dump = {
        let mut bytes = Vec::new();
        node.store().dump(&mut bytes).await.unwrap();
        String::from_utf8(bytes).unwrap()
    };
    for trace in [
        "ada@maple.example",
        "Maple Health",
        "Hello from Ada",
        "514 555 0100",
        "Django developer for a clinic",
    ] {
        let left: Vec<&str> =
            dump.lines().filter(|l| l.contains(trace)).map(|l| &l[..l.len().min(160)]).collect();
        // The other party has a telephone number of its own, which is the same one here.
        if trace != "514 555 0100" {
            assert!(left.is_empty(), "{trace} is left in {left:#?}");
        }
    }
    let verdict = node.store().verify_log(|_| {}).await.unwrap();
    assert!(verdict.faults.is_empty(), "{:?}", verdict.faults);
    assert!(node.view().party(&two.maple).is_none());
    let shown = introductions::show(node, &two.offerer, id.as_str()).await.unwrap();
    assert_eq!((shown.message.as_str(), shown.answer.as_deref()), ("", Some("Gladly")));
}
