//! A mission's plan shown: in words, as a person's sheet, as a workbook, as pictures.
//!
//! Everything here takes a mission and a plan as values and returns text, bytes or a
//! [`Document`](pul_paper::Document); files and pages are for others. Every time has its zone beside it.

mod words;

pub use words::{ScoreLine, Told};
