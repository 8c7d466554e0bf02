//! From draft to published plan: who has seen what, and since when.

use crate::{Finding, Findings, MissionId, MissionPlan, PersonChange, Place, changes};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where the plan in work stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Being made; seen by the organiser only.
    Draft,
    /// Being looked over by those the organiser asked.
    Review,
    /// What people see is the plan in work.
    Published,
}

/// A step of the plan's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionStep {
    /// A draft is handed on for review.
    Submit,
    /// A reviewed plan goes back to being a draft.
    Return,
    /// A reviewed plan is shown to everybody.
    Publish,
    /// What people see is withdrawn: every meeting is cancelled until a plan is published again.
    Unpublish,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEvent {
    /// What; nothing: a new draft was laid down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<EditionStep>,
    /// When.
    pub at: Timestamp,
    /// The version people were at afterwards.
    pub version: u32,
}

/// The plans of a mission through time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Editions {
    /// `pul-mission-editions/1`.
    pub format: String,
    /// The mission.
    pub mission: MissionId,
    /// Where the plan in work stands.
    pub stage: Stage,
    /// The plan in work.
    pub current: MissionPlan,
    /// What people see; nothing before the first publication and after a withdrawal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<MissionPlan>,
    /// How often people were told something new. It is the sequence number of every invitation
    /// and cancellation sent then, so that no calendar takes an old one for a new one.
    pub version: u32,
    /// Everything done, from the first.
    pub log: Vec<EditionEvent>,
}

impl Editions {
    /// The format this version writes.
    pub const FORMAT: &'static str = "pul-mission-editions/1";

    /// Begins with a draft.
    pub fn new(plan: MissionPlan, at: Timestamp) -> Editions {
        Editions {
            format: Editions::FORMAT.to_owned(),
            mission: plan.mission.clone(),
            stage: Stage::Draft,
            current: plan,
            seen: None,
            version: 0,
            log: vec![EditionEvent { step: None, at, version: 0 }],
        }
    }

    /// Lays down another plan as the draft. What people see stays until it is published.
    ///
    /// # Errors
    /// A finding when it is the plan of another mission.
    pub fn draft(&mut self, plan: MissionPlan, at: Timestamp) -> Result<(), Findings> {
        if plan.mission != self.mission {
            let cause = format!("The plan is of {}, these are plans of {}.", plan.mission, self.mission);
            let place = Place::file("editions").field("mission");
            let cure = "Hand in a plan of the same mission.";
            return Err(Findings(vec![Finding::fault("other-mission", place, cause, cure)]));
        }
        (self.stage, self.current) = (Stage::Draft, plan);
        self.log.push(EditionEvent { step: None, at, version: self.version });
        Ok(())
    }

    /// Takes a step.
    ///
    /// # Errors
    /// A finding when the plan does not stand where that step starts: only a draft is submitted, only
    /// a plan in review is returned or published, only what people see is withdrawn.
    pub fn step(&mut self, step: EditionStep, at: Timestamp) -> Result<(), Findings> {
        let next = match (step, self.stage) {
            (EditionStep::Submit, Stage::Draft) => Stage::Review,
            (EditionStep::Return, Stage::Review) => Stage::Draft,
            (EditionStep::Publish, Stage::Review) => Stage::Published,
            (EditionStep::Unpublish, Stage::Published) => Stage::Draft,
            (EditionStep::Unpublish, stage) if self.seen.is_some() => stage,
            (step, stage) => {
                let cause = format!("{step:?} does not follow when the plan stands at {stage:?}.");
                let cure = "Submit a draft, publish or return what is in review, withdraw what people see.";
                let place = Place::file("editions").field("stage");
                return Err(Findings(vec![Finding::fault("not-that-step", place, cause, cure)]));
            }
        };
        match step {
            EditionStep::Publish => {
                self.version += 1;
                self.seen = Some(self.current.clone());
            }
            EditionStep::Unpublish => {
                self.version += 1;
                self.seen = None;
            }
            EditionStep::Submit | EditionStep::Return => {}
        }
        self.stage = next;
        self.log.push(EditionEvent { step: Some(step), at, version: self.version });
        Ok(())
    }

    /// What publishing the plan in work would change for each person.
    pub fn changes(&self) -> Vec<PersonChange> {
        changes(self.seen.as_ref(), Some(&self.current))
    }
}
