//! `pul mission example`: a mission to play with.

use crate::arguments::General;
use crate::output;
use pul_app::{Error, library, mission};

/// Invented parties of the example world, four days between Toronto, Ottawa and video rooms.
#[derive(Debug, clap::Args)]
pub struct Example {
    /// Seed of the drawing
    #[arg(long, default_value_t = 6)]
    seed: u64,
}

impl Example {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let loaded = library::load(general.pack.as_deref())?;
        let bytes = mission::mission_bytes(&mission::example(&loaded, self.seed));
        output::text(String::from_utf8_lossy(&bytes).trim_end())
    }
}
