//! Use cases: load, decide, check, save. Holds the files and the clock.

mod clock;
mod error;
pub mod files;
pub mod import;
pub mod library;
pub mod pair;
pub mod posts;
pub mod replay;
pub mod shortlists;
pub mod skills;
pub mod tour;

pub use clock::today;
pub use error::Error;
