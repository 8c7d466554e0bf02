//! `pul check`: a second opinion on a result file.

use crate::arguments::General;
use crate::output;
use crate::progress;
use pul_app::{Error, library, replay, shortlists};
use std::path::PathBuf;

/// Recomputes every listed match, and looks for better ones left out, from
/// docs/matching.md alone.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// A result of `pul match --out`
    result: PathBuf,
}

impl Check {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let loaded = library::load(general.pack.as_deref())?;
        let (file, _) = replay::read(&self.result)?;
        let request = replay::request(&file);
        let bar = progress::bar(1, "reading", general.quiet);
        let both = shortlists::Both::read(&loaded, &request.asks, &request.offers, &|done, total| {
            bar.set_length(total);
            bar.set_position(done);
        })?;
        bar.finish_and_clear();
        shortlists::verify(&loaded, &both, &file)?;
        let matches: usize = file.shortlists.iter().map(|l| l.matches.len()).sum();
        output::text(&format!("{} lists with {matches} matches hold", file.shortlists.len()))
    }
}
