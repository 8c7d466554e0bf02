//! What people and organisers run themselves: settings, members, tokens, webhooks, jobs, the log.

#[path = "common/browser.rs"]
#[allow(dead_code)] // each test uses a part of it
mod browser;
mod common;

use axum::http::StatusCode;
use browser::Browser;
use pul_app::live::Settings;
use pul_testkit::Size;
use pul_web::{Options, Site, router};

const SMALL: Size = Size { service_offers: 60, service_asks: 20, of_each_other_kind: 1 };

async fn fresh() -> (Browser, common::Example) {
    let settings = Settings { demo: true, address: "http://pul.example".into(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    let options = Options { a_second: 100_000, at_once: 100_000, ..Options::default() };
    (Browser::new(router(Site::new(example.node.clone(), options))), example)
}

async fn as_role(fresh: &Browser, role: &str) -> Browser {
    let mut browser = fresh.clone();
    browser.sign_in(role).await;
    browser
}

fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("{from} is not there:\n{page}"));
    rest.split_once(to).map_or(rest, |(found, _)| found)
}

/// Text as it is read, without the marks of direction.
fn plain(page: &str) -> String {
    page.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_chooses_zone_and_digits_reads_in_them() {
    let (start, _example) = fresh().await;
    let mut own = as_role(&start, "asker").await;
    let shown = own.get("/en/account").await;
    let version = between(&shown.body, "name=\"version\" value=\"", "\"").to_owned();
    let stated = [
        ("name", "Amina"),
        ("language", "en"),
        ("version", version.as_str()),
        ("preferences", "1"),
        ("zone", "Nowhere/Atlantis"),
        ("digits", "eastern"),
        ("letters", "posts"),
    ];
    let refused = own.submit("/en/account", "/en/account", &stated).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sound: Vec<_> = stated.map(|(n, v)| (n, if n == "zone" { "Asia/Karachi" } else { v })).into();
    assert_eq!(own.submit("/en/account", "/en/account", &sound).await.status, StatusCode::SEE_OTHER);
    let again = own.get("/en/account").await.body;
    assert!(again.contains("value=\"Asia/Karachi\""));
    assert!(again.contains("value=\"eastern\" selected"));
    assert!(again.contains("value=\"posts\" checked") && !again.contains("value=\"reminders\" checked"));
    let id = between(&own.get("/en/desk").await.body, "/en/parties/", "\"").to_owned();
    let history = own.get(&format!("/en/history/party/{id}")).await.body;
    assert!(history.contains("UTC+۰۵:۰۰"), "{history}");
}

#[tokio::test(flavor = "multi_thread")]
async fn members_are_named_given_more_to_do_and_let_go_but_one_owner_stays() {
    let (start, _example) = fresh().await;
    let mut owner = as_role(&start, "asker").await;
    let id = between(&owner.get("/en/desk").await.body, "/en/parties/", "\"").to_owned();
    let page = format!("/en/parties/{id}/members");
    let alone = owner.get(&page).await.body;
    let first = between(&alone, &format!("{page}/"), "\"").to_owned();
    let leave = owner.submit(&page, &format!("{page}/{first}"), &[("step", "remove")]).await;
    assert_eq!(leave.status, StatusCode::CONFLICT, "the last owner stays");

    let wrong = owner.submit(&page, &page, &[("email", "nobody"), ("level", "member")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let named = owner.submit(&page, &page, &[("email", "zoya@maple.example"), ("level", "member")]).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER);
    let two = owner.get(&page).await.body;
    assert!(two.contains("zoya@maple.example") && two.contains("Has not signed in yet"));
    assert!(owner.get("/en/outbox").await.body.contains("zoya@maple.example"), "she is written to");
    let row = format!("{page}/");
    let mut links = two.split(&row).skip(1).map(|rest| rest.split('"').next().unwrap());
    let second = links.find(|account| **account != first).expect("her row").to_owned();
    let more = [("step", "level"), ("level", "owner")];
    let made = owner.submit(&page, &format!("{page}/{second}"), &more).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    let left = owner.submit(&page, &format!("{page}/{first}"), &[("step", "remove")]).await;
    assert_eq!(left.location(), "/en/desk?said=member-left");
    assert_eq!(owner.get(&page).await.status, StatusCode::FORBIDDEN);
    let mut other = as_role(&start, "offerer").await;
    assert_eq!(other.get(&page).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_shown_once_and_taken_back() {
    let (start, _example) = fresh().await;
    let mut own = as_role(&start, "asker").await;
    let page = "/en/account/tokens";
    let empty = own.submit(page, page, &[("name", "Nightly")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.body.contains("value=\"Nightly\""), "what was written is kept");
    let made = own.submit(page, page, &[("name", "Nightly"), ("scope", "read")]).await;
    assert!(between(&made.body, "<code class=\"secret\">", "<").starts_with("pul_"));
    let listed = own.get(page).await.body;
    assert!(listed.contains("Nightly") && !listed.contains("pul_"));
    assert!(!listed.contains("value=\"organise\""), "who is no organiser is not offered it");
    let id = between(&listed, "name=\"token\" value=\"", "\"").to_owned();
    let back = own.submit(page, "/en/account/tokens/revoke", &[("token", &id)]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(own.get(page).await.body.contains("Holds no longer"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_webhook_is_added_tried_paused_and_removed() {
    let (start, _example) = fresh().await;
    let mut own = as_role(&start, "asker").await;
    let page = "/en/account/webhooks";
    let stated = [("url", "https://hook.example/in"), ("event", "post-published")];
    let added = own.submit(page, page, &stated).await;
    assert!(added.body.contains("class=\"secret\""), "{}", added.body);
    let id = between(&own.get(page).await.body, "/en/account/webhooks/", "\"").to_owned();
    let one = format!("{page}/{id}");
    assert_eq!(own.submit(&one, &one, &[("step", "test")]).await.status, StatusCode::SEE_OTHER);
    assert!(own.get(&one).await.body.contains("On trial"));
    assert_eq!(own.submit(&one, &one, &[("step", "pause")]).await.status, StatusCode::SEE_OTHER);
    let refused = own.submit(&one, &one, &[("step", "test")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let mut other = as_role(&start, "offerer").await;
    assert_eq!(other.get(&one).await.status, StatusCode::NOT_FOUND);
    assert_eq!(own.submit(&one, &one, &[("step", "remove")]).await.status, StatusCode::SEE_OTHER);
    assert!(!own.get(page).await.body.contains("hook.example"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organiser_says_who_may_what_and_others_do_not() {
    let (start, _example) = fresh().await;
    let mut organiser = as_role(&start, "organiser").await;
    let mut member = as_role(&start, "asker").await;
    for page in ["people", "jobs", "log", "settings"] {
        let path = format!("/en/organise/{page}");
        assert_eq!(member.get(&path).await.status, StatusCode::FORBIDDEN, "{page}");
        assert_eq!(organiser.get(&path).await.status, StatusCode::OK, "{page}");
    }
    let found = organiser.get("/en/organise/people?email=asker@example.org").await.body;
    let id = between(&found, "/en/organise/people/", "\"").to_owned();
    let version = between(&found, "name=\"version\" value=\"", "\"").to_owned();
    let set = format!("/en/organise/people/{id}");
    let rights = [("role", "analyst"), ("version", version.as_str())];
    let page = "/en/organise/people";
    assert_eq!(organiser.submit(page, &set, &rights).await.status, StatusCode::SEE_OTHER);
    assert_eq!(organiser.submit(page, &set, &rights).await.status, StatusCode::CONFLICT, "once");
    let next = (version.parse::<i64>().unwrap() + 1).to_string();
    let closed = [("suspended", "1"), ("version", next.as_str())];
    assert_eq!(organiser.submit(page, &set, &closed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(member.get("/en/desk").await.status, StatusCode::UNAUTHORIZED, "signed out at once");

    let log = plain(&organiser.get("/en/organise/log?doing=account-set").await.body);
    assert_eq!(log.matches("<code>account-set</code>").count(), 2);
    assert!(log.contains("roles") && log.contains("state"), "which fields changed");
    let verified = organiser.submit("/en/organise/log", "/en/organise/log", &[]).await.body;
    assert!(verified.contains("unaltered"), "{verified}");

    let settings = "/en/organise/settings";
    let far = organiser.submit(settings, "/en/organise/settings/post-days", &[("value", "9999")]).await;
    assert_eq!(far.status, StatusCode::UNPROCESSABLE_ENTITY);
    let set = organiser.submit(settings, "/en/organise/settings/post-days", &[("value", "45")]).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER);
    assert!(organiser.get(settings).await.body.contains("value=\"45\""));
    let reset = organiser.submit(settings, "/en/organise/settings/post-days", &[("step", "reset")]).await;
    assert_eq!(reset.status, StatusCode::SEE_OTHER);
    assert!(organiser.get(settings).await.body.contains("value=\"90\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_was_given_up_is_tried_again_or_dropped() {
    use pul_store::{Actor, Job, JobState};
    let (start, example) = fresh().await;
    let (store, now) = (example.node.store(), example.node.now());
    for id in ["sweep:broken", "mail:broken"] {
        let kind = id.split(':').next().unwrap().to_owned();
        let job = Job { id: id.to_owned(), kind, body: serde_json::json!({}), due: now, most: 1 };
        let mut write = store.write(&Actor::system("test"), now).await.unwrap();
        write.enqueue(&job).await.unwrap();
        write.commit().await.unwrap();
        let claimed = store.claim(&[&job.kind], "worker", jiff::SignedDuration::from_secs(60), now).await;
        let claimed = claimed.unwrap().expect("the job");
        assert_eq!(store.fail(&claimed, "it broke", now).await.unwrap(), JobState::Dead);
    }
    let mut organiser = as_role(&start, "organiser").await;
    let page = "/en/organise/jobs";
    let shown = organiser.get(page).await.body;
    assert!(shown.contains("it broke") && shown.matches("value=\"retry\"").count() == 1);
    let letter = organiser.submit(page, page, &[("job", "mail:broken"), ("step", "retry")]).await;
    assert_eq!(letter.status, StatusCode::CONFLICT, "a letter has nothing left to say");
    let dropped = organiser.submit(page, page, &[("job", "mail:broken"), ("step", "drop")]).await;
    assert_eq!(dropped.status, StatusCode::SEE_OTHER);
    let retried = organiser.submit(page, page, &[("job", "sweep:broken"), ("step", "retry")]).await;
    assert_eq!(retried.status, StatusCode::SEE_OTHER);
    assert_eq!(store.jobs(JobState::Dead, 10).await.unwrap(), []);
    let gone = organiser.submit(page, page, &[("job", "sweep:broken"), ("step", "drop")]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}
