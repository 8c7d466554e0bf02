//! A party's timetable: each meeting on every clock, what changed since the edition before, calendars.

use super::here::{Head, Here};
use super::meeting::verdict as verdict_told;
use super::offers::{self, Offer};
use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use jiff::Timestamp;
use pul_app::live::missions::{self, Timetable};
use pul_domain::{
    Appointment, Attendee, DelegateId, MissionPlan, PersonChange, PlannedMeeting, Verdict, WishId, changes,
    on_wall,
};
use pul_locale::Length;
use pul_timetable::Told;
use std::collections::BTreeMap;

struct Meeting {
    /// Its own page.
    path: String,
    /// On the party's own clock.
    when: String,
    elsewhere: Vec<String>,
    with: Vec<(String, String, String)>,
    place: String,
    /// Whether it is under way, the next, or over, and then what became of it.
    state: String,
    now: bool,
}

/// A day of a person, with its meetings.
type Day = (String, Vec<Meeting>);

struct Person {
    id: String,
    name: String,
    days: Vec<Day>,
    /// Since when there is a calendar address.
    calendar: Option<String>,
    /// When they arrived today.
    arrived: Option<String>,
    /// What changed: how, as the last part of a key; with whom; when it was; when it is.
    changed: Vec<(&'static str, String, String, String)>,
}

#[derive(Template)]
#[template(path = "mission_timetable.html")]
struct Page {
    f: Frame,
    h: Head,
    published: bool,
    edition: String,
    /// Whether there was an edition before this one.
    again: bool,
    people: Vec<Person>,
    /// Sittings that came free and are held for the party.
    offers: Vec<Offer>,
    offer_at: String,
    own: bool,
    /// Whether people can say today that they arrived.
    today: bool,
    check_in: String,
    action: String,
    sheet: String,
    pdf: Option<String>,
    ics: String,
}

/// The page.
pub(crate) async fn show(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    let here = Here::of(&ask, &id, &ask.fields).await?;
    let party = here.party(&ask)?;
    let timetable = missions::timetable(ask.node(), &ask.who, here.id(), party).await?;
    let own = ask.who.speaks_for(party);
    let calendars =
        if own { missions::feeds(ask.node(), &ask.who, here.id(), party).await? } else { Default::default() };
    let told = Told { locale: ask.locale(), mission: &timetable.mission };
    let zone = timetable.mission.attendee(party).map_or("UTC", |a| a.zone.as_str());
    let changed = changes(timetable.before.as_ref(), timetable.plan.as_ref());
    let said = missions::meetings(ask.node(), &ask.who, here.id()).await?;
    let said = said.into_iter().map(|told| (told.meeting.wish, told.verdict)).collect();
    let today = missions::day_of(&timetable.mission, ask.now());
    let arrived = match today {
        Some(day) => missions::check_ins(ask.node(), &ask.who, here.id(), day).await?,
        None => Vec::new(),
    };
    let shown = Shown { ask: &ask, here: &here, told, timetable: &timetable, said };
    let people = timetable.people.iter().map(|card| Person {
        id: card.id.to_string(),
        name: named(&timetable, &card.id),
        days: timetable.plan.iter().flat_map(|plan| shown.days(plan, &card.id)).collect(),
        arrived: arrived.iter().find(|row| row.delegate == card.id).map(|row| told.when(row.at, zone)),
        calendar: calendars
            .get(&card.id)
            .map(|since| ask.locale().date(on_wall(*since, zone).date(), Length::Long)),
        changed: changed
            .iter()
            .filter(|c| c.delegate == card.id)
            .flat_map(|c| change(&told, c, zone))
            .collect(),
    });
    let edition = timetable.told.map(|at| {
        let values = [("n", timetable.version.into()), ("when", told.when(at, zone).into())];
        ask.locale().say("missions-edition", &values)
    });
    let at = |page: &str| ask.to(&here.path(page));
    html(&Page {
        f: ask.own_frame("missions-timetable"),
        h: here.head(&ask, "/timetable"),
        published: timetable.plan.is_some(),
        edition: edition.unwrap_or_default(),
        again: timetable.before.is_some(),
        people: people.collect(),
        offers: if own { offers::open(&ask, &here, party).await? } else { Vec::new() },
        offer_at: ask.to(&format!("/missions/{}/offers/", here.id())),
        own,
        today: today.is_some() && here.is_running(),
        check_in: ask.to(&format!("/missions/{}/check-in", here.id())),
        action: ask.to(&format!("/missions/{}/calendar", here.id())),
        sheet: at("/sheet"),
        pdf: cfg!(feature = "pdf").then(|| at("/sheet.pdf")),
        ics: ask.to(&format!("/missions/{}/meetings.ics?party={party}", here.id())),
    })
}

/// What a person is called: the name their party gave, or the id plans name them by.
pub(super) fn named(timetable: &Timetable, id: &DelegateId) -> String {
    let own = timetable.people.iter().find(|card| card.id == *id).map(|card| &card.name);
    let name = own.filter(|name| !name.is_empty()).or_else(|| timetable.names.get(id));
    name.map_or_else(|| id.to_string(), Clone::clone)
}

/// A timetable with what is said of its meetings.
struct Shown<'a> {
    ask: &'a Ask,
    here: &'a Here,
    told: Told<'a>,
    timetable: &'a Timetable,
    /// What became of those that have begun.
    said: BTreeMap<WishId, Verdict>,
}

impl Shown<'_> {
    /// The days of a person on their own clock.
    fn days(&self, plan: &MissionPlan, delegate: &DelegateId) -> Vec<Day> {
        let zone = self.told.mission.sends(delegate).map_or("UTC", |a| a.zone.as_str());
        let all = plan.day(self.told.mission, delegate);
        let now = self.ask.now();
        let next = all.iter().map(|of| of.meeting.start).find(|start| *start > now);
        let day = |of: &Appointment<'_>| on_wall(of.meeting.start, zone).date();
        let of_day = |same: &[Appointment<'_>]| {
            let meetings = same.iter().map(|of| self.meeting(of, (delegate, zone), next)).collect();
            (self.told.locale.date(day(&same[0]), Length::Full), meetings)
        };
        all.chunk_by(|a, b| day(a) == day(b)).map(of_day).collect()
    }

    fn meeting(
        &self,
        of: &Appointment<'_>,
        (delegate, zone): (&DelegateId, &str),
        next: Option<Timestamp>,
    ) -> Meeting {
        let (told, now) = (&self.told, self.ask.now());
        let other = |(a, d): (&Attendee, &DelegateId)| {
            (a.party.to_string(), a.name.clone(), named(self.timetable, d))
        };
        let under_way = of.meeting.start <= now && now < of.meeting.end;
        let state = match () {
            () if under_way => told.say("missions-now"),
            () if Some(of.meeting.start) == next => told.say("missions-next"),
            () if now < of.meeting.start => String::new(),
            () => {
                let verdict = self.said.get(&of.wish.id);
                verdict.map_or_else(|| told.say("missions-over"), |said| verdict_told(told, said))
            }
        };
        Meeting {
            path: self.ask.to(&self.here.path(&format!("/meetings/{}", of.wish.id))),
            when: hours(told, of, zone),
            elsewhere: told.times(of, Some(delegate)).into_iter().skip(1).collect(),
            with: of.others(delegate).map(other).collect(),
            place: told.place(of),
            state,
            now: under_way,
        }
    }
}

/// From when until when, on one clock.
pub(super) fn hours(told: &Told<'_>, of: &Appointment<'_>, zone: &str) -> String {
    let (from, until) = (on_wall(of.meeting.start, zone), on_wall(of.meeting.end, zone));
    told.locale.range(&told.locale.time(from.time()), &told.locale.time_zoned(&until))
}

/// What changed for a person, in lines.
fn change(told: &Told<'_>, change: &PersonChange, zone: &str) -> Vec<(&'static str, String, String, String)> {
    let when = |meeting: &PlannedMeeting| {
        let place = Appointment::of(told.mission, meeting).map(|of| told.place(&of)).unwrap_or_default();
        format!("{} · {place}", told.when(meeting.start, zone))
    };
    let with = |meeting: &PlannedMeeting| {
        let of = Appointment::of(told.mission, meeting);
        of.map(|of| told.parties(&of, Some(&change.delegate))).unwrap_or_default()
    };
    let lost = change.lost.iter().map(|m| ("lost", with(m), when(m), String::new()));
    let moved = change.moved.iter().map(|(was, is)| ("moved", with(is), when(was), when(is)));
    let gained = change.gained.iter().map(|m| ("gained", with(m), String::new(), when(m)));
    lost.chain(moved).chain(gained).collect()
}
