//! `pul config`, and how every command of the live system reads its configuration.

use crate::output;
use pul_app::Error;
use pul_app::live::configuration::{self, Configuration, Read, Sources};
use pul_domain::Severity;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Where the configuration of the live system comes from.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct ConfigArguments {
    /// The data: sqlite:FILE, or postgres://… for many nodes (a password is better kept in the environment)
    #[arg(long, value_name = "ADDRESS")]
    pub database: Option<String>,
    /// File of the configuration, TOML; PUL_CONFIG if not told. `pul config` explains it
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
}

impl ConfigArguments {
    /// Reads the file, the environment and what the command line says more.
    ///
    /// # Errors
    /// [`Error::File`] when the file cannot be read.
    pub fn gather(&self, more: &[(&'static str, String)]) -> Result<Read, Error> {
        let file = self.config.clone().or_else(|| std::env::var_os("PUL_CONFIG").map(PathBuf::from));
        let text = match &file {
            Some(path) => Some(std::fs::read_to_string(path).map_err(|why| Error::read(path, why))?),
            None => None,
        };
        let name = file.map(|path| path.display().to_string()).unwrap_or_default();
        // A variable that is not text cannot be one of ours.
        let environment: BTreeMap<String, String> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        let mut command = more.to_vec();
        command.extend(self.database.clone().map(|database| ("database", database)));
        Ok(configuration::read(&Sources {
            file: text.as_deref().map(|text| (name.as_str(), text)),
            environment: &environment,
            command: &command,
            secret: &|path| std::fs::read_to_string(path),
        }))
    }

    /// The configuration, its warnings told on standard error.
    ///
    /// # Errors
    /// [`Error::Faults`] with every fault; [`Error::File`].
    pub fn read(&self, more: &[(&'static str, String)]) -> Result<Configuration, Error> {
        let read = self.gather(more)?;
        match read.configuration {
            Some(configuration) => {
                for finding in read.findings.iter().filter(|f| f.severity != Severity::Note) {
                    eprintln!("{finding}");
                }
                Ok(configuration)
            }
            None => Err(Error::Faults(read.findings)),
        }
    }
}

/// Every key with its value now, where that came from, its default and its meaning; secrets stay hidden.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: pul config > pul.toml")]
pub struct Config {
    #[command(flatten)]
    from: ConfigArguments,
}

impl Config {
    /// Prints it; then what is wrong with it, if anything is.
    pub fn run(self) -> Result<(), Error> {
        let read = self.from.gather(&[])?;
        output::text(configuration::reference(&read.values).trim_end())?;
        if read.findings.is_empty() { Ok(()) } else { self.from.read(&[]).map(|_| ()) }
    }
}
