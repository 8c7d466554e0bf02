//! The files of a pack, parsed once, and those that have no business in it.

use crate::reader::{Document, Files, Sink, nearest, utf8};
use crate::threads::both;
use pul_domain::{Finding, Place};
use std::collections::BTreeMap;

/// Files with a fixed name.
const NAMED: [&str; 11] = [
    "pack.toml",
    "sources.toml",
    "sources-facts.toml",
    "scoring.toml",
    "sectors.toml",
    "certifications.toml",
    "registrations.toml",
    "exchange.toml",
    "relations.csv",
    "README.md",
    "LICENSE",
];

/// Folders of TOML files; the format of a file follows from its folder.
const FOLDERS: [&str; 7] = ["sides/", "skills/", "roles/", "mappings/", "parameters/", "rules/", "cases/"];

/// Folders whose files others read: here only their syntax is checked.
const READ_ELSEWHERE: [&str; 2] = ["mappings/", "cases/"];

/// Folders whose files are for people: any name, not read.
const FREE: [&str; 2] = ["docs/", "scripts/"];

/// The TOML files of a pack by path, and its table of relations.
pub(crate) struct Documents<'f> {
    by_path: BTreeMap<&'f str, Document<'f>>,
    /// Files that are no text: there, but not to be read.
    unreadable: Vec<&'f str>,
    /// Text of `relations.csv`.
    pub(crate) relations: Option<&'f str>,
}

impl<'f> Documents<'f> {
    /// Parses every TOML file; reports syntax errors, bad encoding and stray files.
    pub(crate) fn parse(files: &'f Files, sink: &Sink) -> Documents<'f> {
        Documents::parse_only(files, |_| true, sink)
    }

    /// As [`Documents::parse`], of the files that are wanted.
    pub(crate) fn parse_only(files: &'f Files, wanted: fn(&str) -> bool, sink: &Sink) -> Documents<'f> {
        let mut documents = Documents { unreadable: Vec::new(), by_path: BTreeMap::new(), relations: None };
        let mut tables: Vec<(&'f str, &'f [u8])> = Vec::new();
        for (path, bytes) in files.iter().filter(|(path, _)| wanted(path)) {
            if FREE.iter().any(|folder| path.starts_with(folder)) {
                continue;
            }
            if path == "relations.csv" {
                documents.relations = utf8(path, bytes, sink);
            } else if !is_expected(path) {
                sink.push(stray(path));
            } else if path.ends_with(".toml") {
                tables.push((path, bytes));
            }
        }
        for (path, document) in parse_each(&tables, sink) {
            match document {
                Some(document) => {
                    documents.by_path.insert(path, document);
                }
                None => documents.unreadable.push(path),
            }
        }
        documents
    }

    /// The document at a path.
    pub(crate) fn get(&self, path: &str) -> Option<&Document<'f>> {
        self.by_path.get(path)
    }

    /// The document at a path; reports it if there is no such file.
    pub(crate) fn required(&self, path: &str, sink: &Sink) -> Option<&Document<'f>> {
        let document = self.get(path);
        if document.is_none() && !self.unreadable.contains(&path) {
            sink.push(Finding::fault(
                "missing-file",
                Place::file(path),
                format!("The pack has no file `{path}`."),
                "Add it; the README of a pack says what it holds.",
            ));
        }
        document
    }

    /// The documents of a folder (`skills/`), by path.
    pub(crate) fn under<'d>(&'d self, folder: &'d str) -> impl Iterator<Item = &'d Document<'f>> {
        self.by_path.iter().filter(move |(path, _)| path.starts_with(folder)).map(|(_, document)| document)
    }

    /// Paths of the files with syntax errors.
    pub(crate) fn broken(&self) -> impl Iterator<Item = &'f str> {
        self.by_path.values().filter(|document| document.is_broken()).map(Document::path)
    }
}

/// Parses files on two threads, each about half of the bytes: parsing is the largest part of
/// reading a pack. What comes out, findings too, is in the order of the files.
fn parse_each<'f>(files: &[(&'f str, &'f [u8])], sink: &Sink) -> Vec<(&'f str, Option<Document<'f>>)> {
    let parse = |half: &[(&'f str, &'f [u8])], sink: &Sink| -> Vec<_> {
        let one = |path: &'f str, bytes| {
            let document = Document::parse(path, bytes, sink)?;
            let others = READ_ELSEWHERE.iter().any(|folder| path.starts_with(folder));
            Some(if others { document.without_tables() } else { document })
        };
        half.iter().map(|(path, bytes)| (*path, one(path, bytes))).collect()
    };
    let whole: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
    let before = files.iter().scan(0, |sum, (_, bytes)| {
        *sum += bytes.len();
        Some(*sum)
    });
    let (first, second) = files.split_at(before.take_while(|sum| *sum <= whole / 2).count());
    let (mut parsed, rest) = both(sink, |sink| parse(first, sink), |sink| parse(second, sink));
    parsed.extend(rest);
    parsed
}

fn is_expected(path: &str) -> bool {
    NAMED.contains(&path)
        || FOLDERS.iter().any(|folder| {
            path.strip_prefix(folder)
                .and_then(|rest| rest.strip_suffix(".toml"))
                .is_some_and(|stem| !stem.is_empty() && !stem.contains('/'))
        })
}

fn stray(path: &str) -> Finding {
    let shown: String = path.chars().take(120).collect();
    let known = NAMED.iter().chain(&FOLDERS).copied();
    let near = match path.split_once('/') {
        Some((folder, _)) => nearest(&format!("{folder}/"), FOLDERS),
        None => nearest(path, known),
    };
    let cure = match near {
        Some(near) if path.starts_with(near) => {
            format!("Files of `{near}` end in .toml and stand in no folder within it.")
        }
        Some(near) => format!("Did you mean `{near}`? Else take it away, or move it to docs/."),
        None => format!(
            "Take it away, or move it to docs/. A pack holds {}, and TOML files in {}.",
            NAMED.join(", "),
            FOLDERS.join(", ")
        ),
    };
    Finding::fault(
        "stray-file",
        Place::file(shown.as_str()),
        format!("`{shown}` has no place in a pack."),
        cure,
    )
}
