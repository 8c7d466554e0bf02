//! The answer to an invitation: who comes, in which hours, where; and that nobody does.

use super::here::{Head, Here};
use crate::ask::{Answer, Ask, Fields, Form, html, html_with_faults};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use jiff::civil::DateTime;
use pul_app::live::missions::{self, Coming, Person};
use pul_app::live::records::MissionAttendee;
use pul_app::live::{Refusal, RefusalKind};
use pul_domain::{DaySet, Mission, Span, TimeOfDay, VenueId, Weekday, WorkingHours};
use std::collections::BTreeSet;

/// Lines for people beyond those known.
const BLANK_PEOPLE: usize = 2;
/// How an instant on a wall clock is written in the form, and how many characters that is.
const WALL: (&str, usize) = ("%Y-%m-%d %H:%M", 16);

/// A choice: value, words, whether it is made.
type Choice = (String, String, bool);

struct Line {
    n: usize,
    id: String,
    name: String,
    email: String,
}

#[derive(Template)]
#[template(path = "mission_coming.html")]
struct Page {
    f: Frame,
    h: Head,
    action: String,
    people: Vec<Line>,
    zone: String,
    zones: Vec<String>,
    from: String,
    until: String,
    days: Vec<Choice>,
    stretch: String,
    venues: Vec<Choice>,
    keeps: Vec<Choice>,
    away: String,
    faults: Vec<String>,
}

/// The form as it was answered before.
pub(crate) async fn form(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let here = Here::of(&ask, &id, &ask.fields).await?;
    html(&page(&ask, &here, &stated(own(&ask, &here)?), Vec::new()))
}

/// The row of the party the page is for.
fn own<'h>(ask: &Ask, here: &'h Here) -> Result<&'h MissionAttendee, Refusal> {
    let party = here.party(ask)?;
    let row = here.shown.attendees.iter().find(|row| row.attendee.party == *party);
    row.filter(|_| ask.who.speaks_for(party)).ok_or_else(|| Refusal::missing("attendee"))
}

/// What is kept of an attendee, as the fields of the form.
fn stated(row: &MissionAttendee) -> Fields {
    let mut fields = Vec::new();
    let mut add = |name: &str, value: String| fields.push((name.to_owned(), value));
    for card in &row.people {
        add("id", card.id.to_string());
        add("name", card.name.clone());
        add("email", card.email.as_ref().map(|e| e.open_with_consent().clone()).unwrap_or_default());
    }
    let attendee = &row.attendee;
    add("zone", attendee.zone.clone());
    if let Some(hours) = &attendee.hours {
        add("from", hours.start.to_string());
        add("until", hours.end.to_string());
        Weekday::ALL
            .into_iter()
            .filter(|d| hours.days.has(*d))
            .for_each(|d| add("day", (d as u8).to_string()));
    }
    if attendee.stretch_minutes > 0 {
        add("stretch", attendee.stretch_minutes.to_string());
    }
    attendee.venues.iter().for_each(|venue| add("venue", venue.to_string()));
    attendee.keeps.iter().for_each(|block| add("keep", block.clone()));
    let wall = |at: DateTime| at.strftime(WALL.0).to_string();
    let line = |span: &Span| format!("{} – {}", wall(span.from), wall(span.until));
    add("away", attendee.away.iter().map(line).collect::<Vec<_>>().join("\n"));
    Fields(fields)
}

fn page(ask: &Ask, here: &Here, fields: &Fields, faults: Vec<String>) -> Page {
    let mission = &here.shown.mission;
    let chosen = |name: &str| fields.all(name).map(str::to_owned).collect::<BTreeSet<_>>();
    let (days, venues, keeps) = (chosen("day"), chosen("venue"), chosen("keep"));
    let weekday = |day: Weekday| {
        let words = jiff::civil::Weekday::from_monday_zero_offset(day as i8).map(|d| ask.locale().weekday(d));
        let id = (day as u8).to_string();
        let on = if days.is_empty() { DaySet::WORKING_WEEK.has(day) } else { days.contains(&id) };
        (id, words.unwrap_or_default(), on)
    };
    let venue = |v: &pul_domain::Venue| (v.id.to_string(), v.name.clone(), venues.contains(v.id.as_str()));
    let blocks = mission.blocks.iter().filter(|block| !block.everybody);
    Page {
        f: ask.own_frame("missions-coming-title"),
        h: here.head(ask, "/coming"),
        action: ask.to(&format!("/missions/{}/coming", here.id())),
        people: lines(fields),
        zone: fields.text("zone").to_owned(),
        zones: zones(ask, mission),
        from: fields.text("from").to_owned(),
        until: fields.text("until").to_owned(),
        days: Weekday::ALL.map(weekday).into(),
        stretch: fields.text("stretch").to_owned(),
        venues: mission.venues.iter().map(venue).collect(),
        keeps: blocks.map(|b| (b.id.clone(), b.title.clone(), keeps.contains(&b.id))).collect(),
        away: fields.text("away").to_owned(),
        faults,
    }
}

/// The people of the fields, and some lines for more.
fn lines(fields: &Fields) -> Vec<Line> {
    let mut people: Vec<Person> = people(fields);
    let blank = Person { id: String::new(), name: String::new(), email: String::new() };
    people.extend(std::iter::repeat_n(blank, BLANK_PEOPLE));
    let line =
        |(n, person): (usize, Person)| Line { n, id: person.id, name: person.name, email: person.email };
    (1..).zip(people).map(line).collect()
}

/// The people of a form: the three fields of each stand in one order.
fn people(fields: &Fields) -> Vec<Person> {
    let every = |name: &'static str| fields.0.iter().filter(move |(k, _)| k == name).map(|(_, v)| v.trim());
    let all = every("id").zip(every("name")).zip(every("email"));
    let person = |((id, name), email): ((&str, &str), &str)| Person {
        id: id.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
    };
    all.map(person).filter(|p| !(p.id.is_empty() && p.name.is_empty() && p.email.is_empty())).collect()
}

/// Zones to choose from: those of the pack's cities and of the mission's places. Any other may be written.
fn zones(ask: &Ask, mission: &Mission) -> Vec<String> {
    let pack = ask.node().pack();
    let cities = pack.sides().iter().flat_map(|side| &side.cities).map(|city| city.zone.name().to_owned());
    let places = mission.venues.iter().map(|venue| venue.zone.clone());
    cities.chain(places).collect::<BTreeSet<_>>().into_iter().collect()
}

/// What the fields of the form say, or what is wrong with them, one sentence each.
fn read(ask: &Ask, row: &MissionAttendee, fields: &Fields) -> Result<Coming, Vec<String>> {
    let (locale, mut faults) = (ask.locale(), Vec::new());
    let zone = fields.get("zone").unwrap_or(&row.attendee.zone).to_owned();
    let mut time = |name: &str| {
        let stated = fields.get(name)?;
        let read = TimeOfDay::try_from(stated.to_owned());
        read.inspect_err(|_| faults.push(locale.say("missions-fault-time", &[("text", stated.into())]))).ok()
    };
    let hours = match (time("from"), time("until")) {
        (Some(start), Some(end)) => {
            let day = |n: &str| n.parse::<usize>().ok().and_then(|n| Weekday::ALL.get(n).copied());
            let days = DaySet::from(fields.all("day").filter_map(day).collect::<Vec<_>>());
            let days = if days.is_empty() { DaySet::WORKING_WEEK } else { days };
            Some(WorkingHours { zone: zone.clone(), start, end, days })
        }
        (None, None) => None,
        _ => {
            faults.push(locale.say("missions-fault-hours", &[]));
            None
        }
    };
    let mut away = Vec::new();
    for line in fields.text("away").lines().map(str::trim).filter(|line| !line.is_empty()) {
        match span(line, &zone) {
            Some(span) => away.push(span),
            None => faults.push(locale.say("missions-fault-span", &[("text", line.into())])),
        }
    }
    let stretch_minutes = fields.get("stretch").map_or(Some(0), |text| text.parse().ok());
    if stretch_minutes.is_none() {
        faults.push(locale.say("missions-fault-stretch", &[]));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Coming {
        // Whoever's name and address were both taken out does not come.
        people: people(fields).into_iter().filter(|p| !(p.name.is_empty() && p.email.is_empty())).collect(),
        zone,
        hours,
        stretch_minutes: stretch_minutes.unwrap_or_default(),
        away,
        delegate_away: row.attendee.delegate_away.clone(),
        keeps: fields.all("keep").map(str::to_owned).collect(),
        venues: fields.all("venue").filter_map(|id| VenueId::new(id).ok()).collect(),
    })
}

/// A line of the form: it begins with one instant on the wall clock and ends with another, whatever word of whichever
/// language stands between.
fn span(line: &str, zone: &str) -> Option<Span> {
    let at = |text: Option<&str>| DateTime::strptime(WALL.0, text?).ok();
    let from = at(line.get(..WALL.1))?;
    let until = at(line.len().checked_sub(WALL.1).and_then(|begin| line.get(begin..)))?;
    (from < until).then(|| Span { from, until, zone: zone.to_owned() })
}

/// Saves the answer.
pub(crate) async fn save(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let (ask, fields) = (&form.ask, &form.fields);
    let here = Here::of(ask, &id, fields).await?;
    let row = own(ask, &here)?;
    let coming = match read(ask, row, fields) {
        Ok(coming) => coming,
        Err(faults) => return html_with_faults(&page(ask, &here, fields, faults)),
    };
    match missions::answer(ask.node(), &ask.who, here.id(), &row.attendee.party, &coming).await {
        Ok(()) => ask.onwards(&here.path(""), "mission-answered"),
        Err(refusal) if refusal.kind == RefusalKind::Invalid => {
            let mut told: Vec<String> = refusal
                .findings
                .iter()
                .map(|finding| {
                    let (_, cause, cure) = crate::fault::told(ask, finding);
                    format!("{cause} {cure}")
                })
                .collect();
            if told.is_empty() {
                told.push(crate::fault::sentence(ask, &refusal));
            }
            html_with_faults(&page(ask, &here, fields, told))
        }
        Err(other) => Err(other.into()),
    }
}

/// Says that the party does not come, or drops out.
pub(crate) async fn decline(Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let ask = &form.ask;
    let here = Here::of(ask, &id, &form.fields).await?;
    missions::decline(ask.node(), &ask.who, here.id(), here.party(ask)?).await?;
    ask.onwards(&here.path(""), "mission-answered")
}
