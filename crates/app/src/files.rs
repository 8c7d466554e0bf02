//! Reading and writing files: whole or not at all.

use crate::Error;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::Path;

/// Reads a file whole.
///
/// # Errors
/// [`Error::File`] when it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|why| Error::read(path, why))
}

/// Writes a file so that a reader sees the old or the new one, never a part: to a
/// neighbour first, forced to the disk, then renamed. A full disk leaves the old file.
/// What is no plain file (a pipe, a device) is written as it is, for it must not be replaced.
///
/// # Errors
/// [`Error::File`] when any step fails; the neighbour is taken away again.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if fs::metadata(path).is_ok_and(|told| !told.is_file()) {
        return fs::write(path, bytes).map_err(|why| Error::write(path, why));
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let neighbour = folder.join(format!(".{name}.{}.part", std::process::id()));
    let written = (|| {
        let mut file = fs::File::create(&neighbour)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&neighbour, path)
    })();
    written.map_err(|why| {
        // The first fault is the one to tell; a neighbour that will not go is only litter.
        let _ = fs::remove_file(&neighbour);
        Error::write(path, why)
    })
}

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_what_was_there() {
        let folder = std::env::temp_dir().join(format!("pul-files-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("result.json");
        write(&path, b"one").unwrap();
        write(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        let missing = folder.join("no such folder").join("result.json");
        assert!(write(&missing, b"x").is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "no part file is left behind");
        fs::remove_dir_all(&folder).unwrap();
    }

    /// `/dev/full` is a disk without room: writing fails, and the device is still there after.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_and_a_device_is_not_replaced() {
        let told = write(Path::new("/dev/full"), b"x").unwrap_err().to_string();
        assert!(told.contains("No space left"), "{told}");
        assert!(!fs::metadata("/dev/full").unwrap().is_file());
    }

    #[test]
    fn the_hash_is_that_of_the_standard() {
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
