//! What must hold for every pack and deal, tried on the pack this repository ships.

mod faults;
mod laws;
mod shipped;
mod shown;

use crate::{Deal, Statement, Tariff, read_deal};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

pub(crate) const DAY: Date = date(2026, 11, 23);

/// The shipped pack's files that pricing reads.
pub(crate) fn files() -> pul_pack::Files {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/canada-pakistan");
    let mut out = pul_pack::Files::new();
    for folder in ["", "parameters", "rules", "cases"] {
        for path in toml_files(&root.join(folder)) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let inside = if folder.is_empty() { name } else { format!("{folder}/{name}") };
            out.insert(inside, std::fs::read(&path).unwrap());
        }
    }
    out
}

/// Every file of the shipped pack.
pub(crate) fn every_file() -> pul_pack::Files {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs/canada-pakistan");
    let (mut out, mut open) = (pul_pack::Files::new(), vec![root.clone()]);
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else {
                let inside = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                out.insert(inside, std::fs::read(&path).unwrap());
            }
        }
    }
    out
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    entries.filter(|p| p.extension().is_some_and(|e| e == "toml")).collect()
}

pub(crate) static TARIFF: LazyLock<Tariff> = LazyLock::new(|| {
    let (parameters, rules, findings) = pul_pack::read_prices(&files());
    assert!(findings.is_empty(), "{:?}", findings.iter().map(ToString::to_string).collect::<Vec<_>>());
    let (tariff, findings) = Tariff::compile(parameters, rules);
    assert!(findings.is_empty(), "{:?}", findings.iter().map(ToString::to_string).collect::<Vec<_>>());
    tariff.unwrap()
});

pub(crate) fn pairs(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

/// Three people for twelve months, a research company in Toronto.
pub(crate) fn toronto() -> Statement {
    Statement {
        inputs: pairs(&[
            ("months", "12"),
            ("province", "ON"),
            ("hire-city", "toronto"),
            ("claimant", "ccpc"),
            ("sred-share", "50"),
            ("pkr-per-cad", "195.3"),
            ("pkr-per-usd", "277.1"),
        ]),
        team: vec![
            pairs(&[("occupation", "21232"), ("people", "2")]),
            pairs(&[("occupation", "22222"), ("people", "1")]),
        ],
    }
}

pub(crate) fn deal(statement: &Statement) -> Deal {
    read_deal(&TARIFF, statement, DAY).unwrap()
}
