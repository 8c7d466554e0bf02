//! A device with passkeys, made of software.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pul_app::live::passkey::PasskeyAnswer;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use sha2::{Digest, Sha256};

/// What stands before the point of a key on P-256 in a SubjectPublicKeyInfo.
const INFO: &[u8] = &[
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86,
    0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

pub fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What may be wrong with an answer; nothing by default.
#[derive(Clone)]
pub struct Said<'a> {
    pub kind: &'a str,
    pub origin: &'a str,
    pub domain: &'a str,
    pub flags: u8,
    pub counter: u32,
}

pub const CREATE: Said<'static> = Said {
    kind: "webauthn.create",
    origin: "https://pul.example",
    domain: "pul.example",
    flags: 0x45,
    counter: 0,
};
pub const GET: Said<'static> = Said { kind: "webauthn.get", flags: 0x05, counter: 1, ..CREATE };

pub struct Device {
    key: EcdsaKeyPair,
    id: Vec<u8>,
    random: SystemRandom,
}

impl Device {
    pub fn new(id: u8) -> Device {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random);
        Device { key: key.expect("a key"), id: vec![id; 20], random }
    }

    pub fn answer(&self, options: &serde_json::Value, said: &Said<'_>) -> PasskeyAnswer {
        let client = serde_json::json!({
            "type": said.kind, "challenge": options["challenge"], "origin": said.origin, "crossOrigin": false,
        });
        let client = client.to_string();
        let mut device = Sha256::digest(said.domain.as_bytes()).to_vec();
        device.push(said.flags);
        device.extend(said.counter.to_be_bytes());
        if said.flags & 0x40 != 0 {
            device.extend([0; 16]);
            device.extend([0, 20]);
            device.extend(&self.id);
        }
        let signed = [device.as_slice(), &Sha256::digest(client.as_bytes())].concat();
        let signature = self.key.sign(&self.random, &signed).expect("a signature");
        PasskeyAnswer {
            credential: text(&self.id),
            client_data: text(client.as_bytes()),
            device_data: text(&device),
            signature: text(signature.as_ref()),
            public_key: text(&[INFO, self.key.public_key().as_ref()].concat()),
            algorithm: -7,
        }
    }
}
