//! Every page, in every language, as each role: sound HTML, small, with its words, in its direction.

#[path = "common/browser.rs"]
#[allow(dead_code)] // each test uses a part of it
mod browser;
mod common;

use axum::http::StatusCode;
use browser::{Browser, Got};
use html5ever::driver::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pul_app::live::Settings;
use pul_testkit::Size;
use pul_web::{Options, Site, router};
use std::collections::{BTreeSet, VecDeque};

const SMALL: Size = Size { service_offers: 60, service_asks: 20, of_each_other_kind: 1 };
const HEAVIEST: usize = 46 * 1024;
/// Pages of one kind looked at.
const OF_EACH_KIND: usize = 2;

async fn site() -> (Browser, common::Example) {
    let settings = Settings { demo: true, address: "http://pul.example".into(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    let options = Options { a_second: 100_000, at_once: 100_000, ..Options::default() };
    (Browser::new(router(Site::new(example.node.clone(), options))), example)
}

fn attribute(handle: &Handle, name: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &handle.data else { return None };
    attrs.borrow().iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string())
}

fn walk(handle: &Handle, seen: &mut dyn FnMut(&str, &Handle)) {
    if let NodeData::Element { name, .. } = &handle.data {
        seen(&name.local, handle);
    }
    for child in handle.children.borrow().iter() {
        walk(child, seen);
    }
}

/// What is wrong with a page, one line each; and the links on it.
fn faults(language: &str, got: &Got) -> (Vec<String>, Vec<String>) {
    let mut told = Vec::new();
    let tree_builder = TreeBuilderOpts { exact_errors: true, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let dom = html5ever::parse_document(RcDom::default(), options).one(got.body.as_str());
    told.extend(dom.errors.borrow().iter().map(|e| format!("not valid: {e}")));
    if got.body.len() > HEAVIEST {
        told.push(format!("{} bytes", got.body.len()));
    }
    if let Some((_, rest)) = got.body.split_once('⟦') {
        told.push(format!("no words for {}", rest.split('⟧').next().unwrap_or_default()));
    }
    let (mut level, mut labels, mut fields, mut links, mut ids) =
        (0, BTreeSet::new(), Vec::new(), Vec::new(), BTreeSet::new());
    walk(&dom.document, &mut |name, handle| {
        if let Some(id) = attribute(handle, "id")
            && !ids.insert(id.clone())
        {
            told.push(format!("the id {id} stands twice"));
        }
        if attribute(handle, "style").is_some() || name == "style" {
            told.push(format!("a style inside <{name}>"));
        }
        if name == "script" && attribute(handle, "src").is_none() {
            told.push("a script inside the page".to_owned());
        }
        match name {
            "html" => {
                let direction = if language == "ur" { "rtl" } else { "ltr" };
                let lang = attribute(handle, "lang").unwrap_or_default();
                if !lang.starts_with(language) || attribute(handle, "dir").as_deref() != Some(direction) {
                    told.push(format!("lang {lang}"));
                }
            }
            "h1" | "h2" | "h3" | "h4" => {
                let next: i32 = name[1..].parse().unwrap_or(0);
                if next > level + 1 || (next == 1 && level > 0) {
                    told.push(format!("{name} after h{level}"));
                }
                level = next;
            }
            "label" => labels.extend(attribute(handle, "for")),
            "input" | "select" | "textarea" => fields.push(handle.clone()),
            "a" => links.extend(attribute(handle, "href")),
            _ => {}
        }
    });
    for field in fields {
        let kind = attribute(&field, "type").unwrap_or_default();
        let named = attribute(&field, "aria-label").is_some()
            || attribute(&field, "id").is_some_and(|id| labels.contains(&id))
            || matches!(kind.as_str(), "checkbox" | "radio" | "hidden");
        if !named {
            told.push(format!("a field without a label: {:?}", attribute(&field, "name")));
        }
    }
    (told, links)
}

/// The kind of a page: what looks like an id left out.
fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts =
        path.split('/').map(|p| if p.len() > 20 || p.chars().any(|c| c.is_ascii_digit()) { "…" } else { p });
    let names = query.split('&').filter_map(|pair| pair.split('=').next());
    let under_pack = path.contains("/pack/");
    let path: Vec<&str> = if under_pack { path.split('/').take(4).collect() } else { parts.collect() };
    format!("{} {}", path.join("/"), names.collect::<Vec<_>>().join(" "))
}

async fn every_page(role: Option<&str>, least: usize) {
    let (fresh, _example) = site().await;
    let mut wrong = Vec::new();
    for language in ["en", "fr", "ur"] {
        let mut browser = fresh.clone();
        if let Some(role) = role {
            browser.sign_in(role).await;
        }
        let mut queue: VecDeque<String> =
            ["", "about", "desk", "quote/priced?province=ON&m1-occupation=21232&show=trace"]
                .map(|p| format!("/{language}/{p}"))
                .into();
        let (mut met, mut kinds) = (BTreeSet::new(), std::collections::BTreeMap::<String, usize>::new());
        while let Some(path) = queue.pop_front() {
            let seen = kinds.entry(kind(&path)).or_default();
            if *seen >= OF_EACH_KIND {
                continue;
            }
            *seen += 1;
            let got = browser.get(&path).await;
            if got.status == StatusCode::SEE_OTHER && got.location().starts_with(&format!("/{language}/")) {
                queue.push_back(got.location().to_owned());
                continue;
            }
            if got.status != StatusCode::OK && !(got.status == StatusCode::UNAUTHORIZED && role.is_none()) {
                let words: String =
                    got.body.split("<h1>").nth(1).unwrap_or_default().chars().take(300).collect();
                wrong.push(format!("{path}: {} {words}", got.status));
            }
            let html = got.headers.get("content-type").and_then(|v| v.to_str().ok()).unwrap_or_default();
            if !html.starts_with("text/html") || path.contains("/quote/paper") || path.contains("/sheet") {
                continue;
            }
            let (told, links) = faults(language, &got);
            wrong.extend(told.into_iter().map(|line| format!("{path}: {line}")));
            for link in links.iter().map(|l| l.split('#').next().unwrap_or_default()) {
                if link.starts_with(&format!("/{language}/")) && met.insert(link.to_owned()) {
                    queue.push_back(link.to_owned());
                }
            }
        }
        assert!(kinds.len() >= least, "only {} kinds in {language}: {:?}", kinds.len(), kinds.keys());
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_page_of_the_public_is_sound() {
    every_page(None, 15).await;
}

#[tokio::test]
async fn every_page_of_a_member_is_sound() {
    every_page(Some("asker"), 22).await;
}

#[tokio::test]
async fn every_page_of_an_organiser_is_sound() {
    every_page(Some("organiser"), 22).await;
}

#[tokio::test]
async fn an_address_names_one_of_our_languages() {
    let (mut browser, _example) = site().await;
    let mut seen = String::new();
    for path in ["/en", "/fr", "/ur", "/en/", "/xx", "/xx/", "/xx/directory", "/robots.txt"] {
        let got = browser.get(path).await;
        seen += &format!("{path} {} {:?}\n", got.status.as_u16(), got.location());
    }
    insta::assert_snapshot!(seen, @r#"
    /en 303 "/en/"
    /fr 303 "/fr/"
    /ur 303 "/ur/"
    /en/ 200 ""
    /xx 404 ""
    /xx/ 404 ""
    /xx/directory 404 ""
    /robots.txt 404 ""
    "#);
}
