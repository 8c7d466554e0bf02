//! Letters to a person about a day of meetings: the evening before it, and after it, whether they were held.

use super::carried::{carried, letter};
use super::held;
use super::letters::{address, post};
use crate::live::node::Node;
use crate::live::refusal::Refusal;
use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp};
use pul_domain::{
    Attendee, DelegateId, Mission, MissionId, MissionPlan, PersonChange, PlannedMeeting, on_wall,
};
use pul_store::tables::MissionState;
use pul_store::{Actor, Claimed, Job, Write};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Kind of the jobs that write to a person about a day of meetings, before it and after it.
pub(crate) const REMIND: &str = "mission-remind";
/// When people are reminded on the day before, on their own clock.
const EVENING: Time = Time::constant(17, 0, 0, 0);
/// How long after the last meeting of a day people are asked what became of them.
const AFTER: SignedDuration = SignedDuration::from_mins(30);

/// A day of meetings of a person.
#[derive(Debug, Serialize, Deserialize)]
struct Reminding {
    mission: MissionId,
    delegate: DelegateId,
    day: Date,
    /// Whether the day is over, and what became of its meetings is asked.
    over: bool,
}

/// Has each person of a party written to on the evening before each day of meetings, and after it.
pub(super) async fn remind_later(
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
    let mut rows = held.attendees.values().map(|kept| &kept.row);
    let row = rows.find(|row| row.attendee.delegates.contains(&told.delegate));
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
