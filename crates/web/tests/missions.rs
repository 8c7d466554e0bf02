//! A mission as those see it who come: asked, answered, published, printed, read by calendar programs.

#[path = "common/browser.rs"]
#[allow(dead_code)] // each test uses a part of it
mod browser;
mod common;
#[path = "common/fair.rs"]
#[allow(dead_code)] // each test uses a part of it
mod fair;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use browser::Browser;
use common::Example;
use fair::Fair;
use pul_app::live::Settings;
use pul_app::live::records::MissionWish;
use pul_store::Query;
use pul_testkit::Size;
use pul_web::{Options, Site, router};

const SMALL: Size = Size { service_offers: 60, service_asks: 20, of_each_other_kind: 1 };

struct Town {
    example: Example,
    fair: Fair,
    asker: Browser,
    offerer: Browser,
    public: Browser,
}

async fn town() -> Town {
    let settings = Settings { demo: true, address: "http://pul.example".into(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    let options = Options { a_second: 100_000, at_once: 100_000, ..Options::default() };
    let public = Browser::new(router(Site::new(example.node.clone(), options)));
    let fair = fair::open(&example, &public).await;
    let (mut asker, mut offerer) = (public.clone(), public.clone());
    asker.sign_in("asker").await;
    offerer.sign_in("offerer").await;
    Town { example, fair, asker, offerer, public }
}

/// What a page says after a form, by its status and where it leads.
fn told(got: &browser::Got) -> String {
    format!("{} {}", got.status.as_u16(), got.location())
}

/// A text without what only keeps words of two directions apart, and with spaces that may break.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "").replace(['\u{a0}', '\u{202f}'], " ")
}

/// What stands between two texts, the first time.
fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(after)).map_or("", |(found, _)| found)
}

const HERE: &str = "/en/missions/spring-2027";

async fn come(browser: &mut Browser, name: &str) -> String {
    let form = format!("{HERE}/coming");
    let people = [("id", ""), ("name", name), ("email", ""), ("id", ""), ("name", ""), ("email", "")];
    let rest = [("zone", "Asia/Karachi"), ("from", "08:00"), ("until", "23:30"), ("away", "")];
    told(&browser.submit(&form, &form, &[&people[..], &rest[..]].concat()).await)
}

#[tokio::test]
async fn an_invitation_is_answered() {
    let mut town = town().await;
    let got = town.public.get(HERE).await;
    assert_eq!(got.status, StatusCode::OK);
    assert!(got.body.contains("Spring &#60;b&#62;mission") && !got.body.contains("<b>mission"));
    for zone in ["CST (UTC−06:00)", "PKT (UTC+05:00)"] {
        assert!(bare(&got.body).contains(zone), "{zone}");
    }
    assert_eq!(town.public.get(&format!("{HERE}/timetable")).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(
        come(&mut town.offerer, "Bilal <i>").await,
        "303 /en/missions/spring-2027?said=mission-answered"
    );
    let again = town.offerer.get(&format!("{HERE}/coming")).await;
    assert!(again.body.contains("Bilal &#60;i&#62;") && again.body.contains("value=\"23:30\""));
    let form = format!("{HERE}/coming");
    let wrong =
        [("id", ""), ("name", "B"), ("email", "no"), ("from", "8"), ("away", "soon"), ("stretch", "-")];
    let got = town.offerer.submit(&form, &form, &wrong).await;
    assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
    for fault in ["not a time", "not a span", "whole number"] {
        assert!(got.body.contains(fault), "{fault}");
    }
    let nowhere = [("id", ""), ("name", "B"), ("email", ""), ("zone", "Mars/Olympus")];
    assert_eq!(town.offerer.submit(&form, &form, &nowhere).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let declined = town.offerer.submit(HERE, &format!("{HERE}/decline"), &[]).await;
    assert_eq!(told(&declined), "303 /en/missions/spring-2027?said=mission-answered");
    assert!(town.offerer.get(HERE).await.body.contains("Not coming"));
}

#[tokio::test]
async fn wishes_are_asked_answered_and_thanked_no() {
    let mut town = town().await;
    let wishes = format!("{HERE}/wishes");
    let offerer = town.fair.offerer.parties[0].to_string();
    let page = town.asker.get(&wishes).await.body;
    assert!(
        page.contains("/pairs/") && page.contains(&format!("name=\"whom\" value=\"{offerer}\"")),
        "suggested"
    );
    let asked = town.asker.submit(&wishes, &wishes, &[("whom", &offerer), ("message", "Hello <u>")]).await;
    assert_eq!(told(&asked), "303 /en/missions/spring-2027/wishes?said=mission-requested");
    let twice = town.asker.submit(&wishes, &wishes, &[("whom", &offerer), ("message", "")]).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    let page = town.asker.get(&wishes).await.body;
    assert!(!page.contains(&format!("name=\"whom\" value=\"{offerer}\"")), "no longer suggested");
    let page = town.offerer.get(&wishes).await.body;
    assert!(bare(&page).contains("1 request waits") && page.contains("Hello &#60;u&#62;"));
    let wish = between(&page, "name=\"wish\" value=\"", "\"").to_owned();
    let accepted = town.offerer.submit(&wishes, &format!("{wishes}/accept"), &[("wish", &wish)]).await;
    assert_eq!(told(&accepted), "303 /en/missions/spring-2027/wishes?said=mission-accepted");
    assert!(town.asker.get(&wishes).await.body.contains("accepted"));
    let stranger = town.fair.others[0].to_string();
    let veto = [("whom", stranger.as_str()), ("step", "no-thanks")];
    let said = town.asker.submit(&wishes, &wishes, &veto).await;
    assert_eq!(told(&said), "303 /en/missions/spring-2027/wishes?said=mission-no-thanks");
    let page = town.asker.get(&wishes).await.body;
    assert!(page.contains(&format!("name=\"other\" value=\"{stranger}\"")));
    assert!(!page.contains(&format!("<option value=\"{stranger}\"")));
    let said = town.asker.submit(&wishes, &format!("{wishes}/allow"), &[("other", &stranger)]).await;
    assert_eq!(told(&said), "303 /en/missions/spring-2027/wishes?said=mission-allowed");
}

#[tokio::test]
async fn a_timetable_is_published_printed_and_subscribed_to() {
    let mut town = town().await;
    come(&mut town.offerer, "Bilal").await;
    let page = format!("{HERE}/timetable");
    assert!(town.offerer.get(&page).await.body.contains("not published yet"));
    assert_eq!(town.offerer.get(&format!("{HERE}/sheet")).await.status, StatusCode::NOT_FOUND);
    fair::agree(&town.example, &town.fair, &town.fair.offerer.parties[0], 0).await;
    fair::publish(&town.example, &town.fair).await;
    let shown = bare(&town.offerer.get(&page).await.body);
    assert!(
        shown.contains("PKT (UTC+05:00)") && shown.contains("(UTC−06:00)") && shown.contains("(UTC−07:00)")
    );
    assert!(shown.contains("Edition") && shown.contains("Hall &#38; terrace"));
    assert!(town.asker.get(&page).await.body.contains("Bilal"), "the other side is named");
    let sheet = town.offerer.get(&format!("{HERE}/sheet")).await;
    let policy = sheet.headers.get("content-security-policy").unwrap().to_str().unwrap();
    assert!(
        sheet.status == StatusCode::OK && policy.contains("sha256-") && bare(&sheet.body).contains("table 1")
    );
    let file = town.offerer.get(&format!("{HERE}/meetings.ics")).await;
    assert!(file.body.starts_with("BEGIN:VCALENDAR\r\n") && file.body.contains("DTSTART;TZID=Asia/Karachi:"));
    // A secret address, read by a program that knows nothing else.
    let person = between(&shown, "name=\"person\" value=\"", "\"").to_owned();
    let made = town.offerer.submit(&page, &format!("{HERE}/calendar"), &[("person", &person)]).await;
    let address = between(&made.body, "value=\"http://pul.example", "\"").to_owned();
    assert!(address.starts_with("/calendar/") && address.ends_with(".ics"), "{address}");
    let read = town.public.get(&address).await;
    assert_eq!(read.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert!(read.body.contains("STATUS:CONFIRMED") && !read.headers.contains_key(header::SET_COOKIE));
    let again = Request::get(&address).header(header::HOST, "pul.example");
    let again = again.header(header::IF_NONE_MATCH, read.headers[header::ETAG].clone());
    let again = town.public.send(again.body(Body::empty()).unwrap()).await;
    assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0));
    let stranger = town.asker.submit(&page, &format!("{HERE}/calendar"), &[("person", &person)]).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
    let gone = town.offerer.submit(&page, &format!("{HERE}/offers/none"), &[("step", "take")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND, "a sitting that was never offered");
    let ended = town.offerer.submit(&page, &format!("{HERE}/calendar/revoke"), &[("person", &person)]).await;
    assert_eq!(told(&ended), "303 /en/missions/spring-2027/timetable?said=mission-revoked");
    assert_eq!(town.public.get(&address).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn both_sides_say_whether_they_met_and_what_came_of_it() {
    let mut town = town().await;
    come(&mut town.offerer, "Bilal").await;
    fair::agree(&town.example, &town.fair, &town.fair.offerer.parties[0], 0).await;
    fair::publish(&town.example, &town.fair).await;
    let page = format!("{HERE}/timetable");
    let shown = town.offerer.get(&page).await.body;
    assert!(shown.contains("waits for answers"));
    let meeting = format!("{HERE}/meetings/{}", between(&shown, "/meetings/", "\""));
    let asker = town.fair.asker.parties[0].to_string();
    assert!(town.offerer.get(&meeting).await.body.contains(&format!("name=\"says\" value=\"{asker}\"")));
    let said = town.offerer.submit(&meeting, &meeting, &[("says", &asker)]).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER);
    assert!(
        town.offerer.get(&meeting).await.body.contains("waits for answers"),
        "the asker has time to answer"
    );
    town.asker.submit(&meeting, &meeting, &[("says", "held")]).await;
    assert!(town.offerer.get(&meeting).await.body.contains("disagree; the organiser"));
    town.offerer.submit(&meeting, &meeting, &[("says", "held")]).await;
    assert!(!town.offerer.get(&meeting).await.body.contains("disagree; the organiser"));
    let blamed = town.offerer.submit(&meeting, &meeting, &[("says", "nobody-of-it")]).await;
    assert_eq!(blamed.status, StatusCode::CONFLICT);
    town.asker.submit(&meeting, &meeting, &[("says", "stayed-away")]).await;
    town.offerer.submit(&meeting, &meeting, &[("says", &asker)]).await;
    town.asker.submit(&meeting, &meeting, &[("says", "held")]).await;
    let desk = "/en/organise/missions/spring-2027/attendance";
    let mut organiser = town.public.clone();
    organiser.sign_in("organiser").await;
    let page_of_desk = organiser.get(desk).await.body;
    let wish = between(&page_of_desk, "name=\"wish\" value=\"", "\"").to_owned();
    assert!(page_of_desk.contains("did not come</button>") && !wish.is_empty(), "a dispute is shown");
    let decided = organiser.submit(desk, desk, &[("wish", &wish), ("decided", "held")]).await;
    assert_eq!(told(&decided), "303 /en/organise/missions/spring-2027/attendance?said=mission-decided");
    assert!(organiser.get(desk).await.body.contains("No dispute is open"));
    assert_eq!(town.asker.get(desk).await.status, StatusCode::FORBIDDEN);
    let note = [("step", "note"), ("outcome", "A pilot <x>"), ("next-step", "Send a quote")];
    town.asker.submit(&meeting, &meeting, &note).await;
    assert!(town.offerer.get(&meeting).await.body.contains("A pilot &#60;x&#62;"), "both sides read it");
    let stranger = town.fair.others[0].to_string();
    let theirs = town.offerer.get(&format!("{meeting}?party={stranger}")).await;
    assert!(theirs.body.contains("A pilot"), "a party of others is not looked for");
    let person = between(&shown, "name=\"person\" value=\"", "\"").to_owned();
    let arrived = town.offerer.submit(&page, &format!("{HERE}/check-in"), &[("person", &person)]).await;
    assert_eq!(told(&arrived), "303 /en/missions/spring-2027/timetable?said=mission-checked-in");
    assert!(town.offerer.get(&page).await.body.contains("checked in at"));
}

#[tokio::test]
async fn the_organiser_takes_in_suggestions_once_and_the_parties_are_asked() {
    let town = town().await;
    let desk = "/en/organise/missions/spring-2027/wishes";
    let (mut organiser, mut asker) = (town.public.clone(), town.asker.clone());
    organiser.sign_in("organiser").await;
    for _ in 0..2 {
        let sent = organiser.submit(desk, &format!("{desk}/propose"), &[]).await;
        let to = "303 /en/organise/missions/spring-2027/wishes?state=requested&said=mission-proposed";
        assert_eq!(told(&sent), to);
    }
    let store = town.example.node.store();
    let wishes = store.find::<MissionWish>(&Query::new().is("mission", &town.fair.id)).await.unwrap();
    let mut pairs: Vec<_> = wishes.iter().map(|kept| kept.row.wish.parties.clone()).collect();
    pairs.iter_mut().for_each(|pair| pair.sort());
    pairs.sort();
    assert!(!pairs.is_empty(), "somebody fits");
    assert!(pairs.windows(2).all(|two| two[0] != two[1]), "nobody is asked twice");
    assert!(wishes.iter().all(|kept| kept.row.wish.asked_by.is_none() && kept.row.wish.answer_by.is_some()));
    let page = bare(&asker.get(&format!("{HERE}/wishes")).await.body);
    assert!(page.contains("for your answer") || page.contains("waits for your answer"), "the buyer is asked");
    assert_eq!(asker.submit(HERE, &format!("{desk}/propose"), &[]).await.status, StatusCode::FORBIDDEN);
}

/// A pair that waits is offered what is free: told in every language, taken by one, then by the other, then planned.
#[tokio::test]
async fn a_sitting_that_came_free_is_taken_by_both() {
    let mut town = town().await;
    let (example, fair) = (&town.example, &town.fair);
    fair::agree(example, fair, &fair.others[0], 0).await;
    let waits: pul_domain::Wish = serde_json::from_value(serde_json::json!({
        "id": "waits", "parties": [fair.asker.parties[0], fair.offerer.parties[0]], "value": 40, "state": "waiting"
    }))
    .unwrap();
    pul_app::live::missions::add(&example.node, &fair.organiser, &fair.id, &waits).await.unwrap();
    fair::publish(example, fair).await;
    fair::work(example).await;
    for (language, heading, take) in
        [("en", "A sitting came free", "Take it"), ("fr", "Une place", "prendre"), ("ur", "نشست", "لے")]
    {
        let page = town.asker.get(&format!("/{language}/missions/spring-2027/timetable")).await.body;
        let offers = between(&page, "id=\"offers\"", "</ul>").to_lowercase();
        assert!(
            offers.contains(&heading.to_lowercase()) && offers.contains(&take.to_lowercase()),
            "{offers}"
        );
    }
    let page = format!("{HERE}/timetable");
    let asker = town.asker.get(&page).await.body;
    let offer = bare(between(&asker, "id=\"offers\"", "</ul>"));
    assert!(offer.contains("held for you until") && offer.contains("Hall &#38; terrace"), "{offer}");
    let at = between(&offer, "action=\"", "\"").to_owned();
    let party = fair.asker.parties[0].to_string();
    let answer = [("party", party.as_str()), ("step", "take")];
    let said = told(&town.asker.submit(&page, &at, &answer).await);
    assert!(said.starts_with("303 ") && said.ends_with("said=mission-offer"), "{said}");
    let asker = town.asker.get(&page).await.body;
    assert!(asker.contains("the other side has not answered yet") && !asker.contains("value=\"take\""));
    let party = town.fair.offerer.parties[0].to_string();
    let said = told(&town.offerer.submit(&page, &at, &[("party", &party), ("step", "take")]).await);
    assert!(said.ends_with("said=mission-offer"), "{said}");
    fair::work(&town.example).await;
    let offerer = town.offerer.get(&page).await.body;
    assert!(!offerer.contains("id=\"offers\"") && offerer.contains("Hall &#38; terrace"));
    let again = town.asker.submit(&page, &at, &answer).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}
