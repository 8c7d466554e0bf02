//! The hash that names the exact content of a pack.

use crate::reader::Files;
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// SHA-256 over all files in order of path, in lower-case hexadecimal.
///
/// For each file the hash takes the path's length (eight bytes, little-endian), the path,
/// the content's length, the content; so no two sets of files run together to one.
pub fn of(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, bytes) in files {
        for part in [path.as_bytes(), bytes.as_slice()] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    let mut text = String::with_capacity(64);
    for byte in hash.finalize() {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
