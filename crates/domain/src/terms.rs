//! What only posts of one kind state.

use crate::{Money, PostKind};
use serde::{Deserialize, Serialize};

/// Terms by kind. On an ask they say what is wanted, on an offer what is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Terms {
    /// Work; everything it states is in the post itself.
    Service {},
    /// Capital.
    Capital {
        /// Stage of the startup: `idea`, `pre-seed`, `seed`, `series-a`, `growth`.
        stages: Vec<String>,
        /// Smallest cheque.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        least: Option<Money>,
        /// Largest cheque.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        most: Option<Money>,
        /// `equity`, `loan`, `convertible`, `grant`.
        instruments: Vec<String>,
    },
    /// Mentorship.
    Mentorship {
        /// Subjects, in words.
        topics: Vec<String>,
        /// Hours a month.
        hours_per_month: u8,
        /// Whether it is paid.
        #[serde(default)]
        paid: bool,
    },
    /// Market access.
    MarketAccess {
        /// What is opened: `distribution`, `introductions`, `certification`, `public-procurement`, …
        channels: Vec<String>,
    },
    /// Joint research.
    Research {
        /// Fields, in words.
        fields: Vec<String>,
        /// Technology readiness level at the start, 1 to 9.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        readiness: Option<u8>,
        /// The asker's or offerer's share of the money.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contribution: Option<Money>,
    },
    /// A person's place at a host.
    Placement {
        /// Places.
        places: u16,
        /// Months of one place.
        months: u8,
        /// Pay a month.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stipend: Option<Money>,
    },
    /// A joint venture.
    Venture {
        /// What the party brings: `capital`, `technology`, `team`, `market`, `licence`.
        brings: Vec<String>,
        /// What it looks for, of the same words.
        seeks: Vec<String>,
        /// Share of the venture it wants, in per cent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        share_percent: Option<u8>,
    },
    /// Good practice.
    Practice {
        /// Subjects, in words.
        topics: Vec<String>,
        /// `workshop`, `visit`, `document`, `secondment`.
        formats: Vec<String>,
    },
}

impl Terms {
    /// The kind these terms belong to.
    pub fn kind(&self) -> PostKind {
        match self {
            Terms::Service {} => PostKind::Service,
            Terms::Capital { .. } => PostKind::Capital,
            Terms::Mentorship { .. } => PostKind::Mentorship,
            Terms::MarketAccess { .. } => PostKind::MarketAccess,
            Terms::Research { .. } => PostKind::Research,
            Terms::Placement { .. } => PostKind::Placement,
            Terms::Venture { .. } => PostKind::Venture,
            Terms::Practice { .. } => PostKind::Practice,
        }
    }
}
