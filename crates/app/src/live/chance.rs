//! Chance as a parameter: ids, and secrets that must not be guessed.

use jiff::Timestamp;
use sha2::{Digest, Sha256};
use std::sync::Mutex;

/// Gives random bytes.
pub trait Chance: Send + Sync {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's generator.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemChance;

impl Chance for SystemChance {
    /// # Panics
    /// When the operating system has no randomness to give: a server that cannot make
    /// secrets must not go on.
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// The same bytes on every run, from a seed: for tests alone, never for secrets of a real server.
#[derive(Debug)]
pub struct SeededChance(Mutex<(u64, u64)>);

impl SeededChance {
    /// Starts from a seed.
    pub fn new(seed: u64) -> SeededChance {
        SeededChance(Mutex::new((seed, 0)))
    }
}

impl Chance for SeededChance {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for chunk in bytes.chunks_mut(32) {
            state.1 += 1;
            let block = Sha256::new().chain_update(state.0.to_le_bytes()).chain_update(state.1.to_le_bytes());
            chunk.copy_from_slice(&block.finalize()[..chunk.len()]);
        }
    }
}

/// A new id: a UUID of version 7 (RFC 9562), so that ids sort by when they were made.
pub fn new_id(chance: &dyn Chance, now: Timestamp) -> String {
    let mut random = [0; 10];
    chance.fill(&mut random);
    let millis = u64::try_from(now.as_millisecond()).unwrap_or_default();
    let mut bytes = [0; 16];
    bytes[..6].copy_from_slice(&millis.to_be_bytes()[2..]);
    bytes[6..].copy_from_slice(&random);
    bytes[6] = bytes[6] & 0x0f | 0x70; // version 7
    bytes[8] = bytes[8] & 0x3f | 0x80; // the variant of the RFC
    let digits = hexadecimal(&bytes);
    [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &digits[part]).join("-")
}

/// Bytes as hexadecimal digits.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// A secret of 256 bits, in 64 hexadecimal digits. Only its [`hash`](crate::files::hash) is kept.
pub fn new_secret(chance: &dyn Chance) -> String {
    let mut bytes = [0; 32];
    chance.fill(&mut bytes);
    hexadecimal(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_tell_when_they_were_made() {
        let chance = SeededChance::new(1);
        let at: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
        let id = new_id(&chance, at);
        insta::assert_snapshot!(id, @"01a20846-fe00-714d-97b9-784d57c15b9c");
        assert!(id < new_id(&chance, at + jiff::SignedDuration::from_secs(1)));
    }
}
