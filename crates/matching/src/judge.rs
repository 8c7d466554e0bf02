//! Judging one pair: why it matches, or why not.

use crate::basis::Basis;
use crate::features::Vocabulary;
use crate::pair::{Compiled, Pair, via};
use crate::parts::{self, Reason};
use crate::rules::{self, Posts};
use jiff::civil::Date;
use pul_domain::{Ask, Change, Match, Offer, PostId, View, WhyNot};
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
pub(crate) fn explain_pair(pair: &Pair<'_>, ask: &Ask, offer: &PostId) -> Match {
    let mut reasons = Vec::new();
    let skills = parts::reasons(pair, |skill| via(pair.basis, skill, pair.offer), &mut reasons);
    in_words(pair.basis, &pair.offer.store.vocabulary, (ask, offer), reasons.split_at(skills))
}

/// Reasons of both views in words. The score is what their points come to.
pub(crate) fn in_words(
    basis: &Basis,
    words: &Vocabulary,
    (ask, offer): (&Ask, &PostId),
    (asker, offerer): (&[Reason], &[Reason]),
) -> Match {
    let view = |reasons: &[Reason]| {
        let parts: Vec<_> = reasons.iter().filter_map(|reason| reason.part(basis, words, ask)).collect();
        let points: u32 = parts.iter().map(|part| u32::from(part.points)).sum();
        View { points: u16::try_from(points).unwrap_or(u16::MAX), parts }
    };
    let (asker, offerer) = (view(asker), view(offerer));
    Match {
        ask: ask.common.id.clone(),
        offer: offer.clone(),
        score: basis.weights.mutual(asker.points.into(), offerer.points.into()),
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
