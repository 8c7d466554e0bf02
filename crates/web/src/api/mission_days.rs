//! The days of a mission: who arrived, what became of meetings, sittings that come free; and whom to meet.

use super::answer::{done, list, thing, value};
use super::body::Body;
use super::caller::Caller;
use super::missions::mission_id;
use super::operation::{Access, Operation, Takes, get, post, put};
use super::parties::party_id;
use crate::ask::Answer;
use axum::extract::Path;
use jiff::civil::Date;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MeetingTold};
use pul_domain::{DelegateId, Id, PartyId, Verdict, WishId, Witness};
use serde::Deserialize;
use serde_json::{Value, json};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/missions/{id}/attendees/{party}/suggestions", suggestions)
            .named("missions.suggestions", "Whom a party may wish to meet, by how well their posts fit.")
            .access(Access::Read)
            .query("most", Takes::Number(1, 100), "Most suggestions; 10 where none is told.")
            .csv()
            .gives(200, Some("SuggestionList")),
        post("/missions/{id}/attendees/{party}/check-ins/{delegate}", check_in)
            .named("missions.check-in", "Says that a delegate arrived today.")
            .access(Access::Write)
            .gives(200, Some("Arrived")),
        get("/missions/{id}/check-ins/{day}", check_ins)
            .named(
                "missions.check-ins",
                "Who arrived on a day: everybody for organisers, their own for those who come.",
            )
            .access(Access::Read)
            .csv()
            .gives(200, Some("CheckInList")),
        get("/missions/{id}/meetings", meetings)
            .named(
                "missions.meetings",
                "What became of the meetings that have begun, as far as the caller may know.",
            )
            .access(Access::Read)
            .csv()
            .gives(200, Some("MeetingList")),
        put("/missions/{id}/meetings/{wish}/witness", tell)
            .named("missions.tell", "A party says whether a meeting was held, or who was missing.")
            .access(Access::Write)
            .body("WitnessForm")
            .gives(204, None),
        put("/missions/{id}/meetings/{wish}/note", note)
            .named(
                "missions.note",
                "A party writes what came of a meeting and what is next; its parties and organisers read it.",
            )
            .access(Access::Write)
            .body("NoteForm")
            .gives(204, None),
        put("/missions/{id}/meetings/{wish}/verdict", decide)
            .named(
                "missions.decide",
                "The organiser settles what became of a meeting; with nothing, the rule decides again.",
            )
            .access(Access::Organise)
            .body("VerdictForm")
            .gives(204, None),
        get("/missions/{id}/offers", offers)
            .named("missions.offers", "Sittings that came free and are offered to the waiting list.")
            .access(Access::Read)
            .csv()
            .gives(200, Some("OfferList")),
        post("/missions/{id}/offers/{offer}", answer)
            .named(
                "missions.answer-offer",
                "A party takes an offered sitting, or leaves it to the next in line.",
            )
            .access(Access::Write)
            .body("OfferAnswer")
            .gives(200, Some("OfferStands")),
    ]
}

async fn suggestions(call: Caller, Path((id, party)): Path<(String, String)>) -> Answer {
    let most = call.number("most", 1, 100)?.unwrap_or(10) as usize;
    let found =
        missions::suggestions(call.node(), &call.who, &mission_id(&id)?, &party_id(&party)?, most).await?;
    let told = |it: &missions::Suggestion| {
        json!({ "party": it.party, "name": it.name, "points": it.points, "ask": it.ask, "ask_title": it.ask_title,
            "offer": it.offer, "offer_title": it.offer_title })
    };
    list(&call, found.iter().map(told).collect(), None, &["party", "name", "points", "ask", "offer"])
}

fn delegate(text: &str) -> Result<DelegateId, Refusal> {
    DelegateId::new(text).map_err(|_| Refusal::missing("delegate"))
}

fn wish_id(text: &str) -> Result<WishId, Refusal> {
    WishId::new(text).map_err(|_| Refusal::missing("wish"))
}

async fn check_in(call: Caller, Path((id, party, person)): Path<(String, String, String)>) -> Answer {
    let (mission, party, person) = (mission_id(&id)?, party_id(&party)?, delegate(&person)?);
    let at = missions::check_in(call.node(), &call.who, &mission, &party, &person).await?;
    thing(json!({ "delegate": person, "at": at.to_string() }))
}

async fn check_ins(call: Caller, Path((id, day)): Path<(String, String)>) -> Answer {
    let day: Date = day.parse().map_err(|_| Refusal::missing("day"))?;
    let found = missions::check_ins(call.node(), &call.who, &mission_id(&id)?, day).await?;
    let told = found
        .iter()
        .map(|row| json!({ "party": row.party, "delegate": row.delegate, "at": row.at.to_string() }));
    list(&call, told.collect(), None, &["party", "delegate", "at"])
}

fn told(it: &MeetingTold) -> Result<Value, Refusal> {
    let notes = it.notes.iter().map(|(party, note)| {
        json!({ "party": party, "outcome": note.outcome.open_with_consent(), "next_step": note.next_step.open_with_consent(), "at": note.at.to_string() })
    });
    Ok(
        json!({ "wish": it.meeting.wish, "start": it.meeting.start.to_string(), "venue": it.meeting.venue, "table": it.meeting.table,
        "parties": it.attendance.parties, "answer_by": it.attendance.answer_by.to_string(), "said": value(&it.attendance.said)?,
        "verdict": value(&it.verdict)?, "notes": notes.collect::<Vec<_>>() }),
    )
}

async fn meetings(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::meetings(call.node(), &call.who, &mission_id(&id)?).await?;
    let items: Result<Vec<Value>, Refusal> = found.iter().map(told).collect();
    list(&call, items?, None, &["wish", "start", "venue", "table", "parties", "verdict.verdict"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tells {
    party: PartyId,
    witness: Witness,
}

async fn tell(call: Caller, Path((id, wish)): Path<(String, String)>, Body(it): Body<Tells>) -> Answer {
    let (mission, wish) = (mission_id(&id)?, wish_id(&wish)?);
    missions::tell(call.node(), &call.who, &mission, &wish, &it.party, it.witness).await?;
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Writes {
    party: PartyId,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    next_step: String,
}

async fn note(call: Caller, Path((id, wish)): Path<(String, String)>, Body(it): Body<Writes>) -> Answer {
    let (mission, wish) = (mission_id(&id)?, wish_id(&wish)?);
    let words = (it.outcome.as_str(), it.next_step.as_str());
    missions::note(call.node(), &call.who, &mission, &wish, &it.party, words).await?;
    done()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Decides {
    verdict: Option<Verdict>,
}

async fn decide(call: Caller, Path((id, wish)): Path<(String, String)>, Body(it): Body<Decides>) -> Answer {
    missions::decide(call.node(), &call.who, &mission_id(&id)?, &wish_id(&wish)?, it.verdict).await?;
    done()
}

async fn offers(call: Caller, Path(id): Path<String>) -> Answer {
    let found = missions::offers(call.node(), &call.who, &mission_id(&id)?).await?;
    let told = found.iter().map(|row| {
        let offer = &row.offer;
        json!({ "id": row.id, "wish": offer.wish, "parties": offer.parties, "venue": offer.sitting.venue,
            "start": offer.sitting.start.to_string(), "delegates": offer.delegates, "until": offer.until.to_string(),
            "accepted_by": offer.accepted_by, "state": offer.state })
    });
    list(&call, told.collect(), None, &["id", "wish", "parties", "venue", "start", "until", "state"])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Answers {
    party: PartyId,
    accept: bool,
}

async fn answer(call: Caller, Path((id, offer)): Path<(String, String)>, Body(it): Body<Answers>) -> Answer {
    let mission = mission_id(&id)?;
    let offer = Id::new(&offer).map_err(|_| Refusal::missing("offer"))?;
    let state =
        missions::answer_offer(call.node(), &call.who, &mission, &offer, &it.party, it.accept).await?;
    thing(json!({ "id": offer, "state": state }))
}
