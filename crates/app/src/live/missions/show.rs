//! Missions as they are listed and shown, each as whoever asks may see it.

use super::held::{self, visible};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use jiff::Timestamp;
use jiff::civil::Date;
use pul_domain::{Findings, Mission, MissionId, PartyId, Stage};
use pul_scheduling::mission::compile;
use pul_store::tables::{
    Invitation, MissionAttendee, MissionEdition, MissionRow, MissionRules, MissionState,
};
use pul_store::{Order, Query};
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
