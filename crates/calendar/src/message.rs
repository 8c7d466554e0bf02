//! Calendars to subscribe to, and messages about single meetings.

use crate::content::Content;
use crate::event::{State, event, uid};
use crate::zone::rules;
use crate::{Clock, Issue, Mailbox};
use jiff::Timestamp;
use pul_domain::{Appointment, DelegateId, MissionPlan, PersonChange, PlannedMeeting, on_wall};

/// What a calendar is sent for (RFC 5546, section 1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// To be looked at or subscribed to.
    Publish,
    /// An invitation, or a change of one.
    Request,
    /// A cancellation.
    Cancel,
}

impl Method {
    /// Its name on the `METHOD` line and in the `method` parameter of a mail's content type.
    pub const fn name(self) -> &'static str {
        match self {
            Method::Publish => "PUBLISH",
            Method::Request => "REQUEST",
            Method::Cancel => "CANCEL",
        }
    }
}

/// A message about one meeting to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it is for.
    pub method: Method,
    /// The id of the meeting's event.
    pub uid: String,
    /// The calendar, to be sent as `text/calendar; charset=utf-8` with the method's name.
    pub text: String,
}

/// All meetings of a person as one calendar to subscribe to. Meetings of `before`, the plan that was seen last, that are
/// no longer there are in it as cancelled, for those who copied them.
pub fn feed(
    issue: &Issue<'_>,
    plan: &MissionPlan,
    before: Option<&MissionPlan>,
    delegate: &DelegateId,
) -> String {
    let held = plan.day(issue.mission, delegate);
    let mut gone = before.map(|b| b.day(issue.mission, delegate)).unwrap_or_default();
    gone.retain(|g| held.iter().all(|h| h.wish.id != g.wish.id));
    let name = issue.mission.sends(delegate).map_or(delegate.as_str(), |a| a.name.as_str());
    let mission = issue.mission.title.as_str();
    let title = issue.locale.say("calendar-name", &[("mission", mission.into()), ("person", name.into())]);
    let mut all: Vec<(Appointment<'_>, State)> = held.into_iter().map(|a| (a, State::Held)).collect();
    all.extend(gone.into_iter().map(|a| (a, State::Cancelled)));
    calendar(issue, Method::Publish, Some(&title), &all, delegate, None)
}

/// The messages that tell a person what changed: cancellations first, then changes, then
/// what is new, each with the version as its sequence number.
///
/// RFC 5546 wants an organiser with an address in both; without `issue.organiser` nothing is sent.
pub fn messages(issue: &Issue<'_>, change: &PersonChange, to: &Mailbox) -> Vec<Message> {
    if issue.organiser.is_none() {
        return Vec::new();
    }
    let one = |meeting: &PlannedMeeting, method: Method, state: State| {
        let of = Appointment::of(issue.mission, meeting)?;
        let uid = uid(issue, &of);
        let text = calendar(issue, method, None, &[(of, state)], &change.delegate, Some(to));
        Some(Message { method, uid, text })
    };
    let cancelled = change.lost.iter().filter_map(|m| one(m, Method::Cancel, State::Cancelled));
    let moved = change.moved.iter().filter_map(|(_, m)| one(m, Method::Request, State::Held));
    let gained = change.gained.iter().filter_map(|m| one(m, Method::Request, State::Held));
    cancelled.chain(moved).chain(gained).collect()
}

fn calendar(
    issue: &Issue<'_>,
    method: Method,
    title: Option<&str>,
    all: &[(Appointment<'_>, State)],
    delegate: &DelegateId,
    to: Option<&Mailbox>,
) -> String {
    let mut content = Content::default();
    content.line("BEGIN:VCALENDAR");
    content.line("VERSION:2.0");
    content.line("PRODID:-//Pul//Missions//EN");
    content.line("CALSCALE:GREGORIAN");
    content.line(&format!("METHOD:{}", method.name()));
    let zone = issue.mission.sends(delegate).map_or("UTC", |a| a.zone.as_str());
    if let Some(title) = title {
        content.text("NAME", title);
        content.text("X-WR-CALNAME", title);
        content.text("X-WR-TIMEZONE", zone);
        content.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        content.line("X-PUBLISHED-TTL:PT1H");
    }
    let first = all.iter().map(|(a, _)| a.meeting.start).min();
    let last = all.iter().map(|(a, _)| a.meeting.end).max();
    if let (Clock::Zoned, Some(first), Some(last)) = (issue.clock, first, last) {
        zone_of(&mut content, zone, first, last);
    }
    for (of, state) in all {
        event(&mut content, issue, (of, delegate), *state, to);
    }
    content.line("END:VCALENDAR");
    content.finish()
}

fn zone_of(content: &mut Content, zone: &str, first: Timestamp, last: Timestamp) {
    let local = on_wall(first, zone);
    if let Some(name) = local.time_zone().iana_name().filter(|name| *name != "UTC") {
        rules(content, name, local.time_zone(), first, last);
    }
}
