//! A mission's plan shown: in words, as a person's sheet, as a workbook, as pictures.
//!
//! Everything here takes a mission and a plan as values and returns text, bytes or a
//! [`Document`](pul_paper::Document); files and pages are for others. Every time has its zone beside it. Pictures are
//! SVG with a title and a description; what they show stands in words elsewhere too.

mod axis;
mod charts;
mod picture;
mod sheet;
mod slots;
mod words;
mod workbook;

pub use charts::{fairness, utilisation};
pub use picture::picture;
pub use sheet::{Names, named_sheet, party_sheet, person_sheet};
pub use words::{ScoreLine, Told};
pub use workbook::{WorkbookFault, workbook};
