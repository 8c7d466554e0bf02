//! Signing in by passkey (Web Authentication, Level 2: <https://www.w3.org/TR/webauthn-2/>).
//!
//! A passkey is asked for without a name, so that nobody learns who is here; the credential
//! tells whose it is. No attestation is asked for: which maker built a device is not our business.

use super::ceremonies;
use super::node::Node;
use super::public_key::{ALGORITHMS, DeviceKey, bytes, text};
use super::refusal::{Refusal, RefusalKind};
use super::sessions::{self, SignedIn};
use super::who::Who;
use super::{accounts, attempts};
use crate::boxed;
use pul_domain::{Finding, Findings, Place};
use pul_store::tables::{AccountId, Passkey};
use pul_store::{Actor, Kept, Query};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const REGISTER: &str = "passkey-register";
const SIGN_IN: &str = "passkey-sign-in";
/// Passkeys an account may have.
const MOST: usize = 20;
/// Longest name of one, in characters.
const LONGEST_NAME: usize = 60;
/// Flags of the authenticator data (section 6.1).
const PRESENT: u8 = 1;
const VERIFIED: u8 = 1 << 2;
const ATTESTED: u8 = 1 << 6;

/// What a browser answers; every text is base64url but the algorithm.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PasskeyAnswer {
    /// Id of the credential.
    pub credential: String,
    /// What the browser says it signed for: JSON.
    pub client_data: String,
    /// What the device says of itself.
    pub device_data: String,
    /// The signature, when signing in.
    pub signature: String,
    /// The public key, when registering.
    pub public_key: String,
    /// Its COSE algorithm, when registering.
    pub algorithm: i64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// An answer that holds, as far as it can be told without a key.
struct Sound {
    challenge: String,
    device: Vec<u8>,
    counter: u32,
    /// What was signed: the device's data and the hash of the browser's.
    signed: Vec<u8>,
}

fn wrong(why: &'static str) -> Refusal {
    Refusal::new(RefusalKind::SignIn, "passkey").value("why", why)
}

/// The domain passkeys are bound to: the host people reach the system at.
fn domain(node: &Node) -> String {
    let settings = node.settings();
    let rest = settings.address.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or_default();
    host.rsplit_once(':').map_or(host, |(host, _)| host).to_owned()
}

/// Checks what does not depend on the key (sections 7.1 and 7.2).
fn check(node: &Node, answer: &PasskeyAnswer, kind: &str) -> Result<Sound, Refusal> {
    let client = bytes(&answer.client_data).ok_or_else(|| wrong("client data"))?;
    let device = bytes(&answer.device_data).ok_or_else(|| wrong("device data"))?;
    let said: ClientData = serde_json::from_slice(&client).map_err(|_| wrong("client data"))?;
    if said.kind != kind {
        return Err(wrong("type"));
    }
    if said.origin != node.settings().address || said.cross_origin {
        return Err(wrong("origin"));
    }
    let domain: [u8; 32] = Sha256::digest(domain(node).as_bytes()).into();
    if device.len() < 37 || device[..32] != domain {
        return Err(wrong("domain"));
    }
    let asked = PRESENT | VERIFIED;
    if device[32] & asked != asked {
        return Err(wrong("nobody was verified"));
    }
    let counter = u32::from_be_bytes([device[33], device[34], device[35], device[36]]);
    let challenge = bytes(&said.challenge).and_then(|c| String::from_utf8(c).ok());
    let challenge = challenge.ok_or_else(|| wrong("challenge"))?;
    let client: [u8; 32] = Sha256::digest(&client).into();
    let signed = [device.as_slice(), &client].concat();
    Ok(Sound { challenge, device, counter, signed })
}

/// What to ask the browser for a new passkey of whoever asks, as the options of
/// `navigator.credentials.create`, bytes as base64url.
///
/// # Errors
/// `sign-in`; `too-many-passkeys`.
#[boxed]
pub async fn begin_register(node: &Node, who: &Who, browser: &str) -> Result<serde_json::Value, Refusal> {
    let account = who.writer()?;
    let own = accounts::own(node, who).await?.row;
    let known = list(node, who).await?;
    if known.len() >= MOST {
        return Err(Refusal::state("too-many-passkeys", &MOST.to_string()));
    }
    let challenge = ceremonies::begin(node, REGISTER, browser, Some(account), BTreeMap::new()).await?;
    let email = own.email.open_with_consent();
    let called = if own.name.is_empty() { email } else { &own.name };
    let kinds: Vec<_> = ALGORITHMS.iter().map(|alg| json!({ "type": "public-key", "alg": alg })).collect();
    let have: Vec<_> =
        known.iter().map(|kept| json!({ "type": "public-key", "id": kept.row.credential })).collect();
    Ok(json!({
        "challenge": text(challenge.as_bytes()),
        "rp": { "id": domain(node), "name": "Pul" },
        "user": { "id": text(account.as_str().as_bytes()), "name": email, "displayName": called },
        "pubKeyCredParams": kinds,
        "excludeCredentials": have,
        "authenticatorSelection": { "residentKey": "required", "requireResidentKey": true, "userVerification": "required" },
        "attestation": "none",
        "timeout": 300_000,
    }))
}

/// Keeps a new passkey of whoever asks.
///
/// # Errors
/// `sign-in`; `ceremony`; `passkey` with what does not hold; `invalid` for its name; `exists`.
#[boxed]
pub async fn register(
    node: &Node,
    who: &Who,
    browser: &str,
    answer: &PasskeyAnswer,
    name: &str,
) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    let name = sound_name(name)?;
    let sound = check(node, answer, "webauthn.create")?;
    let ceremony = ceremonies::take(node, REGISTER, browser, &sound.challenge).await?;
    if ceremony.account.as_ref() != Some(&account) {
        return Err(Refusal::new(RefusalKind::SignIn, "ceremony"));
    }
    let id = bytes(&answer.credential)
        .filter(|id| (16..=1_023).contains(&id.len()))
        .ok_or_else(|| wrong("credential"))?;
    // After flags and counter: 16 bytes of the model, the length of the id in two, the id (section 6.5.1).
    let length = u16::try_from(id.len()).unwrap_or(0).to_be_bytes();
    let attested = sound.device[32] & ATTESTED != 0
        && sound.device.get(53..55) == Some(&length)
        && sound.device.get(55..55 + id.len()) == Some(&id);
    if !attested {
        return Err(wrong("credential"));
    }
    let key = bytes(&answer.public_key).ok_or_else(|| wrong("key"))?;
    if DeviceKey::read(answer.algorithm, &key).is_none() {
        return Err(wrong("key"));
    }
    let passkey = Passkey {
        credential: answer.credential.clone(),
        account,
        name,
        key: json!({ "algorithm": answer.algorithm, "spki": answer.public_key, "counter": sound.counter }),
        created: node.now(),
        used: None,
    };
    let mut write = node.write(who, "passkey-added").await?;
    write.insert(&passkey).await?;
    node.commit(write).await?;
    Ok(())
}

fn sound_name(name: &str) -> Result<String, Refusal> {
    let name = name.trim();
    let fits =
        !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    if fits {
        return Ok(name.to_owned());
    }
    let mut findings = Findings::new();
    let place = Place::default().field("name");
    findings.push(Finding::fault("name", place, "It is empty, or too long.", "Write 1 to 60 characters."));
    Err(Refusal::invalid(findings))
}

/// What to ask a browser that wants to sign in, as the options of `navigator.credentials.get`.
///
/// # Errors
/// `too-often`.
#[boxed]
pub async fn begin_sign_in(node: &Node, browser: &str, network: &str) -> Result<serde_json::Value, Refusal> {
    attempts::count(node, &attempts::about("network", network), node.settings().attempts_per_network).await?;
    let challenge = ceremonies::begin(node, SIGN_IN, browser, None, BTreeMap::new()).await?;
    Ok(json!({
        "challenge": text(challenge.as_bytes()),
        "rpId": domain(node),
        "userVerification": "required",
        "timeout": 300_000,
    }))
}

/// Opens a session for whoever's passkey answered.
///
/// # Errors
/// `ceremony`; `passkey` for one that is unknown, or with what does not hold; `account-closed`.
#[boxed]
pub async fn sign_in(
    node: &Node,
    browser: &str,
    answer: &PasskeyAnswer,
    agent: &str,
    then: &str,
) -> Result<SignedIn, Refusal> {
    let sound = check(node, answer, "webauthn.get")?;
    ceremonies::take(node, SIGN_IN, browser, &sound.challenge).await?;
    let mut write = node.write_as(&Actor::new("public", "passkey-used")).await?;
    let kept = write.get::<Passkey>(&answer.credential).await?.ok_or_else(|| wrong("unknown"))?;
    let Kept { mut row, version } = kept;
    let info = row.key["spki"].as_str().and_then(bytes).unwrap_or_default();
    let key =
        DeviceKey::read(row.key["algorithm"].as_i64().unwrap_or(0), &info).ok_or_else(|| wrong("key"))?;
    let signature = bytes(&answer.signature).ok_or_else(|| wrong("signature"))?;
    if !key.signed(&sound.signed, &signature) {
        return Err(wrong("signature"));
    }
    // A counter that does not grow tells of a copy of the device; one of 0 is not kept (section 7.2).
    let before = row.key["counter"].as_u64().unwrap_or(0);
    let now = u64::from(sound.counter);
    if (before, now) != (0, 0) && now <= before {
        return Err(wrong("counter"));
    }
    row.key["counter"] = json!(now);
    row.used = Some(node.now());
    let account: AccountId = row.account.clone();
    write.update(&row, version).await?;
    write.commit().await?;
    sessions::open_for(node, &account, agent, then).await
}

/// The passkeys of whoever asks.
///
/// # Errors
/// `sign-in`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<Kept<Passkey>>, Refusal> {
    Ok(node.store().find::<Passkey>(&Query::new().is("account", who.signed_in()?)).await?)
}

/// Forgets a passkey of whoever asks.
///
/// # Errors
/// `sign-in`; `missing`.
#[boxed]
pub async fn remove(node: &Node, who: &Who, credential: &str) -> Result<(), Refusal> {
    let account = who.writer()?;
    let mut write = node.write(who, "passkey-removed").await?;
    let kept = write.get::<Passkey>(credential).await?.filter(|kept| kept.row.account == *account);
    let kept = kept.ok_or_else(|| Refusal::missing("passkey"))?;
    write.delete::<Passkey>(credential, kept.version).await?;
    node.commit(write).await?;
    Ok(())
}
