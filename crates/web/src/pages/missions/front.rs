//! A mission: what it is, where and when on both sides' clocks, who comes, and the visitor's own part.

use super::clocks;
use super::here::{Head, Here};
use super::list::days;
use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use jiff::Timestamp;
use jiff::civil::Date;
use pul_app::live::records::{Invitation, MissionState};
use pul_domain::{Block, Grid, Mission, PartyId, Venue, Weekday, on_wall};
use pul_locale::{Length, Locale};

/// Clocks a time is told on.
const CLOCKS: usize = 4;

/// Days with the same hours: the days, the hours at the place, the hours elsewhere.
type Hours = (String, String, Vec<String>);

struct Place {
    name: String,
    area: Option<String>,
    tables: u32,
    hours: Vec<Hours>,
}

struct Mine {
    name: String,
    invitation: &'static str,
    /// Where its answer is given.
    answer: String,
    party: String,
    coming: bool,
    waits: bool,
}

#[derive(Template)]
#[template(path = "mission.html")]
struct Page {
    f: Frame,
    h: Head,
    days: String,
    places: Vec<Place>,
    blocks: Vec<(String, String)>,
    coming: usize,
    /// Who comes: party, name, role.
    who: Vec<(String, String, String)>,
    mine: Vec<Mine>,
    running: bool,
    planned: bool,
    told: Option<String>,
    id: String,
    sign_in: String,
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let here = Here::of(&ask, &id, &ask.fields).await?;
    let (shown, locale) = (&here.shown, ask.locale());
    let mission = &shown.mission;
    let own = here.party.as_ref().and_then(|party| mission.attendee(party)).map(|a| a.zone.as_str());
    let zones = || own.into_iter().chain(shown.zones.iter().map(String::as_str));
    let places = mission.venues.iter().map(|venue| Place {
        name: venue.name.clone(),
        area: venue.area.clone(),
        tables: venue.tables.into(),
        hours: hours(&locale, venue, &zones().collect::<Vec<_>>()),
    });
    let comes = |party: &PartyId| shown.answers.get(party) == Some(&Invitation::Coming);
    let who = mission.attendees.iter().filter(|a| comes(&a.party));
    let edition = shown.edition.as_ref().filter(|edition| edition.seen.is_some());
    let told = edition.and_then(|edition| Some((edition.version, edition.told?))).map(|(version, at)| {
        let zone = own.or(mission.venues.first().map(|v| v.zone.as_str())).unwrap_or("UTC");
        let when = locale.date_time(&on_wall(at, zone), Length::Medium);
        locale.say("missions-edition", &[("n", version.into()), ("when", when.into())])
    });
    html(&Page {
        f: ask.frame(shown.card.title.clone(), ask.who.is_signed_in()),
        h: here.head(&ask, ""),
        days: days(&ask, &shown.card),
        places: places.collect(),
        blocks: mission.blocks.iter().map(|b| (b.title.clone(), block(&locale, b, mission))).collect(),
        coming: shown.coming,
        who: who.map(|a| (a.party.to_string(), a.name.clone(), a.role.clone())).collect(),
        mine: mine(&ask, &here),
        running: here.is_running(),
        planned: shown.card.state == MissionState::Planned,
        told,
        id: here.id().to_string(),
        sign_in: ask.sign_in_address(),
    })
}

fn mine(ask: &Ask, here: &Here) -> Vec<Mine> {
    let own = here.shown.attendees.iter().filter(|row| here.shown.card.mine.contains(&row.attendee.party));
    let told = own.map(|row| Mine {
        name: row.attendee.name.clone(),
        invitation: row.invitation.as_str(),
        answer: ask.to(&format!("/missions/{}/coming?party={}", here.id(), row.attendee.party)),
        party: row.attendee.party.to_string(),
        coming: row.invitation == Invitation::Coming,
        waits: row.invitation == Invitation::Invited,
    });
    told.collect()
}

/// A day's first start and last end on the clock of the place.
fn day(grid: &Grid, venue: &Venue) -> Option<(Timestamp, Timestamp)> {
    let zone = on_wall(Timestamp::UNIX_EPOCH, &venue.zone).time_zone().clone();
    let slots = i64::from(grid.slots.max(1));
    let length = slots * i64::from(grid.minutes) + (slots - 1) * i64::from(grid.pause);
    let midnight = grid.date.at(0, 0, 0, 0);
    let at = |minutes: i64| {
        let wall = midnight.checked_add(jiff::Span::new().minutes(minutes)).ok()?;
        zone.to_ambiguous_timestamp(wall).compatible().ok()
    };
    let start = i64::from(grid.start.minutes());
    Some((at(start)?, at(start + length)?))
}

/// A place's hours; days that follow each other with the same hours on every clock stand together.
fn hours(locale: &Locale, venue: &Venue, zones: &[&str]) -> Vec<Hours> {
    let mut grids: Vec<&Grid> = venue.grids.iter().collect();
    grids.sort_by_key(|grid| (grid.date, grid.start));
    let mut together: Vec<(Date, Date, String, Vec<String>)> = Vec::new();
    for grid in grids {
        let Some(span) = day(grid, venue) else { continue };
        let all = std::iter::once(venue.zone.as_str()).chain(zones.iter().copied());
        let clocks = clocks::different(all, span.0, CLOCKS);
        let (here, elsewhere) = clocks::span(locale, span, &clocks);
        match together.last_mut() {
            Some((_, last, at, others))
                if *at == here && *others == elsewhere && last.tomorrow().ok() == Some(grid.date) =>
            {
                *last = grid.date;
            }
            _ => together.push((grid.date, grid.date, here, elsewhere)),
        }
    }
    let days = |first: Date, last: Date| {
        let day = |date| locale.date(date, Length::Full);
        if first == last { day(first) } else { locale.range(&day(first), &day(last)) }
    };
    together.into_iter().map(|(first, last, here, elsewhere)| (days(first, last), here, elsewhere)).collect()
}

/// When a block is, and for whom.
fn block(locale: &Locale, block: &Block, mission: &Mission) -> String {
    let weekday = |day: Weekday| {
        let of_week = jiff::civil::Weekday::from_monday_zero_offset(day as i8);
        of_week.map(|day| locale.weekday(day)).unwrap_or_default()
    };
    let days: Vec<Weekday> = Weekday::ALL.into_iter().filter(|day| block.days.has(*day)).collect();
    let days = if days.len() == 7 {
        locale.say("missions-block-daily", &[])
    } else {
        locale.list_and(days.into_iter().map(weekday))
    };
    let clock = |time: pul_domain::TimeOfDay| {
        let minutes = time.minutes() % 1440;
        let time = jiff::civil::Time::new((minutes / 60) as i8, (minutes % 60) as i8, 0, 0);
        time.map(|time| locale.time(time)).unwrap_or_default()
    };
    let hours = locale.range(&clock(block.start), &clock(block.end));
    let zone = block.zone.as_ref().and_then(|zone| {
        let first = mission.venues.iter().flat_map(|v| &v.grids).map(|g| g.date).min()?;
        let noon = first.at(12, 0, 0, 0);
        let rules = on_wall(Timestamp::UNIX_EPOCH, zone).time_zone().clone();
        noon.to_zoned(rules).ok().map(|at| locale.zone(&at))
    });
    let zone = zone.unwrap_or_else(|| locale.say("missions-block-own-clock", &[]));
    let whom = if block.everybody { "missions-block-always" } else { "missions-block-kept" };
    format!("{days} · {hours} {zone} · {}", locale.say(whom, &[]))
}
