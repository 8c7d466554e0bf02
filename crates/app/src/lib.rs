//! Use cases: load, decide, check, save. Holds the files and the clock.

pub mod cases;
mod clock;
mod error;
pub mod facts;
pub mod files;
pub mod import;
pub mod library;
pub mod live;
pub mod mission;
pub mod pack_diff;
pub mod pair;
pub mod posts;
pub mod profiles;
pub mod quote;
pub mod replay;
pub mod shortlists;
pub mod skills;
pub mod tour;

pub use clock::{now, today};
pub use error::Error;
