//! Sector: worked in before (asker), wanted (offerer).

use super::{Reason, Why, part};
use crate::credit::percent;
use crate::pair::Pair;
use crate::weights::Weights;
use pul_domain::PartName;

/// How the sectors of two posts meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shared {
    /// Whoever judges names none.
    NothingAsked,
    /// The other names none.
    Unstated,
    /// At least one is shared.
    Some,
    /// None is shared.
    None,
}

impl Shared {
    /// Sectors of the ask beside those the offerer has worked in, as the asker sees it.
    pub(crate) fn worked(pair: &Pair<'_>) -> Shared {
        let stated = pair.offer.features.flags.sectors;
        if pair.ask.sectors.is_empty() {
            Shared::NothingAsked
        } else if !stated {
            Shared::Unstated
        } else {
            Shared::between(&pair.ask.sectors, pair.offer.sectors())
        }
    }

    /// Sectors the offerer wants beside those of the ask, as the offerer sees it.
    pub(crate) fn wanted(pair: &Pair<'_>) -> Shared {
        if !pair.offer.features.flags.wanted_sectors {
            Shared::NothingAsked
        } else if pair.ask.sectors.is_empty() {
            Shared::Unstated
        } else {
            Shared::between(&pair.ask.sectors, pair.offer.wanted_sectors())
        }
    }

    fn between(asked: &[u32], offered: &[u32]) -> Shared {
        if asked.iter().any(|s| offered.contains(s)) { Shared::Some } else { Shared::None }
    }
}

pub(crate) fn points(w: &Weights, weight: u32, shared: Shared) -> u32 {
    match shared {
        Shared::NothingAsked | Shared::Some => weight,
        Shared::Unstated => percent(weight, w.unknown_percent),
        Shared::None => 0,
    }
}

pub(super) fn asker_part(pair: &Pair<'_>) -> Reason {
    let weight = pair.basis.weights.asker.sector;
    explained(pair, weight, Shared::worked(pair), pair.offer.sectors())
}

pub(super) fn offerer_part(pair: &Pair<'_>) -> Reason {
    let weight = pair.basis.weights.offerer.sector;
    explained(pair, weight, Shared::wanted(pair), pair.offer.wanted_sectors())
}

fn explained(pair: &Pair<'_>, weight: u32, shared: Shared, theirs: &[u32]) -> Reason {
    let why = match shared {
        Shared::NothingAsked => Why::NothingAsked,
        Shared::Unstated => Why::Unstated,
        Shared::None => Why::NoSharedSector,
        Shared::Some => lowest(pair, theirs).map_or(Why::NoSharedSector, Why::SharedSector),
    };
    part(PartName::Sector, points(&pair.basis.weights, weight, shared), weight, why)
}

/// The shared sector with the lowest id.
fn lowest(pair: &Pair<'_>, theirs: &[u32]) -> Option<u32> {
    let sectors = &pair.offer.store.vocabulary.sectors;
    let both = pair.ask.sectors.iter().copied().filter(|sector| theirs.contains(sector));
    both.min_by(|a, b| sectors.id(*a).cmp(sectors.id(*b)))
}
