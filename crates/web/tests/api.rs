//! The API by programs: what it says of itself, what it refuses, a whole journey.

mod common;
#[path = "common/program.rs"]
mod program;

use axum::http::{StatusCode, header};
use program::Program;
use pul_app::live::accounts::DemoRole;
use pul_web::{Options, Site, router};
use serde_json::json;
use std::collections::BTreeMap;

/// What a state of a post is, and its version.
async fn post(program: &Program, id: &str, token: &str) -> (String, String) {
    let told = program.call(&format!("GET /posts/{id}"), token, &[], None).await;
    (told.json()["state"].as_str().unwrap_or_default().to_owned(), told.header(header::ETAG).to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_list_answers_as_described() {
    let program = Program::new().await;
    let token = program.token(DemoRole::Organiser).await;
    let description = program.call("GET /openapi.json", "", &[], None).await.json();
    assert_eq!(description["openapi"], "3.1.0");
    let mut told = BTreeMap::new();
    for (path, methods) in description["paths"].as_object().unwrap() {
        if methods["get"].is_null() || path.contains('{') {
            continue;
        }
        let answer = program.call(&format!("GET {path}"), &token, &[], None).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        let open = program.call(&format!("GET {path}"), "", &[], None).await.status;
        let public = methods["get"]["security"].as_array().unwrap().len() == 2;
        assert_eq!(open, if public { StatusCode::OK } else { StatusCode::UNAUTHORIZED }, "{path}");
        if !methods["get"]["responses"]["200"]["content"]["text/csv"].is_null() {
            let table = program.call(&format!("GET {path}"), &token, &[("accept", "text/csv")], None).await;
            assert!(table.header(header::CONTENT_TYPE).starts_with("text/csv"), "{path}");
        }
        told.insert(path.clone(), public);
    }
    assert!(told.len() > 20, "{told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_post_from_a_draft_to_its_matches() {
    let program = Program::new().await;
    let (asker, organiser) = (program.token(DemoRole::Asker).await, program.token(DemoRole::Organiser).await);
    let me = program.call("GET /me", &asker, &[], None).await.json();
    let party = me["parties"][0].clone();
    let form = json!({ "party": party, "content": { "post": "ask", "terms": { "kind": "service" }, "title": "A shop in React",
        "skills": [{ "skill": "react", "level": 3, "importance": "nice" }] } });
    let key = [("idempotency-key", "one")];
    let first = program.call("POST /posts", &asker, &key, Some(form.clone())).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text);
    let again = program.call("POST /posts", &asker, &key, Some(form.clone())).await;
    assert_eq!((again.status, &again.text), (first.status, &first.text), "sent twice, made once");
    let other = program.call("POST /posts", &asker, &key, Some(json!({}))).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    let id = first.json()["id"].as_str().unwrap().to_owned();

    let submit = format!("POST /posts/{id}/submit");
    assert_eq!(program.call(&submit, &asker, &[], None).await.status, StatusCode::PRECONDITION_REQUIRED);
    let stale = program.call(&submit, &asker, &[("if-match", "\"7\"")], None).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    let (state, version) = post(&program, &id, &asker).await;
    assert_eq!(state, "draft");
    assert_eq!(program.call(&submit, &asker, &[("if-match", &version)], None).await.status, StatusCode::OK);
    let (_, version) = post(&program, &id, &asker).await;
    let approve = format!("POST /posts/{id}/approve");
    assert_eq!(
        program.call(&approve, &asker, &[("if-match", &version)], None).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        program.call(&approve, &organiser, &[("if-match", &version)], None).await.status,
        StatusCode::OK
    );
    let matches = program.call(&format!("GET /posts/{id}/matches?top=3"), &asker, &[], None).await.json();
    let best =
        matches["items"][0]["match"]["offer"].as_str().unwrap_or_else(|| panic!("{matches}")).to_owned();
    let request = json!({ "ask": id, "offer": best, "message": "Let us talk." });
    let asked = program.call("POST /introductions", &asker, &[], Some(request)).await;
    assert_eq!(asked.status, StatusCode::CREATED, "{}", asked.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_are_problems_in_the_callers_language() {
    let program = Program::new().await;
    let urdu = [("accept-language", "ur")];
    let cases = [
        ("GET /me", None),
        ("GET /parties?limit=0", None),
        ("GET /nothing", None),
        ("DELETE /pack", None),
        ("POST /quotes/price", Some(json!({ "inputs": 3 }))),
    ];
    let mut told = Vec::new();
    for (line, body) in cases {
        let answer = program.call(line, "", &urdu, body).await;
        assert_eq!(answer.header(header::CONTENT_TYPE), "application/problem+json", "{line}");
        let it = answer.json();
        assert!(it["detail"].as_str().unwrap().chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)), "{it}");
        told.push(format!("{line}: {} {} {}", it["status"], it["code"], it["place"]));
    }
    insta::assert_snapshot!(told.join("\n"), @r#"
    GET /me: 401 "sign-in" null
    GET /parties?limit=0: 400 "number" "limit"
    GET /nothing: 404 "page" null
    DELETE /pack: 405 "method" null
    POST /quotes/price: 422 "json" "inputs"
    "#);
    let forged = program.call("GET /me", &"0".repeat(64), &[], None).await;
    assert_eq!(forged.status, StatusCode::UNAUTHORIZED);
    assert_eq!(forged.header(header::WWW_AUTHENTICATE), "Bearer");
}

/// What is refused before a call is looked at is a problem too, not a page.
#[tokio::test(flavor = "multi_thread")]
async fn who_calls_too_often_is_told_as_programs_are_told() {
    let mut program = Program::new().await;
    let options = Options { a_second: 1, at_once: 1, ..Options::default() };
    program.router = router(Site::new(program.example.node.clone(), options));
    assert_eq!(program.call("GET /pack", "", &[], None).await.status, StatusCode::OK);
    let refused = program.call("GET /pack", "", &[], None).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header(header::CONTENT_TYPE), "application/problem+json");
    assert!(!refused.header(header::RETRY_AFTER).is_empty());
}
