//! The mission the example world is in the middle of: planned, published, with requests still open.

use super::Filling;
use crate::live::refusal::Refusal;
use crate::mission::{Request, plan, to_waiting_list};
use jiff::{SignedDuration, Timestamp};
use pul_domain::{EditionStep, Editions, Mission, MissionPlan, PartyId, on_wall};
use pul_store::tables::{
    DelegateCard, Invitation, MissionAttendee, MissionEdition, MissionPlanRow, MissionRow, MissionRules,
    MissionState, MissionWish, PlanMade,
};
use pul_testkit::{Fair, World};

const SEED: u64 = 7;
/// Enough for the bound to be met, and done in the blink of an eye.
const WORK: u64 = 20_000;
/// How long requests that wait may be answered.
const ANSWER_DAYS: i64 = 7;

impl Filling<'_> {
    /// Puts the mission down whose first day is today at its place, the two parties shown among those who come.
    ///
    /// # Errors
    /// What the store refuses.
    pub(super) async fn fair(&self, world: &World, guests: [Option<&PartyId>; 2]) -> Result<(), Refusal> {
        let now = self.now;
        let today = on_wall(now, "America/Toronto").date();
        let answer_by = now + SignedDuration::from_hours(24 * ANSWER_DAYS);
        let Some(Fair { mission, people }) = world.fair(SEED, today, guests, answer_by) else {
            return Ok(());
        };
        let (mission, plan) =
            tokio::task::spawn_blocking(move || planned(mission)).await.map_err(Refusal::internal)??;
        let last = mission.attendees.len().saturating_sub(1);
        let attendees = mission.attendees.iter().enumerate().map(|(nth, attendee)| {
            let card = |id: &pul_domain::DelegateId| DelegateCard {
                id: id.clone(),
                name: people.get(id).cloned().unwrap_or_default(),
                email: None,
            };
            MissionAttendee {
                mission: mission.id.clone(),
                attendee: attendee.clone(),
                people: attendee.delegates.iter().map(card).collect(),
                invitation: if nth == last { Invitation::Invited } else { Invitation::Coming },
                invited: now,
                changed: now,
            }
        });
        self.put(attendees).await?;
        let wishes = (0..).zip(&mission.wishes).map(|(nth, wish)| MissionWish {
            made: now + SignedDuration::from_micros(nth),
            ..MissionWish::new(mission.id.clone(), wish.clone(), now)
        });
        self.put(wishes).await?;
        self.put(std::iter::once(published(plan.clone(), now)?)).await?;
        let row = MissionPlanRow {
            mission: mission.id.clone(),
            number: 1,
            of_version: 1,
            made: PlanMade::Planned,
            moved: 0,
            moved_at_least: 0,
            plan,
            by: None,
            at: now,
        };
        self.put(std::iter::once(row)).await?;
        let document = Mission { attendees: Vec::new(), wishes: Vec::new(), ..mission };
        let (state, rules) = (MissionState::Planned, MissionRules::default());
        let row = MissionRow { mission: document, state, rules, by: None, created: now, changed: now };
        self.put(std::iter::once(row)).await
    }
}

fn planned(mission: Mission) -> Result<(Mission, MissionPlan), Refusal> {
    let made = plan(&mission, Request { seed: SEED, work: WORK, calm: 0, former: None }, &mut |_| true)?;
    Ok((to_waiting_list(&mission, &made.plan), made.plan))
}

fn published(plan: MissionPlan, now: Timestamp) -> Result<MissionEdition, Refusal> {
    let mut editions = Editions::new(plan, now);
    for step in [EditionStep::Submit, EditionStep::Publish] {
        editions.step(step, now).map_err(Refusal::invalid)?;
    }
    Ok(MissionEdition {
        mission: editions.mission,
        stage: editions.stage,
        current: 1,
        seen: Some(1),
        before: None,
        version: editions.version,
        told: Some(now),
        log: editions.log,
    })
}
