//! Who acts for which party.

use super::AccountId;
use super::words;
use crate::{Kind, Record, Table, Value};
use jiff::Timestamp;
use pul_domain::PartyId;
use serde::{Deserialize, Serialize};

words! {
    /// What a member may do for the party.
    MemberLevel {
        /// Everything, and name other members.
        Owner = "owner",
        /// Everything but that.
        Member = "member",
    }
}

/// An account that acts for a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    /// The account.
    pub account: AccountId,
    /// The party.
    pub party: PartyId,
    /// What it may do.
    pub level: MemberLevel,
    /// Since when.
    pub since: Timestamp,
}

impl Record for Membership {
    const TABLE: Table =
        Table { name: "membership", keys: &[("account", Kind::Text), ("party", Kind::Text)] };

    fn id(&self) -> String {
        format!("{}/{}", self.account, self.party)
    }

    fn keys(&self) -> Vec<Value> {
        vec![(&self.account).into(), (&self.party).into()]
    }
}

pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE membership (id TEXT NOT NULL PRIMARY KEY, version BIGINT NOT NULL, \
     account TEXT NOT NULL, party TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX membership_account ON membership (account)",
    "CREATE INDEX membership_party ON membership (party)",
];
