//! Golden cases: deals worked by hand, held against what the rules say.

use crate::quote::Prices;
use crate::{Error, library};
pub use pul_pricing::cases::{Case, Difference, Report};
use pul_pricing::cases::{read, run as run_all};
use std::path::Path;

/// Runs every case of a pack's folder, of the shipped one if none is told.
///
/// # Errors
/// As [`Prices::load`]; [`Error::Faults`] when a case cannot be read.
pub fn run(folder: Option<&Path>) -> Result<Report, Error> {
    let prices = Prices::load(folder)?;
    Ok(run_all(&prices.tariff, &all(folder)?))
}

/// The cases of a pack.
///
/// # Errors
/// [`Error::File`]; [`Error::Faults`] when a case cannot be read.
pub fn all(folder: Option<&Path>) -> Result<Vec<Case>, Error> {
    let (cases, findings) = read(&library::pack_files(folder)?);
    if findings.has_faults() { Err(Error::Faults(findings)) } else { Ok(cases) }
}
