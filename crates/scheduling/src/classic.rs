//! The classical problem: every meeting is placed, breaks are few and fairly spread.
//!
//! It is the Business-to-Business Meeting Scheduling Problem as published (Bofill, Coll,
//! Garcia, Giráldez-Cru, Pesant, Suy, Villaret: *Constraint Solving Approaches to the
//! Business-to-Business Meeting Scheduling Problem*, JAIR 2022): each meeting of two
//! participants gets one slot; nobody meets twice in a slot; a slot has so many tables;
//! sessions, forbidden slots, fixed slots and strict precedences hold. A *break* of a
//! participant is a maximal run of slots without a meeting between two of its meetings.
//! The sum of breaks is to be least while any two participants' breaks differ by at most
//! `fairness`.
//!
//! How: slots are ruled out by propagation, breaks of each participant are bounded by a
//! small dynamic programme; then a local search over Kempe chains looks for a plan, in turn with a
//! clause-learning solver that is asked for a plan at the bound, then at one more, and so on.

mod anneal;
mod automaton;
mod breaks;
mod cardinality;
mod chance;
mod clauses;
mod conflict;
mod cost;
mod encode;
mod kempe;
mod lexer;
mod matching;
mod meaning;
mod mend;
mod parity;
mod read;
mod reduce;
mod search;
mod slots;
mod solver;
mod values;
mod window;

pub use conflict::Conflict;
pub use read::{LARGEST_FILE, read_dzn};
pub use search::{Progress, Search, Status};
pub use slots::MOST_SLOTS;
