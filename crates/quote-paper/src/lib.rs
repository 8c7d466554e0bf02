//! A priced deal told in a language: the one paper that the terminal, the printed page, the PDF
//! and the pages of the server show, so that none of them says anything the others do not.

mod deal;
mod explain;
mod formula;
mod lines;
mod paper;
mod range;
mod shown;
mod told;
mod twice;
mod ways;

pub use paper::{document, part};
pub use shown::{Part, Shown};
pub use told::Told;
