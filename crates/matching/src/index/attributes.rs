//! Which rows there are and what their codes stand for.

use crate::basis::Basis;
use crate::features::{OfferStore, Sides};
use crate::index::buckets::{Buckets, CODES, Groups};
use crate::index::codes::value;
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
    pub(super) window_names: Names<(u32, u16)>,
    /// Kinds with sides, and their codes.
    pub(crate) standings: Vec<(PostKind, Sides)>,
    pub(crate) standing_codes: Groups,
    pub(super) standing_names: Names<(PostKind, Sides)>,
    skills: usize,
    languages: usize,
    pub(super) sectors: usize,
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
