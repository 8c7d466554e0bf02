//! Missions as documents: made, listed, shown, changed, opened, closed.

use super::attendance::not_held;
use super::attendees::cards;
use super::begin::organising;
use super::held::{self, organiser, visible};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{Findings, Grid, Mission, MissionId, PartyId, Stage, TimeOfDay, Venue, met};
use pul_scheduling::mission::{compile, read_mission};
use pul_store::tables::{
    AccountId, Invitation, MissionAttendee, MissionEdition, MissionRow, MissionRules, MissionState,
    MissionWish, PartyRow,
};
use pul_store::{Order, Query, Write};
use std::collections::BTreeMap;

/// A mission on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionCard {
    /// Its id.
    pub id: MissionId,
    /// Its name.
    pub title: String,
    /// Where it stands.
    pub state: MissionState,
    /// Its first day.
    pub first: Option<Date>,
    /// Its last day.
    pub last: Option<Date>,
    /// Where it is: the names of its places.
    pub places: Vec<String>,
    /// Which parties of whoever looks attend.
    pub mine: Vec<PartyId>,
}

/// Where the plan of a mission stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionShown {
    /// Where the plan in work stands.
    pub stage: Stage,
    /// The number of the plan in work.
    pub current: i64,
    /// The number of the plan people see.
    pub seen: Option<i64>,
    /// How often people were told something new.
    pub version: u32,
    /// When they were told last.
    pub told: Option<Timestamp>,
}

impl From<&MissionEdition> for EditionShown {
    fn from(row: &MissionEdition) -> EditionShown {
        EditionShown {
            stage: row.stage,
            current: row.current,
            seen: row.seen,
            version: row.version,
            told: row.told,
        }
    }
}

/// A mission as whoever asks may see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionShown {
    /// What stands on the list.
    pub card: MissionCard,
    /// The mission: all of it for organisers; who comes and their own wishes for attendees; where and when for others.
    pub mission: Mission,
    /// How it is run.
    pub rules: MissionRules,
    /// The version a change must name.
    pub version: i64,
    /// The rows of the attendees: all of them for organisers, their own for attendees.
    pub attendees: Vec<MissionAttendee>,
    /// How many parties said that they come.
    pub coming: usize,
    /// What each party answered, for organisers and attendees.
    pub answers: BTreeMap<PartyId, Invitation>,
    /// The zones of those invited, the commonest first.
    pub zones: Vec<String>,
    /// Where its plan stands; for organisers, and for everybody once one is published.
    pub edition: Option<EditionShown>,
}

/// The plain form of a new mission: one hall with a grid of slots on each day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionForm {
    /// Its id, as it stands in addresses.
    pub id: String,
    /// Its name.
    pub title: String,
    /// IANA zone of the place.
    pub zone: String,
    /// What the place is called.
    pub place: String,
    /// The town it is in; empty: by video.
    pub area: String,
    /// Its first day.
    pub first: Date,
    /// Its last day.
    pub last: Date,
    /// When the first slot of a day begins.
    pub start: TimeOfDay,
    /// Slots of a day.
    pub slots: u16,
    /// Minutes of a slot.
    pub minutes: u16,
    /// Minutes between slots.
    pub pause: u16,
    /// Tables.
    pub tables: u16,
}

/// Longest mission of the plain form, in days.
const LONGEST: i32 = 31;

fn card(row: &MissionRow, mine: Vec<PartyId>) -> MissionCard {
    let dates = || row.mission.venues.iter().flat_map(|v| v.grids.iter().map(|g| g.date));
    MissionCard {
        id: row.mission.id.clone(),
        title: row.mission.title.clone(),
        state: row.state,
        first: dates().min(),
        last: dates().max(),
        places: row.mission.venues.iter().map(|v| v.name.clone()).collect(),
        mine,
    }
}

/// Every mission whoever asks may see, the one that changed last first.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<MissionCard>, Refusal> {
    let query = Query::new().order("changed", Order::Desc).limit(200);
    let rows = node.store().find::<MissionRow>(&query).await?;
    let own = node.store().find::<MissionAttendee>(&Query::new().one_of("party", &who.parties)).await?;
    let mine = |id: &MissionId| {
        let here = own.iter().filter(|kept| kept.row.mission == *id);
        here.map(|kept| kept.row.attendee.party.clone()).collect::<Vec<PartyId>>()
    };
    let seen = rows.iter().filter(|kept| kept.row.state != MissionState::Draft || who.is_organiser());
    Ok(seen.map(|kept| card(&kept.row, mine(&kept.row.mission.id))).collect())
}

/// A mission.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn show(node: &Node, who: &Who, id: &MissionId) -> Result<MissionShown, Refusal> {
    let held = visible(node, who, id).await?;
    let edition = held::edition(node.store(), id).await?;
    let edition = edition.filter(|kept| who.is_organiser() || kept.row.seen.is_some());
    let rows = || held.attendees.values().map(|kept| &kept.row);
    let within = who.is_organiser() || !held.mine(who).is_empty();
    let answers = rows().filter(|_| within).map(|row| (row.attendee.party.clone(), row.invitation));
    Ok(MissionShown {
        card: card(&held.row, held.mine(who)),
        coming: rows().filter(|row| row.invitation == Invitation::Coming).count(),
        answers: answers.collect(),
        zones: zones(&held.mission),
        mission: held::seen_by(&held, who),
        rules: held.row.rules.clone(),
        version: held.version,
        attendees: rows()
            .filter(|row| who.is_organiser() || who.speaks_for(&row.attendee.party))
            .cloned()
            .collect(),
        edition: edition.as_ref().map(|kept| EditionShown::from(&kept.row)),
    })
}

/// The zones of a mission's attendees, the commonest first.
fn zones(mission: &Mission) -> Vec<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    mission.attendees.iter().for_each(|a| *counted.entry(&a.zone).or_default() += 1);
    let mut zones: Vec<(&str, usize)> = counted.into_iter().collect();
    zones.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    zones.into_iter().map(|(zone, _)| zone.to_owned()).collect()
}

/// Reads a document and makes a mission of it. Its attendees need to be parties of the directory.
///
/// # Errors
/// `forbidden`; `invalid` with every fault; `exists`.
#[boxed]
pub async fn create_from(node: &Node, who: &Who, name: &str, bytes: &[u8]) -> Result<MissionId, Refusal> {
    organiser(who)?;
    let (read, findings) = read_mission(name, bytes);
    match read {
        Some(mission) if !findings.has_faults() => create(node, who, &mission).await,
        _ => Err(Refusal::invalid(findings)),
    }
}

/// Makes a mission of the plain form, without attendees yet.
///
/// # Errors
/// As [`create`]; `days` for days out of order or too many.
#[boxed]
pub async fn create_plain(node: &Node, who: &Who, form: &MissionForm) -> Result<MissionId, Refusal> {
    organiser(who)?;
    let days = form.first.until(form.last).map_or(-1, |span| span.get_days());
    if !(0..LONGEST).contains(&days) {
        return Err(Refusal::field("last", "days"));
    }
    let id = MissionId::new(&form.id).map_err(|_| Refusal::field("id", "mission-id"))?;
    let grid = |date: Date| Grid {
        session: date.to_string(),
        date,
        start: form.start,
        slots: form.slots,
        minutes: form.minutes,
        pause: form.pause,
    };
    let venue = Venue {
        id: pul_domain::VenueId::new("hall").map_err(Refusal::internal)?,
        name: form.place.trim().to_owned(),
        zone: form.zone.trim().to_owned(),
        area: Some(form.area.trim().to_owned()).filter(|area| !area.is_empty()),
        tables: form.tables,
        host: None,
        overflow_minutes: 0,
        grids: form.first.series(jiff::Span::new().days(1)).take(days as usize + 1).map(grid).collect(),
        closed: Vec::new(),
    };
    let mission = Mission {
        format: "pul-mission/1".into(),
        id,
        title: form.title.trim().to_owned(),
        venues: vec![venue],
        travel: Vec::new(),
        blocks: Vec::new(),
        attendees: Vec::new(),
        wishes: Vec::new(),
        may_meet: Vec::new(),
        met_before: Vec::new(),
        repeat_percent: 100,
        least_break_minutes: None,
    };
    create(node, who, &mission).await
}

/// Makes a mission, and lets it remember who met at the ones that are closed.
///
/// # Errors
/// `forbidden`; `invalid` with every fault of it, an attendee that is no party of the directory among them; `exists`.
#[boxed]
pub async fn create(node: &Node, who: &Who, mission: &Mission) -> Result<MissionId, Refusal> {
    organiser(who)?;
    let (_, findings) = compile(mission);
    if findings.has_faults() {
        return Err(Refusal::invalid(findings));
    }
    if mission.title.trim().is_empty() {
        return Err(Refusal::field("title", "name"));
    }
    let mut mission = mission.clone();
    mission.remember(remembered(node).await?);
    let mut write = node.write(who, "mission-made").await?;
    for attendee in &mission.attendees {
        let found = write.get::<PartyRow>(attendee.party.as_str()).await?;
        found.ok_or_else(|| Refusal::missing("party").value("id", &attendee.party))?;
    }
    put(&mut write, mission.clone(), MissionState::Draft, who.account.clone()).await?;
    node.commit(write).await?;
    Ok(mission.id)
}

/// Puts a mission into a write: its document, and a row for each attendee and wish.
async fn put(
    write: &mut Write,
    mut mission: Mission,
    state: MissionState,
    by: Option<AccountId>,
) -> Result<(), Refusal> {
    let now = write.now();
    let id = mission.id.clone();
    let (attendees, wishes) = (std::mem::take(&mut mission.attendees), std::mem::take(&mut mission.wishes));
    let row = MissionRow { mission, state, rules: MissionRules::default(), by, created: now, changed: now };
    write.insert(&row).await?;
    for attendee in attendees {
        let people = cards(&attendee);
        let invitation = Invitation::Invited;
        let (mission, invited) = (id.clone(), now);
        write
            .insert(&MissionAttendee { mission, attendee, people, invitation, invited, changed: now })
            .await?;
    }
    for (made, wish) in (0..).zip(wishes) {
        let made = now + jiff::SignedDuration::from_micros(made);
        let (mission, message) = (id.clone(), String::new());
        write
            .insert(&MissionWish {
                mission,
                wish,
                message,
                unheard: false,
                unlocked: None,
                made,
                changed: now,
            })
            .await?;
    }
    Ok(())
}

/// Who met at the missions that are closed.
async fn remembered(node: &Node) -> Result<Vec<(PartyId, PartyId)>, Refusal> {
    let mut pairs = Vec::new();
    for closed in node.store().find::<MissionRow>(&Query::new().is("state", MissionState::Closed)).await? {
        let id = &closed.row.mission.id;
        let Some(seen) = held::edition(node.store(), id).await?.and_then(|kept| kept.row.seen) else {
            continue;
        };
        let Some(plan) = held::plan(node.store(), id, seen).await? else { continue };
        let mission = held::read(node.store(), id).await?.mission;
        // What was published counts as held, unless somebody did not come.
        let missed = not_held(node, id).await?;
        pairs.extend(met(&mission, &plan, |wish| !missed.contains(wish)));
    }
    Ok(pairs)
}

/// Changes the document of a mission from the version that was read: its name, venues, travel, blocks, who may meet
/// whom. The attendees and wishes handed in count for nothing; they have ways of their own.
///
/// # Errors
/// `forbidden`; `changed`; `invalid`; `mission-state` for one that is closed.
#[boxed]
pub async fn edit(
    node: &Node,
    who: &Who,
    id: &MissionId,
    version: i64,
    mission: &Mission,
    rules: &MissionRules,
) -> Result<i64, Refusal> {
    let (mut write, held) = organising(node, who, "mission-edited", id).await?;
    let whole = Mission {
        id: id.clone(),
        attendees: held.mission.attendees.clone(),
        wishes: held.mission.wishes.clone(),
        ..mission.clone()
    };
    let (_, findings) = compile(&whole);
    if findings.has_faults() {
        return Err(Refusal::invalid(findings));
    }
    let document = Mission { attendees: Vec::new(), wishes: Vec::new(), ..whole };
    let row = MissionRow { mission: document, rules: rules.clone(), changed: node.now(), ..held.row.clone() };
    let version = write.update(&row, version).await?;
    node.commit(write).await?;
    Ok(version)
}

/// Reads a document and changes the mission to what it says; its rules stay.
///
/// # Errors
/// As [`edit`]; `invalid` with every fault of the document.
#[boxed]
pub async fn edit_from(
    node: &Node,
    who: &Who,
    id: &MissionId,
    version: i64,
    (name, bytes): (&str, &[u8]),
) -> Result<i64, Refusal> {
    organiser(who)?;
    let (read, findings) = read_mission(name, bytes);
    let Some(mission) = read.filter(|_| !findings.has_faults()) else {
        return Err(Refusal::invalid(findings));
    };
    let rules = held::read(node.store(), id).await?.row.rules;
    edit(node, who, id, version, &mission, &rules).await
}

/// What is wrong with a mission as it stands: impossible promises, empty availability, circles, wishes in conflict.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn findings(node: &Node, who: &Who, id: &MissionId) -> Result<Findings, Refusal> {
    who.organiser()?;
    let held = held::read(node.store(), id).await?;
    let found = tokio::task::spawn_blocking(move || compile(&held.mission).1);
    found.await.map_err(Refusal::internal)
}

/// Opens a draft: its attendees are invited by letter and may state their wishes.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn open(node: &Node, who: &Who, id: &MissionId) -> Result<(), Refusal> {
    organiser(who)?;
    let mut write = node.write(who, "mission-opened").await?;
    let held = held::hold(&mut write, id).await?;
    if held.row.state != MissionState::Draft {
        return Err(Refusal::state("mission-state", held.row.state.as_str()));
    }
    for kept in held.attendees.values().filter(|kept| kept.row.invitation == Invitation::Invited) {
        super::attendees::invite_letter(node, &mut write, &held.row, &kept.row.attendee.party).await?;
    }
    let row = MissionRow { state: MissionState::Open, changed: node.now(), ..held.row };
    write.update(&row, held.version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Closes a mission: nothing of it changes any more, and later missions remember who met.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`.
#[boxed]
pub async fn close(node: &Node, who: &Who, id: &MissionId) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "mission-closed", id).await?;
    let row = MissionRow { state: MissionState::Closed, changed: node.now(), ..held.row };
    write.update(&row, held.version).await?;
    node.commit(write).await?;
    Ok(())
}
