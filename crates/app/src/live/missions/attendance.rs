//! After a meeting: whether it was held, by the word of both sides and a rule, and what came of it.

use super::begin::{acting, organising};
use super::held::{self, Held, visible};
use crate::boxed;
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_domain::{
    Attendance, MissionId, MissionPlan, PartyId, PlannedMeeting, Private, Verdict, WishId, Witness,
};
use pul_store::tables::{MeetingNote, MissionMeeting};
use pul_store::{Kept, Query, Write};
use std::collections::BTreeMap;

/// Longest outcome and longest next step, in characters.
const LONGEST_NOTE: usize = 4_000;

/// A meeting of the published plan with what its parties said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingTold {
    /// When and where it was to be, and with whom.
    pub meeting: PlannedMeeting,
    /// Its parties, and what each said of who was there.
    pub attendance: Attendance,
    /// What that means now.
    pub verdict: Verdict,
    /// What each party wrote, for the parties of the meeting and organisers.
    pub notes: BTreeMap<PartyId, MeetingNote>,
}

/// The plan people see.
async fn seen(node: &Node, id: &MissionId) -> Result<Option<MissionPlan>, Refusal> {
    match held::edition(node.store(), id).await?.and_then(|kept| kept.row.seen) {
        Some(number) => held::plan(node.store(), id, number).await,
        None => Ok(None),
    }
}

/// The asking after a meeting about which nobody has said anything yet.
fn unasked(held: &Held, meeting: &PlannedMeeting) -> Option<Attendance> {
    let wish = held.mission.wish(&meeting.wish)?;
    let hours = held.row.rules.witness_hours;
    Some(Attendance::ask(wish.id.clone(), wish.parties.clone(), meeting.end, hours))
}

/// Every meeting of the plan people see that has begun, with what was said of it: all for organisers, those of their
/// parties for attendees.
///
/// # Errors
/// `missing`.
#[boxed]
pub async fn meetings(node: &Node, who: &Who, id: &MissionId) -> Result<Vec<MeetingTold>, Refusal> {
    let held = visible(node, who, id).await?;
    let Some(plan) = seen(node, id).await? else { return Ok(Vec::new()) };
    let rows = node.store().find::<MissionMeeting>(&Query::new().is("mission", id)).await?;
    let mut rows: BTreeMap<WishId, MissionMeeting> =
        rows.into_iter().map(|kept| (kept.row.attendance.wish.clone(), kept.row)).collect();
    let (now, mine) = (node.now(), held.mine(who));
    let mut told = Vec::new();
    for meeting in plan.meetings.into_iter().filter(|meeting| meeting.start <= now) {
        let row = rows.remove(&meeting.wish);
        let (attendance, notes) = match row {
            Some(row) => (row.attendance, row.notes),
            None => match unasked(&held, &meeting) {
                Some(attendance) => (attendance, BTreeMap::new()),
                None => continue,
            },
        };
        if who.is_organiser() || attendance.parties.iter().any(|party| mine.contains(party)) {
            told.push(MeetingTold { verdict: attendance.verdict(now), meeting, attendance, notes });
        }
    }
    Ok(told)
}

/// The row of a meeting that has begun, for a change; a new one without a version.
async fn row(
    node: &Node,
    write: &mut Write,
    held: &Held,
    wish: &WishId,
) -> Result<(MissionMeeting, Option<i64>), Refusal> {
    let id = &held.row.mission.id;
    if let Some(Kept { row, version }) = write.get::<MissionMeeting>(&MissionMeeting::id_of(id, wish)).await?
    {
        return Ok((row, Some(version)));
    }
    let missing = || Refusal::missing("meeting");
    let plan = seen(node, id).await?.ok_or_else(missing)?;
    let meeting = plan.meetings.iter().find(|meeting| meeting.wish == *wish).ok_or_else(missing)?;
    if node.now() < meeting.start {
        return Err(Refusal::state("meeting-to-come", "planned"));
    }
    let attendance = unasked(held, meeting).ok_or_else(missing)?;
    let changed = node.now();
    Ok((MissionMeeting { mission: id.clone(), attendance, notes: BTreeMap::new(), changed }, None))
}

async fn keep(write: &mut Write, row: &MissionMeeting, version: Option<i64>) -> Result<(), Refusal> {
    match version {
        Some(version) => write.update(row, version).await.map(|_| ())?,
        None => write.insert(row).await.map(|_| ())?,
    }
    Ok(())
}

/// A party says whether a meeting of its took place; a later word replaces an earlier one.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `meeting-to-come` before it began; `witness-late` after the time the rule
/// leaves for it, or for a word about nobody of the meeting.
#[boxed]
pub async fn tell(
    node: &Node,
    who: &Who,
    id: &MissionId,
    wish: &WishId,
    party: &PartyId,
    witness: Witness,
) -> Result<Verdict, Refusal> {
    let (mut write, held) = acting(node, who, "meeting-told", id, party).await?;
    let (mut row, version) = row(node, &mut write, &held, wish).await?;
    if !row.attendance.parties.contains(party) {
        return Err(Refusal::missing("meeting"));
    }
    let now = node.now();
    if !row.attendance.hear(party, witness, now) {
        return Err(Refusal::state("witness-late", "closed"));
    }
    row.changed = now;
    keep(&mut write, &row, version).await?;
    node.commit(write).await?;
    Ok(row.attendance.verdict(now))
}

/// A party writes what came of a meeting and what is next; both blank takes it back.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `meeting-to-come`; `message` for too long a text.
#[boxed]
pub async fn note(
    node: &Node,
    who: &Who,
    id: &MissionId,
    wish: &WishId,
    party: &PartyId,
    (outcome, next_step): (&str, &str),
) -> Result<(), Refusal> {
    for text in [outcome, next_step] {
        if text.chars().count() > LONGEST_NOTE {
            return Err(Refusal::field("outcome", "message"));
        }
    }
    let (mut write, held) = acting(node, who, "meeting-noted", id, party).await?;
    let (mut row, version) = row(node, &mut write, &held, wish).await?;
    if !row.attendance.parties.contains(party) {
        return Err(Refusal::missing("meeting"));
    }
    let private = |text: &str| Private::new(text.trim().to_owned());
    if outcome.trim().is_empty() && next_step.trim().is_empty() {
        row.notes.remove(party);
    } else {
        let note = MeetingNote { outcome: private(outcome), next_step: private(next_step), at: node.now() };
        row.notes.insert(party.clone(), note);
    }
    row.changed = node.now();
    keep(&mut write, &row, version).await?;
    node.commit(write).await?;
    Ok(())
}

/// The organiser settles what became of a meeting; with nothing, the rule decides again.
///
/// # Errors
/// `forbidden`; `missing`; `mission-state`; `meeting-to-come`.
#[boxed]
pub async fn decide(
    node: &Node,
    who: &Who,
    id: &MissionId,
    wish: &WishId,
    decided: Option<Verdict>,
) -> Result<(), Refusal> {
    let (mut write, held) = organising(node, who, "meeting-decided", id).await?;
    let (mut row, version) = row(node, &mut write, &held, wish).await?;
    row.attendance.decided = decided;
    row.changed = node.now();
    keep(&mut write, &row, version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Meetings of a mission somebody did not come to, at this moment.
pub(super) async fn not_held(node: &Node, id: &MissionId) -> Result<Vec<WishId>, Refusal> {
    let rows = node.store().find::<MissionMeeting>(&Query::new().is("mission", id)).await?;
    let missed = rows.into_iter().map(|kept| kept.row.attendance);
    let missed = missed.filter(|a| matches!(a.verdict(node.now()), Verdict::NoShow { .. }));
    Ok(missed.map(|attendance| attendance.wish).collect())
}
