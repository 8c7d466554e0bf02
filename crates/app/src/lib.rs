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

/// Makes what an `async fn` gives a boxed future. What waits is otherwise compiled anew, with all that it
/// waits for, in every crate that calls it: boxed, a use case is compiled here and once. It costs one
/// allocation a call, beside a request to the store.
pub(crate) use async_recursion::async_recursion as boxed;
