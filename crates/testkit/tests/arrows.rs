//! Holds the arrows of the architecture: which crate may use which, and that the
//! crates below the line touch neither the world nor the clock nor chance.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every crate with the crates of the workspace it may depend on.
const ALLOWED: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("pack", &["domain"]),
    ("intake", &["pack", "domain"]),
    ("matching", &["pack", "domain"]),
    ("pricing", &["pack", "domain"]),
    ("scheduling", &["pack", "domain"]),
    ("checker", &["pack", "domain"]),
    ("locale", &["domain"]),
    ("paper", &["locale", "domain"]),
    ("calendar", &["locale", "domain"]),
    ("timetable", &["locale", "paper", "domain"]),
    ("testkit", &["pack", "domain"]),
    ("store", &["domain"]),
    (
        "app",
        &["intake", "matching", "pricing", "scheduling", "checker", "testkit", "store", "pack", "domain"],
    ),
    ("quote-paper", &["app", "locale", "paper", "pack", "domain"]),
    ("web", &["app", "calendar", "locale", "paper", "quote-paper", "timetable", "pack", "domain"]),
    (
        "cli",
        &["app", "calendar", "locale", "paper", "quote-paper", "timetable", "web", "store", "pack", "domain"],
    ),
];

/// Crates that may do no I/O, read no clock and draw no random number.
const PURE: &[&str] = &[
    "domain",
    "pack",
    "intake",
    "matching",
    "pricing",
    "checker",
    "locale",
    "testkit",
    "calendar",
    "timetable",
];

/// What touches the world. Tests beside the code may read files; code may not.
const WORLD: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::io::stdin",
    "SystemTime::now",
    "Instant::now",
    "Zoned::now",
    "Timestamp::now",
    "rand::",
    "println!",
    "eprintln!",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn dependencies(manifest: &toml::Table) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for table in ["dependencies", "build-dependencies"] {
        if let Some(deps) = manifest.get(table).and_then(|d| d.as_table()) {
            found.extend(deps.keys().filter_map(|k| k.strip_prefix("pul-")).map(str::to_owned));
        }
    }
    found
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") && !is_test(&path) {
            into.push(path);
        }
    }
}

/// Whether a file holds only tests, by its name.
fn is_test(path: &Path) -> bool {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name == "tests" || name.ends_with("_test") || path.components().any(|c| c.as_os_str() == "tests")
}

/// The code of a file without its comments and without its test module, which stands last.
fn code_of(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file reads");
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    code.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_crate_uses_only_what_it_may() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    let mut wrong = Vec::new();
    for entry in fs::read_dir(root().join("crates")).expect("crates/ reads").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(entry.path().join("Cargo.toml")) else { continue };
        let manifest: toml::Table = text.parse().expect("a manifest parses");
        match allowed.get(name.as_str()) {
            None => wrong.push(format!("{name} is not in the list of crates")),
            Some(may) => wrong.extend(
                dependencies(&manifest)
                    .into_iter()
                    .filter(|d| !may.contains(&d.as_str()))
                    .map(|d| format!("{name} may not use {d}")),
            ),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn pure_crates_do_not_touch_the_world() {
    let mut wrong = Vec::new();
    for name in PURE {
        let mut files = Vec::new();
        rust_files(&root().join("crates").join(name).join("src"), &mut files);
        assert!(!files.is_empty(), "{name} has no sources");
        for file in files {
            let code = code_of(&file);
            wrong.extend(
                WORLD.iter().filter(|w| code.contains(**w)).map(|w| format!("{}: {w}", file.display())),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn scores_quotes_and_ledgers_hold_no_binary_floating_point() {
    let mut wrong = Vec::new();
    for name in ["domain", "pack", "matching", "pricing", "scheduling", "checker"] {
        let mut files = Vec::new();
        rust_files(&root().join("crates").join(name).join("src"), &mut files);
        for file in files {
            let code = code_of(&file);
            let word =
                |w: &str| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|token| token == w);
            if word("f32") || word("f64") {
                wrong.push(file.display().to_string());
            }
        }
    }
    assert!(wrong.is_empty(), "binary floating point in:\n{}", wrong.join("\n"));
}
