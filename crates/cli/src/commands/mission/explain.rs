//! `pul mission explain`: what a plan holds, and why it leaves out what it does.

use super::shown;
use crate::arguments::{Format, General};
use crate::commands::telling::language;
use crate::output;
use pul_app::{Error, mission};
use pul_domain::{LeftOut, Mission, MissionPlan, PartyId, WishId};
use pul_locale::Language;
use pul_timetable::Told;
use serde::Serialize;
use std::path::PathBuf;

/// Every wish left out with every limit in its way, and the one change that would admit it where one is enough.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The mission as it was planned
    mission: PathBuf,
    /// The plan
    plan: PathBuf,
    /// Only this wish
    #[arg(long, value_name = "ID", conflicts_with = "party")]
    wish: Option<WishId>,
    /// Only this party: what it has, and what it has not
    #[arg(long, value_name = "ID")]
    party: Option<PartyId>,
    /// Language of the answer: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

/// What is told, for programs.
#[derive(Serialize)]
struct Answer<'a> {
    held: Vec<&'a pul_domain::PlannedMeeting>,
    left_out: Vec<&'a LeftOut>,
}

impl Explain {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let (stated, plan) = (mission::read_mission(&self.mission)?, mission::read_plan(&self.plan)?);
        mission::verify(&stated, &plan)?;
        self.known(&stated)?;
        let left = mission::left_out(&stated, &plan);
        let about = |wish: &WishId| {
            let of = |p: &PartyId| stated.wish(wish).is_some_and(|w| w.parties.contains(p));
            self.wish.as_ref().is_none_or(|w| w == wish) && self.party.as_ref().is_none_or(of)
        };
        let left: Vec<&LeftOut> = left.iter().filter(|l| about(&l.wish)).collect();
        let held = plan.meetings.iter().filter(|m| about(&m.wish)).collect();
        let told = shown::told(&stated, self.language);
        let rows = shown::left_out(&told, &left);
        match general.format {
            Format::Json => output::json(&Answer { held, left_out: left }),
            Format::Csv => output::print(Format::Csv, &rows, &()),
            Format::Table => {
                self.held(&told, &plan)?;
                if rows.rows.is_empty() { Ok(()) } else { output::text(&rows.table()) }
            }
        }
    }

    fn held(&self, told: &Told<'_>, plan: &MissionPlan) -> Result<(), Error> {
        if self.wish.is_none() && self.party.is_none() {
            return output::text(&told.proof(&plan.score, &plan.bound));
        }
        let mut rows = shown::meetings(told, plan, self.party.as_ref());
        rows.rows.retain(|row| self.wish.as_ref().is_none_or(|w| row[0] == w.as_str()));
        if rows.rows.is_empty() { Ok(()) } else { output::text(&rows.table()) }
    }

    fn known(&self, stated: &Mission) -> Result<(), Error> {
        let missing = |what: String, cure: &str| Err(Error::Missing { what, cure: cure.into() });
        if let Some(wish) = self.wish.as_ref().filter(|w| stated.wish(w).is_none()) {
            return missing(format!("there is no wish {wish}"), "Give the id of a wish of the mission");
        }
        if let Some(party) = self.party.as_ref().filter(|p| stated.attendee(p).is_none()) {
            return missing(format!("{party} does not take part"), "Give the id of a party of the mission");
        }
        Ok(())
    }
}
