//! Judging one pair: why it matches, or why not.

use crate::basis::Basis;
use crate::pair::{Compiled, Pair};
use crate::parts;
use crate::rules::{self, Posts};
use jiff::civil::Date;
use pul_domain::{Ask, Change, Match, Offer, WhyNot};
use pul_pack::Pack;

/// What an ask and an offer are to each other, part by part, whether or not the hard rules
/// pass. The parts of each view sum to its points.
pub fn explain(pack: &Pack, ask: &Ask, offer: &Offer, as_of: Date) -> Match {
    explain_with(&Basis::new(pack, as_of), ask, offer)
}

/// As [`explain`], with a basis made before, for many pairs.
pub fn explain_with(basis: &Basis, ask: &Ask, offer: &Offer) -> Match {
    let compiled = Compiled::new(basis, ask, offer);
    explain_pair(&compiled.pair(basis), ask, &offer.common.id)
}

/// The explanation of a compiled pair.
pub(crate) fn explain_pair(pair: &Pair<'_>, ask: &Ask, offer: &pul_domain::PostId) -> Match {
    let asker = parts::asker_view(pair, ask);
    let offerer = parts::offerer_view(pair, ask);
    let weights = &pair.basis.weights;
    Match {
        ask: ask.common.id.clone(),
        offer: offer.clone(),
        score: weights.mutual(asker.points.into(), offerer.points.into()),
        asker,
        offerer,
    }
}

/// Every hard rule a pair fails, by how much, and the smallest change on either side that
/// mends it; with the score the pair would have. Empty when the pair passes.
pub fn why_not(pack: &Pack, ask: &Ask, offer: &Offer, as_of: Date) -> WhyNot {
    why_not_with(&Basis::new(pack, as_of), ask, offer)
}

/// As [`why_not`], with a basis made before, for many pairs.
pub fn why_not_with(basis: &Basis, ask: &Ask, offer: &Offer) -> WhyNot {
    let compiled = Compiled::new(basis, ask, offer);
    let pair = compiled.pair(basis);
    let failures = rules::failures(&pair, Posts { ask, offer });
    let (asker, offerer) = parts::points(&pair);
    let single_change_admits = match failures.as_slice() {
        [one] => one.ask_change != Change::None || one.offer_change != Change::None,
        _ => false,
    };
    WhyNot {
        ask: ask.common.id.clone(),
        offer: offer.common.id.clone(),
        failures,
        single_change_admits,
        score_if_admitted: basis.weights.mutual(asker, offerer),
    }
}
