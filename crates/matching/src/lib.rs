//! Who fits whom: hard rules, a score in whole numbers, and exact shortlists, fast.
//!
//! The problem is stated in `docs/matching.md`. One pair is judged by [`explain`] and
//! [`why_not`]; [`brute_force`] judges them all. Nothing here reads a file, a clock or a random
//! number, and nothing depends on the machine: the same posts, pack and day give the
//! same lists everywhere.

mod basis;
mod brute;
mod credit;
mod features;
mod index;
mod judge;
mod kernel;
mod names;
mod overlap;
mod pair;
mod parts;
mod rules;
mod search;
mod weights;
mod zone;

pub use basis::Basis;
pub use brute::brute_force;
pub use index::Index;
pub use judge::{explain, explain_with, why_not, why_not_with};
pub use kernel::Kernel;
pub use search::{Explained, Found, Searcher};
