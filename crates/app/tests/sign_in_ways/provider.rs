//! A provider of identities: answers four kinds of requests on a port of this machine.

use crate::device::text;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

pub struct Signer {
    key: EcdsaKeyPair,
    random: SystemRandom,
}

impl Signer {
    pub fn new() -> Signer {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random);
        Signer { key: key.expect("a key"), random }
    }

    fn public(&self) -> Value {
        let point = self.key.public_key().as_ref();
        json!({"kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "x": text(&point[1..33]), "y": text(&point[33..])})
    }

    pub fn token(&self, algorithm: &str, claims: &Value) -> String {
        let head = json!({"alg": algorithm, "kid": "one", "typ": "JWT"});
        let signed = format!("{}.{}", text(head.to_string().as_bytes()), text(claims.to_string().as_bytes()));
        let signature = self.key.sign(&self.random, signed.as_bytes()).expect("a signature");
        format!("{signed}.{}", text(signature.as_ref()))
    }
}

pub struct Provider {
    pub issuer: String,
    pub signer: Signer,
    /// The token it hands out next.
    pub token: Mutex<String>,
    /// Bodies and authorisations of what asked for tokens.
    pub asked: Mutex<Vec<String>>,
}

impl Provider {
    pub async fn start() -> Arc<Provider> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let provider =
            Provider { issuer, signer: Signer::new(), token: Mutex::default(), asked: Mutex::default() };
        let provider = Arc::new(provider);
        let own = provider.clone();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut bytes = vec![0; 16_384];
                let mut read = 0;
                // A request is whole when its stated length follows the blank line.
                while let Ok(more) = stream.read(&mut bytes[read..]).await {
                    read += more;
                    let text = String::from_utf8_lossy(&bytes[..read]).into_owned();
                    let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                    let length = head.to_lowercase().split("content-length: ").nth(1).map(str::to_owned);
                    let length =
                        length.and_then(|l| l.split("\r\n").next()?.parse::<usize>().ok()).unwrap_or(0);
                    if body.len() >= length || more == 0 {
                        break;
                    }
                }
                let text = String::from_utf8_lossy(&bytes[..read]).into_owned();
                let answer = own.answer(&text).to_string();
                let head = format!(
                    "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                    answer.len()
                );
                let _ = stream.write_all((head + &answer).as_bytes()).await;
            }
        });
        provider
    }

    fn answer(&self, request: &str) -> Value {
        let path = request.split(' ').nth(1).unwrap_or_default();
        match path {
            "/.well-known/openid-configuration" => json!({
                "issuer": self.issuer,
                "authorization_endpoint": format!("{}/authorise", self.issuer),
                "token_endpoint": format!("{}/token", self.issuer),
                "jwks_uri": format!("{}/keys", self.issuer),
            }),
            "/keys" => json!({"keys": [self.signer.public()]}),
            "/token" => {
                self.asked.lock().unwrap().push(request.to_owned());
                json!({"id_token": *self.token.lock().unwrap(), "access_token": "x", "token_type": "Bearer"})
            }
            _ => json!({}),
        }
    }
}
