//! Exact search: bounds first, then the rules and the score of what the bounds let through.

mod batch;
mod collect;
mod corridor;
mod overlaps;
mod plan;
mod scan;
mod searcher;
mod tables;

pub use searcher::{Found, Searcher};
