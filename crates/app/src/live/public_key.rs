//! Public keys of others, and whether they signed something: those of passkeys and of a
//! provider of identities.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;

/// Base64 as the web's protocols write it (RFC 4648, section 5, without padding).
pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// The same in the other direction.
pub(crate) fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A key of a device, as browsers hand it over: a SubjectPublicKeyInfo (RFC 5280, section 4.1).
/// `algorithm` is its COSE number: −7 ECDSA on P-256, −8 Ed25519, −257 RSA.
pub(crate) struct DeviceKey<'a> {
    pub algorithm: i64,
    pub key: &'a [u8],
}

/// COSE numbers of the algorithms that are taken, the best first.
pub(crate) const ALGORITHMS: [i64; 3] = [-7, -8, -257];

impl<'a> DeviceKey<'a> {
    /// Reads a key; none for an algorithm that is not taken or a key that is not one.
    pub(crate) fn read(algorithm: i64, info: &'a [u8]) -> Option<DeviceKey<'a>> {
        let (0x30, whole, []) = element(info)? else { return None };
        let (0x30, _, rest) = element(whole)? else { return None };
        let (0x03, bits, []) = element(rest)? else { return None };
        let (0, key) = (*bits.first()?, bits.get(1..)?) else { return None };
        let fits = match algorithm {
            -7 => key.len() == 65 && key[0] == 4,
            -8 => key.len() == 32,
            // 2,048 bits at least.
            -257 => key.len() >= 266,
            _ => false,
        };
        fits.then_some(DeviceKey { algorithm, key })
    }

    /// Whether it signed this.
    pub(crate) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match self.algorithm {
            -7 => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, self.key).verify(message, signature).is_ok()
            }
            -8 => UnparsedPublicKey::new(&ED25519, self.key).verify(message, signature).is_ok(),
            -257 => UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, self.key)
                .verify(message, signature)
                .is_ok(),
            _ => false,
        }
    }
}

/// The first element of DER: its tag, its content, what follows.
fn element(der: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let (&tag, rest) = der.split_first()?;
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7f => (usize::from(first), rest),
        0x81 | 0x82 => {
            let digits = usize::from(first & 3);
            let (digits, rest) = rest.split_at_checked(digits)?;
            (digits.iter().fold(0, |n, d| n << 8 | usize::from(*d)), rest)
        }
        _ => return None,
    };
    let (content, rest) = rest.split_at_checked(length)?;
    Some((tag, content, rest))
}

/// A key of a provider (RFC 7517).
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct WebKey {
    kty: String,
    #[serde(default)]
    pub kid: Option<String>,
    #[serde(default, rename = "use")]
    usage: Option<String>,
    #[serde(default)]
    crv: Option<String>,
    #[serde(default)]
    n: Option<String>,
    #[serde(default)]
    e: Option<String>,
    #[serde(default)]
    x: Option<String>,
    #[serde(default)]
    y: Option<String>,
}

impl WebKey {
    /// Whether it signed a token by this algorithm (RFC 7518, RFC 8037). The algorithm must be the
    /// key's own: a token may not choose how it is checked.
    pub(crate) fn signed(&self, algorithm: &str, message: &[u8], signature: &[u8]) -> bool {
        self.check(algorithm, message, signature).is_some()
    }

    fn check(&self, algorithm: &str, message: &[u8], signature: &[u8]) -> Option<()> {
        if self.usage.as_deref().is_some_and(|usage| usage != "sig") {
            return None;
        }
        let part = |part: &Option<String>| bytes(part.as_deref()?);
        match (algorithm, self.kty.as_str(), self.crv.as_deref()) {
            ("RS256", "RSA", _) => {
                let key = RsaPublicKeyComponents { n: part(&self.n)?, e: part(&self.e)? };
                key.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).ok()
            }
            ("ES256", "EC", Some("P-256")) => {
                let point = [&[4], part(&self.x)?.as_slice(), part(&self.y)?.as_slice()].concat();
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature).ok()
            }
            ("EdDSA", "OKP", Some("Ed25519")) => {
                UnparsedPublicKey::new(&ED25519, part(&self.x)?).verify(message, signature).ok()
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Keys come from strangers: no bytes may make reading them panic.
        #[test]
        fn any_bytes_are_read_or_refused(der in proptest::collection::vec(any::<u8>(), 0..200), algorithm in -300_i64..10) {
            if let Some(key) = DeviceKey::read(algorithm, &der) {
                let _ = key.signed(b"message", &der);
            }
        }
    }
}
