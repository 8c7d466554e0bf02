//! Strangers: other sites' forms, forged cookies, hostile text, too much of anything.

#[path = "common/browser.rs"]
#[allow(dead_code)] // each test uses a part of it
mod browser;
mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use browser::Browser;
use pul_app::live::Settings;
use pul_testkit::Size;
use pul_web::{Options, Site, router};

const SMALL: Size = Size { service_offers: 20, service_asks: 10, of_each_other_kind: 1 };

async fn site(options: Options, address: &str) -> (Browser, common::Example) {
    let settings = Settings { demo: true, address: address.to_owned(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    (Browser::new(router(Site::new(example.node.clone(), options))), example)
}

async fn plain() -> (Browser, common::Example) {
    site(Options { a_second: 10_000, at_once: 10_000, ..Options::default() }, "http://pul.example").await
}

#[tokio::test]
async fn every_answer_has_its_headers() {
    let (mut browser, _example) = site(Options::default(), "https://pul.example").await;
    for path in ["/en/", "/fr/nothing-here", "/health", "/"] {
        let got = browser.get(path).await;
        let policy = got.headers.get("content-security-policy").expect(path).to_str().unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{path}: {policy}");
        for name in ["x-content-type-options", "referrer-policy", "strict-transport-security", "x-request-id"]
        {
            assert!(got.headers.contains_key(name), "{path} has no {name}");
        }
    }
    assert!(browser.cookies.keys().all(|name| name.starts_with("__Host-")), "{:?}", browser.cookies.keys());
}

#[tokio::test]
async fn forms_of_other_sites_do_nothing() {
    let (mut browser, _example) = plain().await;
    browser.sign_in("asker").await;
    let token = browser.get("/en/desk").await.token().to_owned();
    let send = |name: &'static str, value: &'static str| {
        Request::post("/en/sign-out")
            .header(header::HOST, "pul.example")
            .header(name, value)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("csrf={token}")))
            .unwrap()
    };
    for (name, value) in
        [("origin", "https://evil.example"), ("sec-fetch-site", "cross-site"), ("origin", "null")]
    {
        assert_eq!(browser.send(send(name, value)).await.status, StatusCode::FORBIDDEN, "{name} {value}");
    }
    for token in ["", "0", &"a".repeat(64)] {
        assert_eq!(browser.post("/en/sign-out", &[("csrf", token)]).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(browser.get("/en/desk").await.status, StatusCode::OK, "still signed in");
    assert_eq!(browser.send(send("origin", "http://pul.example")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/en/desk").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn forged_and_old_sessions_are_nobody() {
    let (mut browser, _example) = plain().await;
    browser.sign_in("organiser").await;
    let mut thief = browser.clone();
    let good = browser.cookies["pul-session"].clone();
    for forged in ["", "0", "' OR 1=1 --", &"f".repeat(64), &good.to_uppercase(), &good[1..]] {
        thief.cookies.insert("pul-session".into(), forged.to_owned());
        assert_eq!(thief.get("/en/organise").await.status, StatusCode::UNAUTHORIZED, "{forged}");
    }
    browser.submit("/en/organise/review", "/en/sign-out", &[]).await;
    thief.cookies.insert("pul-session".into(), good);
    assert_eq!(thief.get("/en/organise").await.status, StatusCode::UNAUTHORIZED, "a session that was ended");
}

#[tokio::test]
async fn roles_stay_within_their_pages() {
    let (fresh, _example) = plain().await;
    for path in [
        "/en/desk",
        "/en/introductions",
        "/en/account",
        "/en/organise",
        "/en/organise/review",
        "/en/parties/new",
    ] {
        assert_eq!(fresh.clone().get(path).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    let mut member = fresh.clone();
    member.sign_in("asker").await;
    for path in ["/en/organise", "/en/organise/review", "/en/organise/imports", "/en/organise/duplicates"] {
        assert_eq!(member.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn hostile_text_is_shown_as_text() {
    let (mut browser, _example) = plain().await;
    browser.sign_in("asker").await;
    let hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{7*7}}";
    let fields = [("name", hostile), ("kind", "firm"), ("sides", "canada"), ("about", hostile)];
    let made = browser.submit("/en/parties/new", "/en/parties/new", &fields).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let encoded: String = form_urlencoded::byte_serialize(hostile.as_bytes()).collect();
    let directory = format!("/en/directory?q={encoded}");
    for path in [
        made.location(),
        directory.as_str(),
        "/en/desk",
        &format!("/en/pack/skills?q={encoded}"),
        &format!("/en/quote?title={encoded}"),
    ] {
        let page = browser.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.body.contains("<script>alert") && !page.body.contains("<img src=x"), "{path}");
    }
}

#[tokio::test]
async fn too_much_is_refused_and_said() {
    let (mut browser, _example) = plain().await;
    let big = "a ".repeat(400 << 10);
    let got = browser.submit("/en/brief", "/en/brief", &[("text", &big)]).await;
    assert_eq!(got.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(got.body.contains("<h1>"));
    let (mut hasty, _other) =
        site(Options { a_second: 1, at_once: 5, ..Options::default() }, "http://pul.example").await;
    let mut last = StatusCode::OK;
    for _ in 0..7 {
        let got = hasty.get("/ur/").await;
        last = got.status;
        if last == StatusCode::TOO_MANY_REQUESTS {
            assert!(got.headers.contains_key(header::RETRY_AFTER) && got.body.contains("dir=\"rtl\""));
        }
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn a_redirect_never_leaves_the_site() {
    let (fresh, _example) = plain().await;
    for then in ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let mut browser = fresh.clone();
        let got = browser.submit("/en/sign-in", "/en/sign-in", &[("role", "asker"), ("then", then)]).await;
        assert_eq!(got.location(), "/en/desk", "{then}");
    }
}

#[tokio::test]
async fn the_second_of_two_changes_is_told() {
    let (mut one, _example) = plain().await;
    one.sign_in("asker").await;
    let page = one.get("/en/account").await;
    let version =
        page.body.split_once("name=\"version\" value=\"").unwrap().1.split('"').next().unwrap().to_owned();
    let fields = |name| [("name", name), ("language", "en"), ("version", version.as_str())];
    assert_eq!(
        one.submit("/en/account", "/en/account", &fields("First")).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        one.submit("/en/account", "/en/account", &fields("Second")).await.status,
        StatusCode::CONFLICT
    );
    assert!(one.get("/en/account").await.body.contains("First"));
}
