//! Signing in through a provider of identities: OpenID Connect Core 1.0, the code flow with PKCE
//! (RFC 7636), state and nonce.
//!
//! The provider proves an e-mail address; the account is the one of that address, as it is with
//! a link. What the provider says is believed only when it says that the address is verified.

use super::ceremonies;
use super::configuration::Provider;
use super::node::Node;
use super::outward::Outward;
use super::public_key::{WebKey, bytes, text};
use super::refusal::{Refusal, RefusalKind};
use super::sessions::SignedIn;
use super::sign_in;
use crate::boxed;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper::{Request, header};
use jiff::SignedDuration;
use pul_domain::{LanguageCode, Private};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

const KIND: &str = "oidc";
/// How long the provider's addresses and keys are believed before they are asked for again.
const FRESH: SignedDuration = SignedDuration::from_hours(1);
/// How far the provider's clock may be ahead of or behind ours, in seconds.
const SKEW: i64 = 60;

/// What a provider says of itself (OpenID Connect Discovery 1.0, section 3).
#[derive(Debug, Clone, Deserialize)]
struct Metadata {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Keys {
    keys: Vec<WebKey>,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
}

#[derive(Deserialize)]
struct TokenHead {
    alg: String,
    #[serde(default)]
    kid: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: Audience,
    #[serde(default)]
    azp: Option<String>,
    exp: i64,
    iat: i64,
    #[serde(default)]
    nonce: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    email_verified: bool,
}

struct Known {
    metadata: Metadata,
    keys: Vec<WebKey>,
    since: jiff::Timestamp,
}

/// A provider of identities and what is known of it. A clone shares it.
#[derive(Clone)]
pub struct Identities {
    provider: Provider,
    outward: Outward,
    known: Arc<Mutex<Option<Arc<Known>>>>,
}

/// Whose sign-in it is: the browser it was begun in, and what its page asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun<'a> {
    /// The secret that ties forms to the browser.
    pub browser: &'a str,
    /// The language of an account it makes.
    pub language: LanguageCode,
    /// The path to go on to.
    pub then: &'a str,
}

fn away(why: impl ToString) -> Refusal {
    Refusal::new(RefusalKind::Unavailable, "provider").value("why", why)
}

fn wrong(why: &'static str) -> Refusal {
    Refusal::new(RefusalKind::SignIn, "identity").value("why", why)
}

impl Identities {
    /// A provider, which is asked for its addresses and keys when it is first needed.
    pub fn new(provider: Provider, outward: Outward) -> Identities {
        Identities { provider, outward, known: Arc::default() }
    }

    /// What the provider is called.
    pub fn label(&self) -> &str {
        &self.provider.label
    }

    async fn fetch<T: DeserializeOwned>(&self, request: Request<Vec<u8>>) -> Result<T, Refusal> {
        let answer = self.outward.send(request).await.map_err(away)?;
        if !answer.status().is_success() {
            return Err(away(format!("it answered {}", answer.status().as_u16())));
        }
        serde_json::from_slice(answer.body()).map_err(|_| away("its answer cannot be read"))
    }

    async fn get<T: DeserializeOwned>(&self, url: &str) -> Result<T, Refusal> {
        let request = Request::get(url).header(header::ACCEPT, "application/json").body(Vec::new());
        self.fetch(request.map_err(|_| away("one of its addresses is none"))?).await
    }

    async fn known(&self, node: &Node, anew: bool) -> Result<Arc<Known>, Refusal> {
        let held = self.known.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(held) = held.filter(|held| !anew && held.since + FRESH > node.now()) {
            return Ok(held);
        }
        let issuer = &self.provider.issuer;
        let at = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Metadata = self.get(&at).await?;
        if metadata.issuer != *issuer {
            return Err(away("it names itself otherwise"));
        }
        let keys: Keys = self.get(&metadata.jwks_uri).await?;
        let known = Arc::new(Known { metadata, keys: keys.keys, since: node.now() });
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known.clone());
        Ok(known)
    }

    fn return_address(node: &Node) -> String {
        format!("{}/sign-in/provider/back", node.settings().address)
    }

    /// The address at the provider to send the browser to.
    ///
    /// # Errors
    /// `provider` when it cannot be reached.
    #[boxed]
    pub async fn begin(&self, node: &Node, begun: &Begun<'_>) -> Result<String, Refusal> {
        let known = self.known(node, false).await?;
        let (nonce, verifier) = (node.new_secret(), node.new_secret());
        let challenge: [u8; 32] = Sha256::digest(verifier.as_bytes()).into();
        let state = BTreeMap::from([
            ("nonce".to_owned(), nonce.clone()),
            ("verifier".to_owned(), verifier),
            ("language".to_owned(), begun.language.as_str().to_owned()),
            ("then".to_owned(), sign_in::within(begun.then).to_owned()),
        ]);
        let state = ceremonies::begin(node, KIND, begun.browser, None, state).await?;
        let address = Self::return_address(node);
        let challenge = text(&challenge);
        let fields = [
            ("response_type", "code"),
            ("client_id", &self.provider.client),
            ("redirect_uri", &address),
            ("scope", "openid email"),
            ("state", &state),
            ("nonce", &nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        let at = &known.metadata.authorization_endpoint;
        let mark = if at.contains('?') { '&' } else { '?' };
        Ok(format!("{at}{mark}{}", form(&fields)))
    }

    /// Takes what the provider sent the browser back with, and opens a session.
    ///
    /// # Errors
    /// `ceremony`; `provider`; `identity` with what does not hold; those of
    /// [`sign_in::proved`].
    #[boxed]
    pub async fn finish(
        &self,
        node: &Node,
        browser: &str,
        state: &str,
        code: &str,
        agent: &str,
    ) -> Result<SignedIn, Refusal> {
        let ceremony = ceremonies::take(node, KIND, browser, state).await?;
        let held = |name: &str| ceremony.state.get(name).map_or("", String::as_str);
        if code.is_empty() {
            return Err(wrong("no code"));
        }
        let known = self.known(node, false).await?;
        let tokens: Tokens = self.fetch(self.exchange(node, &known, code, held("verifier"))?).await?;
        let claims = match self.claims(&known, &tokens.id_token) {
            Some(claims) => claims,
            // The provider may have changed its keys since they were asked for.
            None => {
                let anew = self.known(node, true).await?;
                self.claims(&anew, &tokens.id_token).ok_or_else(|| wrong("signature"))?
            }
        };
        let email = self.proved(node, &claims, held("nonce"))?;
        let language = LanguageCode::new(held("language")).unwrap_or(LanguageCode::ENGLISH);
        sign_in::proved(node, email, language, agent, held("then")).await
    }

    fn exchange(
        &self,
        node: &Node,
        known: &Known,
        code: &str,
        verifier: &str,
    ) -> Result<Request<Vec<u8>>, Refusal> {
        let address = Self::return_address(node);
        let fields = [
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &address),
            ("client_id", &self.provider.client),
            ("code_verifier", verifier),
        ];
        let mut request = Request::post(&known.metadata.token_endpoint)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ACCEPT, "application/json");
        if let Some(secret) = &self.provider.secret {
            request = request.header(header::AUTHORIZATION, self.credentials(secret));
        }
        request.body(form(&fields).into_bytes()).map_err(|_| away("one of its addresses is none"))
    }

    /// RFC 6749, section 2.3.1.
    fn credentials(&self, secret: &Private<String>) -> String {
        let pair = format!("{}:{}", escape(&self.provider.client), escape(secret.open_with_consent()));
        format!("Basic {}", STANDARD.encode(pair))
    }

    /// What a token says, if one of the provider's keys signed it.
    fn claims(&self, known: &Known, token: &str) -> Option<Claims> {
        let (signed, signature) = token.rsplit_once('.')?;
        let (head, body) = signed.split_once('.')?;
        let head: TokenHead = serde_json::from_slice(&bytes(head)?).ok()?;
        let signature = bytes(signature)?;
        let named = |key: &&WebKey| head.kid.is_none() || key.kid.is_none() || key.kid == head.kid;
        let mut keys = known.keys.iter().filter(named);
        keys.find(|key| key.signed(&head.alg, signed.as_bytes(), &signature))?;
        serde_json::from_slice(&bytes(body)?).ok()
    }

    /// The e-mail address a token proves (OpenID Connect Core 1.0, section 3.1.3.7).
    fn proved<'c>(&self, node: &Node, claims: &'c Claims, nonce: &str) -> Result<&'c str, Refusal> {
        let client = &self.provider.client;
        let ours = match &claims.aud {
            Audience::One(one) => one == client,
            Audience::Many(many) => {
                many.contains(client) && (many.len() == 1 || claims.azp.as_ref() == Some(client))
            }
        };
        let now = node.now().as_second();
        let holds = [
            (claims.iss == self.provider.issuer, "issuer"),
            (ours && claims.azp.as_ref().is_none_or(|azp| azp == client), "audience"),
            (claims.exp > now - SKEW, "too old"),
            (claims.iat < now + SKEW, "of the future"),
            (!nonce.is_empty() && claims.nonce.as_deref() == Some(nonce), "nonce"),
            (claims.email_verified, "address not verified"),
        ];
        if let Some((_, why)) = holds.into_iter().find(|(holds, _)| !holds) {
            return Err(wrong(why));
        }
        claims.email.as_deref().ok_or_else(|| wrong("no address"))
    }
}

/// Fields as a query or a form.
fn form(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
    pairs.join("&")
}

/// Percent-encoding of everything but unreserved characters (RFC 3986, section 2.3).
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
