//! The corridor as data: reads and checks a pack, and answers for a date.

pub mod reader;
