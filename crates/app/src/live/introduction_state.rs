//! The life of an introduction, and what its requester may know of it.

use jiff::Timestamp;
use pul_store::tables::{Introduction, IntroductionState};

/// What may happen to an introduction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The other side says yes.
    Accept,
    /// The other side says no, openly.
    Decline,
    /// The other side says no in private, and wants no further request.
    Veto,
    /// The requester takes it back.
    Withdraw,
    /// Its time has run out.
    Expire,
}

impl Step {
    /// Every step.
    pub const ALL: [Step; 5] = [Step::Accept, Step::Decline, Step::Veto, Step::Withdraw, Step::Expire];

    /// Its word in the log.
    pub fn word(self) -> &'static str {
        match self {
            Step::Accept => "introduction-accepted",
            Step::Decline => "introduction-declined",
            Step::Veto => "introduction-vetoed",
            Step::Withdraw => "introduction-withdrawn",
            Step::Expire => "introduction-expired",
        }
    }
}

/// The state after a step; none where the state does not allow it.
///
/// A vetoed request is taken back and runs out like one that waits: its requester must not
/// be able to tell the two apart.
pub fn after(state: IntroductionState, step: Step) -> Option<IntroductionState> {
    use IntroductionState::{Accepted, Declined, Expired, Requested, Vetoed, Withdrawn};
    match (state, step) {
        (Requested, Step::Accept) => Some(Accepted),
        (Requested, Step::Decline) => Some(Declined),
        (Requested, Step::Veto) => Some(Vetoed),
        (Requested | Vetoed, Step::Withdraw) => Some(Withdrawn),
        (Requested | Vetoed, Step::Expire) => Some(Expired),
        _ => None,
    }
}

/// The state as the requester sees it: a veto looks like a request without an answer, and
/// both end at the same moment, whenever the sweep comes by.
pub fn seen_by_requester(introduction: &Introduction, now: Timestamp) -> IntroductionState {
    use IntroductionState::{Expired, Requested, Vetoed};
    match introduction.state {
        Requested | Vetoed if introduction.expires <= now => Expired,
        Vetoed => Requested,
        state => state,
    }
}

/// The state as the side that was asked sees it.
pub fn seen_by_asked(introduction: &Introduction, now: Timestamp) -> IntroductionState {
    use IntroductionState::{Expired, Requested};
    match introduction.state {
        Requested if introduction.expires <= now => Expired,
        state => state,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_life() {
        let mut text = String::new();
        for state in IntroductionState::ALL {
            let steps = Step::ALL.into_iter().filter_map(|step| {
                let next = after(*state, step)?;
                Some(format!("{step:?} → {}", next.as_str()))
            });
            let line = format!("{}: {}", state.as_str(), steps.collect::<Vec<_>>().join(", "));
            text = text + line.trim_end() + "\n";
        }
        insta::assert_snapshot!(text, @"
        requested: Accept → accepted, Decline → declined, Veto → vetoed, Withdraw → withdrawn, Expire → expired
        accepted:
        declined:
        vetoed: Withdraw → withdrawn, Expire → expired
        expired:
        withdrawn:
        ");
    }
}
