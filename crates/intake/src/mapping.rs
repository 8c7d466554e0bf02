//! Mappings: which column means what. `docs/import.md` is the manual.

mod columns;
mod pick;
mod read;
mod sections;
mod shapes;
mod template;

pub(crate) use pick::{Pick, Picked, Unknown};
pub(crate) use sections::{Band, Duplicates, FromRole, FromText, LevelRule, Near, Only, SkillColumns, Test};
pub(crate) use template::Template;

use crate::table::Reading;
use pul_domain::{Findings, PartyKind, SourceId};

/// Whether rows are asks or offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakeAs {
    /// Each row is an ask.
    Ask,
    /// Each row is an offer.
    Offer,
}

/// A mapping file, read: how rows of a table become posts of kind `service`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What it is for, one line.
    pub about: String,
    /// The source of the pack the rows come from, if stated.
    pub source: Option<SourceId>,
    /// What rows become.
    pub take_as: TakeAs,
    /// What the mapping assumes because the file does not say, each with its reason.
    pub assumptions: Vec<String>,
    /// Columns read, in the order in which [`crate::table::Row`] holds them.
    pub(crate) columns: Vec<String>,
    pub(crate) reading: Reading,
    pub(crate) habits: Habits,
    pub(crate) only: Vec<Only>,
    pub(crate) id: Template,
    pub(crate) title: Option<Template>,
    pub(crate) party: PartyColumns,
    pub(crate) fields: Fields,
    pub(crate) level: LevelRule,
    pub(crate) skills: Vec<SkillColumns>,
    pub(crate) from_role: Option<FromRole>,
    pub(crate) from_text: Option<FromText>,
    pub(crate) least_skills: usize,
    pub(crate) scale: u32,
    pub(crate) plausible: Vec<Plausible>,
    pub(crate) duplicates: Duplicates,
}

/// Who hands in the rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PartyColumns {
    pub id: Template,
    pub name: Template,
    pub kind: PartyKind,
}

/// How the writer of the table writes values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Habits {
    /// Decimal mark.
    pub decimal: char,
    /// Mark between groups of three digits.
    pub thousands: char,
    /// Date formats besides 2026-11-23, in the notation of `strptime`.
    pub dates: Vec<String>,
    /// Values that mean that nothing is stated, in lower case.
    pub empty: Vec<String>,
}

/// Bounds within which an amount in a currency is believed, in major units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plausible {
    pub currency: pul_domain::Currency,
    pub least: u64,
    pub most: u64,
}

macro_rules! fields {
    ($($name:ident),* $(,)?) => {
        /// The fields of a post that a mapping may fill, each from a section of its own.
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub(crate) struct Fields { $(pub $name: Option<Pick>,)* }

        impl Fields {
            /// Names of the sections, as they stand in a mapping file.
            pub(crate) const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// Reads every section that is there.
            fn read(mut section: impl FnMut(&'static str) -> Option<Pick>) -> Fields {
                Fields { $($name: section(stringify!($name)),)* }
            }
        }
    };
}

fields! {
    sides, role, sectors, wanted_sectors, city, region, people, hours_per_week,
    amount, currency, per,
    from, until, days, least_days, wanted_days,
    hours_start, hours_end, hours_days, hours_zone,
    overlap_least, overlap_wanted, languages, certifications, registrations,
    references, least_references, years,
    exclude_parties, exclude_sectors, exclude_skills,
}

impl Mapping {
    /// Reads a mapping file (TOML). Every fault is found at once, unknown keys among
    /// them; with a fault there is no mapping. `name` is what findings call the file.
    pub fn read(name: &str, bytes: &[u8]) -> (Option<Mapping>, Findings) {
        read::mapping(name, bytes)
    }
}
