//! One meeting: when on every clock, where, with whom; and afterwards whether it was held and what came of it.

use super::here::{Head, Here};
use super::timetable::{hours, named};
use crate::ask::{Answer, Ask, Form, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MeetingTold, Timetable};
use pul_domain::{Appointment, PartyId, Verdict, WishId, Witness, on_wall};
use pul_locale::Length;
use pul_timetable::Told;

/// What somebody can say about a meeting: value, words, whether it was said.
type Choice = (String, String, bool);

struct Note {
    party: String,
    outcome: String,
    next_step: String,
}

struct After {
    /// What the words of both sides mean, and by when the missing ones are heard.
    verdict: String,
    open: bool,
    until: String,
    choices: Vec<Choice>,
    outcome: String,
    next_step: String,
    /// What the others wrote.
    notes: Vec<Note>,
}

#[derive(Template)]
#[template(path = "mission_meeting.html")]
struct Page {
    f: Frame,
    h: Head,
    with: Vec<(String, String, String)>,
    own: Vec<String>,
    day: String,
    when: String,
    elsewhere: Vec<String>,
    place: String,
    action: String,
    back: String,
    after: Option<After>,
    running: bool,
}

fn wish_id(text: &str) -> Result<WishId, Refusal> {
    WishId::new(text).map_err(|_| Refusal::missing("meeting"))
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, id, wish)): Path<(String, String, String)>) -> Answer {
    let here = Here::of(&ask, &id, &ask.fields).await?;
    let (party, wish) = (here.party(&ask)?, wish_id(&wish)?);
    let timetable = missions::timetable(ask.node(), &ask.who, here.id(), party).await?;
    let missing = || Refusal::missing("meeting");
    let meetings = timetable.plan.iter().flat_map(|plan| &plan.meetings);
    let meeting = meetings.into_iter().find(|meeting| meeting.wish == wish).ok_or_else(missing)?;
    let of = Appointment::of(&timetable.mission, meeting).ok_or_else(missing)?;
    let (who, said) =
        (of.who().collect::<Vec<_>>(), missions::meetings(ask.node(), &ask.who, here.id()).await?);
    let own: Vec<_> = who.iter().filter(|(a, _)| a.party == *party).map(|(_, d)| *d).collect();
    let told = Told { locale: ask.locale(), mission: &timetable.mission };
    let zone = timetable.mission.attendee(party).map_or("UTC", |a| a.zone.as_str());
    let others = who.iter().filter(|(a, _)| a.party != *party);
    let said = said.into_iter().find(|told| told.meeting.wish == wish);
    let running = here.is_running() && ask.who.speaks_for(party);
    html(&Page {
        f: ask.own_frame("missions-meeting"),
        h: here.head(&ask, "/meetings"),
        with: others.map(|(a, d)| (a.party.to_string(), a.name.clone(), named(&timetable, d))).collect(),
        own: own.iter().map(|delegate| named(&timetable, delegate)).collect(),
        day: ask.locale().date(on_wall(meeting.start, zone).date(), Length::Full),
        when: hours(&told, &of, zone),
        elsewhere: told.times(&of, own.first().copied()).into_iter().skip(1).collect(),
        place: told.place(&of),
        action: ask.to(&format!("/missions/{}/meetings/{wish}", here.id())),
        back: ask.to(&here.path("/timetable")),
        after: said.map(|said| after(&told, &timetable, (party, running), &said)),
        running,
    })
}

/// `writes` tells whether whoever looks may write for the party: what it wrote stands in the form then.
fn after(
    told: &Told<'_>,
    timetable: &Timetable,
    (party, writes): (&PartyId, bool),
    said: &MeetingTold,
) -> After {
    let zone = timetable.mission.attendee(party).map_or("UTC", |a| a.zone.as_str());
    let mine = said.attendance.said.get(party);
    let choice = |value: String, words: String, witness: &Witness| (value, words, mine == Some(witness));
    let mut choices = vec![choice("held".to_owned(), told.say("missions-held"), &Witness::Held)];
    for other in said.attendance.parties.iter().filter(|other| *other != party) {
        let words = told.locale.say("missions-missing", &[("party", told.party(other).into())]);
        choices.push(choice(other.to_string(), words, &Witness::Missing { party: other.clone() }));
    }
    let away = told.say("missions-stayed-away");
    choices.push(choice("stayed-away".to_owned(), away, &Witness::StayedAway));
    let text = |text: &pul_domain::Private<String>| text.open_with_consent().clone();
    let own = said.notes.get(party);
    let others = said.notes.iter().filter(|(of, _)| !writes || *of != party);
    After {
        verdict: verdict(told, &said.verdict),
        open: said.verdict == Verdict::Open,
        until: told.when(said.attendance.answer_by, zone),
        choices,
        outcome: own.map(|note| text(&note.outcome)).unwrap_or_default(),
        next_step: own.map(|note| text(&note.next_step)).unwrap_or_default(),
        notes: others
            .map(|(of, note)| Note {
                party: told.party(of),
                outcome: text(&note.outcome),
                next_step: text(&note.next_step),
            })
            .collect(),
    }
}

/// What became of a meeting.
pub(super) fn verdict(told: &Told<'_>, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Open => told.say("missions-verdict-open"),
        Verdict::Held => told.say("missions-verdict-held"),
        Verdict::NoShow { parties } => {
            let who = told.locale.list_and(parties.iter().map(|party| told.party(party)));
            told.locale.say("missions-verdict-absent", &[("party", who.into())])
        }
        Verdict::Disputed => told.say("missions-verdict-disputed"),
        Verdict::Unknown => told.say("missions-verdict-unknown"),
    }
}

/// Takes a party's word about a meeting, or what it writes of it.
pub(crate) async fn say(Path((_, id, wish)): Path<(String, String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let here = Here::of(ask, &id, fields).await?;
    let (party, wish) = (here.party(ask)?, wish_id(&wish)?);
    let (node, who) = (ask.node(), &ask.who);
    match fields.text("step") {
        "note" => {
            let written = (fields.text("outcome"), fields.text("next-step"));
            missions::note(node, who, here.id(), &wish, party, written).await?;
        }
        _ => {
            let witness = match fields.text("says") {
                "held" => Witness::Held,
                "stayed-away" => Witness::StayedAway,
                other => {
                    Witness::Missing { party: PartyId::new(other).map_err(|_| Refusal::missing("attendee"))? }
                }
            };
            missions::tell(node, who, here.id(), &wish, party, witness).await?;
        }
    }
    ask.onwards(&here.path(&format!("/meetings/{wish}")), "mission-told")
}

/// A person arrived.
pub(crate) async fn arrive(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let here = Here::of(ask, &id, &form.fields).await?;
    let person = pul_domain::DelegateId::new(form.fields.text("person"));
    let person = person.map_err(|_| Refusal::missing("delegate"))?;
    missions::check_in(ask.node(), &ask.who, here.id(), here.party(ask)?, &person).await?;
    ask.onwards(&here.path("/timetable"), "mission-checked-in")
}
