//! The two inputs of a match, as arguments.

use crate::arguments::General;
use crate::progress;
use pul_app::library::Loaded;
use pul_app::posts::Source;
use pul_app::shortlists::Both;
use pul_app::{Error, library};
use pul_domain::Severity;
use std::path::PathBuf;

/// Where asks and offers are.
#[derive(Debug, clap::Args)]
pub struct Posts {
    /// Asks: JSON Lines, or a sheet with --asks-mapping
    #[arg(long, value_name = "FILE")]
    asks: PathBuf,
    /// Mapping of the asks' sheet: a name of the pack's, or a file
    #[arg(long, value_name = "MAPPING")]
    asks_mapping: Option<String>,
    /// Offers: JSON Lines, or a sheet with --offers-mapping
    #[arg(long, value_name = "FILE")]
    offers: PathBuf,
    /// Mapping of the offers' sheet
    #[arg(long, value_name = "MAPPING")]
    offers_mapping: Option<String>,
    /// The day the match is made for; today if not told
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<jiff::civil::Date>,
}

impl Posts {
    /// The asks' file.
    pub fn asks(&self) -> Source {
        Source { path: self.asks.clone(), mapping: self.asks_mapping.clone() }
    }

    /// The offers' file.
    pub fn offers(&self) -> Source {
        Source { path: self.offers.clone(), mapping: self.offers_mapping.clone() }
    }

    /// The day of the match.
    pub fn day(&self) -> jiff::civil::Date {
        self.as_of.unwrap_or_else(pul_app::today)
    }

    /// Reads the pack and both files, telling how many rows were left out.
    pub fn read(&self, general: &General) -> Result<(Loaded, Both), Error> {
        let loaded = library::load(general.pack.as_deref())?;
        let bar = progress::bar(1, "reading", general.quiet);
        let both = Both::read(&loaded, &self.asks(), &self.offers(), &|done, total| {
            bar.set_length(total);
            bar.set_position(done);
        })?;
        bar.finish_and_clear();
        if !general.quiet {
            for posts in [&both.asks, &both.offers] {
                let faults = posts.findings.count(Severity::Fault);
                if faults > 0 {
                    let file = &posts.input.path;
                    eprintln!(
                        "{file}: {} rows left out ({faults} faults); `pul import --dry-run` lists them",
                        posts.summary.refused
                    );
                }
            }
        }
        Ok((loaded, both))
    }
}
