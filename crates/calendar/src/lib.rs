//! A person's meetings as iCalendar (RFC 5545), and invitations and cancellations (RFC 5546).
//!
//! Every calendar is text with the same bytes for the same values: no clock, no chance. A meeting keeps its `UID` through
//! every plan of its mission, and its `SEQUENCE` is the version people were told, so that calendars replace
//! an event instead of doubling it.
//!
//! # Zones
//! An event starts on the wall clock of the person it is for, named by its IANA zone, and the calendar holds that
//! zone's rules (`VTIMEZONE`), drawn from the bundled time-zone database for just the days that matter. Outlook reads
//! those rules; Google and Apple read the name. Where a reader's own database may be older than a change of law
//! (Vancouver and Calgary changed in 2026), [`Clock::Utc`] writes instants, which nobody can misread. Every wall
//! clock that matters stands in the description either way.

mod content;
mod event;
mod message;
mod zone;

pub use content::escape;
pub use message::{Message, Method, feed, messages};

use jiff::Timestamp;
use pul_domain::Mission;
use pul_locale::Locale;

/// How instants are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Clock {
    /// On the wall clock of the person, with the zone's rules.
    #[default]
    Zoned,
    /// In Coordinated Universal Time.
    Utc,
}

/// Somebody with an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// The name people see.
    pub name: String,
    /// The address, without `mailto:`.
    pub address: String,
}

/// What stands behind every calendar of one version of a plan.
#[derive(Debug, Clone, Copy)]
pub struct Issue<'a> {
    /// The mission.
    pub mission: &'a Mission,
    /// How often people were told something new; never falls.
    pub version: u32,
    /// When this version was told.
    pub stamp: Timestamp,
    /// The host that makes ids unique in the world, such as `missions.example.org`.
    pub host: &'a str,
    /// Who invites.
    pub organiser: Option<&'a Mailbox>,
    /// The language of what people read.
    pub locale: Locale,
    /// How instants are written.
    pub clock: Clock,
    /// Minutes before a meeting at which the person is reminded.
    pub remind: &'a [u16],
}
