//! `pul mission edition`: from draft to published plan.

use super::shown;
use crate::arguments::{Format, General};
use crate::commands::telling::language;
use crate::output;
use clap::ValueEnum;
use pul_app::{Error, files, mission};
use pul_domain::{EditionStep, Editions, MissionPlan};
use pul_locale::Language;
use std::path::PathBuf;

/// Keeps the plan in work beside the one people see, and counts how often they were told something new.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pul mission edition editions.json mission.json draft --plan plan.json\n  \
    pul mission edition editions.json mission.json submit\n  pul mission edition editions.json mission.json publish"
)]
pub struct Edition {
    /// The file of editions; `draft` begins it
    editions: PathBuf,
    /// The mission as it was planned
    mission: PathBuf,
    /// What is done; none tells how things stand
    #[arg(value_enum)]
    step: Option<Step>,
    /// The plan that becomes the draft
    #[arg(long, value_name = "PLAN", required_if_eq("step", "draft"))]
    plan: Option<PathBuf>,
    /// When; now, if not told
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// Language of the answer: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

/// What is done with a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Lay down another plan as the draft.
    Draft,
    /// Hand the draft on for review.
    Submit,
    /// Give it back from review.
    Return,
    /// Show it to everybody.
    Publish,
    /// Withdraw what people see.
    Unpublish,
}

impl Edition {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let stated = mission::read_mission(&self.mission)?;
        let at = self.at.as_deref().map_or_else(|| Ok(pul_app::now()), mission::instant)?;
        let plan = |path: Option<&PathBuf>| -> Result<Option<MissionPlan>, Error> {
            path.map(|p| mission::read_plan(p)).transpose()
        };
        let editions = match (self.step, plan(self.plan.as_ref())?) {
            (Some(Step::Draft), Some(plan)) => {
                mission::verify(&stated, &plan)?;
                let mut editions = match self.editions.exists() {
                    true => mission::read_editions(&self.editions)?,
                    false => Editions::new(plan.clone(), at),
                };
                if editions.current != plan {
                    editions.draft(plan, at).map_err(Error::Faults)?;
                }
                editions
            }
            (step, _) => {
                let mut editions = mission::read_editions(&self.editions)?;
                if let Some(step) = step.and_then(step_of) {
                    editions.step(step, at).map_err(Error::Faults)?;
                }
                editions
            }
        };
        if self.step.is_some() {
            files::write(&self.editions, format!("{}\n", mission::json(&editions)).as_bytes())?;
        }
        let changes = editions.changes();
        let rows = shown::changes(&shown::told(&stated, self.language), &changes);
        if general.format != Format::Table {
            return output::print(general.format, &rows, &editions);
        }
        if !rows.rows.is_empty() {
            output::text(&rows.table())?;
        }
        let stage = format!("{:?}", editions.stage).to_lowercase();
        output::text(&format!(
            "{stage}, version {}; publishing would tell {} people something new",
            editions.version,
            changes.len()
        ))
    }
}

fn step_of(step: Step) -> Option<EditionStep> {
    match step {
        Step::Draft => None,
        Step::Submit => Some(EditionStep::Submit),
        Step::Return => Some(EditionStep::Return),
        Step::Publish => Some(EditionStep::Publish),
        Step::Unpublish => Some(EditionStep::Unpublish),
    }
}
