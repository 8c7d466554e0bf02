//! What the rules and parts read of one offer, in one cache line.

use crate::features::Sides;
use pul_domain::PostKind;

/// What an offer wants to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Price {
    /// Not stated, or in a currency the pack has no rate for.
    Unstated,
    /// Hundredths of a US cent an hour per person.
    Hourly(i64),
    /// For the whole engagement: the number of the rate in the store.
    Fixed(u32),
}

/// The track record in points of 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Record {
    /// No years, no references and no outcomes.
    Unstated,
    /// Points.
    Points(u8),
}

/// Which optional things an offer states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Flags {
    /// Names sectors it has worked in.
    pub(crate) sectors: bool,
    /// Names sectors it wants.
    pub(crate) wanted_sectors: bool,
    /// Excludes anything.
    pub(crate) excludes: bool,
}

/// One offer without its lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfferFeatures {
    pub(crate) price: Price,
    /// First and last day available, from 1970-01-01.
    pub(crate) from: i32,
    pub(crate) until: i32,
    pub(crate) party: u32,
    pub(crate) sides: Sides,
    pub(crate) role: Option<u32>,
    /// Number of its working hours.
    pub(crate) hours: u32,
    /// Least overlap in minutes, 0 where none is stated.
    pub(crate) least_overlap: u16,
    pub(crate) people: u16,
    pub(crate) hours_per_week: Option<u8>,
    /// Shortest engagement in days, 0 where none is stated.
    pub(crate) least_days: u16,
    pub(crate) wanted_days: Option<u16>,
    pub(crate) references: u32,
    pub(crate) record: Record,
    pub(crate) kind: PostKind,
    pub(crate) flags: Flags,
}
