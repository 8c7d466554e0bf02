//! Missions: their documents, and who attends them.

use super::answer::{changed, done, list, made, thing, value, versioned};
use super::body::Body;
use super::caller::Caller;
use super::operation::{Access, Operation, delete, get, post, put};
use super::parties::party_id;
use super::version;
use crate::ask::Answer;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, Coming, MissionForm, MissionShown, Person};
use pul_app::live::records::MissionRules;
use pul_domain::{Attendee, DelegateAway, Mission, MissionId, Span, TimeOfDay, VenueId, WorkingHours};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    let does = |operation: Operation| operation.access(Access::Organise).gives(204, None);
    let mut all = vec![
        get("/missions", all)
            .named("missions.list", "The missions the caller may see, the one that changed last first.")
            .csv()
            .gives(200, Some("MissionList")),
        post("/missions", create)
            .named("missions.create", "Makes a mission of a document, as a draft.")
            .access(Access::Organise)
            .body("Mission")
            .gives(201, Some("Made")),
        post("/missions/plain", create_plain)
            .named("missions.create-plain", "Makes a mission with one place and the same slots on each day, as a draft.")
            .access(Access::Organise)
            .body("MissionForm")
            .gives(201, Some("Made")),
        get("/missions/{id}", show)
            .named("missions.show", "A mission as the caller may see it: all of it for organisers; who comes and their own wishes for those who attend.")
            .gives(200, Some("MissionShown")),
        put("/missions/{id}", edit)
            .named("missions.edit", "Changes the document and the rules of a mission; attendees and wishes stay as they are.")
            .access(Access::Organise)
            .if_match()
            .body("MissionEdit")
            .gives(200, Some("Changed")),
        get("/missions/{id}/findings", findings)
            .named("missions.findings", "What is wrong with a mission: impossible promises, empty availability, wishes in conflict.")
            .access(Access::Organise)
            .gives(200, Some("FindingList")),
        does(post("/missions/{id}/open", open).named("missions.open", "Opens a draft: its attendees are invited by letter.")),
        does(post("/missions/{id}/close", close).named("missions.close", "Ends a mission: later ones remember who met.")),
    ];
    all.extend(of_attendees());
    all
}

fn of_attendees() -> Vec<Operation> {
    vec![
        put("/missions/{id}/attendees/{party}", invite)
            .named("missions.invite", "Puts a party on the list, or says anew what is promised to it.")
            .access(Access::Organise)
            .body("Attendee")
            .gives(204, None),
        delete("/missions/{id}/attendees/{party}", remove)
            .named("missions.remove", "Takes a party without wishes off the list.")
            .access(Access::Organise),
        put("/missions/{id}/attendees/{party}/answer", answer)
            .named("missions.answer", "A party says that it comes, with whom, when and where.")
            .access(Access::Write)
            .body("Coming")
            .gives(204, None),
        post("/missions/{id}/attendees/{party}/decline", decline)
            .named("missions.decline", "A party says that it does not come, or drops out.")
            .access(Access::Write)
            .gives(204, None),
        put("/missions/{id}/attendees/{party}/no-thanks/{other}", no_thanks)
            .named("missions.no-thanks", "A party will not meet another; nobody else learns it.")
            .access(Access::Write)
            .gives(204, None),
        delete("/missions/{id}/attendees/{party}/no-thanks/{other}", welcome)
            .named("missions.welcome", "Takes a private no back.")
            .access(Access::Write),
        get("/missions/{id}/attendees/{party}/timetable", timetable)
            .named("missions.timetable", "The meetings of a party in the plan people see.")
            .access(Access::Read)
            .gives(200, Some("Timetable")),
        post("/missions/{id}/attendees/{party}/feeds/{delegate}", open_feed)
            .named("missions.open-feed", "Makes the secret address of a delegate's calendar; it is told once, and one made before ends.")
            .access(Access::Write)
            .gives(201, Some("Feed")),
        delete("/missions/{id}/attendees/{party}/feeds/{delegate}", close_feed)
            .named("missions.close-feed", "Ends the address of a delegate's calendar.")
            .access(Access::Write),
    ]
}

/// The mission an address names.
pub(super) fn mission_id(text: &str) -> Result<MissionId, Refusal> {
    MissionId::new(text).map_err(|_| Refusal::missing("mission"))
}

async fn all(call: Caller) -> Answer {
    let found = missions::list(call.node(), &call.who).await?;
    let card = |card: &missions::MissionCard| {
        json!({ "id": card.id, "title": card.title, "state": card.state.as_str(), "first": card.first.map(|d| d.to_string()),
            "last": card.last.map(|d| d.to_string()), "places": card.places, "mine": card.mine })
    };
    list(
        &call,
        found.iter().map(card).collect(),
        None,
        &["id", "title", "state", "first", "last", "places", "mine"],
    )
}

async fn create(call: Caller, Body(mission): Body<Mission>) -> Answer {
    let id = missions::create(call.node(), &call.who, &mission).await?;
    made(&format!("/missions/{id}"), json!({ "id": id }))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    id: String,
    title: String,
    zone: String,
    place: String,
    #[serde(default)]
    area: String,
    first: jiff::civil::Date,
    last: jiff::civil::Date,
    start: TimeOfDay,
    slots: u16,
    minutes: u16,
    #[serde(default)]
    pause: u16,
    tables: u16,
}

async fn create_plain(call: Caller, Body(plain): Body<Plain>) -> Answer {
    let Plain { id, title, zone, place, area, first, last, start, slots, minutes, pause, tables } = plain;
    let form =
        MissionForm { id, title, zone, place, area, first, last, start, slots, minutes, pause, tables };
    let id = missions::create_plain(call.node(), &call.who, &form).await?;
    made(&format!("/missions/{id}"), json!({ "id": id }))
}

fn told(shown: &MissionShown) -> Result<Value, Refusal> {
    let attendees = shown.attendees.iter().map(|row| {
        let people = row.people.iter().map(|card| json!({ "id": card.id, "name": card.name }));
        json!({ "party": row.attendee.party, "invitation": row.invitation.as_str(), "people": people.collect::<Vec<_>>() })
    });
    let edition = shown.edition.as_ref().map(|e| {
        json!({ "stage": e.stage, "current": e.current, "seen": e.seen, "version": e.version,
            "told": e.told.map(|at| at.to_string()) })
    });
    Ok(json!({ "id": shown.card.id, "state": shown.card.state.as_str(), "mine": shown.card.mine,
        "mission": value(&shown.mission)?, "rules": value(&shown.rules)?,
        "attendees": attendees.collect::<Vec<_>>(), "edition": edition, "version": shown.version }))
}

async fn show(call: Caller, Path(id): Path<String>) -> Answer {
    let shown = missions::show(call.node(), &call.who, &mission_id(&id)?).await?;
    versioned(told(&shown)?, shown.version)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    mission: Mission,
    rules: MissionRules,
}

async fn edit(call: Caller, Path(id): Path<String>, Body(to): Body<Edit>) -> Answer {
    let (id, from) = (mission_id(&id)?, version::of(&call)?);
    changed(missions::edit(call.node(), &call.who, &id, from, &to.mission, &to.rules).await?)
}

async fn findings(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::findings(call.node(), &call.who, &mission_id(&id)?).await?;
    thing(json!({ "items": value(&found)?, "next": null }))
}

async fn open(call: Caller, Path(id): Path<String>) -> Answer {
    missions::open(call.node(), &call.who, &mission_id(&id)?).await?;
    done()
}

async fn close(call: Caller, Path(id): Path<String>) -> Answer {
    missions::close(call.node(), &call.who, &mission_id(&id)?).await?;
    done()
}

async fn invite(
    call: Caller,
    Path((id, party)): Path<(String, String)>,
    Body(mut attendee): Body<Attendee>,
) -> Answer {
    attendee.party = party_id(&party)?;
    missions::invite(call.node(), &call.who, &mission_id(&id)?, &attendee).await?;
    done()
}

async fn remove(call: Caller, Path((id, party)): Path<(String, String)>) -> Answer {
    missions::remove(call.node(), &call.who, &mission_id(&id)?, &party_id(&party)?).await?;
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comes {
    people: Vec<Comer>,
    #[serde(default)]
    zone: String,
    #[serde(default)]
    hours: Option<WorkingHours>,
    #[serde(default)]
    stretch_minutes: u16,
    #[serde(default)]
    away: Vec<Span>,
    #[serde(default)]
    delegate_away: Vec<DelegateAway>,
    #[serde(default)]
    keeps: Vec<String>,
    #[serde(default)]
    venues: Vec<VenueId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Comer {
    #[serde(default)]
    id: String,
    name: String,
    #[serde(default)]
    email: String,
}

async fn answer(call: Caller, Path((id, party)): Path<(String, String)>, Body(comes): Body<Comes>) -> Answer {
    let person = |comer: Comer| Person { id: comer.id, name: comer.name, email: comer.email };
    let coming = Coming {
        people: comes.people.into_iter().map(person).collect(),
        zone: comes.zone,
        hours: comes.hours,
        stretch_minutes: comes.stretch_minutes,
        away: comes.away,
        delegate_away: comes.delegate_away,
        keeps: comes.keeps,
        venues: comes.venues,
    };
    missions::answer(call.node(), &call.who, &mission_id(&id)?, &party_id(&party)?, &coming).await?;
    done()
}

async fn decline(call: Caller, Path((id, party)): Path<(String, String)>) -> Answer {
    missions::decline(call.node(), &call.who, &mission_id(&id)?, &party_id(&party)?).await?;
    done()
}

async fn no_thanks(call: Caller, Path((id, party, other)): Path<(String, String, String)>) -> Answer {
    let (party, other) = (party_id(&party)?, party_id(&other)?);
    missions::no_thanks(call.node(), &call.who, &mission_id(&id)?, &party, &other).await?;
    done()
}

async fn welcome(call: Caller, Path((id, party, other)): Path<(String, String, String)>) -> Answer {
    let (party, other) = (party_id(&party)?, party_id(&other)?);
    missions::welcome(call.node(), &call.who, &mission_id(&id)?, &party, &other).await?;
    done()
}

async fn timetable(call: Caller, Path((id, party)): Path<(String, String)>) -> Answer {
    let seen = missions::timetable(call.node(), &call.who, &mission_id(&id)?, &party_id(&party)?).await?;
    let people: Vec<Value> = seen.people.iter().map(|c| json!({ "id": c.id, "name": c.name })).collect();
    let meetings =
        |plan: &Option<pul_domain::MissionPlan>| plan.as_ref().map(|plan| value(&plan.meetings)).transpose();
    thing(json!({ "party": seen.party, "people": people, "meetings": meetings(&seen.plan)?,
        "before": meetings(&seen.before)?, "version": seen.version, "told": seen.told.map(|at| at.to_string()) }))
}

fn delegate(text: &str) -> Result<pul_domain::DelegateId, Refusal> {
    pul_domain::DelegateId::new(text).map_err(|_| Refusal::missing("delegate"))
}

async fn open_feed(call: Caller, Path((id, party, person)): Path<(String, String, String)>) -> Answer {
    let (mission, party, delegate) = (mission_id(&id)?, party_id(&party)?, delegate(&person)?);
    let secret = missions::open_feed(call.node(), &call.who, &mission, &party, &delegate).await?;
    let address = format!("{}/calendar/{secret}.ics", call.node().settings().address);
    made(
        &format!("/missions/{id}/attendees/{party}/timetable"),
        json!({ "secret": secret, "address": address }),
    )
}

async fn close_feed(call: Caller, Path((id, party, person)): Path<(String, String, String)>) -> Answer {
    let (mission, party, delegate) = (mission_id(&id)?, party_id(&party)?, delegate(&person)?);
    missions::close_feed(call.node(), &call.who, &mission, &party, &delegate).await?;
    done()
}
