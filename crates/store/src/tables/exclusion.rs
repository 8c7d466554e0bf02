//! Parties that a party does not want to be matched with. Nobody else ever sees them.

use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::PartyId;
use serde::{Deserialize, Serialize};

/// A private veto of one party against another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// Who does not want.
    pub party: PartyId,
    /// Whom.
    pub other: PartyId,
    /// Since when.
    pub since: Timestamp,
}

impl Record for Exclusion {
    const TABLE: Table = Table { name: "exclusion", keys: &[("party", Kind::Text), ("other", Kind::Text)] };

    fn id(&self) -> String {
        format!("{}/{}", self.party, self.other)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.party).into(), (&self.other).into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE exclusion (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     party TEXT NOT NULL, other TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX exclusion_party ON exclusion (party)",
    "CREATE INDEX exclusion_other ON exclusion (other)",
];
