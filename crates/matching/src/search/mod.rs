//! Exact search: bounds first, then the rules and the score of what the bounds let through.

mod batch;
mod collect;
mod corridor;
mod explain;
mod losses;
mod masks;
mod open;
mod overlaps;
mod pairs;
mod pass;
mod plan;
mod promising;
mod queue;
mod ready;
mod scan;
mod searcher;
mod survivors;
mod tables;
mod vias;
mod worker;
mod worths;

pub use explain::Explained;
pub use searcher::{Found, Searcher};

pub(crate) use scan::{bits, cells_of};
