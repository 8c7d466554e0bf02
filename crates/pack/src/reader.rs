//! Reads TOML into tables that know where they stand, and gathers every fault.
//!
//! A file is parsed once into a [`Document`]. Its tables are read key by key through
//! [`Table`]: each reading method gives the value or reports a finding with the line,
//! the cause and the cure, and reading goes on. [`Table::finish`] then reports the keys
//! that no [`Shape`] knows. Nothing here knows what a pack holds.

mod document;
mod keys;
mod shape;
mod table;
mod value;

pub(crate) use document::utf8;
pub use document::{Document, Files, Sink};
pub use shape::{Shape, nearest};
pub use table::{At, Table};
