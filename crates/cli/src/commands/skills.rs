//! `pul skills`: skills from a brief or a CV.

use crate::arguments::{Format, General};
use crate::output::{self, Rows};
use pul_app::{Error, files, library, skills};
use std::io::Read;
use std::path::{Path, PathBuf};

/// Reads plain text from a file or from standard input.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: echo 'We need a senior Next.js developer' | pul skills")]
pub struct Skills {
    /// The text; standard input if not told
    file: Option<PathBuf>,
}

impl Skills {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let loaded = library::load(general.pack.as_deref())?;
        let bytes = match &self.file {
            Some(path) => files::read(path)?,
            None => {
                let mut bytes = Vec::new();
                let read = std::io::stdin().lock().read_to_end(&mut bytes);
                read.map_err(|why| Error::read(Path::new("standard input"), why))?;
                bytes
            }
        };
        let text = String::from_utf8_lossy(&bytes);
        let reading = skills::read(&loaded.pack, &text);
        let mut rows = Rows::new(&["skill", "words", "bytes", "why it counts", "level", "importance"], &[]);
        for one in &reading.skills {
            rows.rows.push(vec![
                one.label.clone(),
                one.text.clone(),
                format!("{}..{}", one.from, one.until),
                one.reason.clone(),
                one.level.map_or_else(String::new, |l| l.to_string()),
                one.importance.map_or_else(String::new, |i| format!("{i:?}").to_lowercase()),
            ]);
        }
        output::print(general.format, &rows, &reading)?;
        match (&reading.role, general.format) {
            (Some((role, words)), Format::Table) => output::text(&format!("role: {role}, from {words:?}")),
            _ => Ok(()),
        }
    }
}
