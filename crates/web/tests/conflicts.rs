//! Two people change one record: the second sees both versions, loses nothing, and takes either.

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

async fn two(role: &str) -> (Browser, Browser, common::Example) {
    let settings = Settings { demo: true, address: "http://pul.example".into(), ..Settings::default() };
    let example = common::example(settings, SMALL).await;
    let options = Options { a_second: 100_000, at_once: 100_000, ..Options::default() };
    let fresh = Browser::new(router(Site::new(example.node.clone(), options)));
    let (mut one, mut other) = (fresh.clone(), fresh);
    one.sign_in(role).await;
    other.sign_in(role).await;
    (one, other, example)
}

/// The part of a page between two texts.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("{from} is not there:\n{page}"));
    rest.split_once(to).map_or(rest, |(found, _)| found)
}

/// The fields of a form as a browser would send it, changed where named.
fn filled(page: &str, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = between(page, "<form method=\"post\" action=\"/en/p", "</form>");
    let mut out = Vec::new();
    let decode = |text: &str| text.replace("&#38;", "&").replace("&#39;", "'").replace("&#34;", "\"");
    for piece in form.split('<') {
        let attribute = |name: &str| {
            let (_, rest) = piece.split_once(&format!(" {name}=\""))?;
            Some(decode(rest.split_once('"')?.0))
        };
        let ticked = !piece.contains("type=\"radio\"") && !piece.contains("type=\"checkbox\"")
            || piece.contains(" checked");
        if piece.starts_with("input") && ticked {
            out.extend(attribute("name").map(|name| (name, attribute("value").unwrap_or_default())));
        } else if piece.starts_with("select") {
            out.extend(attribute("name").map(|name| (name, String::new())));
        } else if piece.starts_with("option") && piece.contains(" selected") {
            let value = attribute("value").unwrap_or_default();
            let (name, first) = out.last_mut().expect("an option stands in a choice");
            if first.is_empty() {
                *first = value;
            } else {
                let name = name.clone();
                out.push((name, value));
            }
        } else if piece.starts_with("textarea") {
            let text = decode(piece.split_once('>').map_or("", |(_, text)| text));
            out.extend(attribute("name").map(|name| (name, text)));
        }
    }
    for (name, value) in changed {
        match out.iter_mut().find(|(known, _)| known == name) {
            Some(field) => (*value).clone_into(&mut field.1),
            None => out.push(((*name).to_owned(), (*value).to_owned())),
        }
    }
    out
}

async fn send(browser: &mut Browser, path: &str, fields: &[(String, String)]) -> browser::Got {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    browser.post(path, &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_of_a_party_either_is_taken_field_by_field() {
    let (mut one, mut other, _example) = two("asker").await;
    let desk = one.get("/en/desk").await;
    let id = between(&desk.body, "/en/parties/", "\"").to_owned();
    let edit = format!("/en/parties/{id}/edit");
    let (first, second) = (one.get(&edit).await, other.get(&edit).await);

    let taken =
        send(&mut one, &edit, &filled(&first.body, &[("name", "Maple One"), ("about", "Written first.")]))
            .await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let late = filled(&second.body, &[("name", "Maple Two"), ("phone", "+1 514 555 0100")]);
    let both = send(&mut other, &edit, &late).await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    for told in ["Maple One", "Maple Two", "Written first.", "+1 514 555 0100", "by you on"] {
        assert!(both.body.replace(['\u{2068}', '\u{2069}'], "").contains(told), "{told}: {}", both.body);
    }
    // What the second left alone is set to what the first wrote, what they changed to theirs.
    let chosen = filled(&both.body, &[("step", "settle")]);
    let choice = |name: &str| chosen.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
    assert_eq!(
        [choice("take-name"), choice("take-about"), choice("take-phone")],
        [Some("mine"), Some("theirs"), Some("mine")]
    );

    let done = send(&mut other, &edit, &chosen).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let now = one.get(&edit).await.body;
    for kept in ["Maple Two", "Written first.", "+1 514 555 0100"] {
        assert!(now.contains(kept), "{kept}");
    }
    // The choice sent again is a choice between what no longer stands: it is asked for anew.
    let again = filled(&both.body, &[("step", "settle"), ("name", "Maple Three")]);
    assert_eq!(send(&mut other, &edit, &again).await.status, StatusCode::CONFLICT);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_changes_of_a_post_either_is_taken_field_by_field() {
    let (mut one, mut other, _example) = two("asker").await;
    let desk = one.get("/en/desk").await;
    let id = between(&desk.body, "/en/posts/", "\"").to_owned();
    let edit = format!("/en/posts/{id}/edit");
    let (first, second) = (one.get(&edit).await, other.get(&edit).await);

    let taken =
        send(&mut one, &edit, &filled(&first.body, &[("title", "From the first"), ("people", "41")])).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let both =
        send(&mut other, &edit, &filled(&second.body, &[("title", "From the second"), ("hours", "12")]))
            .await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    let parts: Vec<&str> =
        both.body.split("id=\"part-").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(parts, ["title", "people", "hours"], "only what differs is asked");

    let mended = filled(&both.body, &[("take-title", "theirs"), ("take-people", "theirs"), ("step", "mend")]);
    let form = send(&mut other, &edit, &mended).await;
    assert_eq!(form.status, StatusCode::OK);
    assert!(form.body.contains("From the first") && !form.body.contains("From the second"), "{}", form.body);
    let done = send(&mut other, &edit, &filled(&form.body, &[])).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let now = one.get(&edit).await.body;
    assert!(now.contains("From the first") && now.contains("value=\"12\"") && now.contains("value=\"41\""));
}
