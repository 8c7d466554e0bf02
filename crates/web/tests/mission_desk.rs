//! A mission in an organiser's hands, from the plain form to the repaired plan, by its pages alone.

#[path = "common/browser.rs"]
mod browser;
mod common;
#[path = "common/work.rs"]
mod work;

use axum::http::StatusCode;
use browser::{Browser, Got};
use pul_app::live::Settings;
use pul_testkit::Size;
use pul_web::{Options, Site, router};
use work::work;

const SMALL: Size = Size { service_offers: 60, service_asks: 20, of_each_other_kind: 1 };

/// An organiser's browser, and the node behind it.
async fn organiser() -> (Browser, common::Example) {
    let settings = Settings { demo: true, address: "http://pul.example".into(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    let mut browser = Browser::new(router(Site::new(example.node.clone(), Options::default())));
    browser.sign_in("organiser").await;
    (browser, example)
}

/// The pages of the mission of the example world.
async fn fair(browser: &mut Browser) -> String {
    let list = browser.get("/en/organise/missions").await;
    let (_, rest) =
        list.body.split_once("/en/organise/missions/toronto-").expect("the mission of the example");
    format!("/en/organise/missions/toronto-{}", rest.split_once('"').expect("an address").0)
}

/// A form sent, and the page it leads to.
async fn done(browser: &mut Browser, page: &str, path: &str, fields: &[(&str, &str)]) -> Got {
    let sent = browser.submit(page, path, fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{path}: {}", words(&sent));
    let to = sent.location().to_owned();
    let got = browser.get(&to).await;
    match got.status {
        StatusCode::SEE_OTHER => browser.get(got.location()).await,
        _ => got,
    }
}

/// The text of a page, its marks taken out.
fn words(got: &Got) -> String {
    let main = got.body.split_once("<main").map_or(got.body.as_str(), |(_, rest)| rest);
    let mut out = String::new();
    for piece in main.split('<').skip(1) {
        let text = piece.split_once('>').map_or("", |(_, text)| text).trim();
        if !text.is_empty() {
            out.push_str(text);
            out.push(' ');
        }
    }
    out.chars().filter(|c| !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

#[tokio::test]
async fn a_mission_is_made_by_the_plain_form_and_its_faults_are_told_at_their_fields() {
    let (mut browser, _example) = organiser().await;
    let at = "/en/organise/missions";
    let form = [
        ("title", "Lahore 2027"),
        ("id", "lahore 2027"),
        ("place", "Expo Centre"),
        ("area", "lahore"),
        ("zone", "Asia/Karachi"),
        ("tables", "4"),
        ("first", "2027-03-16"),
        ("last", "2027-03-15"),
        ("start", "09:00"),
        ("slots", "6"),
        ("minutes", "25"),
        ("pause", "5"),
    ];
    let with = |changed: &[(&'static str, &'static str)]| {
        let changed = changed.to_vec();
        form.map(|(name, value)| (name, changed.iter().find(|(n, _)| *n == name).map_or(value, |(_, v)| v)))
    };
    let refused = browser.submit(at, at, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("id=\"id-fault\"") && refused.body.contains("value=\"Expo Centre\""));
    let refused = browser.submit(at, at, &with(&[("id", "lahore-2027")])).await;
    assert!(refused.body.contains("id=\"last-fault\""), "{}", words(&refused));
    let zone = with(&[("id", "lahore-2027"), ("last", "2027-03-17"), ("zone", "Asia/Lahore")]);
    let refused = browser.submit(at, at, &zone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(words(&refused).contains("Asia/Lahore"), "{}", words(&refused));
    let made = done(&mut browser, at, at, &with(&[("id", "lahore-2027"), ("last", "2027-03-17")])).await;
    assert!(words(&made).contains("Lahore 2027 In preparation"), "{}", words(&made));
    let twice = browser.submit(at, at, &with(&[("id", "lahore-2027"), ("last", "2027-03-17")])).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);

    // Somebody is invited, by the address of their page; without wishes they can be taken off again.
    let here = "/en/organise/missions/lahore-2027/attendees";
    let party = [("party", "http://pul.example/en/parties/party-0001"), ("role", "buyer")];
    let invited = [party[0], party[1], ("zone", "America/Toronto"), ("least", "2"), ("most", "5")];
    let list = done(&mut browser, here, here, &invited).await;
    assert!(words(&list).contains("1 party on the list"), "{}", words(&list));
    let off = done(&mut browser, here, &format!("{here}/remove"), &[("party", "party-0001")]).await;
    assert!(words(&off).contains("0 parties on the list"), "{}", words(&off));

    // Its document comes back changed.
    let whole = browser.get("/en/organise/missions/lahore-2027/mission.json").await;
    assert!(whole.body.contains("\"title\": \"Lahore 2027\""));
    let edit = "/en/organise/missions/lahore-2027/edit";
    let fields = [("title", "Lahore in March"), ("tables-hall", "9"), ("version", "1"), ("answer-days", "3")];
    let edited = done(&mut browser, edit, edit, &fields).await;
    assert!(words(&edited).contains("Lahore in March") && words(&edited).contains("9 tables"));
}

#[tokio::test]
async fn a_plan_is_made_reviewed_published_and_repaired_after_a_drop_out() {
    let (mut browser, example) = organiser().await;
    let at = fair(&mut browser).await;
    let start = format!("{at}/plan/start");
    let begun = done(&mut browser, &start, &start, &[("effort", "quick"), ("seed", "3")]).await;
    assert!(begun.headers.contains_key("refresh"), "the page looks again while the planner is at work");
    let still = browser.get(&format!("{start}?still=1")).await;
    assert!(!still.headers.contains_key("refresh"));
    work(&example.node).await;
    let planned = browser.get(&start).await;
    assert!(words(&planned).contains("Done") && !planned.headers.contains_key("refresh"));

    // The second plan is the draft; people still see the first.
    let changes = format!("{at}/plan/changes");
    let submitted = done(&mut browser, &changes, &format!("{at}/plan/step"), &[("step", "submit")]).await;
    assert!(words(&submitted).contains("In review"));
    let published = done(&mut browser, &changes, &format!("{at}/plan/step"), &[("step", "publish")]).await;
    assert!(words(&published).contains("Nothing would change for anybody"), "{}", words(&published));

    // What a drop-out would move is looked at, then taken in.
    let happened = format!("{at}/happened");
    let form = browser.get(&happened).await;
    let (_, rest) = form.body.split_once("<option value=\"party-").expect("somebody to drop out");
    let party = format!("party-{}", rest.split_once('"').expect("an id").0);
    let gone = [("what", "drop-out"), ("who", party.as_str())];
    let looked = browser.submit(&happened, &happened, &gone).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(words(&looked).contains("What the repair would do"), "{}", words(&looked));
    let repaired = done(&mut browser, &happened, &format!("{happened}/accept"), &gone).await;
    assert!(words(&repaired).contains("Plan 3 Draft, seen by organisers only"), "{}", words(&repaired));
    done(&mut browser, &changes, &format!("{at}/plan/step"), &[("step", "submit")]).await;
    let published = done(&mut browser, &changes, &format!("{at}/plan/step"), &[("step", "publish")]).await;
    assert!(words(&published).contains("what people see: Plan 3"), "{}", words(&published));
    let attendees = browser.get(&format!("{at}/attendees")).await;
    assert!(words(&attendees).contains("Dropped out"));
}

#[tokio::test]
async fn a_plan_is_taken_along_in_every_form() {
    let (mut browser, _example) = organiser().await;
    let at = fair(&mut browser).await;
    let mut told = Vec::new();
    let mission = browser.get(&format!("{at}/mission.json")).await.body;
    let (_, rest) = mission.split_once("\"delegates\": [").expect("people");
    let person = rest.split('"').nth(1).expect("somebody").to_owned();
    let calendar = format!("{person}.ics");
    for file in ["picture.svg", "use.svg", "fairness.svg", "plan.xlsx", "plan.json", "sheets.html", &calendar]
    {
        let got = browser.get(&format!("{at}/plan/1/{file}")).await;
        let kind = got.headers["content-type"].to_str().expect("text").to_owned();
        told.push(format!("{} {kind}", got.status.as_u16()));
    }
    insta::assert_snapshot!(told.join("\n"), @r"
    200 image/svg+xml
    200 image/svg+xml
    200 image/svg+xml
    200 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet
    200 application/json
    200 text/html; charset=utf-8
    200 text/calendar; charset=utf-8
    ");
    let missing = browser.get(&format!("{at}/plan/1/nobody.ics")).await;
    assert_eq!(missing.status, StatusCode::NOT_FOUND);
    let mut asker = browser.clone();
    asker.cookies.clear();
    asker.sign_in("asker").await;
    for page in
        ["", "/attendees", "/wishes", "/plan/1", "/plan/1/plan.xlsx", "/happened", "/board", "/mission.json"]
    {
        assert_eq!(asker.get(&format!("{at}{page}")).await.status, StatusCode::FORBIDDEN, "{page}");
    }
}
