//! Parties: who asks and who offers.

use crate::{CityId, PartyId, SideId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a party is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A company.
    Firm,
    /// A person who offers their own work.
    Professional,
    /// A young company that looks for capital, mentors or a first market.
    Startup,
    /// Who places money.
    Investor,
    /// Who gives advice.
    Mentor,
    /// University, laboratory, hospital.
    Institution,
    /// Public body or trade body.
    Agency,
}

/// A value that only its party and those it consents to may see.
///
/// It prints and logs as a bar, so that it cannot leak by accident; opening it
/// takes a word in the code that a reviewer can search for.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Private<T>(T);

impl<T> Private<T> {
    /// Closes a value.
    pub fn new(value: T) -> Self {
        Private(value)
    }

    /// Opens it: the caller has checked consent.
    pub fn open_with_consent(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("▇▇▇")
    }
}

/// A firm, professional, startup, investor, mentor, institution or agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// What it is.
    pub kind: PartyKind,
    /// The name it goes by in public.
    pub name: String,
    /// The side it is on; two for diaspora members, who are parties of both.
    pub sides: Vec<SideId>,
    /// Its city, if told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<CityId>,
    /// Where mail reaches it; never shown without consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Private<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_values_do_not_print() {
        assert_eq!(format!("{:?}", Private::new("a@b.ca")), "▇▇▇");
    }
}
