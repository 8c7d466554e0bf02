//! PDF, by typst: one fixed template that reads the document as data.

mod data;
mod world;

use crate::{Document, Print};
use std::fmt;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    /// The file: tagged PDF 1.7.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// The typesetter refused the document: what it said. No document we know of does this; text
/// it cannot show becomes boxes, and tables too wide run into the margin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfFault(pub Vec<String>);

impl fmt::Display for PdfFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the PDF could not be set: {}", self.0.join("; "))
    }
}

impl std::error::Error for PdfFault {}

/// How many layouts the typesetter's cache outlives. Pages of a server are set one after the
/// other and share the template, but nothing else.
const CACHED: usize = 8;

/// The document as a PDF, the same bytes each time.
///
/// # Errors
/// [`PdfFault`] when the typesetter refuses it.
pub fn pdf(document: &Document, print: &Print) -> Result<Pdf, PdfFault> {
    let data = data::json(document, print).to_string();
    // The identifier in the file follows from what the file says.
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(data.clone()),
        creator: typst::foundations::Smart::Custom(Some("Pul".to_owned())),
        timestamp: None,
        ..PdfOptions::default()
    };
    let world = world::Paper::new(data);
    let set = typst::compile::<PagedDocument>(&world).output;
    let written = set.and_then(|paged| {
        let bytes = typst_pdf::pdf(&paged, &options)?;
        Ok(Pdf { bytes, pages: paged.pages().len() })
    });
    typst::comemo::evict(CACHED);
    written.map_err(|faults| PdfFault(faults.iter().map(|fault| fault.message.to_string()).collect()))
}
