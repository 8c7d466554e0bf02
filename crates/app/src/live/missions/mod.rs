//! Missions in the live system: prepared, wished for, planned, published, held, remembered.
//!
//! A mission's document, each attendee, each wish and each plan is a row of its own, so that a wish is one small change
//! and one small entry of the log; [`held`] puts them together for the planner.

mod attendees;
mod documents;
mod held;

pub use attendees::{Coming, Person, answer, decline, invite, remove};
pub(crate) use documents::put;
pub use documents::{
    EditionShown, MissionCard, MissionForm, MissionShown, close, create, create_from, create_plain, edit,
    findings, list, open, show,
};
