//! The corridor as data: reads and checks a pack, and answers for a date.
//!
//! A pack is a set of files ([`Files`]): paths and bytes, wherever they come from. Nothing
//! here reads a disk or a clock. [`check`] gives the [`Pack`] if nothing is at fault, and
//! every [finding](pul_domain::Finding) by file and line, at once.

mod about;
mod aliases;
mod check;
mod cities;
mod closure;
mod cycles;
mod declared;
mod documents;
mod exchange;
#[doc = include_str!("../FORMAT.md")]
pub mod format {}
pub mod hash;
mod hourly;
mod labels;
mod listing;
mod pack;
pub mod parameters;
mod prices;
pub mod reader;
mod relations;
mod role;
pub mod rules;
mod scoring;
mod shapes;
mod show;
mod side;
mod skill;
mod source;
pub mod spelling;
mod threads;
mod zone;

pub use about::About;
pub use aliases::{Alias, Aliases, Match};
pub use check::check;
pub use closure::{Closure, LEAST_ALONG, LEAST_STRENGTH, MOST_STEPS};
pub use exchange::{ExchangeRate, Ratio};
pub use hourly::{NoHourly, Workload};
pub use labels::{Labels, Origin};
pub use listing::{Certification, Holder, Registration, Sector};
pub use pack::Pack;
pub use prices::read_prices;
pub use reader::Files;
pub use role::{Role, RoleIx};
pub use scoring::{
    AskerWeights, ImportanceWeights, Mutual, OffererWeights, PriceRules, RecordPoints, Scoring, Unstated,
    WHOLE,
};
pub use show::{Card, Fact, KINDS, NotFound};
pub use side::{City, Holiday, HolidayStatus, Region, Side};
pub use skill::{Skill, SkillIx, SkillKind};
pub use source::Source;
pub use zone::Zone;
