//! The one data layer of Pul: SQLite in one file by default, PostgreSQL for many nodes; one set of
//! queries, one set of tables and one log serve both.
//!
//! - [`Store`] is opened at an [`Address`]; [`Store::get`], [`Store::find`] and [`Store::count`] read
//!   [`Record`]s by their id and key columns.
//! - [`Store::write`] begins a [`Write`]: a transaction in which each change of a record and its entry in
//!   the log are kept together. Changes name the version they were made from; a second one from the same
//!   version is told [`Error::Conflict`].
//! - The log ([`Entry`]) is chained by hashes; [`Store::verify_log`] tells every altered, missing or
//!   reordered entry. Followers read it on with [`Store::log_after`].
//! - [`Store::claim`] and what stands beside it are the queue of background work.
//! - [`Store::dump`] and [`Store::load`] move the whole content between engines without loss.
//!
//! Only text and whole numbers of 64 bits exist as columns ([`Kind`]); the whole record is canonical JSON
//! beside them. No text may hold U+0000, as PostgreSQL cannot store it: both engines refuse it alike.

mod actor;
mod address;
mod backup;
mod canonical;
mod dump;
mod engine;
mod error;
mod fault;
mod job;
mod load;
mod log;
mod migrate;
mod query;
mod store;
pub mod tables;
mod value;
mod write;

pub use actor::Actor;
pub use address::{Address, Options};
pub use error::{Error, LoadFault, Refusal};
pub use job::{Claimed, Job, JobStanding, JobState};
pub use log::{Act, Entry, Head, LogFault, LogFaultKind, LogFilter, LogVerdict, Payload};
pub use migrate::SCHEMA;
pub use query::{Cursor, Order, Query};
pub use store::Store;
pub use value::{Absent, BODY_LIMIT, KEY_LIMIT, Kept, Kind, Record, Table, Value};
pub use write::{Unlogged, Write};

/// Makes what an `async fn` gives a boxed future: what waits for the database is compiled here and once,
/// not anew in every use case and page that waits for it. It costs one allocation a call.
pub(crate) use async_recursion::async_recursion as boxed;
