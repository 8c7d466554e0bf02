//! One pair: every point of it, or every rule that keeps it apart.

use crate::Error;
use crate::library::Loaded;
use crate::shortlists::Both;
use jiff::civil::Date;
use pul_domain::{Ask, Match, Offer, PostId, WhyNot};

/// A pair found in two files.
pub struct Found<'a> {
    /// The ask.
    pub ask: &'a Ask,
    /// The offer.
    pub offer: &'a Offer,
    /// What the two are to each other.
    pub explained: Match,
    /// Which rules fail; none for a pair that passes.
    pub why_not: WhyNot,
}

/// Explains a pair by its ids.
///
/// # Errors
/// [`Error::Missing`] for an id that was not read.
pub fn explain<'a>(
    loaded: &Loaded,
    both: &'a Both,
    ask: &PostId,
    offer: &PostId,
    day: Date,
) -> Result<Found<'a>, Error> {
    let (ask, offer) = (both.ask(ask)?, both.offer(offer)?);
    Ok(Found {
        ask,
        offer,
        explained: pul_matching::explain(&loaded.pack, ask, offer, day),
        why_not: pul_matching::why_not(&loaded.pack, ask, offer, day),
    })
}
