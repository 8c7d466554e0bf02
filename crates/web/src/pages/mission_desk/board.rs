//! The day as it runs: who sits where now, what is next, which sittings are held for the waiting list.

use super::publication::zone;
use super::top::{Top, mission, told};
use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use jiff::Timestamp;
use jiff::civil::DateTime;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MissionShown};
use pul_domain::{Appointment, SittingOfferState, on_wall};
use pul_locale::Length;
use pul_timetable::Told;

/// Starts shown that are to come.
const STARTS: usize = 3;
/// Lines shown of a list.
const SHOWN: usize = 80;

/// A meeting on the board.
struct Sitting {
    times: String,
    place: String,
    parties: String,
}

#[derive(Template)]
#[template(path = "mission_desk_board.html")]
struct Page {
    f: Frame,
    top: Top,
    published: bool,
    as_of: String,
    /// The moment on the clock of the first place, as a field has it.
    at: String,
    zone: String,
    now: Vec<Sitting>,
    next: Vec<Sitting>,
    held: String,
    to_come: String,
    arrived: String,
    offers: Vec<Sitting>,
}

/// The board, for this moment or for one that is asked for.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let shown = mission(&ask, &id).await?;
    let zone = zone(&shown).to_owned();
    let at = moment(&ask, &zone);
    let seen = shown.edition.as_ref().and_then(|edition| edition.seen);
    let plan = match seen {
        Some(number) => Some(missions::plan(ask.node(), &ask.who, &shown.card.id, number).await?.1.plan),
        None => None,
    };
    let all = plan.as_ref().map(|plan| plan.appointments(&shown.mission)).unwrap_or_default();
    let telling = told(&ask, &shown.mission);
    let running = all.iter().filter(|of| of.meeting.start <= at && at < of.meeting.end);
    let coming: Vec<&Appointment<'_>> = all.iter().filter(|of| of.meeting.start > at).collect();
    let mut starts: Vec<Timestamp> = coming.iter().map(|of| of.meeting.start).collect();
    starts.dedup();
    let until = starts.get(STARTS.min(starts.len()).saturating_sub(1)).copied().unwrap_or(at);
    let next = coming.iter().filter(|of| of.meeting.start <= until).take(SHOWN);
    let count = |n: usize| ask.locale().integer(n as i128);
    let (f, top) = Top::of(&ask, &shown, "/board");
    let wall = on_wall(at, &zone);
    html(&Page {
        f,
        top,
        published: plan.is_some(),
        as_of: ask.locale().date_time(&wall, Length::Full),
        at: wall.strftime("%Y-%m-%dT%H:%M").to_string(),
        now: running.take(SHOWN).map(|of| sitting(telling, of)).collect(),
        next: next.map(|of| sitting(telling, of)).collect(),
        held: count(all.iter().filter(|of| of.meeting.end <= at).count()),
        to_come: count(coming.len()),
        arrived: count(arrivals(&ask, &shown, at).await?),
        offers: offers(&ask, &shown, telling).await?,
        zone,
    })
}

/// The moment asked for, on the clock of the first place; or this one.
fn moment(ask: &Ask, zone: &str) -> Timestamp {
    let wanted = ask.fields.get("at").and_then(|text| text.parse::<DateTime>().ok());
    let zoned = wanted.and_then(|wall| format!("{wall}[{zone}]").parse::<jiff::Zoned>().ok());
    zoned.map_or_else(|| ask.now(), |zoned| zoned.timestamp())
}

fn sitting(telling: Told<'_>, of: &Appointment<'_>) -> Sitting {
    Sitting {
        times: telling.times(of, None).join(" · "),
        place: telling.place(of),
        parties: telling.parties(of, None),
    }
}

/// How many people arrived on the day.
async fn arrivals(ask: &Ask, shown: &MissionShown, at: Timestamp) -> Result<usize, Refusal> {
    let Some(day) = missions::day_of(&shown.mission, at) else { return Ok(0) };
    Ok(missions::check_ins(ask.node(), &ask.who, &shown.card.id, day).await?.len())
}

/// Sittings that are held for pairs on the waiting list.
async fn offers(ask: &Ask, shown: &MissionShown, telling: Told<'_>) -> Result<Vec<Sitting>, Refusal> {
    let found = missions::offers(ask.node(), &ask.who, &shown.card.id).await?;
    let open = found.iter().map(|row| &row.offer).filter(|offer| offer.state == SittingOfferState::Open);
    let line = |offer: &pul_domain::SittingOffer| {
        let venue = shown.mission.venue(&offer.sitting.venue);
        Sitting {
            times: telling.when(offer.sitting.start, venue.map_or("UTC", |v| v.zone.as_str())),
            place: venue.map(|v| ask.locale().name(&v.name)).unwrap_or_default(),
            parties: ask.locale().list_and(offer.parties.iter().map(|party| telling.party(party))),
        }
    };
    Ok(open.take(SHOWN).map(line).collect())
}
