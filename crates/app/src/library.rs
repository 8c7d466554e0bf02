//! Where packs come from: the one inside the binary, or a folder.

use crate::{Error, files};
use pul_domain::Findings;
use pul_pack::Files;
use rust_embed::RustEmbed;
use std::fs;
use std::path::Path;

/// The corridor the binary ships with, so that it runs with no file beside it.
#[derive(RustEmbed)]
#[folder = "../../packs/canada-pakistan"]
#[include = "*.toml"]
#[include = "**/*.toml"]
#[include = "*.csv"]
#[include = "**/*.csv"]
struct Shipped;

/// The files of a pack: of a folder, or the shipped ones.
///
/// # Errors
/// [`Error::File`] when a folder or a file of it cannot be read.
pub fn pack_files(folder: Option<&Path>) -> Result<Files, Error> {
    let mut found = Files::new();
    match folder {
        Some(folder) => gather(folder, folder, &mut found)?,
        None => {
            for name in Shipped::iter() {
                if let Some(file) = Shipped::get(&name) {
                    found.insert(name.into_owned(), file.data.into_owned());
                }
            }
        }
    }
    Ok(found)
}

/// Takes what a pack is made of, TOML and CSV, and leaves scripts and prose.
fn gather(root: &Path, folder: &Path, into: &mut Files) -> Result<(), Error> {
    let entries = fs::read_dir(folder).map_err(|why| Error::read(folder, why))?;
    for entry in entries {
        let path = entry.map_err(|why| Error::read(folder, why))?.path();
        if path.is_dir() {
            gather(root, &path, into)?;
        } else if path.extension().is_some_and(|e| e == "toml" || e == "csv") {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            into.insert(name, files::read(&path)?);
        }
    }
    Ok(())
}

/// A pack with the SHA-256 of its files, and what was noticed while reading it.
pub struct Loaded {
    /// The pack.
    pub pack: pul_pack::Pack,
    /// Warnings and notes.
    pub findings: Findings,
    /// SHA-256 over the files.
    pub hash: String,
}

/// Reads and checks a pack.
///
/// # Errors
/// [`Error::File`], or [`Error::Faults`] with every fault of the pack.
pub fn load(folder: Option<&Path>) -> Result<Loaded, Error> {
    let files = pack_files(folder)?;
    match pul_pack::check(&files) {
        (Some(pack), findings) if !findings.has_faults() => {
            Ok(Loaded { hash: pack.hash().to_owned(), pack, findings })
        }
        (_, findings) => Err(Error::Faults(findings)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A result made with the shipped pack replays with the same pack from its folder.
    #[test]
    fn the_shipped_pack_is_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../packs/canada-pakistan");
        let (shipped, read) = (pack_files(None).unwrap(), pack_files(Some(&folder)).unwrap());
        assert_eq!(shipped.keys().collect::<Vec<_>>(), read.keys().collect::<Vec<_>>());
        assert_eq!(load(None).unwrap().hash, load(Some(&folder)).unwrap().hash);
    }

    #[test]
    fn a_folder_that_is_no_pack_is_told_whole() {
        let folder = std::env::temp_dir().join(format!("pul-no-pack-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("pack.toml"), "id = 3\nid = 4\n").unwrap();
        let Err(Error::Faults(findings)) = load(Some(&folder)) else { panic!("a pack of nothing loads") };
        assert!(findings.iter().count() > 2, "{findings:?}");
        fs::remove_dir_all(&folder).unwrap();
        assert!(matches!(load(Some(&folder)), Err(Error::File { .. })));
    }
}
