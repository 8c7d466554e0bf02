//! Importing: a sheet through a mapping becomes posts in Pul's own lines.

use crate::posts::{Progress, Source, each};
use crate::{Error, files};
use pul_domain::{Finding, Findings};
use pul_intake::{Event, Summary};
use pul_pack::Pack;
use std::path::Path;

/// What an import found and took.
pub struct Imported {
    /// Findings by row and column, in order; the first ones only, see `left`.
    pub findings: Findings,
    /// How many further findings there were.
    pub left: u64,
    /// Counts of everything.
    pub summary: Summary,
}

/// Reads a file and, unless it is a dry run (`out` is none), writes the posts taken.
///
/// At most `keep` findings are kept word for word; all are counted.
///
/// # Errors
/// A file that cannot be read or written, or a mapping with faults. Nothing is written then.
pub fn import(
    pack: &Pack,
    source: &Source,
    out: Option<&Path>,
    keep: usize,
    progress: Progress<'_>,
) -> Result<Imported, Error> {
    let mut lines = Vec::new();
    let mut findings: Vec<Finding> = Vec::new();
    let mut left = 0;
    let (_, summary) = each(pack, source, |event| match event {
        Event::Taken(taken) if out.is_some() => {
            // A post is made of texts and numbers only: it always has a JSON form.
            if serde_json::to_writer(&mut lines, &taken.post).is_ok() {
                lines.push(b'\n');
            }
        }
        Event::Taken(_) => {}
        Event::Finding(finding) if findings.len() < keep => findings.push(finding),
        Event::Finding(_) => left += 1,
        Event::Progress { done, total, .. } => progress(done, total),
    })?;
    if let Some(out) = out {
        files::write(out, &lines)?;
    }
    Ok(Imported { findings: Findings(findings), left, summary })
}
