//! Verifies shortlists from the statement of the problem alone.
//!
//! Nothing here knows the engine: the page `docs/matching.md` is computed again, one
//! pair at a time, slowly and plainly, and every difference is told.

mod classic;
mod mission;
mod overlap;
mod rules;
mod statement;
mod verdict;
mod views;

pub use classic::{ClassicFault, ClassicObjection, check_classic, classic_breaks};
pub use mission::{MissionFault, MissionObjection, check_mission};
pub use statement::Statement;
pub use verdict::{Kind, Objection, Thoroughness, check};

use pul_domain::{Ask, Match, Offer, Rule};

/// Every hard rule a pair fails, in the order of the statement.
pub fn failing_rules(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Vec<Rule> {
    rules::failing(statement, ask, offer)
}

/// The score of a pair with its parts, whether or not it passes the hard rules.
pub fn score(statement: &Statement<'_>, ask: &Ask, offer: &Offer) -> Match {
    views::score(statement, ask, offer)
}
