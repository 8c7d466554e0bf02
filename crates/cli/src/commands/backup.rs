//! `pul backup` and `pul restore`.

use crate::commands::config::ConfigArguments;
use crate::commands::database::{self, told};
use crate::output;
use pul_app::Error;
use pul_store::{Options, Store};
use std::path::PathBuf;

/// A copy of the file on SQLite, a dump on PostgreSQL; the system goes on meanwhile.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul backup /backups/pul-$(date +%F).db")]
pub struct Backup {
    /// Where to write it; must not be there yet
    file: PathBuf,
    #[command(flatten)]
    from: ConfigArguments,
}

impl Backup {
    /// Does it.
    pub fn run(self) -> Result<(), Error> {
        database::wait(async {
            let store = database::open_current(&self.from).await?;
            store.backup(&self.file).await.map_err(told)?;
            let position = store.position().await.map_err(told)?;
            store.close().await;
            let bytes = std::fs::metadata(&self.file).map_err(|why| Error::read(&self.file, why))?.len();
            output::text(&format!(
                "{}: {bytes} bytes, whole; the log is now at {position}.",
                self.file.display()
            ))
        })
    }
}

/// A backup or a dump of either engine, into a database that holds nothing yet: nothing is overwritten.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul restore /backups/pul-2026-11-01.db --database sqlite:restored.db")]
pub struct Restore {
    /// The backup, or the dump
    file: PathBuf,
    #[command(flatten)]
    from: ConfigArguments,
}

impl Restore {
    /// Does it, and verifies the log of what came back.
    pub fn run(self) -> Result<(), Error> {
        let configuration = self.from.read(&[])?;
        database::wait(async {
            let options = Options { connections: configuration.connections, ..Options::default() };
            let store = Store::restore(&configuration.database, options, &self.file).await.map_err(told)?;
            let verdict = store.verify_log(|_| {}).await.map_err(told)?;
            store.close().await;
            if !verdict.holds() {
                return Err(Error::Differs(vec![format!(
                    "The content is back, but its log does not hold: {} faults. `pul log verify` tells them",
                    verdict.faults.len()
                )]));
            }
            output::text(&format!(
                "{} is back in {:?}; the log holds: {} entries.",
                self.file.display(),
                configuration.database,
                verdict.entries
            ))
        })
    }
}
