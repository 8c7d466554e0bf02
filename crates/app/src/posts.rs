//! Posts read from files: Pul's own lines, or any sheet through a mapping.

use crate::{Error, files};
use pul_domain::{Ask, Finding, Findings, InputFile, Offer, Party, PartyId, Place, Post, PostId};
use pul_intake::{Event, Format, Importer, Input, Mapping, Summary, Taken};
use pul_pack::Pack;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A file to read posts from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The file.
    pub path: PathBuf,
    /// Name of a mapping of the pack, or path of one; none for Pul's own JSON Lines.
    pub mapping: Option<String>,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Posts {
    /// Asks, in the order of the file.
    pub asks: Vec<Ask>,
    /// Offers, in the order of the file.
    pub offers: Vec<Offer>,
    /// Names of parties that the file tells.
    pub names: BTreeMap<PartyId, String>,
    /// What was found wrong.
    pub findings: Findings,
    /// Counts.
    pub summary: Summary,
    /// What to name this file by in a result.
    pub input: InputFile,
}

/// Called with how much is done and how much there is.
pub type Progress<'a> = &'a (dyn Fn(u64, u64) + Sync);

/// Reads a file of posts.
///
/// Rows with faults are left out and told in the findings; the rest is usable.
///
/// # Errors
/// A file that cannot be read, a mapping with faults, or a file whose format is not known.
pub fn read(pack: &Pack, source: &Source, progress: Progress<'_>) -> Result<Posts, Error> {
    let mut posts = Posts::default();
    posts.input = each(pack, source, |event| match event {
        Event::Taken(taken) => posts.take(*taken),
        Event::Finding(finding) => posts.findings.push(finding),
        Event::Progress { done, total, .. } => progress(done, total),
    })
    .map(|(input, summary)| {
        posts.summary = summary;
        input
    })?;
    Ok(posts)
}

/// Reads a file of posts one by one, keeping nothing.
///
/// # Errors
/// As [`read`].
pub fn each(pack: &Pack, source: &Source, mut on: impl FnMut(Event)) -> Result<(InputFile, Summary), Error> {
    let bytes = files::read(&source.path)?;
    let name = source.path.display().to_string();
    let format = Format::of_name(&name).ok_or_else(|| Error::Missing {
        what: format!("{name} ends in none of .csv, .tsv, .xlsx, .jsonl"),
        cure: "Give the file one of these endings".into(),
    })?;
    let input = Input { name: &name, format, bytes: &bytes };
    let mut importer = Importer::new(pack);
    let mut told = InputFile { path: name.clone(), sha256: files::hash(&bytes), mapping: None };
    let summary = match &source.mapping {
        Some(wanted) => {
            let (mapping, sha256) = mapping(pack, wanted)?;
            told.mapping = Some((wanted.clone(), sha256));
            importer.table(&input, &mapping, &mut on)
        }
        None => {
            if format != Format::JsonLines {
                return Err(Error::Missing {
                    what: format!("{name} is a sheet and no mapping was given"),
                    cure: "Name one with --mapping, or the like: a mapping of the pack, or a file".into(),
                });
            }
            importer.posts(&input, &mut on)
        }
    };
    Ok((told, summary))
}

/// A mapping by its name in the pack, or by its path; with the SHA-256 of its text.
fn mapping(pack: &Pack, wanted: &str) -> Result<(Mapping, String), Error> {
    let bytes = match pack.mapping(wanted) {
        Some(text) => text.as_bytes().to_vec(),
        None if Path::new(wanted).exists() => files::read(Path::new(wanted))?,
        None => {
            return Err(Error::Missing {
                what: format!("there is no mapping {wanted:?}"),
                cure: format!(
                    "The pack has: {}; or give a path",
                    pack.mappings().collect::<Vec<_>>().join(", ")
                ),
            });
        }
    };
    match Mapping::read(wanted, &bytes) {
        (Some(mapping), findings) if !findings.has_faults() => Ok((mapping, files::hash(&bytes))),
        (_, findings) => Err(Error::Faults(findings)),
    }
}

impl Posts {
    fn take(&mut self, taken: Taken) {
        if let Some(party) = taken.party {
            self.name(&party);
        }
        match taken.post {
            Post::Ask(ask) => self.asks.push(*ask),
            Post::Offer(offer) => self.offers.push(*offer),
        }
    }

    fn name(&mut self, party: &Party) {
        self.names.insert(party.id.clone(), party.name.clone());
    }

    /// Every post's id, to refuse the same id in two files.
    pub fn ids(&self) -> BTreeSet<&PostId> {
        let asks = self.asks.iter().map(|a| &a.common.id);
        asks.chain(self.offers.iter().map(|o| &o.common.id)).collect()
    }

    /// A fault where one side of a match has nothing to match.
    pub fn empty(&self, what: &str, has: usize) -> Result<(), Error> {
        if has > 0 {
            return Ok(());
        }
        let mut findings = Findings::new();
        for finding in self.findings.iter().take(20) {
            findings.push(finding.clone());
        }
        findings.push(Finding::fault(
            "empty-side",
            Place::file(self.input.path.as_str()),
            format!("the file has no {what} that could be taken."),
            "Mend the findings above it, or give another file.",
        ));
        Err(Error::Faults(findings))
    }
}
