//! Did a meeting take place? Both sides are asked, and a rule decides what their answers mean.

use crate::{PartyId, WishId};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one party says about a meeting it was to have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "says", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Witness {
    /// It took place with everybody there.
    Held,
    /// The party was there, another was not.
    Missing {
        /// Who was not there.
        party: PartyId,
    },
    /// The party itself could not come.
    StayedAway,
}

/// What became of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Verdict {
    /// There is still time to answer, and what has been said does not settle it.
    Open,
    /// It took place.
    Held,
    /// These did not show up.
    NoShow {
        /// Who, in the order of their ids.
        parties: Vec<PartyId>,
    },
    /// They contradict each other: the organiser decides.
    Disputed,
    /// Nobody said anything in time; it counts neither way.
    Unknown,
}

/// The asking after one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// The wish the meeting was for.
    pub wish: WishId,
    /// Who was to be there.
    pub parties: Vec<PartyId>,
    /// Answers after this instant are not heard.
    pub answer_by: Timestamp,
    /// What each has said; a later word replaces an earlier one.
    #[serde(default)]
    pub said: BTreeMap<PartyId, Witness>,
    /// The organiser's decision, which settles a dispute.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Verdict>,
}

impl Attendance {
    /// Begins to ask after a meeting that ended at `ended`; both sides have `hours` to answer.
    pub fn ask(wish: WishId, parties: Vec<PartyId>, ended: Timestamp, hours: u16) -> Attendance {
        let answer_by = ended.checked_add(SignedDuration::from_hours(hours.into())).unwrap_or(Timestamp::MAX);
        Attendance { wish, parties, answer_by, said: BTreeMap::new(), decided: None }
    }

    /// Takes an answer. False when it is not heard: too late, from a stranger, or blaming one.
    pub fn hear(&mut self, party: &PartyId, witness: Witness, now: Timestamp) -> bool {
        let sound = match &witness {
            Witness::Missing { party: blamed } => blamed != party && self.parties.contains(blamed),
            Witness::Held | Witness::StayedAway => true,
        };
        let heard = sound && now < self.answer_by && self.parties.contains(party);
        if heard {
            self.said.insert(party.clone(), witness);
        }
        heard
    }

    /// What the answers mean at `now`.
    ///
    /// The organiser's decision comes first. Who says that it stayed away did. Who is said to be missing and says
    /// itself that the meeting was held, or blames another, is in dispute. Who is said to be missing and says
    /// nothing until the deadline did not show up. One word that it was held, with nobody against it, is enough once
    /// the deadline has passed or all have answered.
    pub fn verdict(&self, now: Timestamp) -> Verdict {
        if let Some(decided) = &self.decided {
            return decided.clone();
        }
        let closed = now >= self.answer_by || self.parties.iter().all(|p| self.said.contains_key(p));
        let blamed: Vec<&PartyId> = self
            .said
            .values()
            .filter_map(|w| match w {
                Witness::Missing { party } => Some(party),
                _ => None,
            })
            .collect();
        let denies =
            |p: &&&PartyId| matches!(self.said.get(**p), Some(Witness::Held | Witness::Missing { .. }));
        if blamed.iter().any(|p| denies(&p)) {
            return Verdict::Disputed;
        }
        let stayed = self.said.iter().filter(|(_, w)| **w == Witness::StayedAway).map(|(p, _)| p);
        let mut gone: Vec<PartyId> = stayed.chain(blamed).cloned().collect();
        gone.sort();
        gone.dedup();
        match (closed, gone.is_empty(), self.said.is_empty()) {
            (false, ..) => Verdict::Open,
            (true, false, _) => Verdict::NoShow { parties: gone },
            (true, true, true) => Verdict::Unknown,
            (true, true, false) => Verdict::Held,
        }
    }
}

/// How often each party did not show up, by the verdicts at `now`; who always did is not listed.
pub fn no_shows(asked: &[Attendance], now: Timestamp) -> BTreeMap<PartyId, u32> {
    let mut counts = BTreeMap::new();
    for attendance in asked {
        if let Verdict::NoShow { parties } = attendance.verdict(now) {
            parties.into_iter().for_each(|p| *counts.entry(p).or_default() += 1);
        }
    }
    counts
}
