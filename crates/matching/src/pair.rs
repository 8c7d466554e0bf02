//! One ask beside one offer, with what rules and parts share computed once.

use crate::basis::Basis;
use crate::features::{AskFeatures, OfferStore, OfferView, Price, Vocabulary};
use crate::overlap;
use pul_domain::{Ask, Level, Offer, Thirds};

/// A pair ready to be judged. Rules and parts read this and nothing else.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Pair<'a> {
    pub(crate) basis: &'a Basis,
    pub(crate) ask: &'a AskFeatures,
    pub(crate) offer: OfferView<'a>,
    /// What the offer is worth towards each requirement, in thirds.
    pub(crate) worths: &'a [u8],
    /// How well the offer speaks each language asked, 0 where it does not.
    pub(crate) ranks: &'a [u8],
    /// The rate in hundredths of a US cent an hour per person.
    pub(crate) rate: Option<i64>,
    /// Least overlap in minutes a day.
    pub(crate) overlap: u16,
}

/// An ask and an offer compiled for each other alone: the slow way, for one pair.
pub(crate) struct Compiled {
    pub(crate) ask: AskFeatures,
    store: OfferStore,
    worths: Vec<u8>,
    ranks: Vec<u8>,
    overlap: u16,
}

impl Compiled {
    pub(crate) fn new(basis: &Basis, ask: &Ask, offer: &Offer) -> Compiled {
        let store = OfferStore::of(basis, offer);
        let ask = AskFeatures::new(basis, &store.vocabulary, ask);
        let view = store.view(0);
        let (worths, ranks) = (worths(basis, &ask, view), ranks(&ask, view));
        let overlap = overlap(&ask, view);
        Compiled { ask, worths, ranks, overlap, store }
    }

    pub(crate) fn pair<'a>(&'a self, basis: &'a Basis) -> Pair<'a> {
        let offer = self.store.view(0);
        Pair {
            basis,
            ask: &self.ask,
            offer,
            worths: &self.worths,
            ranks: &self.ranks,
            rate: rate(basis, &self.ask, offer),
            overlap: self.overlap,
        }
    }
}

/// Least overlap of a pair, day by day.
pub(crate) fn overlap(ask: &AskFeatures, offer: OfferView<'_>) -> u16 {
    overlap::Pair { asker: &ask.window, offerer: offer.window() }.least(ask.first, ask.last)
}

/// The rate of an offer for the work of an ask.
pub(crate) fn rate(basis: &Basis, ask: &AskFeatures, offer: OfferView<'_>) -> Option<i64> {
    match offer.features.price {
        Price::Unstated => None,
        Price::Hourly(rate) => Some(rate),
        Price::Fixed(number) => basis.hourly(offer.store.fixed(number), ask.work),
    }
}

/// What an offer is worth towards each requirement of an ask.
pub(crate) fn worths(basis: &Basis, ask: &AskFeatures, offer: OfferView<'_>) -> Vec<u8> {
    let needs = ask.needs.iter();
    needs.map(|n| via(basis, n.skill, offer).0).collect()
}

/// How well an offer speaks each language of an ask.
pub(crate) fn ranks(ask: &AskFeatures, offer: OfferView<'_>) -> Vec<u8> {
    ask.languages.iter().map(|asked| offer.rank(asked.language)).collect()
}

/// What an offer is worth towards a skill in thirds, and through which of its own: number, level and
/// strength.
pub(crate) type Via = (u8, Option<(u32, u8, u8)>);

/// What an offer is worth towards a skill, with the offered skill it comes from, the
/// lowest id among equals: number, level and strength.
pub(crate) fn via(basis: &Basis, skill: u32, offer: OfferView<'_>) -> Via {
    let words = &offer.store.vocabulary;
    let mut best: Via = (0, None);
    for (offered, level) in offer.skills() {
        let strength = basis.strength(offered, skill);
        let worth = Level::new(level).map_or(0, |l| Thirds::implied(l, strength).0);
        let found = (worth, Some((offered, level, strength)));
        if better(basis, words, found, best) {
            best = found;
        }
    }
    best
}

/// Whether one way to a skill counts before another: it is worth more, or the same by a lower id.
pub(crate) fn better(basis: &Basis, words: &Vocabulary, one: Via, than: Via) -> bool {
    let id = |via: Via| via.1.map(|(skill, ..)| words.skill_id(basis, skill));
    one.0 > than.0 || one.0 > 0 && one.0 == than.0 && id(one) < id(than)
}
