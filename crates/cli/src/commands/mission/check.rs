//! `pul mission check`: a second opinion on a plan.

use super::shown;
use crate::arguments::General;
use crate::output;
use pul_app::{Error, mission};
use std::path::PathBuf;

/// Verifies every rule, every line of the score, and the prices that prove the bound, from
/// docs/missions.md alone.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// The mission as it was planned
    mission: PathBuf,
    /// The plan
    plan: PathBuf,
}

impl Check {
    /// Does it.
    pub fn run(self, _: &General) -> Result<(), Error> {
        let (mission, plan) = (mission::read_mission(&self.mission)?, mission::read_plan(&self.plan)?);
        mission::verify(&mission, &plan)?;
        let proven = if plan.bound.proves(&plan.score) { ", proven best" } else { "" };
        output::text(&format!(
            "{} meetings hold; {}{proven}",
            plan.meetings.len(),
            shown::worth(&plan.score, &plan.bound)
        ))
    }
}
