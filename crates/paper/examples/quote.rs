//! Writes the example quote in every form and language: `cargo run -p pul-paper --features pdf
//! --example quote -- folder`.

#[path = "../tests/quote/mod.rs"]
mod quote;

use pul_locale::Language;
use pul_paper::{Hand, Print, Sheet};
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
    std::fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        let print = match language {
            Language::Urdu => Print::default(),
            _ => Print { sheet: Sheet::Letter, hand: Hand::Nastaliq },
        };
        write(&folder, language, "", &print)?;
    }
    let naskh = Print { sheet: Sheet::A4, hand: Hand::Naskh };
    write(&folder, Language::Urdu, "-naskh", &naskh)
}

fn write(folder: &Path, language: Language, kind: &str, print: &Print) -> std::io::Result<()> {
    let paper = quote::quote(language);
    let name = |end: &str| folder.join(format!("quote-{language}{kind}.{end}"));
    std::fs::write(name("html"), pul_paper::html(&paper, print))?;
    std::fs::write(name("txt"), pul_paper::plain(&paper, 80))?;
    #[cfg(feature = "pdf")]
    {
        let start = std::time::Instant::now();
        match pul_paper::pdf(&paper, print) {
            Ok(pdf) => {
                let (pages, bytes) = (pdf.pages, pdf.bytes.len());
                println!("{language}{kind}: {pages} pages, {bytes} bytes, {:?}", start.elapsed());
                std::fs::write(name("pdf"), pdf.bytes)?;
            }
            Err(fault) => eprintln!("{language}{kind}: {fault}"),
        }
    }
    Ok(())
}
