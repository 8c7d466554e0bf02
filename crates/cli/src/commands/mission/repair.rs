//! `pul mission repair`: as few people as possible notice.

use super::{heed, save, shown};
use crate::arguments::{Format, General};
use crate::commands::telling::language;
use crate::output;
use pul_app::{Error, mission};
use pul_locale::Language;
use std::path::PathBuf;

/// What can stand, stands; what cannot is placed elsewhere; what comes free goes to wishes left out.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  pul mission repair mission.json plan.json --drop-out party-0012 --out plan2.json --mission-out mission2.json\n  \
    pul mission repair mission.json plan.json --late indus='2027-02-10T11:00[America/Toronto]' --close hall\n  \
    pul mission repair mission.json plan.json --close hall=2027-02-10T14:00:00Z..2027-02-10T16:00:00Z"
)]
pub struct Repair {
    /// The mission as it was planned
    mission: PathBuf,
    /// The plan
    plan: PathBuf,
    /// A party or delegate that does not come
    #[arg(long, value_name = "NAME")]
    drop_out: Vec<String>,
    /// A party or delegate that comes at an instant, not before
    #[arg(long, value_name = "NAME=INSTANT")]
    late: Vec<String>,
    /// A party or delegate that leaves at an instant
    #[arg(long, value_name = "NAME=INSTANT")]
    leaves: Vec<String>,
    /// A venue that closes, for the whole mission or between two instants
    #[arg(long, value_name = "VENUE[=FROM..UNTIL]")]
    close: Vec<String>,
    /// Do not fill what comes free: put wishes left out on the waiting list first
    #[arg(long)]
    waiting_list: bool,
    /// Repair without what faults name
    #[arg(long)]
    anyway: bool,
    /// Where to write the repaired plan
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Where to write the mission as it is now, which the repaired plan is a plan of
    #[arg(long, value_name = "FILE")]
    mission_out: Option<PathBuf>,
    /// Language of the answer: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

impl Repair {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let (before, former) = (mission::read_mission(&self.mission)?, mission::read_plan(&self.plan)?);
        let happened = mission::happened(&before, &self.drop_out, &self.late, &self.leaves, &self.close)?;
        let waiting = if self.waiting_list { mission::to_waiting_list(&before, &former) } else { before };
        let (now, mut findings) = mission::disrupt(&waiting, &happened);
        let mut repaired = mission::repair(&now, &former)?;
        findings.extend(std::mem::take(&mut repaired.findings));
        heed(general, &findings, self.anyway)?;
        save((&repaired.plan, self.out.as_deref()), (&now, self.mission_out.as_deref()))?;
        let told = shown::told(&now, self.language);
        let rows = shown::changes(&told, &repaired.changes);
        match general.format {
            Format::Json => output::json(&repaired.plan),
            Format::Csv => output::print(Format::Csv, &rows, &()),
            Format::Table => {
                output::text(&rows.table())?;
                output::text(&format!(
                    "{} moved (at least {} must), {} lost, {} new; {}",
                    repaired.moved,
                    repaired.moved_at_least,
                    repaired.lost.len(),
                    repaired.gained.len(),
                    shown::worth(&repaired.plan.score, &repaired.plan.bound)
                ))
            }
        }
    }
}
