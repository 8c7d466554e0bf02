//! `pul replay`: the same bytes, or what differs.

use crate::arguments::General;
use crate::output;
use crate::progress;
use pul_app::{Error, library, replay};
use std::path::PathBuf;

/// Reads the files the result names, from the folder you stand in.
#[derive(Debug, clap::Args)]
pub struct Replay {
    /// A result of `pul match --out`
    result: PathBuf,
}

impl Replay {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let loaded = library::load(general.pack.as_deref())?;
        let bar = progress::bar(1, "replaying", general.quiet);
        let file = replay::replay(&loaded, &self.result, &|done, total| {
            bar.set_length(total);
            bar.set_position(done);
        })?;
        bar.finish_and_clear();
        output::text(&format!(
            "{}: {} lists, byte for byte the same",
            self.result.display(),
            file.shortlists.len()
        ))
    }
}
