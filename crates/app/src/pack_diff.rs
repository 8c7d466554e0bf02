//! What changed between two versions of a pack, and which cases move.

use crate::quote::Prices;
use crate::{Error, cases};
pub use pul_pricing::{Change, Moved, PackDiff};
use std::path::Path;

/// Compares two folders over the cases of both; a case of the same id is taken from `after`.
///
/// # Errors
/// As [`Prices::load`] and [`cases::all`], for either folder.
pub fn diff(before: &Path, after: &Path) -> Result<PackDiff, Error> {
    let old = Prices::load(Some(before))?;
    let new = Prices::load(Some(after))?;
    let mut all = cases::all(Some(after))?;
    for case in cases::all(Some(before))? {
        if !all.iter().any(|c| c.id == case.id) {
            all.push(case);
        }
    }
    Ok(pul_pricing::diff(&old.tariff, &new.tariff, &all))
}
