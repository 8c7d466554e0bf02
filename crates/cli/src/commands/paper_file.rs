//! Papers into files: the ending says which form.

use pul_app::{Error, files};
use pul_locale::Language;
use pul_paper::{Document, Print, Sheet, html, plain};
use std::path::Path;

/// Columns of a paper as plain text in a file.
const WIDTH: usize = 100;

/// Writes a document as a page (`.html`), a PDF (`.pdf`) or plain text (`.txt`).
pub fn write(path: &Path, document: &Document) -> Result<(), Error> {
    let print = Print {
        sheet: if document.language == Language::Urdu { Sheet::A4 } else { Sheet::Letter },
        ..Print::default()
    };
    let bytes = match path.extension().and_then(|e| e.to_str()) {
        Some("html") => html(document, &print).into_bytes(),
        Some("txt") => plain(document, WIDTH).into_bytes(),
        Some("pdf") => pdf(document, &print)?,
        _ => {
            return Err(Error::Missing {
                what: format!("{} ends in none of .html, .pdf, .txt", path.display()),
                cure: "Give the paper one of these endings".into(),
            });
        }
    };
    files::write(path, &bytes)
}

#[cfg(feature = "pdf")]
fn pdf(document: &Document, print: &Print) -> Result<Vec<u8>, Error> {
    pul_paper::pdf(document, print).map(|pdf| pdf.bytes).map_err(|fault| Error::Missing {
        what: fault.to_string(),
        cure: "Write it as .html and print that".into(),
    })
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Document, _: &Print) -> Result<Vec<u8>, Error> {
    Err(Error::Missing {
        what: "this pul was built without PDF".into(),
        cure: "Build it with `cargo build --release -p pul --features pdf`, \
               or give the paper the ending .html, which prints well, or .txt"
            .into(),
    })
}
