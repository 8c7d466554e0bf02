use crate::device::text;
use crate::provider::{Provider, Signer};
use crate::{Place, told};
use pul_app::live::configuration;
use pul_app::live::oidc::{Begun, Identities};
use pul_app::live::outward::{Outward, Reach};
use pul_domain::{LanguageCode, Private};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

fn identities(provider: &Arc<Provider>) -> Identities {
    let configured = configuration::Provider {
        issuer: provider.issuer.clone(),
        client: "pul".into(),
        secret: Some(Private::new("hush".into())),
        label: "Test".into(),
    };
    Identities::new(configured, Outward::new(Reach::Any).expect("encryption"))
}

/// Begins, and reads what the browser is sent to the provider with.
async fn begin(place: &Place, identities: &Identities) -> BTreeMap<String, String> {
    let begun = Begun { browser: "browser", language: LanguageCode::ENGLISH, then: "/desk" };
    let address = identities.begin(&place.node, &begun).await.expect("an address");
    let (at, query) = address.split_once('?').expect("a query");
    assert!(at.ends_with("/authorise"));
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(k, v)| (k.to_owned(), v.to_owned()))
        .collect()
}

fn claims(place: &Place, provider: &Provider, nonce: &str) -> Value {
    let now = place.node.now().as_second();
    json!({
        "iss": provider.issuer, "aud": "pul", "sub": "1", "exp": now + 300, "iat": now, "nonce": nonce,
        "email": "amina@example.org", "email_verified": true,
    })
}

#[tokio::test]
async fn a_provider_proves_an_address() {
    let (place, provider) = (Place::new().await, Provider::start().await);
    let identities = identities(&provider);
    let query = begin(&place, &identities).await;
    assert_eq!(query["redirect_uri"], "https%3A%2F%2Fpul.example%2Fsign-in%2Fprovider%2Fback");
    let token = provider.signer.token("ES256", &claims(&place, &provider, &query["nonce"]));
    *provider.token.lock().unwrap() = token;
    let opened = identities.finish(&place.node, "browser", &query["state"], "code1", "test").await.unwrap();
    assert_eq!(opened.then, "/desk");
    assert_eq!(place.whose(&opened.secret).await.account, place.somebody("AMINA@example.org").await.account);
    let asked = provider.asked.lock().unwrap()[0].clone();
    let verifier = asked.split("code_verifier=").nth(1).expect("a verifier");
    assert_eq!(text(&Sha256::digest(verifier.as_bytes())), query["code_challenge"]);
    assert!(
        asked.to_lowercase().contains("authorization: basic chvsomh1c2g=") && asked.contains("code=code1")
    );
    assert!(!asked.contains("hush"));
}

#[tokio::test]
async fn what_does_not_hold_proves_nothing() {
    let (place, provider) = (Place::new().await, Provider::start().await);
    let identities = identities(&provider);
    let mut lines = Vec::new();
    let changes: [(&str, &str, Value); 8] = [
        ("another issuer", "iss", json!("http://127.0.0.1")),
        ("another client", "aud", json!("other")),
        ("several clients", "aud", json!(["pul", "other"])),
        ("too old", "exp", json!(1)),
        ("of the future", "iat", json!(i64::from(u32::MAX))),
        ("another nonce", "nonce", json!("x")),
        ("not verified", "email_verified", json!(false)),
        ("no address", "email", Value::Null),
    ];
    for (name, field, value) in changes {
        let query = begin(&place, &identities).await;
        let mut said = claims(&place, &provider, &query["nonce"]);
        said[field] = value;
        *provider.token.lock().unwrap() = provider.signer.token("ES256", &said);
        let done = identities.finish(&place.node, "browser", &query["state"], "code", "test").await;
        lines.push(format!("{name}: {}", told(done)));
    }
    let query = begin(&place, &identities).await;
    let said = claims(&place, &provider, &query["nonce"]);
    let unsigned = provider.signer.token("none", &said);
    for (name, token) in [
        ("another key", Signer::new().token("ES256", &said)),
        ("another algorithm", provider.signer.token("RS256", &said)),
        ("unsigned", format!("{}.", unsigned.rsplit_once('.').expect("a signature").0)),
        ("no token", "x".to_owned()),
    ] {
        let query = begin(&place, &identities).await;
        *provider.token.lock().unwrap() = token;
        let done = identities.finish(&place.node, "browser", &query["state"], "code", "test").await;
        lines.push(format!("{name}: {}", told(done)));
    }
    let query = begin(&place, &identities).await;
    let token = provider.signer.token("ES256", &claims(&place, &provider, &query["nonce"]));
    *provider.token.lock().unwrap() = token;
    for (name, browser) in [("another browser", "else"), ("after that", "browser")] {
        let done = identities.finish(&place.node, browser, &query["state"], "code", "test").await;
        lines.push(format!("{name}: {}", told(done)));
    }
    insta::assert_snapshot!(lines.join("\n"), @r"
    another issuer: identity: issuer
    another client: identity: audience
    several clients: identity: audience
    too old: identity: too old
    of the future: identity: of the future
    another nonce: identity: nonce
    not verified: identity: address not verified
    no address: identity: no address
    another key: identity: signature
    another algorithm: identity: signature
    unsigned: identity: signature
    no token: identity: signature
    another browser: ceremony
    after that: ceremony
    ");
}
