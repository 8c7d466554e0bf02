//! `pul migrate`: the tables become those of this program.

use crate::commands::config::ConfigArguments;
use crate::commands::database::{self, told};
use crate::output;
use pul_app::Error;

/// Safe to run twice, and from many nodes at once. There is no way back but a backup.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul backup before.db && pul migrate")]
pub struct Migrate {
    #[command(flatten)]
    from: ConfigArguments,
}

impl Migrate {
    /// Does it.
    pub fn run(self) -> Result<(), Error> {
        database::wait(async {
            let store = database::open(&self.from).await?;
            let taken = store.migrate().await.map_err(told)?;
            store.close().await;
            match taken.as_slice() {
                [] => output::text(&format!("The tables are up to date (step {}).", pul_store::SCHEMA)),
                steps => output::text(&format!(
                    "Taken: {}. The tables are at step {}.",
                    steps.join(", "),
                    pul_store::SCHEMA
                )),
            }
        })
    }
}
