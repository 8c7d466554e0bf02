//! Which rows there are and what their codes stand for.

use crate::basis::Basis;
use crate::features::{OfferStore, OfferView, Price, Record, Sides};
use crate::index::buckets::{Buckets, CODES, Groups};
use crate::names::{Names, UNKNOWN};
use pul_domain::PostKind;

/// The code of what an offer does not state.
pub(crate) const UNSTATED: u8 = 15;
/// The code of a fixed price, whose hour depends on the ask.
pub(crate) const FIXED: u8 = 14;
/// Rows every offer has a code in.
pub(crate) const GENERAL: usize = 12;
/// Skills, languages and the like beyond so many have no row: they are rare, and judged exactly.
const MOST_SKILLS: usize = 8192;
const MOST_OTHERS: usize = 256;

/// A row every offer has a code in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum General {
    Price,
    Role,
    Record,
    People,
    Hours,
    References,
    From,
    Until,
    LeastDays,
    WantedDays,
    Window,
    Standing,
}

impl General {
    pub(crate) const ALL: [General; GENERAL] = [
        General::Price,
        General::Role,
        General::Record,
        General::People,
        General::Hours,
        General::References,
        General::From,
        General::Until,
        General::LeastDays,
        General::WantedDays,
        General::Window,
        General::Standing,
    ];
}

/// What the codes stand for, and the row of each skill, language, sector and paper.
#[derive(Debug)]
pub(crate) struct Attributes {
    /// Codes of the ordered rows, in the order of [`General`]; empty for the others.
    pub(crate) ordered: Vec<Buckets>,
    pub(crate) roles: Groups,
    /// Working hours with the offerer's least overlap, and their codes.
    pub(crate) windows: Vec<(u32, u16)>,
    pub(crate) window_codes: Groups,
    window_names: Names<(u32, u16)>,
    /// Kinds with sides, and their codes.
    pub(crate) standings: Vec<(PostKind, Sides)>,
    pub(crate) standing_codes: Groups,
    standing_names: Names<(PostKind, Sides)>,
    skills: usize,
    languages: usize,
    sectors: usize,
    certifications: usize,
    registrations: usize,
}

/// The row of something an ask names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    /// No offer has it.
    Nobody,
    /// Some have it, but it has no row.
    None,
    /// Its row.
    At(usize),
}

/// The value of an ordered row; none where the offer does not state it.
fn value(general: General, offer: OfferView<'_>) -> Option<i64> {
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

/// How many codes the values of a row may use; the others are for what is not a value.
fn most(general: General) -> usize {
    match general {
        General::Price => CODES - 2,
        General::Record | General::Hours | General::WantedDays => CODES - 1,
        _ => CODES,
    }
}

impl Attributes {
    pub(crate) fn new(basis: &Basis, store: &OfferStore) -> Attributes {
        let views = || (0..store.len()).map(|at| store.view(at));
        let ordered =
            General::ALL.map(|g| Buckets::new(views().filter_map(|v| value(g, v)).collect(), most(g))).into();
        let words = &store.vocabulary;
        let mut role_frequency = vec![0; words.roles(basis)];
        let (mut windows, mut window_frequency) = (Names::default(), Vec::new());
        let (mut standings, mut standing_frequency) = (Names::default(), Vec::new());
        for offer in store.features.iter() {
            if let Some(role) = offer.role {
                role_frequency[role as usize] += 1;
            }
            count(&mut window_frequency, windows.add(&(offer.hours, offer.least_overlap)));
            count(&mut standing_frequency, standings.add(&(offer.kind, offer.sides)));
        }
        let apart = |a: u32, b: u32| {
            let ((a, _), (b, _)) = (windows.id(a), windows.id(b));
            store.windows[*a as usize].apart(&store.windows[*b as usize])
        };
        let unlike = |a, b| 100 - basis.role_affinity(a, b);
        Attributes {
            ordered,
            roles: Groups::new(&role_frequency, CODES - 1, unlike),
            window_codes: Groups::new(&window_frequency, CODES, apart),
            windows: windows.all().to_vec(),
            window_names: windows,
            standing_codes: Groups::new(&standing_frequency, CODES, |_, _| 100),
            standings: standings.all().to_vec(),
            standing_names: standings,
            skills: words.skills(basis).min(MOST_SKILLS),
            languages: words.languages().min(MOST_OTHERS),
            sectors: words.sectors.len().min(MOST_OTHERS),
            certifications: words.certifications.len().min(MOST_OTHERS),
            registrations: words.registrations.len().min(MOST_OTHERS),
        }
    }

    /// How many rows there are.
    pub(crate) fn rows(&self) -> usize {
        self.registration_start() + self.registrations
    }

    fn language_start(&self) -> usize {
        GENERAL + self.skills
    }

    fn sector_start(&self) -> usize {
        self.language_start() + self.languages
    }

    fn certification_start(&self) -> usize {
        self.sector_start() + self.sectors
    }

    fn registration_start(&self) -> usize {
        self.certification_start() + self.certifications
    }

    pub(crate) fn skill(&self, skill: u32) -> Row {
        row(skill, GENERAL, self.skills)
    }

    pub(crate) fn language(&self, language: u32) -> Row {
        row(language, self.language_start(), self.languages)
    }

    pub(crate) fn sector(&self, sector: u32) -> Row {
        row(sector, self.sector_start(), self.sectors)
    }

    pub(crate) fn certification(&self, certification: u32) -> Row {
        row(certification, self.certification_start(), self.certifications)
    }

    pub(crate) fn registration(&self, registration: u32) -> Row {
        row(registration, self.registration_start(), self.registrations)
    }

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
            put(self.language(*language), offer.rank(*language));
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

fn row(number: u32, start: usize, many: usize) -> Row {
    match number {
        UNKNOWN => Row::Nobody,
        known if (known as usize) < many => Row::At(start + known as usize),
        _ => Row::None,
    }
}

fn count(frequency: &mut Vec<u32>, number: u32) {
    if number as usize == frequency.len() {
        frequency.push(0);
    }
    frequency[number as usize] += 1;
}
