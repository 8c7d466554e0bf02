//! A mission by the API alone: made, wished for, planned, published, repaired.

mod common;
#[path = "common/program.rs"]
mod program;
#[path = "common/work.rs"]
mod work;

use axum::http::{StatusCode, header};
use program::{Answer, Program};
use pul_app::live::accounts::DemoRole;
use serde_json::{Value, json};
use std::fmt::Write as _;
use work::work;

/// A call that goes well.
async fn done(program: &Program, line: &str, token: &str, body: Option<Value>) -> Answer {
    let answer = program.call(line, token, &[], body).await;
    assert!(answer.status.is_success(), "{line}: {} {}", answer.status, answer.text);
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mission_from_its_form_to_a_repaired_plan() {
    let program = Program::new().await;
    let organiser = program.token(DemoRole::Organiser).await;
    let members = [program.token(DemoRole::Asker).await, program.token(DemoRole::Offerer).await];
    let mut parties = Vec::new();
    for token in &members {
        let me = program.call("GET /me", token, &[], None).await.json();
        parties.push(me["parties"][0].as_str().unwrap().to_owned());
    }
    let form = json!({ "id": "lahore-2027", "title": "Lahore 2027", "zone": "Asia/Karachi", "place": "Expo Centre",
        "area": "lahore", "first": "2027-03-16", "last": "2027-03-17", "start": "10:00", "slots": 4, "minutes": 30, "tables": 2 });
    let made = program.call("POST /missions/plain", &organiser, &[], Some(form)).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    let at = made.header(header::LOCATION).trim_start_matches("/api/v1").to_owned();
    let attendees: Vec<String> = parties.iter().map(|party| format!("{at}/attendees/{party}")).collect();
    for (attendee, role) in attendees.iter().zip(["buyer", "supplier"]) {
        let party = json!({ "party": "as-the-address-says", "name": "", "role": role, "zone": "Asia/Karachi", "delegates": [], "least": 1 });
        done(&program, &format!("PUT {attendee}"), &organiser, Some(party)).await;
    }
    let hidden = program.call(&format!("GET {at}"), &members[0], &[], None).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND, "a draft is its organiser's");
    done(&program, &format!("POST {at}/open"), &organiser, None).await;
    for (attendee, token) in attendees.iter().zip(&members) {
        let comes = json!({ "people": [{ "name": "Sana" }] });
        done(&program, &format!("PUT {attendee}/answer"), token, Some(comes)).await;
    }
    let asks = json!({ "from": parties[0], "to": [parties[1]], "message": "Shall we?" });
    let wish = done(&program, &format!("POST {at}/requests"), &members[0], Some(asks)).await.json();
    let wish = wish["id"].as_str().unwrap().to_owned();
    let accept = format!("POST {at}/wishes/{wish}/accept");
    let stands = done(&program, &accept, &members[1], Some(json!({ "party": parties[1] }))).await.json();
    let plan = format!("POST {at}/plannings");
    let theirs = program.call(&plan, &members[0], &[], Some(json!({ "work": 2_000 }))).await.status;
    done(&program, &plan, &organiser, Some(json!({ "work": 2_000 }))).await;
    work(&program.example.node).await;
    let plannings = done(&program, &format!("GET {at}/plannings"), &organiser, None).await.json();
    let mut text = String::new();
    writeln!(text, "{}; a member: {theirs}; {}", stands["state"], plannings["items"][0]["state"]).unwrap();
    let plans = done(&program, &format!("GET {at}/plans"), &organiser, None).await.json();
    writeln!(text, "{} of {}", plans["items"][0]["value"], plans["items"][0]["value_at_most"]).unwrap();
    for step in ["submit", "publish"] {
        let step = json!({ "step": step });
        let told = done(&program, &format!("POST {at}/edition"), &organiser, Some(step)).await.json();
        writeln!(text, "{} people are told", told["items"].as_array().unwrap().len()).unwrap();
    }
    let day = done(&program, &format!("GET {}/timetable", attendees[1]), &members[1], None).await.json();
    writeln!(text, "{} at {}", day["meetings"][0]["venue"], day["meetings"][0]["start"]).unwrap();
    let gone = json!({ "drop_out": [parties[0]] });
    let looked =
        done(&program, &format!("POST {at}/repair/look"), &organiser, Some(gone.clone())).await.json();
    let repaired = done(&program, &format!("POST {at}/repair"), &organiser, Some(gone)).await.json();
    writeln!(text, "looked at: {}, {} lost", looked["plan"], looked["lost"].as_array().unwrap().len())
        .unwrap();
    writeln!(text, "repaired: {}, moved {}", repaired["plan"], repaired["moved"]).unwrap();
    let nobody = program
        .call(&format!("POST {at}/repair"), &organiser, &[], Some(json!({ "drop_out": ["nobody"] })))
        .await;
    writeln!(text, "nobody: {}", nobody.status).unwrap();
    let shown = done(&program, &format!("GET {at}"), "", None).await.json();
    writeln!(text, "the public: {} attendees", shown["mission"]["attendees"].as_array().unwrap().len())
        .unwrap();
    insta::assert_snapshot!(text, @r#"
    "accepted"; a member: 403 Forbidden; "done"
    50 of 50
    0 people are told
    2 people are told
    "hall" at "2027-03-16T05:00:00Z"
    looked at: null, 1 lost
    repaired: 2, moved 0
    nobody: 422 Unprocessable Entity
    the public: 0 attendees
    "#);
}
