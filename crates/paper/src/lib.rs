//! Papers: one [`Document`] as a page to print, as plain text, and as PDF.
//!
//! ```
//! use pul_locale::Language;
//! use pul_paper::{Column, Document, Note, Print, Row, Table, Text};
//!
//! let mut paper = Document::new(Language::English, "Quote");
//! let law = paper.note(Note::new("Income Tax Regulations, s. 105").at("https://laws.example/105"));
//! let mut lines = Table::new([Column::text("Line"), Column::figure("CAD")]);
//! lines.push(Row::line([Text::from("Withholding").note(law), "1,500.00".into()]));
//! lines.push(Row::total(["Total", "11,500.00"]));
//! paper.push(lines);
//! assert!(pul_paper::html(&paper, &Print::default()).contains("1,500.00"));
//! assert!(pul_paper::plain(&paper, 60).contains("Withholding[1]"));
//! ```
//!
//! A document holds finished words: whoever fills it has already written its figures, dates
//! and sentences in the document's language with `pul_locale`. Here they are only laid out.
//! Whatever the text contains is shown as text; nothing in it is read as markup.
//!
//! The same document gives the same bytes, on any machine: no clock, no network, and in the
//! PDF only the fonts compiled in.
//!
//! PDF needs the feature `pdf`, which is off by default because it adds minutes to a cold build.

mod chart;
mod document;
mod html;
#[cfg(feature = "pdf")]
mod pdf;
mod plain;
mod print;
mod table;
mod text;

pub use chart::{Bar, BarChart};
pub use document::{Block, Document, Fact, Note, NoteNumber};
pub use html::{escape, fragment, html, style};
#[cfg(feature = "pdf")]
pub use pdf::{Pdf, PdfFault, pdf};
pub use plain::plain;
pub use print::{Hand, Print, Sheet};
pub use table::{Column, Row, RowKind, Table};
pub use text::{Span, Text};
