//! `pul mission diff`: what changed, person by person.

use super::shown;
use crate::arguments::{Format, General};
use crate::commands::telling::language;
use crate::output;
use pul_app::{Error, mission};
use pul_domain::changes;
use pul_locale::Language;
use std::path::PathBuf;

/// Who gained, lost or moved which meeting.
#[derive(Debug, clap::Args)]
pub struct Diff {
    /// The mission
    mission: PathBuf,
    /// The plan before
    old: PathBuf,
    /// The plan after
    new: PathBuf,
    /// Language of the answer: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

impl Diff {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let stated = mission::read_mission(&self.mission)?;
        let (old, new) = (mission::read_plan(&self.old)?, mission::read_plan(&self.new)?);
        let changed = changes(Some(&old), Some(&new));
        let rows = shown::changes(&shown::told(&stated, self.language), &changed);
        if general.format == Format::Table && changed.is_empty() {
            return output::text("nothing changed for anybody");
        }
        output::print(general.format, &rows, &changed)
    }
}
