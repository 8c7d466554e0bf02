//! Letters to the people of a party about their meetings: what changed by a publication, each with its calendar
//! message; the evening before a day of meetings; and after it, whether they were held.

use super::held;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::Refusal;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use pul_domain::{
    Attendee, DelegateId, Mission, MissionId, MissionPlan, PartyId, PersonChange, PlannedMeeting, changes,
    on_wall,
};
use pul_store::tables::{Account, AccountState, DelegateCard, Membership, MissionAttendee, MissionState};
use pul_store::{Actor, Claimed, Job, Query, Write};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Kind of the jobs that write to a party what a publication changed for its people.
pub(crate) const TELL: &str = "mission-tell";
/// Kind of the jobs that write to a person about a day of meetings, before it and after it.
pub(crate) const REMIND: &str = "mission-remind";
/// When people are reminded on the day before, on their own clock.
const EVENING: Time = Time::constant(17, 0, 0, 0);
/// How long after the last meeting of a day people are asked what became of them.
const AFTER: SignedDuration = SignedDuration::from_mins(30);

/// What a letter about meetings carries, so that whoever puts it into words can tell every clock and write the calendar
/// message: no more of the mission than these meetings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The part of the mission that these meetings need.
    pub mission: Mission,
    /// What changed for the person; in a reminder, its meetings as if they were new.
    pub change: PersonChange,
    /// What the person is called.
    pub person: String,
    /// How often people were told something new, and when last.
    pub version: u32,
    /// When people were told last.
    pub stamp: Timestamp,
}

/// The work of one party after a publication.
#[derive(Debug, Serialize, Deserialize)]
struct Telling {
    mission: MissionId,
    party: PartyId,
    before: Option<i64>,
    after: Option<i64>,
    version: u32,
    stamp: Timestamp,
}

/// A day of meetings of a person.
#[derive(Debug, Serialize, Deserialize)]
struct Reminding {
    mission: MissionId,
    delegate: DelegateId,
    day: Date,
    /// Whether the day is over, and what became of its meetings is asked.
    over: bool,
}

/// Has the people of some parties told what a publication or a withdrawal changed for them.
pub(super) async fn tell_later(
    write: &mut Write,
    mission: &MissionId,
    parties: impl Iterator<Item = &PartyId>,
    (before, after): (Option<i64>, Option<i64>),
    (version, stamp): (u32, Timestamp),
) -> Result<(), Refusal> {
    for party in parties {
        let (mission, party) = (mission.clone(), party.clone());
        let id = format!("{TELL}:{mission}:{version}:{party}");
        let telling = Telling { mission, party, before, after, version, stamp };
        let body = serde_json::to_value(telling).map_err(Refusal::internal)?;
        write.enqueue(&Job { id, kind: TELL.to_owned(), body, due: stamp, most: 8 }).await?;
    }
    Ok(())
}

/// Writes to the people of a party what changed for each, a letter for each meeting: calendar programs take one
/// message from a letter, not several.
pub(crate) async fn tell(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let telling: Telling = serde_json::from_value(job.body.clone()).map_err(Refusal::internal)?;
    let held = held::read(node.store(), &telling.mission).await?;
    let plan = async |number: Option<i64>| match number {
        Some(number) => held::plan(node.store(), &telling.mission, number).await,
        None => Ok(None),
    };
    let (before, after) = (plan(telling.before).await?, plan(telling.after).await?);
    let mut write = node.write_as(&Actor::system(TELL)).await?;
    if let Some(kept) = held.attendees.get(&telling.party) {
        let row = &kept.row;
        let theirs = |c: &PersonChange| row.attendee.delegates.contains(&c.delegate);
        for change in changes(before.as_ref(), after.as_ref()).into_iter().filter(theirs) {
            let to = address(&mut write, row, &change.delegate).await?;
            for (code, one) in single(&change) {
                let carried = carried(&held.mission, row, one, (telling.version, telling.stamp));
                post(node, &mut write, &to, row, letter(code, &held.row.mission, row, &carried)?).await?;
            }
        }
        if let Some(plan) = &after {
            remind_later(node, &mut write, &held.mission, &row.attendee, plan).await?;
        }
    }
    write.job_done(job).await?;
    write.commit().await?;
    Ok(())
}

/// A change as changes of one meeting each, with the letter for it.
fn single(change: &PersonChange) -> Vec<(&'static str, PersonChange)> {
    let none =
        || PersonChange { delegate: change.delegate.clone(), gained: vec![], lost: vec![], moved: vec![] };
    let lost = change
        .lost
        .iter()
        .map(|m| ("mission-meeting-cancelled", PersonChange { lost: vec![m.clone()], ..none() }));
    let moved = change
        .moved
        .iter()
        .map(|m| ("mission-meeting-moved", PersonChange { moved: vec![m.clone()], ..none() }));
    let gained = change
        .gained
        .iter()
        .map(|m| ("mission-meeting-planned", PersonChange { gained: vec![m.clone()], ..none() }));
    lost.chain(moved).chain(gained).collect()
}

/// Every meeting a change names.
fn named(change: &PersonChange) -> Vec<&PlannedMeeting> {
    let moved = change.moved.iter().flat_map(|(was, is)| [was, is]);
    change.lost.iter().chain(moved).chain(&change.gained).collect()
}

/// A change with as much of the mission as tells of it: what is private of those who come is left out.
fn carried(
    mission: &Mission,
    row: &MissionAttendee,
    change: PersonChange,
    (version, stamp): (u32, Timestamp),
) -> Carried {
    let meetings = named(&change);
    let wishes: Vec<_> =
        mission.wishes.iter().filter(|w| meetings.iter().any(|m| m.wish == w.id)).cloned().collect();
    let parties: BTreeSet<&PartyId> = wishes.iter().flat_map(|wish| &wish.parties).collect();
    let come = mission.attendees.iter().filter(|a| parties.contains(&a.party)).map(|a| Attendee {
        least: 0,
        most: None,
        with_role: Vec::new(),
        hours: None,
        stretch_minutes: 0,
        away: Vec::new(),
        delegate_away: Vec::new(),
        keeps: Vec::new(),
        venues: Vec::new(),
        no_thanks: Vec::new(),
        most_requests: None,
        ..a.clone()
    });
    let venues = mission.venues.iter().filter(|v| meetings.iter().any(|m| m.venue == v.id)).cloned();
    let venues = venues.map(|mut venue| {
        venue.grids.clear();
        venue.closed.clear();
        venue
    });
    let part = Mission {
        venues: venues.collect(),
        attendees: come.collect(),
        travel: Vec::new(),
        blocks: Vec::new(),
        may_meet: Vec::new(),
        met_before: Vec::new(),
        wishes: Vec::new(),
        ..mission.clone()
    };
    let person = row.people.iter().find(|card| card.id == change.delegate).map(|card| card.name.clone());
    let mission = Mission { wishes, ..part };
    Carried { mission, change, person: person.unwrap_or_default(), version, stamp }
}

fn letter(
    code: &'static str,
    mission: &Mission,
    row: &MissionAttendee,
    carried: &Carried,
) -> Result<Letter, Refusal> {
    let others =
        carried.mission.attendees.iter().filter(|a| a.party != row.attendee.party).map(|a| a.name.as_str());
    let meetings = serde_json::to_string(carried).map_err(Refusal::internal)?;
    let letter = Letter::new(code).value("mission", &mission.id).value("title", &mission.title);
    let letter =
        letter.value("party", &row.attendee.party).value("from", others.collect::<Vec<_>>().join(", "));
    Ok(letter.value("meetings", meetings))
}

/// Where letters for a person go, and in which language, where the party named an address of theirs.
type To = Option<(String, pul_domain::LanguageCode)>;

async fn address(write: &mut Write, row: &MissionAttendee, delegate: &DelegateId) -> Result<To, Refusal> {
    let card = row.people.iter().find(|card| card.id == *delegate);
    let Some(email) = card.and_then(|card: &DelegateCard| card.email.as_ref()) else { return Ok(None) };
    let email = email.open_with_consent().clone();
    let own = Query::new().is("email", Account::email_key(&email));
    if let Some(kept) = write.find::<Account>(&own).await?.into_iter().next() {
        return Ok(Some((email, kept.row.language)));
    }
    // Somebody without an account reads what their party reads.
    for membership in write.find::<Membership>(&Query::new().is("party", &row.attendee.party)).await? {
        let account = write.get::<Account>(membership.row.account.as_str()).await?;
        if let Some(account) = account.filter(|kept| kept.row.state == AccountState::Active) {
            return Ok(Some((email, account.row.language)));
        }
    }
    Ok(Some((email, pul_domain::LanguageCode::ENGLISH)))
}

async fn post(
    node: &Node,
    write: &mut Write,
    to: &To,
    row: &MissionAttendee,
    letter: Letter,
) -> Result<(), Refusal> {
    match to {
        Some((email, language)) => outbox::post(node, write, email, *language, letter).await.map(|_| ()),
        None => outbox::post_to_party(node, write, &row.attendee.party, letter).await,
    }
}

/// Has each person of a party written to on the evening before each day of meetings, and after it.
async fn remind_later(
    node: &Node,
    write: &mut Write,
    mission: &Mission,
    attendee: &Attendee,
    plan: &MissionPlan,
) -> Result<(), Refusal> {
    for delegate in &attendee.delegates {
        let mut days: BTreeMap<Date, Timestamp> = BTreeMap::new();
        for of in plan.day(mission, delegate) {
            let day = on_wall(of.meeting.start, &attendee.zone).date();
            let last = days.entry(day).or_insert(of.meeting.end);
            *last = (*last).max(of.meeting.end);
        }
        for (day, last) in days {
            let zone = on_wall(last, &attendee.zone).time_zone().clone();
            let eve = day.yesterday().ok().and_then(|eve| eve.to_datetime(EVENING).to_zoned(zone).ok());
            let eve = eve.map(|eve| eve.timestamp()).filter(|eve| *eve > node.now());
            for (over, due) in eve.map(|eve| (false, eve)).into_iter().chain([(true, last + AFTER)]) {
                let (mission, delegate) = (mission.id.clone(), delegate.clone());
                let id = format!("{REMIND}:{mission}:{delegate}:{day}:{over}");
                let body = serde_json::to_value(Reminding { mission, delegate, day, over });
                let body = body.map_err(Refusal::internal)?;
                write.enqueue(&Job { id, kind: REMIND.to_owned(), body, due, most: 5 }).await?;
            }
        }
    }
    Ok(())
}

/// Writes to a person about a day of meetings, as the plan people see then has it.
pub(crate) async fn remind(node: &Node, job: &Claimed) -> Result<(), Refusal> {
    let told: Reminding = serde_json::from_value(job.body.clone()).map_err(Refusal::internal)?;
    let held = held::read(node.store(), &told.mission).await?;
    let edition = held::edition(node.store(), &told.mission).await?.map(|kept| kept.row);
    let mut write = node.write_as(&Actor::system(REMIND)).await?;
    let row = held.attendees.values().map(|kept| &kept.row);
    let row = row.clone().find(|row| row.attendee.delegates.contains(&told.delegate));
    let seen = edition.as_ref().and_then(|edition| edition.seen);
    if let (Some(row), Some(number), Some(edition), MissionState::Planned) =
        (row, seen, &edition, held.row.state)
    {
        let plan = held::plan(node.store(), &told.mission, number).await?;
        let now = node.now();
        let of_day = |m: &&PlannedMeeting| {
            let day = on_wall(m.start, &row.attendee.zone).date() == told.day;
            day && m.delegates.contains(&told.delegate) && (m.start > now) != told.over
        };
        let meetings = plan.iter().flat_map(|plan| &plan.meetings).filter(of_day).cloned();
        let gained: Vec<PlannedMeeting> = meetings.collect();
        if !gained.is_empty() {
            let delegate = told.delegate.clone();
            let change = PersonChange { delegate, gained, lost: Vec::new(), moved: Vec::new() };
            let stamp = edition.told.unwrap_or(now);
            let carried = carried(&held.mission, row, change, (edition.version, stamp));
            let code = if told.over { "mission-after" } else { "mission-tomorrow" };
            let to = address(&mut write, row, &told.delegate).await?;
            post(node, &mut write, &to, row, letter(code, &held.row.mission, row, &carried)?).await?;
        }
    }
    write.job_done(job).await?;
    write.commit().await?;
    Ok(())
}
