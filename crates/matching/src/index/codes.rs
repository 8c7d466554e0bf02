//! The codes of one offer in the rows.

use crate::features::{OfferView, Price, Record};
use crate::index::attributes::{Attributes, FIXED, General, Row, UNSTATED};

/// The value of an ordered row; none where the offer does not state it.
pub(super) fn value(general: General, offer: OfferView<'_>) -> Option<i64> {
    let features = offer.features;
    match general {
        General::Price => match features.price {
            Price::Hourly(rate) => Some(rate),
            _ => None,
        },
        General::Record => match features.record {
            Record::Points(points) => Some(points.into()),
            Record::Unstated => None,
        },
        General::People => Some(features.people.into()),
        General::Hours => features.hours_per_week.map(i64::from),
        General::References => Some(features.references.into()),
        General::From => Some(features.from.into()),
        General::Until => Some(features.until.into()),
        General::LeastDays => Some(features.least_days.into()),
        General::WantedDays => features.wanted_days.map(i64::from),
        General::Role | General::Window | General::Standing => None,
    }
}

impl Attributes {
    /// The code of an offer in a row every offer has a code in.
    pub(crate) fn general(&self, general: General, offer: OfferView<'_>) -> u8 {
        let features = offer.features;
        match general {
            General::Price if matches!(features.price, Price::Fixed(_)) => FIXED,
            General::Role => features.role.map_or(UNSTATED, |role| self.roles.code(role)),
            General::Window => {
                let number = self.window_names.get(&(features.hours, features.least_overlap));
                self.window_codes.code(number)
            }
            General::Standing => {
                let number = self.standing_names.get(&(features.kind, features.sides));
                self.standing_codes.code(number)
            }
            _ => value(general, offer).map_or(UNSTATED, |v| self.ordered[general as usize].code(v)),
        }
    }

    /// Rows and codes of what an offer lists besides skills.
    pub(crate) fn listed(&self, offer: OfferView<'_>, out: &mut Vec<(u32, u8)>) {
        let mut put = |row: Row, code: u8| {
            if let Row::At(row) = row {
                out.push((row as u32, code));
            }
        };
        for (language, _) in offer.languages() {
            put(self.language(language), offer.rank(language));
        }
        for certification in offer.certifications() {
            put(self.certification(*certification), 1);
        }
        for registration in offer.registrations() {
            put(self.registration(*registration), 1);
        }
        let flags = offer.features.flags;
        if flags.sectors || flags.wanted_sectors {
            for sector in 0..self.sectors as u32 {
                let worked = named(flags.sectors, offer.sectors(), sector);
                let wanted = named(flags.wanted_sectors, offer.wanted_sectors(), sector);
                put(self.sector(sector), worked * 3 + wanted);
            }
        }
    }
}

/// How a list of sectors stands to one: 0 no list, 1 not in the list, 2 in it.
fn named(stated: bool, list: &[u32], sector: u32) -> u8 {
    match (stated, list.contains(&sector)) {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    }
}
