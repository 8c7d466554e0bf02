//! `pul mission`: the meetings of a mission, planned.

mod check;
mod classic;
mod diff;
mod edition;
mod example;
mod explain;
mod export;
mod plan;
mod repair;
mod shown;
mod stop;

use crate::arguments::General;
use clap::Subcommand;
use pul_app::{Error, files};
use pul_domain::{Findings, Mission as Stated, MissionPlan, Severity};
use std::path::Path;

/// The meetings of a mission, planned.
#[derive(Debug, Subcommand)]
pub enum Mission {
    /// Plan a mission, and prove how good the plan is
    Plan(plan::Plan),
    /// Print the mission of the example world, to play with
    Example(example::Example),
    /// Verify a plan from the statement of the problem alone, without the planner
    Check(check::Check),
    /// Mend a plan after something happened, moving as few meetings as possible
    Repair(repair::Repair),
    /// Tell what a plan holds and why it leaves out what it does
    Explain(explain::Explain),
    /// Tell what changed between two plans, person by person
    Diff(diff::Diff),
    /// Draft, review, publish or withdraw a plan, and keep count of what people were told
    Edition(edition::Edition),
    /// Write a plan as calendars, workbook, personal sheet or picture
    Export(export::Export),
}

impl Mission {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        match self {
            Mission::Plan(command) => command.run(general),
            Mission::Example(command) => command.run(general),
            Mission::Check(command) => command.run(general),
            Mission::Repair(command) => command.run(general),
            Mission::Explain(command) => command.run(general),
            Mission::Diff(command) => command.run(general),
            Mission::Edition(command) => command.run(general),
            Mission::Export(command) => command.run(general),
        }
    }
}

/// Prints findings; refuses the mission when one of them is a fault, unless faults are to be passed over.
fn heed(general: &General, findings: &Findings, anyway: bool) -> Result<(), Error> {
    let faults = findings.count(Severity::Fault);
    if !general.quiet || faults > 0 {
        findings.iter().for_each(|f| eprintln!("{f}"));
    }
    if faults == 0 || anyway {
        return Ok(());
    }
    Err(Error::Refused {
        what: format!("the mission has {faults} fault(s)"),
        cure: "Mend them, or say --anyway to plan without what they name".into(),
    })
}

/// Writes a plan and the mission it is a plan of, where files were named for them.
fn save(
    (plan, out): (&MissionPlan, Option<&Path>),
    (mission, mission_out): (&Stated, Option<&Path>),
) -> Result<(), Error> {
    if let Some(path) = mission_out {
        files::write(path, &pul_app::mission::mission_bytes(mission))?;
    }
    out.map_or(Ok(()), |path| files::write(path, &pul_app::mission::plan_bytes(plan)))
}
