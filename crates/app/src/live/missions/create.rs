//! Missions are made: of a document, or of a plain form.

use super::attendance::not_held;
use super::attendees::cards;
use super::held::{self, organiser};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::civil::Date;
use pul_domain::{Grid, Mission, MissionId, PartyId, TimeOfDay, Venue, met};
use pul_scheduling::mission::{compile, read_mission};
use pul_store::tables::{
    AccountId, Invitation, MissionAttendee, MissionRow, MissionRules, MissionState, MissionWish, PartyRow,
};
use pul_store::{Query, Write};

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
        write.insert(&MissionWish { made, ..MissionWish::new(id.clone(), wish, now) }).await?;
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
