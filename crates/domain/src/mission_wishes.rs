//! The life of a wish: asked, answered, withdrawn, expired; and what a mission remembers of the ones before it.

use crate::{Finding, Findings, Mission, MissionPlan, PartyId, Place, Wish, WishId, WishState};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What somebody does about a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WishStep {
    /// A party that was asked says yes. The wish is accepted once all of them did.
    Accept,
    /// A party that was asked says no.
    Decline,
    /// A party withdraws, whether or not the others have answered; what it counted for is free again.
    Cancel,
}

impl Mission {
    /// Requests a party has standing: asked by it and neither declined, cancelled nor expired.
    pub fn requests(&self, party: &PartyId) -> usize {
        let gone = [WishState::Declined, WishState::Cancelled, WishState::Expired];
        let standing = self.wishes.iter().filter(|w| !gone.contains(&w.state));
        standing.filter(|w| w.asked_by.as_ref() == Some(party)).count()
    }

    /// Adds a request. It blocks nothing until it is accepted.
    ///
    /// # Errors
    /// A finding when the id is taken, the asker takes no part in the wish or has as many requests standing as it
    /// may. A request to a party that thanked the asker no is taken like any other, so that a veto stays private;
    /// it is never planned.
    pub fn request(&mut self, wish: Wish) -> Result<(), Findings> {
        let refuse = |code, cause: String, cure: &str| refused(code, &wish.id, cause, cure);
        if self.wish(&wish.id).is_some() {
            return refuse("wish-twice", format!("There is a wish {} already.", wish.id), "Take another id.");
        }
        let Some(asker) = wish.asked_by.clone().filter(|a| wish.parties.contains(a)) else {
            let cause = format!("{} is not asked by one of its parties.", wish.id);
            return refuse("asker-not-in-wish", cause, "Name the asking party among the parties.");
        };
        let most = self.attendee(&asker).and_then(|a| a.most_requests);
        if most.is_some_and(|most| self.requests(&asker) >= usize::from(most)) {
            let cause =
                format!("{asker} has {} requests standing, as many as it may.", self.requests(&asker));
            return refuse("too-many-requests", cause, "Withdraw one, or wait for an answer.");
        }
        self.wishes.push(Wish { state: WishState::Requested, accepted_by: Vec::new(), ..wish });
        Ok(())
    }

    /// A party answers or withdraws a wish at an instant; returns where the wish stands then.
    ///
    /// # Errors
    /// A finding when there is no such wish, the party is not in it, or the wish is past that step: only a request
    /// not yet expired can be answered, and what is declined, cancelled or expired stays so.
    pub fn step(
        &mut self,
        id: &WishId,
        party: &PartyId,
        step: WishStep,
        now: Timestamp,
    ) -> Result<WishState, Findings> {
        self.expire(now);
        let Some(wish) = self.wishes.iter_mut().find(|w| w.id == *id) else {
            let cause = format!("There is no wish {id}.");
            return refused("no-such-wish", id, cause, "Give the id of a wish of the mission.");
        };
        let asked = wish.asked_by.as_ref() != Some(party);
        let fits = match step {
            WishStep::Accept | WishStep::Decline => asked && wish.state == WishState::Requested,
            WishStep::Cancel => {
                use WishState::{Accepted, Must, Requested, Waiting};
                matches!(wish.state, Requested | Accepted | Must | Waiting)
            }
        };
        if !wish.parties.contains(party) || !fits {
            let cause = format!("{party} cannot {step:?} {id}, which stands at {:?}.", wish.state);
            let cure = "A party that was asked answers a request; any party of a standing wish withdraws it.";
            return refused("not-that-step", id, cause, cure);
        }
        match step {
            WishStep::Decline => wish.state = WishState::Declined,
            WishStep::Cancel => wish.state = WishState::Cancelled,
            WishStep::Accept => {
                if !wish.accepted_by.contains(party) {
                    wish.accepted_by.push(party.clone());
                }
                let agreed = |p: &PartyId| wish.accepted_by.contains(p) || wish.asked_by.as_ref() == Some(p);
                if wish.parties.iter().all(agreed) {
                    wish.state = WishState::Accepted;
                }
            }
        }
        Ok(wish.state)
    }

    /// Lets requests expire that were not answered before `now`; returns which.
    pub fn expire(&mut self, now: Timestamp) -> Vec<WishId> {
        let due = |w: &&mut Wish| w.state == WishState::Requested && w.answer_by.is_some_and(|by| by <= now);
        let expire = |w: &mut Wish| {
            w.state = WishState::Expired;
            w.id.clone()
        };
        self.wishes.iter_mut().filter(due).map(expire).collect()
    }

    /// Takes in who met whom at an earlier mission; returns how many pairs are new.
    pub fn remember(&mut self, met: impl IntoIterator<Item = (PartyId, PartyId)>) -> usize {
        let known = |m: &Mission, a: &PartyId, b: &PartyId| {
            m.met_before.iter().any(|(x, y)| (x == a && y == b) || (x == b && y == a))
        };
        let before = self.met_before.len();
        for (a, b) in met {
            if a != b && !known(self, &a, &b) {
                self.met_before.push((a, b));
            }
        }
        self.met_before.len() - before
    }
}

/// Which pairs met by a plan, each once with the lesser id first, in their order. `held` says which meetings took
/// place; a plan alone does not know who failed to show up.
pub fn met(mission: &Mission, plan: &MissionPlan, held: impl Fn(&WishId) -> bool) -> Vec<(PartyId, PartyId)> {
    let wishes = plan.meetings.iter().filter(|m| held(&m.wish)).filter_map(|m| mission.wish(&m.wish));
    let pairs: BTreeSet<(PartyId, PartyId)> = wishes
        .flat_map(|w| w.parties.iter().flat_map(|a| w.parties.iter().map(move |b| (a.clone(), b.clone()))))
        .filter(|(a, b)| a < b)
        .collect();
    pairs.into_iter().collect()
}

fn refused<T>(code: &str, wish: &WishId, cause: String, cure: &str) -> Result<T, Findings> {
    let place = Place::file("mission").field(format!("wish {wish}"));
    Err(Findings(vec![Finding::fault(code, place, cause, cure)]))
}
