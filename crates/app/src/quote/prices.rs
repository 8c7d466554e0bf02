//! A pack ready to price with.

use crate::Error;
use crate::library::{self, Loaded};
use jiff::civil::Date;
use pul_pack::Source;
use pul_pricing::Tariff;
use std::path::Path;

/// A checked pack and its rules, compiled.
pub struct Prices {
    /// The pack.
    pub loaded: Loaded,
    /// Its parameters and rules.
    pub tariff: Tariff,
}

impl Prices {
    /// Loads a pack, the shipped one if no folder is told, and compiles its rules.
    ///
    /// # Errors
    /// As [`library::load`]; [`Error::Faults`] with every fault of the rules.
    pub fn load(folder: Option<&Path>) -> Result<Prices, Error> {
        Prices::of(library::load(folder)?)
    }

    /// Compiles the rules of a loaded pack.
    ///
    /// # Errors
    /// [`Error::Faults`] with every fault of the rules.
    pub fn of(loaded: Loaded) -> Result<Prices, Error> {
        let (parameters, rules) = (loaded.pack.parameters().to_vec(), loaded.pack.rules().clone());
        match Tariff::compile(parameters, rules) {
            (Some(tariff), findings) if !findings.has_faults() => Ok(Prices { loaded, tariff }),
            (_, findings) => Err(Error::Faults(findings)),
        }
    }

    /// A source by its id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.loaded.pack.source(id)
    }

    /// The day a source was read on.
    pub fn read_on(&self, source: &str) -> Option<Date> {
        self.source(source).map(|s| s.read)
    }

    /// What a parameter is about: the name of the file of `parameters/` it stands in.
    pub fn topic(&self, parameter: &str) -> &str {
        let position = self.tariff.parameter(parameter);
        let file = position.and_then(|p| self.tariff.parameters[p].place.file.as_deref()).unwrap_or_default();
        file.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default()
    }
}
