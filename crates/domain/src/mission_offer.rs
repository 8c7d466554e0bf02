//! A freed sitting offered to a pair on the waiting list.

use crate::{DelegateId, PartyId, Sitting, WishId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What became of an offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SittingOfferState {
    /// Held for them until they answer or time is up.
    Open,
    /// All of them said yes.
    Taken,
    /// One of them said no.
    Refused,
    /// Not all of them answered in time; the next in line is offered the sitting.
    Lapsed,
}

/// A sitting held for a waiting wish until its parties answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SittingOffer {
    /// The wish.
    pub wish: WishId,
    /// Its parties, all of whom must say yes.
    pub parties: Vec<PartyId>,
    /// Where and when.
    pub sitting: Sitting,
    /// Who would come, in the order of the parties.
    pub delegates: Vec<DelegateId>,
    /// Answers from this instant on are not heard.
    pub until: Timestamp,
    /// Who said yes so far.
    #[serde(default)]
    pub accepted_by: Vec<PartyId>,
    /// What became of it.
    pub state: SittingOfferState,
}

impl SittingOffer {
    /// Takes a party's answer at `now`. A stranger's, and one after the offer is closed, changes nothing.
    pub fn answer(&mut self, party: &PartyId, yes: bool, now: Timestamp) -> SittingOfferState {
        if self.lapse(now) != SittingOfferState::Open || !self.parties.contains(party) {
            return self.state;
        }
        if !yes {
            self.state = SittingOfferState::Refused;
        } else if !self.accepted_by.contains(party) {
            self.accepted_by.push(party.clone());
        }
        if yes && self.parties.iter().all(|p| self.accepted_by.contains(p)) {
            self.state = SittingOfferState::Taken;
        }
        self.state
    }

    /// Closes the offer if its time is up; returns where it stands.
    pub fn lapse(&mut self, now: Timestamp) -> SittingOfferState {
        if self.state == SittingOfferState::Open && now >= self.until {
            self.state = SittingOfferState::Lapsed;
        }
        self.state
    }
}
