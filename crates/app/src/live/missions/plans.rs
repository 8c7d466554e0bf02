//! Plans: each a version, laid down as drafts, reviewed, published, withdrawn.

use super::begin::organising;
use super::held;
use super::letters::tell_later;
use super::mend::published;
use crate::boxed;
use crate::live::node::Node;
use crate::live::outbox::{self, Letter};
use crate::live::refusal::{Refusal, RefusalKind};
use crate::live::who::Who;
use crate::mission::to_waiting_list;
use pul_domain::{
    DelegateId, EditionEvent, EditionStep, Editions, Limit, Mission, MissionId, MissionPlan, PartyId,
    PersonChange, Stage, WishState, changes,
};
use pul_store::tables::{
    AccountId, DelegateCard, MissionEdition, MissionPlanRow, MissionRow, MissionState, PlanMade,
};
use pul_store::{Kept, Order, Query, Write};
use std::collections::{BTreeMap, BTreeSet};

/// Puts a plan down as the draft, as the next of its mission's plans; its number.
pub(super) async fn lay_down(
    write: &mut Write,
    (id, of_version): (&MissionId, i64),
    plan: MissionPlan,
    (made, moved, moved_at_least): (PlanMade, u32, u32),
    by: Option<AccountId>,
) -> Result<i64, Refusal> {
    let last = Query::new().is("mission", id).order("number", Order::Desc).limit(1);
    let number = write.find::<MissionPlanRow>(&last).await?.first().map_or(1, |kept| kept.row.number + 1);
    let at = write.now();
    let mission = id.clone();
    let row = MissionPlanRow { mission, number, of_version, made, moved, moved_at_least, plan, by, at };
    write.insert(&row).await?;
    match write.get::<MissionEdition>(id.as_str()).await? {
        Some(Kept { mut row, version }) => {
            (row.stage, row.current) = (Stage::Draft, number);
            row.log.push(EditionEvent { step: None, at, version: row.version });
            write.update(&row, version).await?;
        }
        None => {
            let log = vec![EditionEvent { step: None, at, version: 0 }];
            let row = MissionEdition {
                mission: id.clone(),
                stage: Stage::Draft,
                current: number,
                seen: None,
                before: None,
                version: 0,
                told: None,
                log,
            };
            write.insert(&row).await?;
        }
    }
    Ok(number)
}

/// Every plan of a mission, the latest first.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn plans(node: &Node, who: &Who, id: &MissionId) -> Result<Vec<MissionPlanRow>, Refusal> {
    who.organiser()?;
    let query = Query::new().is("mission", id).order("number", Order::Desc).limit(200);
    Ok(node.store().find::<MissionPlanRow>(&query).await?.into_iter().map(|kept| kept.row).collect())
}

/// A plan with the mission, for its picture, its workbook, its charts, and why each wish is left out.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn plan(
    node: &Node,
    who: &Who,
    id: &MissionId,
    number: i64,
) -> Result<(Mission, MissionPlanRow), Refusal> {
    who.organiser()?;
    let held = held::read(node.store(), id).await?;
    let kept = node.store().get::<MissionPlanRow>(&MissionPlanRow::id_of(id, number)).await?;
    Ok((held.mission, kept.ok_or_else(|| Refusal::missing("plan"))?.row))
}

/// A plan by its number, inside a write.
pub(super) async fn numbered(write: &mut Write, id: &MissionId, number: i64) -> Result<MissionPlan, Refusal> {
    let kept = write.get::<MissionPlanRow>(&MissionPlanRow::id_of(id, number)).await?;
    Ok(kept.ok_or_else(|| Refusal::missing("plan"))?.row.plan)
}

/// What publishing the plan in work would change for each person.
///
/// # Errors
/// `forbidden`; `missing`.
#[boxed]
pub async fn pending_changes(node: &Node, who: &Who, id: &MissionId) -> Result<Vec<PersonChange>, Refusal> {
    who.organiser()?;
    let kept = held::edition(node.store(), id).await?.ok_or_else(|| Refusal::missing("plan"))?;
    let missing = || Refusal::missing("plan");
    let current = held::plan(node.store(), id, kept.row.current).await?.ok_or_else(missing)?;
    let seen = match kept.row.seen {
        Some(number) => Some(held::plan(node.store(), id, number).await?.ok_or_else(missing)?),
        None => None,
    };
    Ok(changes(seen.as_ref(), Some(&current)))
}

/// Submits the plan in work for review, returns it, publishes it, or withdraws what people see. Whoever's meetings
/// change by it is told by letter, and agreed wishes that the published plan leaves out go on the waiting list.
///
/// # Errors
/// `forbidden`; `missing`; `invalid` for a step that does not follow; `plan-outdated` for a plan with a meeting
/// nobody wants any more.
#[boxed]
pub async fn take_step(
    node: &Node,
    who: &Who,
    id: &MissionId,
    step: EditionStep,
) -> Result<Vec<PersonChange>, Refusal> {
    let (mut write, held) = organising(node, who, "mission-plan-step", id).await?;
    let told = step_in(node, &mut write, &held, step).await?;
    node.commit(write).await?;
    Ok(told)
}

/// Takes a step inside a write.
///
/// # Errors
/// As [`take_step`].
pub(super) async fn step_in(
    node: &Node,
    write: &mut Write,
    held: &held::Held,
    step: EditionStep,
) -> Result<Vec<PersonChange>, Refusal> {
    let id = &held.row.mission.id;
    let kept = write.get::<MissionEdition>(id.as_str()).await?.ok_or_else(|| Refusal::missing("plan"))?;
    let Kept { mut row, version } = kept;
    let current = numbered(write, id, row.current).await?;
    let seen = match row.seen {
        Some(number) => Some(numbered(write, id, number).await?),
        None => None,
    };
    if step == EditionStep::Publish {
        up_to_date(&held.mission, &current)?;
    }
    let mut editions = Editions {
        format: Editions::FORMAT.to_owned(),
        mission: id.clone(),
        stage: row.stage,
        current,
        seen: seen.clone(),
        version: row.version,
        log: row.log,
    };
    editions.step(step, node.now()).map_err(Refusal::invalid)?;
    (row.stage, row.version, row.log) = (editions.stage, editions.version, editions.log);
    let told = match step {
        EditionStep::Publish | EditionStep::Unpublish => changes(seen.as_ref(), editions.seen.as_ref()),
        EditionStep::Submit | EditionStep::Return => Vec::new(),
    };
    let before = row.seen;
    if matches!(step, EditionStep::Publish | EditionStep::Unpublish) {
        row.before = row.seen.or(row.before);
        row.seen = (step == EditionStep::Publish).then_some(row.current);
        row.told = Some(node.now());
    }
    write.update(&row, version).await?;
    if step == EditionStep::Publish {
        let waiting = to_waiting_list(&held.mission, &editions.current);
        held.write_differences(write, &waiting).await?;
        let planned = MissionRow { state: MissionState::Planned, changed: node.now(), ..held.row.clone() };
        write.update(&planned, held.version).await?;
        published(node, write, id).await?;
    }
    let parties: BTreeSet<&PartyId> =
        told.iter().filter_map(|c| held.mission.sends(&c.delegate)).map(|a| &a.party).collect();
    let numbers = (before, row.seen);
    tell_later(write, id, parties.iter().copied(), numbers, (row.version, node.now())).await?;
    for party in parties {
        let code = if step == EditionStep::Publish { "mission-published" } else { "mission-withdrawn" };
        let letter = Letter::new(code).value("mission", id).value("title", &held.row.mission.title);
        outbox::post_to_party(node, write, party, letter).await?;
    }
    Ok(told)
}

/// Whether everybody still wants, and can come to, every meeting of a plan.
fn up_to_date(mission: &Mission, plan: &MissionPlan) -> Result<(), Refusal> {
    let stands = |wish: &pul_domain::WishId| {
        mission.wish(wish).is_some_and(|w| matches!(w.state, WishState::Accepted | WishState::Must))
    };
    let comes = |delegate: &DelegateId| mission.sends(delegate).is_some();
    let outdated =
        plan.meetings.iter().filter(|m| !stands(&m.wish) || !m.delegates.iter().all(comes)).count();
    match outdated {
        0 => Ok(()),
        n => Err(Refusal::new(RefusalKind::Conflict, "plan-outdated").value("n", n)),
    }
}

/// The timetable of one party, as it was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// The mission as the party may see it.
    pub mission: Mission,
    /// The party.
    pub party: PartyId,
    /// Its people.
    pub people: Vec<DelegateCard>,
    /// What everybody is called whom these meetings bring together, where it was said.
    pub names: BTreeMap<DelegateId, String>,
    /// Its meetings in the plan people see; none before the first publication and after a withdrawal.
    pub plan: Option<MissionPlan>,
    /// Its meetings in the plan people saw before.
    pub before: Option<MissionPlan>,
    /// How often people were told something new, and when last.
    pub version: u32,
    /// When people were told last.
    pub told: Option<jiff::Timestamp>,
}

/// The timetable of a party of whoever asks, or of any for organisers.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn timetable(
    node: &Node,
    who: &Who,
    id: &MissionId,
    party: &PartyId,
) -> Result<Timetable, Refusal> {
    let held = held::visible(node, who, id).await?;
    if !(who.speaks_for(party) || who.is_organiser()) {
        return Err(Refusal::missing("attendee"));
    }
    of_party(node, who, &held, party).await
}

/// The timetable of a party of a mission that was read, as whoever looks may see it.
pub(super) async fn of_party(
    node: &Node,
    who: &Who,
    held: &held::Held,
    party: &PartyId,
) -> Result<Timetable, Refusal> {
    let id = &held.row.mission.id;
    let people = held.attendee(party)?.row.people.clone();
    let edition = held::edition(node.store(), id).await?.map(|kept| kept.row);
    let mut both = [None, None];
    let numbers = edition.as_ref().map_or([None, None], |row| [row.seen, row.before]);
    for (plan, number) in both.iter_mut().zip(numbers) {
        let Some(number) = number else { continue };
        let found = held::plan(node.store(), id, number).await?;
        *plan = found.map(|plan| only(&held.mission, plan, party));
    }
    let [plan, before] = both;
    let (version, told) = edition.map_or((0, None), |row| (row.version, row.told));
    let mission = held::seen_by(held, who);
    let names = names(held, plan.iter().chain(&before));
    Ok(Timetable { mission, party: party.clone(), people, names, plan, before, version, told })
}

/// What those are called who come to the meetings of some plans.
fn names<'p>(
    held: &held::Held,
    plans: impl Iterator<Item = &'p MissionPlan>,
) -> BTreeMap<DelegateId, String> {
    let come: BTreeSet<&DelegateId> = plans.flat_map(|p| &p.meetings).flat_map(|m| &m.delegates).collect();
    let cards = held.attendees.values().flat_map(|kept| &kept.row.people);
    let named = cards.filter(|card| !card.name.is_empty() && come.contains(&card.id));
    named.map(|card| (card.id.clone(), card.name.clone())).collect()
}

/// A plan without the meetings of others.
fn only(mission: &Mission, mut plan: MissionPlan, party: &PartyId) -> MissionPlan {
    let theirs =
        |wish: &pul_domain::WishId| mission.wish(wish).is_some_and(|wish| wish.parties.contains(party));
    plan.meetings.retain(|meeting| theirs(&meeting.wish));
    // Why others' wishes are left out, what would admit one, and the prices of the proof are the organiser's to read.
    // Of a request nothing is told, so that one to a party that wants none looks like any other.
    plan.left_out.retain(|left| {
        let agreed = |w: &pul_domain::Wish| {
            matches!(w.state, WishState::Accepted | WishState::Must | WishState::Waiting)
        };
        theirs(&left.wish) && mission.wish(&left.wish).is_some_and(agreed)
    });
    for left in &mut plan.left_out {
        left.admits = None;
        left.limits.retain(|limit| *limit != Limit::NotPossible);
    }
    plan.bound.proof = pul_domain::PriceProof::default();
    plan
}
