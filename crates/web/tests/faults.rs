//! Bad input and faults: ten thousand guesses, statements in every field, bodies without end, a node that
//! falls behind, a database that goes away.

#[path = "common/browser.rs"]
#[allow(dead_code)] // each test uses a part of it
mod browser;
mod common;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use browser::{Browser, Got};
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pul_app::live::accounts::{DemoRole, demo};
use pul_app::live::records::Scope;
use pul_app::live::tokens::{self, TokenForm};
use pul_app::live::{Settings, sessions};
use pul_store::tables::{Attempt, PartyRow, PostRow, Session, Setting};
use pul_store::{Actor, Query};
use pul_testkit::Size;
use pul_web::{Options, Site, router};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

const SMALL: Size = Size { service_offers: 60, service_asks: 20, of_each_other_kind: 1 };
const PRICED: &str = "quote/priced?province=ON&m1-occupation=21232&show=trace";
/// What would end a statement, or a line, or a template, where somebody had put text together.
const HOSTILE: [&str; 3] =
    ["'); DROP TABLE log; --", "\" OR \"1\"=\"1", "$1 ? :a \\'; DELETE FROM post WHERE '%' LIKE '%"];

async fn site(options: Options) -> (Browser, common::Example) {
    let settings = Settings { demo: true, address: "http://pul.example".into(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    (Browser::new(router(Site::new(example.node.clone(), options))), example)
}

async fn open() -> (Browser, common::Example) {
    site(Options { a_second: 100_000, at_once: 100_000, ..Options::default() }).await
}

/// A token of an organiser's with every scope.
async fn token(example: &common::Example) -> String {
    let node = &example.node;
    let opened = demo(node, DemoRole::Organiser, "a program").await.unwrap();
    let who = sessions::known(node, &opened.secret).await.unwrap().unwrap().who;
    let form = TokenForm { name: "test".into(), scopes: Scope::ALL.iter().copied().collect(), expires: None };
    tokens::create(node, &who, &form).await.unwrap().1
}

async fn call(browser: &Browser, method: &str, path: &str, token: &str, body: &str) -> Got {
    let request = Request::builder().method(method).uri(path).header(header::HOST, "pul.example");
    let request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    let request = request.header(header::CONTENT_TYPE, "application/json").header(header::IF_MATCH, "\"1\"");
    browser.clone().send(request.body(Body::from(body.to_owned())).unwrap()).await
}

/// Every operation of the API: method, path, what it is described as.
async fn operations(browser: &Browser) -> Vec<(String, String, Value)> {
    let got = browser.clone().get("/api/v1/openapi.json").await;
    let description: Value = serde_json::from_str(&got.body).unwrap();
    let mut all = Vec::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            if operation.is_object() {
                all.push((method.to_uppercase(), format!("/api/v1{path}"), operation.clone()));
            }
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_attempts_to_sign_in_let_nobody_in_and_hinder_nobody_else() {
    let proxies = vec![std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST)];
    let (fresh, example) = site(Options { proxies, ..Options::default() }).await;
    let (mut thief, mut told) = (fresh.clone(), BTreeMap::<u16, u32>::new());
    let csrf = thief.get("/en/sign-in").await.token().to_owned();
    let before = example.node.store().count::<Session>(&Query::new()).await.unwrap();
    for nth in 0..10_000 {
        let guess = Request::post("/en/sign-in/link")
            .header(header::HOST, "pul.example")
            .header("x-forwarded-for", "203.0.113.9")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(format!("csrf={csrf}&secret={nth:064x}")))
            .unwrap();
        *told.entry(thief.send(guess).await.status.as_u16()).or_default() += 1;
    }
    let most = example.node.settings().attempts_per_network;
    assert_eq!(told.keys().collect::<Vec<_>>(), [&401, &429], "{told:?}");
    assert_eq!(told[&401], most, "so many were looked at, the others not: {told:?}");
    let written = example.node.store().count::<Attempt>(&Query::new()).await.unwrap();
    assert_eq!(written, i64::from(most), "nor written down");
    let after = example.node.store().count::<Session>(&Query::new()).await.unwrap();
    assert_eq!(after, before);
    let mut somebody_else = fresh.clone();
    somebody_else.sign_in("asker").await;
}

/// A field of a form as it stands on the page: its name, its value, whether words are written into it.
type Field = (String, String, bool);

fn attribute(handle: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &handle.data else { return None };
    attrs.borrow().iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string())
}

/// The fields of every form of a page that changes something, by where it is sent.
fn forms(page: &str, html: &str) -> BTreeMap<String, Vec<Field>> {
    fn walk(handle: &Handle, page: &str, form: Option<&str>, found: &mut BTreeMap<String, Vec<Field>>) {
        let mut form = form.map(str::to_owned);
        if let NodeData::Element { name, .. } = &handle.data {
            let kind = attribute(handle, "type").unwrap_or_default();
            let words = &*name.local == "textarea"
                || matches!(kind.as_str(), "text" | "email" | "url" | "tel" | "search" | "");
            match &*name.local {
                "form" => {
                    let posts = attribute(handle, "method").is_some_and(|m| m.eq_ignore_ascii_case("post"));
                    let action = attribute(handle, "action").unwrap_or_else(|| page.to_owned());
                    form = posts.then_some(action);
                }
                "input" | "textarea" | "select" | "button" => {
                    let value = attribute(handle, "value").unwrap_or_default();
                    let field = attribute(handle, "name").map(|name| (name, value));
                    if let (Some(form), Some((field, value))) = (&form, field) {
                        let writes = words && matches!(&*name.local, "input" | "textarea");
                        found.entry(form.clone()).or_default().push((field, value, writes));
                    }
                }
                _ => {}
            }
        }
        for child in handle.children.borrow().iter() {
            walk(child, page, form.as_deref(), found);
        }
    }
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(html);
    let mut found = BTreeMap::new();
    walk(&dom.document, page, None, &mut found);
    found
}

/// A path or address without what looks like an id.
fn kind(path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let is_id = |part: &str| part.len() > 20 || part.chars().any(|c| c.is_ascii_digit());
    let parts: Vec<&str> = path.split('/').map(|part| if is_id(part) { "…" } else { part }).collect();
    parts.join("/")
}

/// Sends every form that somebody comes by with statements in its fields: first in those that words are
/// written into, then in all. Which forms they were.
async fn statements(browser: &mut Browser) -> BTreeSet<String> {
    let mut pages: VecDeque<String> =
        ["desk", "organise", "brief", "account", "introductions", PRICED].map(|p| format!("/en/{p}")).into();
    let (mut seen, mut sent) = (BTreeSet::new(), BTreeSet::new());
    while let Some(page) = pages.pop_front() {
        if page.contains("/pack") || !seen.insert(kind(&page)) {
            continue;
        }
        let shown = browser.get(&page).await.body;
        let links = shown.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
        pages.extend(links.filter(|link| link.starts_with("/en/")).map(|link| link.replace("&amp;", "&")));
        for (action, fields) in forms(&page, &shown) {
            // Whoever signs out or erases themselves sends nothing more.
            let ends = ["/sign-out", "/erase", "/account/sessions"].iter().any(|end| action.ends_with(end));
            if ends || !sent.insert(kind(&action)) {
                continue;
            }
            for (hostile, everywhere) in HOSTILE.iter().flat_map(|h| [(h, false), (h, true)]) {
                let own = |(name, value, writes): &'_ Field| {
                    let kept = name == "csrf" || !(*writes || everywhere);
                    (name.clone(), if kept { value.clone() } else { (*hostile).to_owned() })
                };
                let filled: Vec<(String, String)> = fields.iter().map(own).collect();
                let filled: Vec<(&str, &str)> =
                    filled.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
                let got = browser.post(&action, &filled).await;
                assert!(!got.status.is_server_error(), "{action} {filled:?}: {} {}", got.status, got.body);
            }
        }
    }
    sent
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_in_every_field_are_text() {
    let (fresh, example) = open().await;
    let store = example.node.store();
    let parties = store.count::<PartyRow>(&Query::new()).await.unwrap();
    let posts = store.count::<PostRow>(&Query::new()).await.unwrap();
    for (role, least) in [("asker", 8), ("organiser", 8)] {
        let mut browser = fresh.clone();
        browser.sign_in(role).await;
        let sent = statements(&mut browser).await;
        assert!(sent.len() >= least, "only {sent:?}");
    }
    assert!(store.verify_log(|_| ()).await.unwrap().holds());
    assert!(store.count::<PartyRow>(&Query::new()).await.unwrap() >= parties);
    assert!(store.count::<PostRow>(&Query::new()).await.unwrap() >= posts);
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_in_every_address_and_query_are_text() {
    let (browser, example) = open().await;
    let token = token(&example).await;
    for (method, path, operation) in operations(&browser).await.into_iter().filter(|(m, ..)| m == "GET") {
        for hostile in HOSTILE {
            let encoded: String = form_urlencoded::byte_serialize(hostile.as_bytes()).collect();
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.iter_mut().filter(|part| part.starts_with('{')).for_each(|part| *part = &encoded);
            let (mut address, mut query) = (parts.join("/"), Vec::new());
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                if parameter["in"] == "query" {
                    query.push(format!("{}={encoded}", parameter["name"].as_str().unwrap()));
                }
            }
            let asked_alone: Vec<String> = query.iter().map(|one| format!("{address}?{one}")).collect();
            address.push_str(&format!("?{}", query.join("&")));
            for address in asked_alone.into_iter().chain([address]) {
                let got = call(&browser, &method, &address, &token, "").await;
                assert!(!got.status.is_server_error(), "{address}: {} {}", got.status, got.body);
            }
        }
    }
    assert!(example.node.store().verify_log(|_| ()).await.unwrap().holds());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_above_the_limit_is_refused_by_every_operation() {
    let (browser, example) = open().await;
    let token = token(&example).await;
    let body = format!("{{\"name\": \"{}\"}}", "a".repeat(2 << 20));
    let mut told = BTreeSet::new();
    for (method, path, operation) in operations(&browser).await {
        if operation["requestBody"]["content"]["application/json"].is_null() {
            continue;
        }
        let path: Vec<&str> = path.split('/').map(|p| if p.starts_with('{') { "x" } else { p }).collect();
        let got = call(&browser, &method, &path.join("/"), &token, &body).await;
        assert_eq!(got.status, StatusCode::PAYLOAD_TOO_LARGE, "{method} {path:?}: {}", got.body);
        told.insert((method, path.join("/")));
    }
    assert!(told.len() > 10, "only {told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_say_that_the_database_is_away() {
    let (mut browser, example) = open().await;
    browser.sign_in("asker").await;
    let token = token(&example).await;
    example.node.store().close().await;
    assert_eq!(browser.get("/health").await.status, StatusCode::OK, "the process lives");
    assert_eq!(browser.get("/ready").await.status, StatusCode::SERVICE_UNAVAILABLE);
    for path in ["/en/desk", "/ur/account"] {
        let got = browser.get(path).await;
        assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(got.body.contains("<h1>"), "{path}: {}", got.body);
    }
    let mut stranger = browser.clone();
    stranger.cookies.clear();
    let directory = stranger.get("/en/directory").await;
    assert_eq!(directory.status, StatusCode::OK, "what is public is read from memory");
    let got = call(&browser, "GET", "/api/v1/me", &token, "").await;
    assert_eq!(got.status, StatusCode::SERVICE_UNAVAILABLE);
    let problem: Value = serde_json::from_str(&got.body).unwrap();
    assert_eq!(problem["code"], "away");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_node_that_falls_behind_says_so_and_catches_up() {
    let (mut browser, example) = site(Options { ready_lag: 2, ..Options::default() }).await;
    assert_eq!(browser.get("/ready").await.status, StatusCode::OK);
    for nth in 0..3 {
        // As another node would: this one is not told.
        let now = example.node.now();
        let mut write = example.node.store().write(&Actor::system("test"), now).await.unwrap();
        write
            .insert(&Setting { name: format!("test-{nth}"), value: nth.into(), changed: now })
            .await
            .unwrap();
        write.commit().await.unwrap();
    }
    let behind = browser.get("/ready").await;
    assert_eq!(behind.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(behind.body.contains('3'), "{}", behind.body);
    assert!(browser.get("/metrics").await.body.contains("pul_view_behind 3"));
    example.node.catch_up(0).await.unwrap();
    assert_eq!(browser.get("/ready").await.status, StatusCode::OK);
    assert!(browser.get("/metrics").await.body.contains("pul_view_behind 0"));
}
