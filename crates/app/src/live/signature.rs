//! HMAC-SHA256 (RFC 2104 with FIPS 180-4), by which webhooks prove who sent them.

use super::chance::hexadecimal;
use sha2::{Digest, Sha256};

const BLOCK: usize = 64;

/// The authentication code of a message under a key, in hexadecimal digits.
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> String {
    let mut block = [0; BLOCK];
    if key.len() > BLOCK {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let inner = Sha256::new().chain_update(block.map(|b| b ^ 0x36)).chain_update(message).finalize();
    let outer = Sha256::new().chain_update(block.map(|b| b ^ 0x5c)).chain_update(inner).finalize();
    hexadecimal(&outer)
}

/// What a webhook's receiver recomputes: the code over the time of sending, a dot and the body.
/// `at` is in whole seconds since 1970; a receiver refuses what is older than five minutes.
pub fn sign(secret: &str, at: i64, body: &str) -> String {
    format!("t={at},v1={}", hmac_sha256(secret.as_bytes(), format!("{at}.{body}").as_bytes()))
}

/// Whether two secrets are the same, in a time that does not tell how much of them is.
pub fn same(one: &str, other: &str) -> bool {
    let pairs = one.bytes().zip(other.bytes());
    one.len() == other.len() && pairs.fold(0, |seen, (a, b)| seen | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_those_of_rfc_4231() {
        let two = hmac_sha256(b"Jefe", b"what do ya want for nothing?");
        assert_eq!(two, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        let six = hmac_sha256(&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First");
        assert_eq!(six, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    }

    #[test]
    fn sameness() {
        assert!(same("abc", "abc") && !same("abc", "abd") && !same("abc", "ab"));
    }
}
