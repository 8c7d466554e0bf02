//! x
#![allow(dead_code)]
mod mapping;
mod table;
pub use mapping::Mapping;
pub use table::{Format, Input, LARGEST_FIELD};
