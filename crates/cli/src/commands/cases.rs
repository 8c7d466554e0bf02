//! `pul pack cases`: runs the golden cases beside a pack.

use crate::arguments::{Format, General};
use crate::output::{self, Rows};
use pul_app::{Error, cases};
use std::path::PathBuf;
use std::time::Instant;

/// Every deal worked by hand, held against what the rules say.
#[derive(Debug, clap::Args)]
pub struct Cases {
    /// The pack's folder; the one inside the program if not told
    folder: Option<PathBuf>,
}

impl Cases {
    /// Does it.
    pub fn run(self, general: &General) -> Result<(), Error> {
        let start = Instant::now();
        let report = cases::run(self.folder.as_deref().or(general.pack.as_deref()))?;
        if !general.quiet {
            eprintln!("{} cases read and run in {} ms", report.run, start.elapsed().as_millis());
        }
        let mut rows = Rows::new(&["case", "what", "expected", "found"], &[2, 3]);
        rows.rows = report
            .differences
            .iter()
            .map(|d| vec![d.case.clone(), d.what.clone(), d.expected.clone(), d.found.clone()])
            .collect();
        match general.format {
            Format::Table if rows.rows.is_empty() => {
                output::text(&format!("{} cases, every one holds", report.run))?;
            }
            format => output::print(format, &rows, &report)?,
        }
        match report.differences.len() {
            0 => Ok(()),
            n => Err(Error::Differs(vec![format!("{n} differences in {} cases", report.run)])),
        }
    }
}
