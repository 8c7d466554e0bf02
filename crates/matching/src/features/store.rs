//! Many offers, column by column.

use super::graded::Graded;
use crate::basis::{Basis, day_number};
use crate::features::{Flags, OfferFeatures, Price, Record, Sides, Vocabulary};
use crate::kernel::roomy;
use crate::overlap::Window;
use pul_domain::{Offer, PostId, Rate, RateUnit};

/// Lists of varying length, one after another.
#[derive(Debug)]
pub(crate) struct Rows<T> {
    ends: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Rows { ends: Vec::new(), items: Vec::new() }
    }
}

impl<T: Copy> Rows<T> {
    /// The rows in another order.
    fn arranged(&self, order: &[u32]) -> Rows<T> {
        let mut out =
            Rows { ends: Vec::with_capacity(order.len()), items: Vec::with_capacity(self.items.len()) };
        for row in order {
            out.push(self.get(*row as usize).iter().copied());
        }
        out
    }

    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.items.extend(row);
        self.ends.push(self.items.len() as u32);
    }

    pub(crate) fn get(&self, row: usize) -> &[T] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start as usize..self.ends[row] as usize]
    }
}

/// What an offerer excludes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Excluded {
    Party(u32),
    Sector(u32),
    Skill(u32),
}

/// Offers column by column.
#[derive(Debug, Default)]
pub(crate) struct OfferStore {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) ids: Vec<PostId>,
    pub(crate) features: Vec<OfferFeatures>,
    pub(crate) windows: Vec<Window>,
    fixed: Vec<Rate>,
    skills: Rows<Graded>,
    languages: Rows<Graded>,
    sectors: Rows<u32>,
    wanted_sectors: Rows<u32>,
    certifications: Rows<u32>,
    registrations: Rows<u32>,
    excluded: Rows<Excluded>,
}

/// One offer of a store.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfferView<'a> {
    pub(crate) store: &'a OfferStore,
    pub(crate) at: usize,
    pub(crate) features: &'a OfferFeatures,
}

impl OfferStore {
    /// A store of one offer.
    pub(crate) fn of(basis: &Basis, offer: &Offer) -> OfferStore {
        let mut store = OfferStore::default();
        store.push(basis, offer);
        store
    }

    pub(crate) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The same offers in another order: those that are looked at together lie together.
    pub(crate) fn arranged(self, order: &[u32]) -> OfferStore {
        let at = |place: &u32| *place as usize;
        let mut features = roomy(order.len());
        features.extend(order.iter().map(|place| self.features[at(place)]));
        OfferStore {
            ids: order.iter().map(|place| self.ids[at(place)].clone()).collect(),
            features,
            skills: self.skills.arranged(order),
            languages: self.languages.arranged(order),
            sectors: self.sectors.arranged(order),
            wanted_sectors: self.wanted_sectors.arranged(order),
            certifications: self.certifications.arranged(order),
            registrations: self.registrations.arranged(order),
            excluded: self.excluded.arranged(order),
            ..self
        }
    }

    pub(crate) fn view(&self, at: usize) -> OfferView<'_> {
        OfferView { store: self, at, features: &self.features[at] }
    }

    pub(crate) fn push(&mut self, basis: &Basis, offer: &Offer) {
        let words = &mut self.vocabulary;
        let skills = offer.skills.iter();
        self.skills.push(skills.map(|s| Graded::new(words.add_skill(basis, &s.skill), s.level.get())));
        let languages = offer.languages.iter();
        self.languages.push(languages.map(|l| Graded::new(words.add_language(l.language), l.level.rank())));
        let common = &offer.common;
        self.sectors.push(common.sectors.iter().map(|s| words.sectors.add(s)));
        self.wanted_sectors.push(offer.wanted_sectors.iter().map(|s| words.sectors.add(s)));
        self.certifications.push(offer.certifications.iter().map(|c| words.certifications.add(c)));
        self.registrations.push(offer.registrations.iter().map(|r| words.registrations.add(r)));
        let exclude = &common.exclude;
        let parties = exclude.parties.iter();
        let mut excluded: Vec<Excluded> = parties.map(|p| Excluded::Party(words.parties.add(p))).collect();
        excluded.extend(exclude.sectors.iter().map(|s| Excluded::Sector(words.sectors.add(s))));
        excluded.extend(exclude.skills.iter().map(|s| Excluded::Skill(words.add_skill(basis, s))));
        self.excluded.push(excluded);
        let features = self.features_of(basis, offer);
        self.features.push(features);
        self.ids.push(common.id.clone());
    }

    fn features_of(&mut self, basis: &Basis, offer: &Offer) -> OfferFeatures {
        let common = &offer.common;
        let price = self.price(basis, offer.rate.as_ref());
        let words = &mut self.vocabulary;
        let hours = basis.hours(common);
        let zone = basis.zones.get(&hours.zone);
        let window = Window::new(&hours, zone);
        let hours = words.add_hours(hours);
        if hours as usize == self.windows.len() {
            self.windows.push(window);
        }
        OfferFeatures {
            price,
            from: offer.available_from.map_or(basis.as_of, day_number),
            until: offer.available_until.map_or(i32::MAX, day_number),
            party: words.parties.add(&common.party),
            sides: Sides::of(&common.sides, |s| words.sides.add(s)),
            role: common.role.as_ref().map(|r| words.add_role(basis, r)),
            hours,
            least_overlap: offer.overlap.least_minutes.unwrap_or(0),
            people: offer.people,
            hours_per_week: offer.hours_per_week,
            least_days: offer.least_days.unwrap_or(0),
            wanted_days: offer.wanted_days,
            references: offer.record.references.len() as u32,
            record: record(basis, offer),
            kind: common.kind(),
            flags: Flags {
                sectors: !common.sectors.is_empty(),
                wanted_sectors: !offer.wanted_sectors.is_empty(),
                excludes: !common.exclude.is_empty(),
            },
        }
    }

    fn price(&mut self, basis: &Basis, rate: Option<&Rate>) -> Price {
        match rate {
            Some(rate) if rate.per == RateUnit::Fixed => {
                self.fixed.push(*rate);
                Price::Fixed(self.fixed.len() as u32 - 1)
            }
            Some(rate) => basis.hourly(rate, crate::basis::Work::NONE).map_or(Price::Unstated, Price::Hourly),
            None => Price::Unstated,
        }
    }

    /// A fixed rate by the number in [`Price::Fixed`].
    pub(crate) fn fixed(&self, number: u32) -> &Rate {
        &self.fixed[number as usize]
    }
}

fn record(basis: &Basis, offer: &Offer) -> Record {
    let record = &offer.record;
    let references = record.references.len() as u64;
    if record.years.is_none() && references == 0 && record.confirmed_outcomes == 0 {
        return Record::Unstated;
    }
    let w = &basis.weights;
    let points = u64::from(w.per_year) * u64::from(record.years.unwrap_or(0))
        + u64::from(w.per_reference) * references
        + u64::from(w.per_outcome) * u64::from(record.confirmed_outcomes);
    Record::Points(points.min(100) as u8)
}

impl<'a> OfferView<'a> {
    /// Skills with levels 1 to 5.
    pub(crate) fn skills(self) -> impl Iterator<Item = (u32, u8)> + 'a {
        self.store.skills.get(self.at).iter().map(|skill| skill.pair())
    }

    /// Languages with ranks 1 to 7.
    pub(crate) fn languages(self) -> impl Iterator<Item = (u32, u8)> + 'a {
        self.store.languages.get(self.at).iter().map(|language| language.pair())
    }

    pub(crate) fn sectors(self) -> &'a [u32] {
        self.store.sectors.get(self.at)
    }

    pub(crate) fn wanted_sectors(self) -> &'a [u32] {
        self.store.wanted_sectors.get(self.at)
    }

    pub(crate) fn certifications(self) -> &'a [u32] {
        self.store.certifications.get(self.at)
    }

    pub(crate) fn registrations(self) -> &'a [u32] {
        self.store.registrations.get(self.at)
    }

    pub(crate) fn excluded(self) -> &'a [Excluded] {
        self.store.excluded.get(self.at)
    }

    pub(crate) fn window(self) -> &'a Window {
        &self.store.windows[self.features.hours as usize]
    }

    /// The rank of a language, 0 if it is not spoken.
    pub(crate) fn rank(self, language: u32) -> u8 {
        let spoken = self.languages();
        spoken.filter(|(l, _)| *l == language).map(|(_, rank)| rank).max().unwrap_or(0)
    }
}
